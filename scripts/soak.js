// npm run soak [-- --minutes 40]: 24 simulated hours of a wall in 40 minutes. A real server and a real Chromium, both with a
// clock that runs 36 times faster (soak/clock.js): as many beats, syncs, pings and chores as a day has, with answers,
// comments, shout-outs, readings of the goal, announcements, takeovers, playlist edits and lost connections throughout.
// What is drawn moves at its own speed, so there are fewer scenes than in a day: their number is told. Every panel has to
// have been on the wall. Each simulated hour, after a forced collection: heap, DOM nodes, listeners, sockets, the server's
// memory. A line an hour, one of JSON at the end. Needs a build.
//
// A run of fewer minutes has as many simulated hours less and measures ten times an hour; its bars are wider, since a
// browser needs an hour to settle. At the end a page that keeps every scene it showed must be found out by its nodes and
// by its heap.
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { setTimeout as wait } from 'node:timers/promises';
import { signIn } from './leader.js';
import { openBrowser, openSample } from './sample-server.js';
import { runFaster } from './soak/clock.js';

const said = process.argv.indexOf('--minutes');
const minutes = said < 0 ? 40 : Number(process.argv[said + 1]);
if (!(minutes >= 1)) {
  console.error('Say how long, a minute or more: npm run soak -- --minutes 2');
  process.exit(2);
}
const factor = 36;
const hour = 3_600_000 / factor;
const isLong = minutes >= 10;
/** Real milliseconds between two measurements. */
const every = isLong ? hour : hour / 10;
/** Growth a simulated hour: of the heap in MB, of nodes and listeners as a share of what there is, of the server in MB. */
const bars = isLong
  ? { heap: 0.2, nodes: 0.005, listeners: 0.005, server: 1 }
  : { heap: 2.5, nodes: 0.25, listeners: 0.25, server: 10 };
const settles = isLong ? 1 : 0.3;
const controlSeconds = 30;

const pause = (/** @type {number} */ ms, /** @type {AbortSignal} */ signal = new AbortController().signal) =>
  wait(ms, undefined, { signal }).catch(() => undefined);
const round = (/** @type {number} */ value, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;

/** @typedef {{ hours: number, heap: number, nodes: number, listeners: number, sockets: number, scenes: number, server: number }} Measured */

/** Growth an hour by least squares. @param {Measured[]} measured @param {'heap' | 'nodes' | 'listeners' | 'server'} what */
function slope(measured, what) {
  const mean = (/** @type {number[]} */ values) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [x, y] = [mean(measured.map(({ hours }) => hours)), mean(measured.map((one) => one[what]))];
  const above = measured.reduce((sum, one) => sum + (one.hours - x) * (one[what] - y), 0);
  return above / measured.reduce((sum, { hours }) => sum + (hours - x) ** 2, 0);
}

/** How much a page grows an hour, and where that is too much. @param {Measured[]} measured */
function judge(measured) {
  const first = measured[0];
  if (measured.length < 3 || !first) throw new Error('too little was measured');
  const growth = {
    heap: round(slope(measured, 'heap'), 3),
    nodes: round(slope(measured, 'nodes') / first.nodes, 4),
    listeners: round(slope(measured, 'listeners') / first.listeners, 4),
    server: round(slope(measured, 'server'), 3),
  };
  const tooMuch = Object.keys(growth).filter((name) => {
    const what = /** @type {keyof typeof growth} */ (name);
    return !(growth[what] <= bars[what]);
  });
  if (measured.some(({ sockets }) => sockets !== 1)) tooMuch.push('sockets');
  return { growth, tooMuch };
}

/** Keeps each scene that the wall has let go, and its text: the faults that a soak is there to find. */
const keepScenes = () => {
  /** @type {(Node | string[])[]} */
  const kept = [];
  Object.assign(window, { kept });
  document.addEventListener('DOMContentLoaded', () =>
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes) {
        kept.push(...removedNodes);
        for (const node of removedNodes)
          if (node instanceof HTMLElement && node.dataset.slot) kept.push([...node.outerHTML]);
      }
    }).observe(document.body, { subtree: true, childList: true }),
  );
};

