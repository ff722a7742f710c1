// npm run bench -- paint: from a POST to the paint on a wall, by the page's own marks, beside a bare Socket.IO page whose
// server appends and syncs the same bytes. Five rounds, taking turns. Needs a build.
import { chromium } from '@playwright/test';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { requireBrowser } from '../find-browser.js';

const rounds = 5;
const perRound = Number(process.argv[2] ?? 30);
const bars = { p50: 15, p95: 40 };

const directory = mkdtempSync(join(tmpdir(), 'huddleboard-paint-'));
const env = {
  ...process.env,
  DATA_DIR: join(directory, 'data'),
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
};
const part = (/** @type {number[]} */ values, /** @type {number} */ share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
const clock = () => performance.timeOrigin + performance.now();

/** Tells when a change under the element has been painted: the frame after the one that drew it. */
const watchPaint = (/** @type {string} */ selector) => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`nothing is ${selector}`);
  const state = /** @type {{ painted: ((at: number) => void) | null }} */ (/** @type {unknown} */ (window));
  state.painted = null;
  new MutationObserver(() => {
    const { painted } = state;
    if (!painted) return;
    state.painted = null;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => painted(performance.timeOrigin + performance.now());
      channel.port2.postMessage(null);
    });
  }).observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
};

/** The bare server: the same bytes to disk, one event, one text. */
async function bareServer() {
  const require = createRequire(import.meta.url);
  const client = readFileSync(
    join(require.resolve('socket.io-client/package.json'), '..', 'dist', 'socket.io.min.js'),
  );
  const journal = await open(join(directory, 'bare'), 'a');
  let n = 0;
  const http = createServer((request, response) => {
    if (request.url === '/client.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(client);
      return;
    }
    if (request.method !== 'POST') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        '<!doctype html><p id="it">0</p><script src="/client.js"></script><script>io({ transports: ["websocket"] }).on("patch", (p) => { document.getElementById("it").textContent = p.n; });</script>',
      );
      return;
    }
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', async () => {
      n += 1;
      await journal.appendFile(
        `${JSON.stringify({ head: n, changes: [JSON.parse(body), bytes], checksum: '0123456789abcdef' })}\n`,
      );
      await journal.datasync();
      wire.emit('patch', { n, bytes });
      response.writeHead(201).end('{}');
    });
  });
  // About what one answer's record and one slot weigh.
  const bytes = 'x'.repeat(300);
  const wire = new Server(http, { serveClient: false, perMessageDeflate: false });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve(null)));
  const address = http.address();
  return { origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`, http };
}

/** @type {import('node:child_process').ChildProcess | undefined} */
let server;
try {
  const seeded = spawnSync(process.execPath, ['scripts/seed.js'], { env, encoding: 'utf8' });
  if (seeded.status !== 0) throw new Error(`the sample team could not be written: ${seeded.stderr}`);
  const { displays, team, apiKey } = JSON.parse(seeded.stdout.trim().split('\n').at(-1) ?? '');
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
  const bare = await bareServer();

  const root = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: requireBrowser(),
    args: root ? ['--no-sandbox'] : [],
  });
  // The upright wall: its score stands still in a zone of its own.
  const upright = displays.at(-1);
  const subjects = [
    {
      name: 'ours',
      page: await (await browser.newContext({ viewport: { width: 1080, height: 1920 } })).newPage(),
    },
    { name: 'bare', page: await (await browser.newContext()).newPage() },
  ];
  const [ours, plain] = subjects;
  if (!ours || !plain) throw new Error('two pages are compared');
  await ours.page.context().addCookies([{ name: 'huddleboard_display', value: upright.token, url: origin }]);
  await ours.page.goto(`${origin}/display/${upright.id}`);
  await plain.page.goto(bare.origin);
  await pause(3000);
  await ours.page.evaluate(watchPaint, '[data-zone="score"]');
  await plain.page.evaluate(watchPaint, '#it');

  /** Milliseconds from the request to the paint. @param {typeof ours} subject @param {number} n */
  const once = async (subject, n) => {
    const painted = subject.page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          Object.assign(window, { painted: resolve });
          setTimeout(() => reject(new Error('nothing was painted in 10 s')), 10_000);
        }),
    );
    await pause(20);
    const answer = { id: `paint-${n}`, metric: 'nps', value: n % 11 };
    const url = subject === ours ? `${origin}/api/v1/teams/${team}/responses` : bare.origin;
    const start = clock();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${apiKey}` },
      body: JSON.stringify(answer),
    });
    if (response.status !== 201)
      throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
    await response.text();
    return Number(await painted) - start;
  };

  /** @type {Record<string, number[]>} */
  const found = { p50: [], p95: [] };
  const figures = [];
  let n = 0;
  for (let r = -1; r < rounds; r += 1) {
    /** @type {Map<unknown, number[]>} */
    const times = new Map(subjects.map((subject) => [subject, []]));
    for (let i = 0; i < (r < 0 ? 5 : perRound); i += 1) {
      for (const subject of i % 2 ? [plain, ours] : [ours, plain]) {
        n += 1;
        times.get(subject)?.push(await once(subject, n));
        await pause(120);
      }
    }
    if (r < 0) continue;
    const [a, b] = [times.get(ours) ?? [], times.get(plain) ?? []];
    found.p50?.push(part(a, 0.5) - part(b, 0.5));
    found.p95?.push(part(a, 0.95) - part(b, 0.95));
    figures.push({
      ours: [round(part(a, 0.5)), round(part(a, 0.95))],
      bare: [round(part(b, 0.5)), round(part(b, 0.95))],
    });
  }
  await browser.close();
  bare.http.closeAllConnections();
  bare.http.close();
  const within = { p50: round(part(found.p50 ?? [], 0.5)), p95: round(part(found.p95 ?? [], 0.5)) };
  const ok = within.p50 <= bars.p50 && within.p95 <= bars.p95;
  console.log(JSON.stringify({ bench: 'paint', rounds: figures, slowerBy: within, bars, ok }));
  console.log(
    `A wall paints ${within.p50} ms (p50) and ${within.p95} ms (p95) after a bare page; the bars are ${bars.p50} and ${bars.p95} ms.`,
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  server?.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
}
if (process.exitCode !== undefined) process.exit();
