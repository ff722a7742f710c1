// npm run bench -- wall [changes] [seconds]: what the break-room wall asks of a TV. Needs a build; takes five minutes.
//
// Frames: 30 scene changes at a processor slowed 6 times. Chromium itself says of each frame that it owed whether it was
// presented or dropped (the trace event PipelineReporter). A bare page that slides two plain scenes goes in turns with it.
// Processor: a minute of answers, one every 5 s, beside a bare page that draws the same changes at the same moments of
// its own: a wall that nobody measures is recorded as it changes, and the bare page sets that HTML and those figures. Both
// renderers are measured over the same minute; a third has the video that keeps a TV awake.
// A count that waits between two movements owes no frame; the longest wait is one in which Chromium dropped some.
// Rest: the wall's renderer from 1.5 s after a scene came until the next one comes, without answers.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, openSample } from '../sample-server.js';

const changes = Number(process.argv[2] ?? 30);
const seconds = Number(process.argv[3] ?? 60);
const slowed = 6;
const bars = { dropped: 0.05, longest: 100, processor: 1.5, rest: 0.02 };
/** How long after a scene came something may still move, in milliseconds. */
const moving = 1_500;

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Browser} Browser */

const pause = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));
const round = (/** @type {number} */ value, digits = 1) => Math.round(value * 10 ** digits) / 10 ** digits;
const spread = (/** @type {number[]} */ values) => {
  const sorted = values.map((value) => round(value, 2)).sort((a, b) => a - b);
  return { least: sorted[0], median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) };
};
const sum = (/** @type {number[]} */ values) => values.reduce((all, value) => all + value, 0);

/** Marks each scene that comes; the wall's own times, in milliseconds since 1970. */
const markScenes = () => {
  /** @type {number[]} */
  const scenes = [];
  Object.assign(window, { scenes });
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof HTMLElement && node.dataset.slot) {
            performance.mark('scene', { detail: node.dataset.slot });
            scenes.push(Date.now());
          }
    }).observe(document.body, { subtree: true, childList: true }),
  );
};

/** A TV of 1080p on the break-room wall, once it is live. */
async function hang(
  /** @type {Browser} */ browser,
  /** @type {import('../sample-server.js').SampleServer} */ { origin, displays },
  before = () => {},
) {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const [{ id, token } = { id: '', token: '' }] = displays;
  await context.addCookies([{ name: 'huddleboard_display', value: token, url: origin }]);
  const page = await context.newPage();
  await page.addInitScript(markScenes);
  await page.addInitScript(before);
  const live = page.waitForEvent('websocket');
  await page.goto(`${origin}/display/${id}`);
  await (await live).waitForEvent('framereceived');
  return page;
}

const slide = (/** @type {string} */ extra = '') => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; overflow: hidden; font-family: system-ui }
  .scene { position: absolute; top: 0; left: 0; right: 0; bottom: 0; overflow: hidden }
  .right { animation: right 480ms cubic-bezier(0.2, 0, 0, 1) both }
  @keyframes right { from { transform: translateX(100%) } }