const kinds = [
  ...readFileSync('src/lib/panels/registry.ts', 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: \{/gm),
].map(([, kind]) => kind ?? '');
const clock = { factor, from: Date.now() };
/** What only says how long to wait for the other end, in milliseconds; no scene has so short a dwell. */
const wallClock = { ...clock, patient: [3_000, 5_000] };
const serverClock = { ...clock, patient: [5_000, 12_000] };
const sample = await openSample({
  env: { SOAK_CLOCK: JSON.stringify(serverClock) },
  programArguments: ['--expose-gc', '--import', './scripts/soak/server-clock.js'],
  seedArguments: ['--let-clean-comments-through'],
  profile: (profile) => ({
    ...profile,
    defaults: [
      ...profile.defaults,
      ...kinds
        .filter((kind) => !profile.defaults.some(({ panel }) => panel === kind))
        .map((panel) => ({ panel, options: {}, dwell: null })),
    ],
  }),
});
const [display = { id: '', token: '' }] = sample.displays;

/** What the server holds in memory after a forced collection, in MB. @returns {Promise<number>} */
const serverHeap = () =>
  new Promise((resolve) => {
    sample.child.once('message', (/** @type {any} */ { heapUsed }) => resolve(heapUsed / 1e6));
    sample.child.send('memory');
  });

/**
 * What no day brings by itself: something to wait for, a picture to hang, a goal that was reached and the one after it, a team that
 * is served, what the team keeps to in a week, a declaration that somebody signed, a sponsor who said something.
 *
 * @param {Awaited<ReturnType<typeof signIn>>} leader
 * @param {string} admin
 */
async function occasions(leader, admin) {
  const { today } = await leader.read(`${admin}/countdowns`);
  const day = new Date(Date.parse(today) + 5 * 86_400_000).toISOString().slice(0, 10);
  await leader.send(`${admin}/countdowns`, 'set', { title: 'The terrace opens', day });
  const picture = sharp({ create: { width: 1200, height: 800, channels: 3, background: 'orange' } });
  const form = new FormData();
  form.set('picture', new Blob([new Uint8Array(await picture.png().toBuffer())]), 'evening.png');
  form.set('picture-people', 'no');
  form.set('caption', 'The harbour this evening.');
  await leader.send(`${admin}/pictures`, 'hang', form);
  const { goal } = await leader.read(`${admin}/goal`);
  await leader.send(`${admin}/goal`, 'read', { id: goal.id, value: String(goal.target), n: '40' });
  await leader.send(`${admin}/goal`, 'celebrate', { id: goal.id, words: 'You asked, every time.' });
  await leader.send(`${admin}/goal`, 'set', {
    question: 'Did we thank each of them?',
    unit: goal.unit,
    baseline: String(goal.target),
    target: String(goal.target + 10),
    due: goal.due,
    routine: 'Pre-shift talk',
  });
  await leader.send('/admin', 'add', { name: 'Dining room', timeZone: 'Europe/London', customer: 'guest' });
  const { team, others } = await leader.read(`${admin}/within`);
  await leader.send(`${admin}/within`, 'save', {
    saw: String(team.version),
    ...Object.fromEntries(others.map((/** @type {{ id: string }} */ { id }) => [`serves-${id}`, 'on'])),
  });
  const [floor] = others;
  const dare = { to: floor.id, behaviour: 'thanks to colleagues', target: '50', how: 'together', until: day };
  await leader.send(`${admin.replace('/admin/', '/team/')}/challenge`, 'make', dare);
  const { waiting } = await leader.read(`/admin/${floor.id}/challenges`);
  await leader.send(`/admin/${floor.id}/challenges`, 'accept', { id: waiting[0].id });
  const kitchen = await leader.read(`${admin}/practice`);
  await leader.send(`${admin}/practice`, 'phrase', {
    saw: String(kitchen.team.version),
    phrase: 'What could we do better?',
    greeting: 'Welcome back!',
    standard: 'Everybody is greeted within 5 seconds.',
  });
  const { version } = await leader.read('/admin/aims');
  await leader.send('/admin/aims', 'declare', {
    saw: String(version),
    text: 'Whoever comes to us is helped at once.',
  });
  const { declared } = await leader.read('/admin/aims');
  await leader.send('/admin/aims', 'sign', { said: declared.said });
  const sponsor = admin.replace('/admin/', '/admin/sponsor/');
  const { team: known, accounts } = await leader.read(sponsor);
  await leader.send(sponsor, 'name', { saw: String(known.version), account: accounts[0].id });
  await leader.send(sponsor, 'express', { title: 'Nobody waits untold' });
}

/** A day's work, by simulated minutes between two of a kind. */
async function events() {
  let leader = await signIn(sample);
  const admin = `/admin/${sample.team}`;
  await occasions(leader, admin);
  const comments = ['Kind and quick, thank you.', 'The wait was long today.', 'We will be back on Sunday.'];
  const behaviours = [
    'stayed late so that nobody had to queue',
    'showed a new colleague the ropes',
    'called back',
  ];
  let n = 0;
  const answer = async (/** @type {string | undefined} */ comment) => {
    n += 1;
    await fetch(`${sample.origin}/api/v1/teams/${sample.team}/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${sample.apiKey}` },
      body: JSON.stringify({ id: `soak-${n}`, metric: 'nps', value: [10, 9, 3, 8, 10, 6][n % 6], comment }),
    });
  };
  /** @type {{ name: string, first?: number, minutes: number, act: (n: number) => Promise<unknown>, done: number }[]} */
  const work = [
    { name: 'answers', minutes: 2, act: () => answer(undefined) },
    { name: 'comments', minutes: 15, act: (n) => answer(comments[n % comments.length]) },
    {
      name: 'shoutOuts',
      minutes: 20,
      act: (n) =>
        leader.send(`${admin}/shout-outs`, 'add', {
          to: `Colleague ${n % 9}`,
          from: 'Dana',
          behaviour: behaviours[n % behaviours.length] ?? '',
        }),
    },
    {
      name: 'readings',
      minutes: 60,
      act: async (n) => {
        const { goal } = await leader.read(`${admin}/goal`);
        await leader.send(`${admin}/goal`, 'read', {
          id: goal.id,
          value: String(goal.baseline + (n % 5)),
          n: '40',
        });
      },
    },
    {
      name: 'announcements',
      minutes: 50,
      act: async (n) => {
        const { earliest } = await leader.read(`${admin}/announcements`);
        const until = new Date(Date.parse(`${earliest}:00Z`) + 1_800_000).toISOString().slice(0, 16);
        await leader.send(`${admin}/announcements`, 'add', {
          title: `Notice ${n}`,
          text: 'For half an hour.',
          until,
        });
      },
    },
    {
      name: 'playlists',
      minutes: 30,
      act: async (n) => {
        const path = `/admin/displays/${display.id}`;
        const { display: known } = await leader.read(path);
        const item = known.playlist[n % known.playlist.length];
        const dwell = item.dwell === null ? { dwell: 'fixed', seconds: '9' } : { dwell: 'words' };
        await leader.send(path, 'item', { saw: String(known.version), item: item.id, ...dwell });
      },
    },
    {
      name: 'takeovers',
      minutes: 35,
      act: (n) =>
        leader.send(`${admin}/takeover`, 'start', {
          tone: n % 2 ? 'alarm' : 'call',
          title: 'Everyone to the huddle',
          minutes: '5',
          [`wall-${display.id}`]: 'on',
        }),
    },
    // What is loaded with the first of them is there before growth is measured.
    {
      name: 'huddles',
      first: 4,
      minutes: 22,
      act: () => leader.send(`/team/${sample.team}/huddle`, 'start', {}),
    },
    {
      name: 'turns',
      first: 9,
      minutes: 18,
      act: async (n) => {
        const { turn, once } = await leader.read(`${admin}/thanks`);
        await leader.send(`${admin}/thanks`, 'close', {
          turn: String(turn),
          once,
          text: `Did we thank you today? ${n}`,
          metric: 'nps',
          learned: 'To ask at the door.',
        });
      },
    },
    { name: 'skips', minutes: 25, act: () => leader.send(`/admin/displays/${display.id}`, 'skip', {}) },
    {
      name: 'looked for',
      minutes: 40,
      act: () => leader.send(`/admin/displays/${display.id}`, 'identify', {}),
    },
    { name: 'lost', minutes: 45, act: async () => sample.child.send('drop') },
  ].map((one) => ({ ...one, done: 0 }));
  /** @type {string[]} */
  const refused = [];
  const over = new AbortController();
  const turns = work.map(async (one) => {
    for (let minutes = one.first ?? one.minutes; ; minutes = one.minutes) {
      await pause((minutes * 60_000) / factor, over.signal);
      if (over.signal.aborted) return;
      for (let left = 3; left > 0; left -= 1) {
        try {
          await one.act(one.done);
          one.done += 1;
          break;
        } catch (error) {
          // A wall that is on its way back obeys nobody yet.
          await pause(2_000, over.signal);
          if (left === 1) refused.push(`${one.name}: ${String(error).slice(0, 300)}`);
          leader = await signIn(sample).catch(() => leader);
        }
      }
    }
  });
  return {
    refused,
    done: () => Object.fromEntries(work.map(({ name, done }) => [name, done])),
    /** The kinds of the panels that the display's playlist shows by these items. @param {string[]} items */
    kindsOf: async (items) => {
      const { display: known } = await leader.read(`/admin/displays/${display.id}`);
      /** @type {{ id: string, panel: string }[]} */
      const playlist = known.playlist;
      return items.map((item) => playlist.find(({ id }) => id === item)?.panel ?? item);
    },
    stop: async () => {
      over.abort();
      await Promise.all(turns);
    },
  };
}

