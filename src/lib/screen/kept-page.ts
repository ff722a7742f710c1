import { buildHeader, immutable, keepHeader, keptCache } from '$lib/protocol/kept-page';
import { recall } from './last-snapshot';

/** When a page that hangs is kept first, when it is kept anew, and when to try again, in milliseconds. */
const first = 5_000;
const refresh = 12 * 3_600_000;
const again = 60_000;

/** What came of asking for the page: it is in hand; the server gives none to keep; no server of ours answered. */
export type PageInHand = 'kept' | 'not-kept' | 'away';

/** How long an answer may take, in milliseconds: a line that is cut in the middle of one would be waited on for ever. */
const patience = 30_000;

/** What `path` answers, all of it. @throws where there is no answer in time */
async function get(path: string, how?: RequestInit): Promise<Response> {
  const giveUp = new AbortController();
  const late = setTimeout(() => giveUp.abort(), patience);
  try {
    const answer = await fetch(path, { ...how, signal: giveUp.signal });
    const copy = answer.clone();
    await answer.arrayBuffer();
    return copy;
  } finally {
    clearTimeout(late);
  }
}

/** Whether the server answers as ours, so that a reload cannot end on an error page. */
export async function isOurs(): Promise<boolean> {
  try {
    const answer = await get('/healthz', { cache: 'no-store' });
    const said: unknown = answer.ok && (await answer.json());
    return typeof said === 'object' && said !== null && 'app' in said && said.app === 'huddleboard';
  } catch {
    return false;
  }
}

/** Asks for the page to keep. With `reload` the answer takes the place of what the browser's own cache had. */
async function ask(path: string, cache: 'no-store' | 'reload'): Promise<Response> {
  const answer = await get(path, { cache, headers: { [keepHeader]: '1' } });
  if (answer.status >= 500 || !answer.headers.has(buildHeader)) throw new Error(`${path} is not there`);
  return answer;
}

/** A file of a build, all of it; what somebody else answers (a captive portal, a proxy) is none. */
async function file(path: string): Promise<[string, Response]> {
  const answer = await get(path);
  if (!answer.ok || /html/.test(answer.headers.get('content-type') ?? 'html'))
    throw new Error(`${path} is not there`);
  return [path, answer];
}

/** Puts the page and its files where the service worker finds them, and takes away those of builds before. */
async function fill(path: string, page: Response, door: Response, files: [string, Response][]) {
  if (!('caches' in window)) return;
  const cache = await caches.open(keptCache);
  await Promise.all(files.map(([name, answer]) => cache.put(name, answer)));
  // As an answer of its own: a browser opens no page whose answer was redirected.
  await cache.put(path, new Response(await page.text(), { headers: page.headers }));
  if (door.redirected) await cache.put('/display', Response.redirect(door.url));
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname.indexOf(immutable) === 0 && files.every(([name]) => name !== pathname))
      await cache.delete(url);
  }
}

/** The files that a page asks for, and what this wall loaded besides: its typefaces are named by the styles. */
function filesOf(html: string): string[] {
  // Styles stand in the page itself; Kit names their files too, disabled, for pages that are opened from others.
  const asks = /(?:href|src)="[^"]*?(\/_app\/immutable\/[\w./-]+)"(?! rel="stylesheet" disabled)/g;
  const named: string[] = [];
  for (let found = asks.exec(html); found; found = asks.exec(html)) named.push(found[1] ?? '');
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  const ours = loaded.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
  return [...new Set([...named, ...ours.filter((name) => name.indexOf(immutable) === 0)])];
}

/**
 * Fetches the page anew, without a board, and all its files: into the browser's own cache, which is all there is on plain
 * http, and into the service worker's. What the TV held before stays until the new one is whole.
 */
export async function keepPage(): Promise<PageInHand> {
  const path = location.pathname;
  try {
    if (!(await isOurs())) return 'away';
    // A leader who only looks on keeps nothing.
    if (new URLSearchParams(location.search).has('preview')) return 'not-kept';
    const asked = await ask(path, 'no-store');
    const files = asked.headers.has(keepHeader) ? filesOf(await asked.text()) : [];
    const inHand = await Promise.all(files.map(file));
    // The address that TVs are set to open leads here, and the page comes with it.
    const door = await ask('/display', 'reload');
    const led = door.redirected && new URL(door.url).pathname === path;
    const page = led ? door : await ask(path, 'reload');
    if (!page.headers.has(keepHeader)) {
      if ('caches' in window) await caches.delete(keptCache);
      return 'not-kept';
    }
    if (page.headers.get(buildHeader) !== asked.headers.get(buildHeader)) return 'away';
    await fill(path, page, door, inHand);
    return 'kept';
  } catch {
    return 'away';
  }
}

/** Has the page served without a server, where the browser offers that at all: on https and on localhost. */
async function setWorker(wanted: boolean): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    if (wanted) {
      await navigator.serviceWorker.register('/service-worker.js', {
        scope: '/display',
        updateViaCache: 'none',
      });
    } else {
      const all = await navigator.serviceWorker.getRegistrations();
      await Promise.all(all.map((one) => one.unregister()));
    }
  } catch {
    // Without it the browser's own cache has to do.
  }
}

/**
 * Sees to it that this TV can start without its server: keeps the page soon after the start and twice a day from then on,
 * as long as the server gives it. Returns how to stop.
 */
export function stayReady(display: string): () => void {
  let stopped = false;
  let timer = setTimeout(look, first * (1 + Math.random()));
  async function look(): Promise<void> {
    // A TV that cannot keep its board has nothing to start from.
    const page = recall(display) ? await keepPage() : 'away';
    if (page !== 'away') await setWorker(page === 'kept');
    if (!stopped) timer = setTimeout(look, page === 'away' ? again : refresh);
  }
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** The server let this TV in no longer: it keeps nothing of the display. */
export async function dropPage(): Promise<void> {
  if ((await keepPage()) === 'not-kept') await setWorker(false);
}
