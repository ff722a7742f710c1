import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfNeeded } from './build-if-needed.js';

// npm run demo: the sample team in a temporary directory, a server, and feedback that arrives every few seconds.

const dataDir = mkdtempSync(join(tmpdir(), 'huddleboard-demo-'));
const port = process.env.PORT ?? '3000';
const env = { LOG_LEVEL: 'warn', ...process.env, PORT: port, DATA_DIR: dataDir };

const comments = [
  'The table by the window, just as we asked. Thank you!',
  'You told us the wait, so we had a drink first. Perfect.',
  'Kind, quick, and the soup was hot.',
  'My son got a second spoon before he asked.',
  'A little slow today, but everybody was friendly.',
  'We will be back on Sunday.',
];

/** @returns {Promise<string>} */
const seed = () =>
  new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(process.execPath, ['scripts/seed.js', '--let-clean-comments-through'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (chunk) => (output += chunk));
    child.on('exit', (code) =>
      code === 0 ? resolve(output) : reject(new Error('The sample team could not be made.')),
    );
  });

buildIfNeeded();
const { team, owner, apiKey, displays } = JSON.parse(await seed());
const server = spawn(process.execPath, ['server.js'], { env, stdio: ['ignore', 'inherit', 'inherit'] });
console.log(`
A wall:        ${displays.map((/** @type {{ link: string }} */ display) => display.link).join('\n               ')}
Its leader:    http://localhost:${port}/admin   login ${owner.login}   password ${owner.password}
Its guests:    http://localhost:${port}/ask/${team}
Feedback arrives every few seconds. Ctrl+C ends the demo and forgets it.
`);

let answers = 0;
async function answer() {
  answers++;
  const value = [10, 9, 10, 8, 10, 9, 7, 10, 6, 9][Math.floor(Math.random() * 10)];
  const comment = answers % 3 === 0 ? comments[(answers / 3) % comments.length] : undefined;
  await fetch(`http://localhost:${port}/api/v1/teams/${team}/responses`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ metric: 'nps', value, comment, touchpoint: 'table' }),
  }).catch(() => undefined);
}
const arriving = setInterval(answer, 6_000);

function end() {
  clearInterval(arriving);
  server.kill('SIGTERM');
}
process.on('SIGINT', end);
process.on('SIGTERM', end);
server.on('exit', (code) => {
  clearInterval(arriving);
  rmSync(dataDir, { recursive: true, force: true });
  process.exitCode = code ?? 0;
});
