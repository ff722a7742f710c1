// npm run bench -- bundle: the JavaScript that a display loads with its default playlist, gzipped. Needs a build; starts
// it on a port of its own with the sample team, opens the break-room wall and adds up what came. Fails above the bar.
import { chromium } from '@playwright/test';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { requireBrowser } from '../find-browser.js';

const bar = 85_000;
const wish = 70_000;

const directory = mkdtempSync(join(tmpdir(), 'huddleboard-bundle-'));
const env = { ...process.env, DATA_DIR: directory, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' };
/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
try {
  const seeded = spawnSync(process.execPath, ['scripts/seed.js'], { env, encoding: 'utf8' });
  if (seeded.status !== 0) throw new Error(`the sample team could not be written: ${seeded.stderr}`);
  const { displays } = JSON.parse(seeded.stdout.trim().split('\n').at(-1) ?? '');
  const child = spawn(process.execPath, ['server.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  server = child;
  const origin = await new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });

  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    args: root ? ['--no-sandbox'] : [],
  });
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  await context.addCookies([{ name: 'huddleboard_display', value: displays[0].token, url: origin }]);
  const page = await context.newPage();
  /** @type {Promise<number>[]} */
  const loaded = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') {
      loaded.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    }
  });
  const live = page.waitForEvent('websocket');
  await page.goto(`${origin}/display/${displays[0].id}`);
  await live;
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(loaded);
  await browser.close();

  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  console.log(JSON.stringify({ bench: 'bundle', files: sizes.length, bytes, bar, wish, ok: bytes <= bar }));
  const kilobytes = (/** @type {number} */ size) => `${(size / 1000).toFixed(1)} kB`;
  if (bytes > bar) {
    console.log(`A display loads ${kilobytes(bytes)} of JavaScript (gzip), more than ${kilobytes(bar)}.`);
    process.exitCode = 1;
  } else
    console.log(`A display loads ${kilobytes(bytes)} of JavaScript (gzip); the bar is ${kilobytes(bar)}.`);
} finally {
  server?.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
}
