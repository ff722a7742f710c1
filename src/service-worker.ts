/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { version } from '$service-worker';
import { buildHeader, immutable, keptCache } from '$lib/protocol/kept-page';

// What a wall starts from on https and localhost while its server is away. The page fills the cache (screen/kept-page.ts);
// this only reads it, and it asks the network first for every page, so that it cannot hold a wall back. Written for
// Chromium 69: Kit does not translate it.

const worker = self as unknown as ServiceWorkerGlobalScope & { build?: string };
/** Each build has another worker: browsers compare them byte by byte. */
worker.build = version;

/** How long the server may take to give the page, in milliseconds. */
const patience = 4_000;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.indexOf(immutable) === 0) event.respondWith(file(request));
  else if (request.mode === 'navigate' && isWall(url)) event.respondWith(page(request, url.pathname));
});

const isWall = ({ pathname, searchParams }: URL) =>
  /^\/display(\/[^/]+)?$/.test(pathname) && !searchParams.has('preview');

/** What was kept under this path; undefined where nothing was, or where the cache cannot be read. */
async function kept(path: string): Promise<Response | undefined> {
  try {
    return await (await caches.open(keptCache)).match(path);
  } catch {
    return undefined;
  }
}

async function file(request: Request): Promise<Response> {
  return (await kept(request.url)) || fetch(request);
}

/** The server's page where the server gives one in time, else the kept one, else whatever the network says. */
async function page(request: Request, path: string): Promise<Response> {
  const accept = request.headers.get('accept') || 'text/html';
  const asked = fetch(request.url, { cache: 'no-store', credentials: 'same-origin', headers: { accept } });
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
  const answer = await Promise.race([asked, late]).catch(() => undefined);
  if (answer && answer.status < 500 && answer.headers.has(buildHeader)) {
    return answer.redirected ? Response.redirect(answer.url) : answer;
  }
  return (await kept(path)) || answer || fetch(request);
}
