// npm run bench -- first-load: what a TV loads before the break-room wall of the sample team hangs, over plain http as in
// a shop (no brotli there): bytes on the wire, JavaScript gzipped, when its data are painted, how much the page shifts.
// Each round opens it and a bare page, both with nothing in the cache. Needs a build.
import { createServer } from 'node:http';
import { loadavg } from 'node:os';
import { gzipSync } from 'node:zlib';
import { openBrowser, openSample } from '../sample-server.js';

const rounds = Number(process.argv[2] ?? 5);
const bars = { wire: 170_000, script: 95_000, shift: 0, late: 0 };
/** No secure context: a TV in a shop comes by a name like this. */
const lan = 'wall.test';

const median = (/** @type {number[]} */ values) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Notes when each text of a scene was painted, and what moved. Runs before anything on the page. */
const watchPaint = () => {
  /** @type {{ first: number, texts: { words: string, at: number }[], shifts: { value: number, what: string[] }[] }} */
  const seen = { first: NaN, texts: [], shifts: [] };
  Object.assign(window, { seen });
  const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.first = startTime;
  });
  observe('element', ({ element, renderTime }) =>
    seen.texts.push({ words: element?.textContent ?? '', at: renderTime }),
  );
  observe('layout-shift', ({ value, sources }) =>
    seen.shifts.push({
      value,
      what: sources.map(({ node }) => (node?.parentElement ?? node)?.outerHTML?.slice(0, 120) ?? ''),
    }),
  );
  new MutationObserver(() => {
    for (const text of document.querySelectorAll('[data-slot] :is(p, h2, b)'))
      text.setAttribute('elementtiming', 'data');
  }).observe(document, { subtree: true, childList: true });
};

/** The same words without anything that a wall needs beside them. */
const bareServer = async () => {
  const http = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>bare</title><div data-slot><p>How are we doing? +52</p></div>');
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', () => resolve(null)));
  const address = http.address();
  return { port: typeof address === 'object' && address ? address.port : 0, close: () => http.close() };
};

/** Opens a page with nothing kept and says what came. */
async function load(
  /** @type {import('@playwright/test').Browser} */ browser,
  /** @type {string} */ url,
  /** @type {string} */ token,
) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    await context.addCookies([
      { name: 'huddleboard_display', value: token, domain: new URL(url).hostname, path: '/' },
    ]);
    const page = await context.newPage();
    await page.addInitScript(watchPaint);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    /** @type {Map<string, { url: string, type: string, bytes: number }>} */
    const requests = new Map();
    /** Requests that are under way, and when the last of them ended. */
    const open = new Set();
    let ended = performance.now();
    const end = (/** @type {string} */ id) => {
      open.delete(id);
      ended = performance.now();
    };
    devtools.on('Network.requestWillBeSent', ({ requestId }) => void open.add(requestId));
    devtools.on('Network.loadingFailed', ({ requestId }) => end(requestId));
    devtools.on('Network.responseReceived', ({ requestId, response, type }) =>
      requests.set(requestId, { url: response.url, type, bytes: 0 }),
    );
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const request = requests.get(requestId);
      if (request) request.bytes = encodedDataLength;
      end(requestId);
    });
    /** @type {Promise<number>[]} */
    const scripts = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script')
        scripts.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await page.goto(url);
    await page.evaluate(() => document.fonts.ready);
    const patience = performance.now() + 20_000;
    while ((open.size > 0 || performance.now() - ended < 1_000) && performance.now() < patience)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const seen = /** @type {any} */ (await page.evaluate('seen'));
    const loaded = [...requests.values()].filter(({ type }) => type !== 'WebSocket');
    const sum = (/** @type {number[]} */ sizes) => sizes.reduce((all, size) => all + size, 0);
    /** @type {Record<string, number>} */
    const kinds = {};
    for (const { type, bytes } of loaded) kinds[type] = (kinds[type] ?? 0) + bytes;
    return {
      wire: sum(loaded.map(({ bytes }) => bytes)),
      kinds,
      files: loaded.length,
      script: sum(await Promise.all(scripts)),
      first: Math.round(seen.first),
      texts: seen.texts.length,
      late: seen.texts.filter((/** @type {{ at: number }} */ { at }) => at > seen.first).length,
      shift: sum(seen.shifts.map((/** @type {{ value: number }} */ { value }) => value)),
      shifts: seen.shifts,
    };
  } finally {
    await context.close();
  }
}

const sample = await openSample();
const bare = await bareServer();
try {
  const browser = await openBrowser([`--host-resolver-rules=MAP ${lan} 127.0.0.1`]);
  const [{ id, token } = { id: '', token: '' }] = sample.displays;
  const wall = `http://${lan}:${new URL(sample.origin).port}/display/${id}`;
  const loads = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours = await load(browser, wall, token);
    const plain = await load(browser, `http://${lan}:${bare.port}/`, token);
    if (ours.texts === 0) throw new Error('no scene stood on the page');
    loads.push({ ours, plain });
  }
  await browser.close();

  const worst = (/** @type {(load: (typeof loads)[0]['ours']) => number} */ of) =>
    Math.max(...loads.map(({ ours }) => of(ours)));
  const found = {
    wire: worst(({ wire }) => wire),
    script: worst(({ script }) => script),
    shift: worst(({ shift }) => shift),
    late: worst(({ late }) => late),
  };
  const { kinds, files, texts } = /** @type {(typeof loads)[0]} */ (loads[0]).ours;
  const spread = (/** @type {number[]} */ values) => ({
    least: Math.min(...values),
    median: median(values),
    most: Math.max(...values),
  });
  const first = {
    ours: spread(loads.map(({ ours }) => ours.first)),
    bare: spread(loads.map(({ plain }) => plain.first)),
  };
  const ok = Object.entries(bars).every(([name, bar]) => found[/** @type {keyof bars} */ (name)] <= bar);
  const shifts = loads.flatMap(({ ours }) => ours.shifts);
  console.log(
    JSON.stringify({
      bench: 'first-load',
      ...found,
      kinds,
      files,
      texts,
      firstPaint: first,
      shifts,
      load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
      bars,
      ok,
    }),
  );
  const kilobytes = (/** @type {number} */ size) => `${(size / 1000).toFixed(1)} kB`;
  console.log(
    `A break-room wall is ${kilobytes(found.wire)} on the wire (bar ${kilobytes(bars.wire)}), ${kilobytes(found.script)} of it JavaScript ` +
      `(bar ${kilobytes(bars.script)}). ${texts - found.late} of ${texts} texts stand at the first paint, ${first.ours.median} ms after the ` +
      `page was asked for (${first.ours.least} to ${first.ours.most} in ${rounds} loads; a bare page ${first.bare.median} ms); the page ` +
      `shifts by ${found.shift}.`,
  );
  process.exitCode = ok ? 0 : 1;
} finally {
  bare.close();
  sample.close();
}
if (process.exitCode !== undefined) process.exit();