</style>${extra}`;

/** Slides the other of two plain scenes in. */
const slideNext = () => {
  const scene = document.createElement('div');
  const n = document.querySelectorAll('.scene').length;
  scene.className = 'scene right';
  scene.style.background = n % 2 ? '#123a5c' : '#3a1f4d';
  scene.innerHTML = '<h1 style="font-size:30vmin;color:#fff;margin:20vh 5vw">+52</h1>';
  performance.mark('scene');
  document.body.append(scene);
  setTimeout(() => document.querySelectorAll('.scene').forEach((one) => one !== scene && one.remove()), 700);
};

/** @typedef {{ name: string, ph: string, ts: number, pid: number, id2?: { local: string }, args: any }} TraceEvent */

/** What Chromium says about a page's frames. @param {TraceEvent[]} trace @param {number} pid */
function framesOf(trace, pid) {
  const mine = trace.filter((event) => event.pid === pid);
  const came = mine.filter(({ name, ph }) => name === 'scene' && /^[RIn]$/.test(ph));
  const marks = came.map(({ ts }) => ts);
  /** @type {Map<string | undefined, TraceEvent>} */
  const open = new Map();
  /** @type {{ begun: number, ended: number, frame: any }[]} */
  const reports = [];
  // Ids are given again once a frame has ended.
  for (const event of mine.filter(({ name }) => name === 'PipelineReporter').sort((a, b) => a.ts - b.ts)) {
    const began = open.get(event.id2?.local);
    if (event.ph === 'b') open.set(event.id2?.local, event);
    else if (began) reports.push({ begun: began.ts, ended: event.ts, frame: began.args.frame_reporter });
  }
  const frames = reports
    .filter(({ frame }) => frame && frame.frame_type !== 'FORKED')
    .map(({ begun, ended, frame }) => ({
      begun,
      ended,
      moves: Boolean(frame.has_compositor_animation || frame.has_main_animation),
      shown: /PRESENTED/.test(frame.state),
      dropped: frame.state === 'STATE_DROPPED' && frame.affects_smoothness,
      late: frame.state === 'STATE_PRESENTED_PARTIAL' && frame.affects_smoothness,
    }))
    .filter(({ begun }) => marks.some((mark) => begun >= mark && begun < mark + moving * 1000));
  const due = frames.filter(({ dropped, shown, moves }) => dropped || (shown && moves));
  // Between two movements nothing is owed: only a wait in which a frame was dropped counts.
  const longest = marks.map((mark) => {
    const these = due.filter(({ begun }) => begun >= mark && begun < mark + moving * 1000);
    const shown = these
      .filter(({ shown }) => shown)
      .map(({ ended }) => ended)
      .sort((a, b) => a - b);
    const waits = shown.slice(1).flatMap((at, i) => {
      const before = shown[i] ?? at;
      return these.some(({ dropped, begun, ended }) => dropped && ended > before && begun < at)
        ? [(at - before) / 1000]
        : [1000 / 60];
    });
    const early = these.filter(({ dropped, begun }) => dropped && begun < (shown[0] ?? 0));
    return Math.max(0, ...waits, ...early.map(({ begun }) => ((shown[0] ?? begun) - begun) / 1000));
  });
  const count = (/** @type {'dropped' | 'late'} */ what) => due.filter((frame) => frame[what]).length;
  return {
    scenes: marks.length,
    frames: due.length,
    dropped: round(count('dropped') / due.length, 4),
    /** Frames that moved on while a figure's next step was not ready. */
    late: round(count('late') / due.length, 4),
    longest: round(Math.max(...longest)),
    /** The longest wait of each scene: least, median, most. */
    waits: spread(longest),
    /** The scenes that waited longest, in milliseconds. */
    slowest: longest
      .map((wait, i) => ({ scene: came[i]?.args.data?.detail ?? '', nth: i + 1, wait: round(wait) }))
      .sort((a, b) => b.wait - a.wait)
      .slice(0, 4),
  };
}

/** Frames while scenes change, of the wall and of a bare page that takes turns with it. */
async function frames() {
  const sample = await openSample({
    profile: (profile) => ({ ...profile, defaults: profile.defaults.map((item) => ({ ...item, dwell: 5 })) }),
  });
  const directory = mkdtempSync(join(tmpdir(), 'huddleboard-trace-'));
  const browser = await openBrowser();
  try {
    const wall = await hang(browser, sample);
    const bare = await (await browser.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
    await bare.setContent(slide());
    for (const page of [wall, bare]) {
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    }
    // The first scene hangs since the page was opened; each one after it is counted.
    const path = join(directory, 'trace.json');
    await browser.startTracing(wall, {
      path,
      categories: ['cc,benchmark', 'disabled-by-default-devtools.timeline.frame', 'blink.user_timing'],
    });
    const processes = { wall: 0, bare: 0 };
    for (let seen = 0, turns = 0; seen < changes; turns += 1) {
      seen = await wall.evaluate(
        ([seen, wanted]) =>
          new Promise((resolve) => {
            const all = /** @type {any} */ (window).scenes;
            const look = () => (all.length > (seen ?? 0) ? resolve(all.length) : setTimeout(look, 100));
            if ((wanted ?? 0) > 0) look();
          }),
        [seen, changes],
      );
      await pause(2_500);
      await bare.evaluate(slideNext);
    }
    await pause(moving);
    await browser.stopTracing();
    /** @type {TraceEvent[]} */
    const trace = JSON.parse(readFileSync(path, 'utf8')).traceEvents;
    // The wall's scenes come first in the trace.
    const marked = trace
      .filter(({ name, ph }) => name === 'scene' && /^[RIn]$/.test(ph))
      .sort((a, b) => a.ts - b.ts);
    processes.wall = marked[0]?.pid ?? 0;
    processes.bare = marked.find(({ pid }) => pid !== processes.wall)?.pid ?? 0;
    return { wall: framesOf(trace, processes.wall), bare: framesOf(trace, processes.bare) };
  } finally {
    await browser.close();
    sample.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * In the wall that is recorded: tells of each change as HTML, and of the figures that count while it is shown as the
 * words of each frame.
 */
const record = () => {
  /** @type {{ html: string, comes: boolean, stands: string, counts: { at: number, index: number, text: string }[] } | null} */
  let change = null;
  let begun = 0;
  const zone = () => document.querySelector('[data-zone]');
  const figures = () => [...(zone()?.lastElementChild?.querySelectorAll('.count') ?? [])];
  const begin = (/** @type {boolean} */ comes) => {
    change = { html: '', comes, stands: '', counts: [] };
    begun = performance.now();
    const told = change;
    const scene = zone()?.lastElementChild;
    change.html = (comes ? scene?.outerHTML : scene?.innerHTML) ?? '';
    setTimeout(() => {
      told.stands = scene?.className ?? '';
      /** @type {any} */ (window).tell(told);
      change = null;
    }, 1_300);
  };
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver((changes) => {
      const came = changes.some(({ addedNodes }) =>
        [...addedNodes].some((node) => node instanceof HTMLElement && node.dataset.slot),
      );
      if (came) begin(true);
      else if (!change && changes.some(({ target }) => zone()?.lastElementChild?.contains(target)))
        begin(false);
      else
        figures().forEach((figure, index) =>
          change?.counts.push({ at: performance.now() - begun, index, text: figure.textContent ?? '' }),
        );
    }).observe(document.body, { subtree: true, childList: true, characterData: true }),
  );
};

/** Draws a recorded change with nothing but the page's own means. @param {any} change */
const draw = (change) => {
  const zone = document.querySelector('[data-zone]');
  if (!zone) throw new Error('the bare page has no wall');
  if (change.comes) {
    zone.insertAdjacentHTML('beforeend', change.html);
    const scene = zone.lastElementChild;
    // As on the wall, what the scene holds begins to move once it has come in.
    const arrived = () => {
      while (zone.children.length > 1) zone.firstElementChild?.remove();
      if (scene) scene.className = change.stands;
    };
    if (scene?.classList.contains('coming'))
      scene.addEventListener('animationend', (event) => event.target === scene && arrived());
    else arrived();
  } else if (zone.lastElementChild) {
    // What hangs already does not come in again, on the wall neither.
    zone.lastElementChild.classList.add('still');
    zone.lastElementChild.innerHTML = change.html;
  }
  const figures = [...(zone.lastElementChild?.querySelectorAll('.count') ?? [])];
  if (change.counts.length === 0) return;
  const begun = performance.now();
  let next = 0;
  const step = () => {
    for (; change.counts[next]?.at <= performance.now() - begun; next += 1) {
      const { index, text } = change.counts[next];
      if (figures[index].textContent !== text) figures[index].textContent = text;
    }
    if (next < change.counts.length) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};

/** The processor seconds that a browser's pages have used. @param {Browser} browser */
async function meter(browser) {
  const devtools = await browser.newBrowserCDPSession();
  return async () => {
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    return sum(processInfo.filter(({ type }) => type === 'renderer').map(({ cpuTime }) => cpuTime));
  };
}

/** Takes away what a secure page keeps a TV awake with, so that the video does as on plain http. */
const withoutWakeLock = () => {
  Object.defineProperty(Navigator.prototype, 'wakeLock', { value: undefined, configurable: true });
  delete (/** @type {any} */ (Navigator.prototype).wakeLock);
};
const withoutVideo = () => {
  Object.defineProperty(Navigator.prototype, 'wakeLock', {
    value: { request: () => Promise.resolve({ release: () => Promise.resolve() }) },
  });
};

async function processor() {
  const sample = await openSample();
  const names = /** @type {const} */ (['wall', 'video', 'bare', 'recorded']);
  const browsers = await Promise.all(names.map(() => openBrowser()));
  try {
    const [forWall, forVideo, forBare, forRecorded] = /** @type {[Browser, Browser, Browser, Browser]} */ (
      browsers
    );
    const wall = await hang(forWall, sample, withoutVideo);
    const video = await hang(forVideo, sample, withoutWakeLock);
    const bare = await (await forBare.newContext({ viewport: { width: 1920, height: 1080 } })).newPage();
    const source = await hang(forRecorded, sample, withoutVideo);
    // The bare page begins as the wall stands, without its program.
    const html =
      (await source.content()).replace(/<script[\s\S]*?<\/script>/g, '') +
      '<style>.still * { animation: none !important }</style>';
    await bare.route('**/bare', (route) => route.fulfill({ contentType: 'text/html', body: html }));
    await bare.goto(`${sample.origin}/display/bare`);
    await source.exposeFunction('tell', (/** @type {unknown} */ change) => {
      drawn += 1;
      bare.evaluate(draw, change).catch((/** @type {unknown} */ error) => (failed = error));
    });
    let drawn = 0;
    /** @type {unknown} */
    let failed;
    await source.evaluate(record);
    await source.evaluate(() => document.dispatchEvent(new Event('DOMContentLoaded')));
    const hasVideo = await video.evaluate(() => document.querySelectorAll('video').length);
    if (hasVideo !== 1) throw new Error('no video keeps the page awake');
    // What a TV does once after its start, keeping its page for a start without a server, is over by then.
    await pause(13_000);

    const meters = await Promise.all(browsers.map(meter));
    const read = () => Promise.all(meters.map((one) => one()));
    const before = await read();
    const began = performance.now();
    for (let n = 0; performance.now() - began < seconds * 1000; n += 1) {
      const answer = await fetch(`${sample.origin}/api/v1/teams/${sample.team}/responses`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${sample.apiKey}` },
        body: JSON.stringify({ id: `wall-${n}`, metric: 'nps', value: n % 2 ? 10 : 2 }),
      });
      if (answer.status !== 201) throw new Error(`an answer was refused: ${await answer.text()}`);
      await pause(5_000);
    }
    const used = (await read()).map((after, i) => after - (before[i] ?? 0));
    if (failed) throw failed;
    const [ours = NaN, kept = NaN, plain = NaN] = used;

    // Nothing arrives any more: what the wall does between its scenes.
    const measure = await meter(forWall);
    /** @type {{ at: number, used: number }[]} */
    const samples = [];
    for (const began = performance.now(); performance.now() - began < seconds * 1000; await pause(250))
      samples.push({ at: Date.now(), used: await measure() });
    const scenes = /** @type {number[]} */ (await wall.evaluate('scenes'));
    let [idle, worked] = [0, 0];
    samples.slice(1).forEach(({ at, used }, i) => {
      const from = samples[i];
      if (!from || scenes.some((scene) => scene < at && scene + moving > from.at)) return;
      idle += at - from.at;
      worked += (used - from.used) * 1000;
    });
    return {
      seconds: { wall: round(ours, 2), bare: round(plain, 2), withVideo: round(kept, 2) },
      drawn,
      ratio: round(ours / plain, 2),
      /** Share of one core that the video adds. */
      video: round((kept - ours) / seconds, 4),
      rest: round(worked / idle, 4),
      restSeconds: round(idle / 1000),
    };
  } finally {
    await Promise.all(browsers.map((browser) => browser.close()));
    sample.close();
  }
}

const found = {
  frames: await frames(),
  processor: await processor(),
  load: loadavg().map((load) => round(load)),
};
const { wall, bare } = found.frames;
const ok =
  wall.dropped <= bars.dropped &&
  wall.longest <= bars.longest &&
  found.processor.ratio <= bars.processor &&
  found.processor.rest <= bars.rest;
console.log(JSON.stringify({ bench: 'wall', ...found, bars, ok }));
const percent = (/** @type {number} */ share) => `${round(share * 100)} %`;
console.log(
  `Over ${wall.scenes} scene changes at ${slowed} times slower ${percent(wall.dropped)} of ${wall.frames} frames are dropped, the longest ` +
    `is ${wall.longest} ms (a bare page: ${percent(bare.dropped)}, ${bare.longest} ms). A minute of answers costs ${found.processor.ratio} ` +
    `times the processor of a bare page; the video that keeps a TV awake adds ${percent(found.processor.video)} of a core. Between ` +
    `changes the wall uses ${percent(found.processor.rest)}. The machine had ${found.load[1]} programs waiting to run, over five minutes.`,
);
process.exit(ok ? 0 : 1);