/** Opens the wall and watches what it holds. @param {import('@playwright/test').Browser} browser @param {(() => void)[]} scripts */
async function watchWall(browser, scripts = []) {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 } });
  await context.addCookies([{ name: 'huddleboard_display', value: display.token, url: sample.origin }]);
  const page = await context.newPage();
  await page.addInitScript(runFaster, wallClock);
  for (const script of scripts) await page.addInitScript(script);
  await page.addInitScript(() => {
    Object.assign(window, { scenes: 0, slots: new Set() });
    document.addEventListener('DOMContentLoaded', () =>
      new MutationObserver((changes) => {
        const seen = /** @type {any} */ (window);
        for (const { addedNodes } of changes)
          for (const node of addedNodes) {
            if (!(node instanceof HTMLElement)) continue;
            for (const scene of [node, ...node.querySelectorAll('[data-slot]')]) {
              const { slot } = /** @type {HTMLElement} */ (scene).dataset;
              if (!slot) continue;
              seen.scenes += 1;
              seen.slots.add(slot);
            }
          }
      }).observe(document.body, { subtree: true, childList: true }),
    );
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Performance.enable');
  const open = new Set();
  const sockets = { opened: 0, most: 0 };
  devtools.on('Network.webSocketHandshakeResponseReceived', ({ requestId }) => {
    open.add(requestId);
    sockets.opened += 1;
    sockets.most = Math.max(sockets.most, open.size);
  });
  devtools.on('Network.webSocketClosed', ({ requestId }) => open.delete(requestId));
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  let loads = 0;
  page.on('framenavigated', () => {
    loads += 1;
    // A page that was left behind does not say that its sockets are closed.
    open.clear();
    if (loads > 1) complaints.push('the wall loaded its page anew');
  });
  await page.goto(`${sample.origin}/display/${display.id}`);

  /** The least of five looks: scenes differ in what they hold, a leak is there in each. */
  const look = async () => {
    for (let tries = 0; open.size !== 1 && tries < 100; tries += 1) await pause(200);
    /** @type {{ heap: number, nodes: number, listeners: number }[]} */
    const looks = [];
    for (let n = 0; n < 5; n += 1) {
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      const { metrics } = await devtools.send('Performance.getMetrics');
      const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? NaN;
      looks.push({ heap: usedSize / 1e6, nodes: metric('Nodes'), listeners: metric('JSEventListeners') });
      await pause(300);
    }
    const least = (/** @type {'heap' | 'nodes' | 'listeners'} */ what) =>
      Math.min(...looks.map((one) => one[what]));
    return {
      hours: (Date.now() - clock.from) / hour,
      heap: least('heap'),
      nodes: least('nodes'),
      listeners: least('listeners'),
      sockets: open.size,
      scenes: Number(await page.evaluate('scenes')),
      server: await serverHeap(),
    };
  };
  const slots = async () => /** @type {string[]} */ (await page.evaluate('[...slots]'));
  return { look, slots, sockets, complaints, close: () => context.close() };
}

/** Looks again and again for so many real milliseconds. @param {Awaited<ReturnType<typeof watchWall>>} wall */
async function measure(
  wall,
  /** @type {number} */ length,
  /** @type {number} */ every,
  /** @type {(one: Measured) => void} */ tell,
) {
  /** @type {Measured[]} */
  const measured = [];
  const began = Date.now();
  for (let n = 1; n * every <= length + 1; n += 1) {
    await pause(Math.max(0, began + n * every - Date.now()));
    const one = await wall.look();
    measured.push(one);
    tell(one);
  }
  return measured;
}

try {
  const browser = await openBrowser();
  const day = await events();
  const wall = await watchWall(browser);
  const measured = await measure(
    wall,
    minutes * 60_000,
    every,
    ({ hours, heap, nodes, listeners, sockets, scenes, server }) =>
      console.log(
        `hour ${round(hours, 1)}: heap ${round(heap)} MB, ${nodes} nodes, ${listeners} listeners, ${sockets} socket, ` +
          `${scenes} scenes so far; server ${round(server)} MB`,
      ),
  );
  const begins = measured[0] ? measured[0].hours - every / hour : 0;
  const settled = measured.filter(({ hours }) => hours - begins > settles);
  const { growth, tooMuch } = judge(settled);
  const shown = await day.kindsOf(await wall.slots());
  const missing = kinds.filter((kind) => !shown.includes(kind));
  const scenes = measured.at(-1)?.scenes ?? 0;
  if (wall.sockets.most > 1) tooMuch.push('sockets at once');
  if (wall.complaints.length > 0) tooMuch.push('errors in the page');
  if (day.refused.length > 0) tooMuch.push('events refused');
  if (missing.length > 0) tooMuch.push(`panels that were never shown (${missing.join(', ')})`);
  await wall.close();

  const leaking = await watchWall(browser, [keepScenes]);
  const control = judge(
    await measure(leaking, controlSeconds * 1000, (controlSeconds / 6) * 1000, () => {}),
  ).growth;
  const caught = control.nodes > bars.nodes && control.heap > bars.heap;
  await leaking.close();
  await day.stop();
  await browser.close();

  const ok = tooMuch.length === 0 && caught;
  const hours = round((minutes * 60_000) / hour, 1);
  console.log(
    JSON.stringify({
      soak: { hours, minutes, factor },
      growth,
      bars,
      tooMuch,
      scenes,
      shown: shown.length,
      sockets: wall.sockets,
      events: day.done(),
      refused: day.refused.slice(0, 5),
      complaints: wall.complaints.slice(0, 5),
      control: { growth: control, caught },
      measured: measured.map((one) => ({
        ...one,
        hours: round(one.hours),
        heap: round(one.heap, 3),
        server: round(one.server),
      })),
      ok,
    }),
  );
  console.log(
    `${hours} simulated hours with ${scenes} scenes: the heap grows by ${growth.heap} MB an hour (bar ${bars.heap}), nodes by ` +
      `${round(growth.nodes * 100)} %, listeners by ${round(growth.listeners * 100)} %, the server by ${growth.server} MB. ` +
      `${caught ? 'A wall that keeps its scenes is found out' : 'A wall that keeps its scenes was NOT found out'}. ` +
      `${tooMuch.length ? `Too much: ${tooMuch.join(', ')}.` : 'Nothing piles up.'}`,
  );
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error('The soak broke off:', error);
  process.exitCode = 1;
} finally {
  sample.close();
}
process.exit();
