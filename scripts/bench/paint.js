// npm run bench -- paint: from a POST to the paint on a wall, by the page's own marks, beside a bare Socket.IO page whose
// server appends and syncs the same bytes. Five rounds, taking turns. Needs a build.
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { openBrowser, openSample } from '../sample-server.js';

const rounds = 5;
const perRound = Number(process.argv[2] ?? 30);
/** @typedef {{ heard: number, drawn: number, painted: number }} Steps */
const bars = { p50: 15, p95: 40 };

const part = (/** @type {number[]} */ values, /** @type {number} */ share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
const clock = () => performance.timeOrigin + performance.now();

/**
 * Notes when the words change and when that was painted: the frame after the one that drew it. A picture that still moves
 * from the change before is no change of words.
 */
const watchWords = (/** @type {string} */ selector) => {
  const now = () => performance.timeOrigin + performance.now();
  const words = () => [...document.querySelectorAll(selector)].map((one) => one.textContent).join('\n');
  let before = words();
  if (!before) throw new Error(`nothing is ${selector}`);
  const state = /** @type {{ heard: number, arm: () => void, painted: Promise<unknown> }} */ (
    /** @type {unknown} */ (window)
  );
  /** @type {((found: unknown) => void) | null} */
  let waiting = null;
  state.arm = () => {
    before = words();
    state.painted = new Promise((resolve, reject) => {
      waiting = resolve;
      setTimeout(() => reject(new Error('nothing was painted in 10 s')), 10_000);
    });
    state.painted.catch(() => {});
  };
  new MutationObserver(() => {
    const done = waiting;
    if (!done || words() === before) return;
    waiting = null;
    const { heard } = state;
    const drawn = now();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done({ heard, drawn, painted: now() });
      channel.port2.postMessage(null);
    });
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
};

/** Notes when the socket brought something, before any page's script runs. */
const watchSocket = () => {
  const { WebSocket } = window;
  window.WebSocket = class extends WebSocket {
    /** @param {string | URL} url @param {string | string[]} [protocols] */
    constructor(url, protocols) {
      super(url, protocols);
      this.addEventListener('message', () =>
        Object.assign(window, { heard: performance.timeOrigin + performance.now() }),
      );
    }
  };
};

/** The bare server: the same bytes to disk, one event, one text. */
async function bareServer() {
  const require = createRequire(import.meta.url);
  const client = readFileSync(
    join(require.resolve('socket.io-client/package.json'), '..', 'dist', 'socket.io.min.js'),
  );
  const journal = await open(join(sample.directory, 'bare'), 'a');
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

const sample = await openSample();
try {
  const { displays, team, apiKey, origin } = sample;
  const bare = await bareServer();

  const browser = await openBrowser();
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
  for (const { page } of subjects) await page.addInitScript(watchSocket);
  await ours.page.context().addCookies([{ name: 'huddleboard_display', value: upright.token, url: origin }]);
  await ours.page.goto(`${origin}/display/${upright.id}`);
  await plain.page.goto(bare.origin);
  await pause(3000);
  await ours.page.evaluate(watchWords, '[data-zone="score"] b');
  await plain.page.evaluate(watchWords, '#it');

  /** Milliseconds from the request to each step on its way. @param {typeof ours} subject @param {number} n */
  const once = async (subject, n) => {
    await subject.page.evaluate('arm()');
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
    const { heard, drawn, painted } = /** @type {Steps} */ (await subject.page.evaluate('painted'));
    return { heard: heard - start, drawn: drawn - start, painted: painted - start };
  };

  /** @type {Record<string, number[]>} */
  const found = { p50: [], p95: [] };
  const figures = [];
  let n = 0;
  for (let r = -1; r < rounds; r += 1) {
    /** @type {Map<unknown, Steps[]>} */
    const times = new Map(subjects.map((subject) => [subject, []]));
    for (let i = 0; i < (r < 0 ? 5 : perRound); i += 1) {
      for (const subject of i % 2 ? [plain, ours] : [ours, plain]) {
        n += 1;
        times.get(subject)?.push(await once(subject, n));
        // The next change finds both at rest: no figure that still counts up, no clock of frames that runs already.
        await pause(subject === ours ? 1_000 : 120);
      }
    }
    if (r < 0) continue;
    /** @param {typeof ours} subject @param {keyof Steps} step */
    const of = (subject, step) => (times.get(subject) ?? []).map((steps) => steps[step]);
    const [a, b] = [of(ours, 'painted'), of(plain, 'painted')];
    found.p50?.push(part(a, 0.5) - part(b, 0.5));
    found.p95?.push(part(a, 0.95) - part(b, 0.95));
    figures.push({
      ours: [round(part(a, 0.5)), round(part(a, 0.95))],
      bare: [round(part(b, 0.5)), round(part(b, 0.95))],
      // Medians on the way there: the socket's message, the change in the page.
      steps: {
        ours: [round(part(of(ours, 'heard'), 0.5)), round(part(of(ours, 'drawn'), 0.5))],
        bare: [round(part(of(plain, 'heard'), 0.5)), round(part(of(plain, 'drawn'), 0.5))],
      },
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
  sample.close();
}
if (process.exitCode !== undefined) process.exit();
