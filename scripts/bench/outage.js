// npm run bench -- outage [rounds]: how long a wall takes to say that it hears nothing, and to be right again, in seconds of
// a real clock: cable pulled, captive portal, server killed. Needs a build; takes about five minutes.
//
// "Right" is a takeover that a leader calls while the wall is away (or, where the server is, as soon as it answers again): the
// wall shows it and no longer says that it hears nothing.
import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { layCable } from '../cable.js';
import { signIn } from '../leader.js';
import { openBrowser, openSample } from '../sample-server.js';

const rounds = Number(process.argv[2] ?? 3);
/** Seconds. */
const bars = { said: 15, right: 5 };
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

const sample = await openSample();
const port = Number(new URL(sample.origin).port);
let { child } = sample;
const cable = await layCable(port);
// A wall knows its server by a name, and its page has no secure context to fall back on.
const browser = await openBrowser(['--host-resolver-rules=MAP wall.test 127.0.0.1']);
const [{ id, token } = { id: '', token: '' }] = sample.displays;
const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
await context.addCookies([{ name: 'huddleboard_display', value: token, domain: 'wall.test', path: '/' }]);
const page = await context.newPage();
const live = page.waitForEvent('websocket');
await page.goto(`${cable.origin.replace('127.0.0.1', 'wall.test')}/display/${id}`);
await (await live).waitForEvent('framereceived');
await pause(3_000);

const mark = page
  .getByRole('status')
  .filter({ hasText: /\d\d:\d\d/ })
  .first();

const leader = await signIn({ origin: sample.origin, owner: sample.owner });

/** The leader takes the walls over with these words. */
async function call(/** @type {string} */ title) {
  const { walls } = await leader.read(`/admin/${sample.team}/takeover`);
  const chosen = Object.fromEntries(
    walls.map((/** @type {{ id: string }} */ { id }) => [`wall-${id}`, 'on']),
  );
  await leader.send(`/admin/${sample.team}/takeover`, 'start', {
    tone: 'call',
    title,
    minutes: '5',
    ...chosen,
  });
}

async function kill() {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}

async function startAgain() {
  const env = {
    ...process.env,
    DATA_DIR: join(sample.directory, 'data'),
    PORT: String(port),
    HOST: '127.0.0.1',
  };
  child = spawn(process.execPath, ['server.js'], { env: { ...env, LOG_LEVEL: 'silent' }, stdio: 'ignore' });
  for (;;) {
    const well = await fetch(`${sample.origin}/healthz`).catch(() => null);
    if (well?.ok) return;
    await pause(20);
  }
}

/** @type {Record<string, { away: () => unknown, back: () => unknown, says: boolean, callsBefore: boolean, rest: number }>} */
const cases = {
  'cable pulled': {
    away: () => cable.pull(),
    back: () => cable.plugIn(),
    says: true,
    callsBefore: true,
    rest: 5_000,
  },
  'captive portal': {
    away: () => cable.hijack('<h1>Log in to the network</h1>'),
    back: () => cable.plugIn(),
    says: true,
    callsBefore: true,
    rest: 5_000,
  },
  'server killed, back at once': { away: kill, back: startAgain, says: false, callsBefore: false, rest: 0 },
  'server killed for a minute': {
    away: kill,
    back: startAgain,
    says: true,
    callsBefore: false,
    rest: 60_000,
  },
};

/** @type {Record<string, { said: number[], right: number[] }>} */
const found = {};
try {
  for (const [name, { away, back, says, callsBefore, rest }] of Object.entries(cases)) {
    const times = (found[name] = { said: [], right: [] });
    for (let turn = 0; turn < rounds; turn += 1) {
      const title = `Come to the huddle, ${Object.keys(found).length}.${turn + 1}`;
      const left = performance.now();
      await away();
      if (says) {
        await mark.waitFor({ timeout: 60_000 });
        times.said.push(round((performance.now() - left) / 1000));
      }
      if (callsBefore) await call(title);
      await pause(Math.max(0, rest - (performance.now() - left)));
      await back();
      const returned = performance.now();
      if (!callsBefore) await call(title);
      await page.getByText(title).first().waitFor({ timeout: 60_000 });
      await mark.waitFor({ state: 'detached', timeout: 60_000 });
      times.right.push(round((performance.now() - returned) / 1000));
      await pause(3_000);
    }
  }
} finally {
  await browser.close();
  cable.close();
  child.kill('SIGKILL');
  sample.close();
}

const most = (/** @type {'said' | 'right'} */ what) =>
  Math.max(...Object.values(found).flatMap((times) => times[what]));
const worst = { said: most('said'), right: most('right') };
const ok = worst.said <= bars.said && worst.right <= bars.right;
console.log(
  JSON.stringify({ bench: 'outage', seconds: found, worst, load: round(loadavg()[0] ?? 0), bars, ok }),
);
console.log(
  `A wall says that it hears nothing after at most ${worst.said} s (bar ${bars.said}) and is right at most ${worst.right} s after the return (bar ${bars.right}).`,
);
process.exit(ok ? 0 : 1);
