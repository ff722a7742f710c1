import { AsyncLocalStorage } from 'node:async_hooks';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import {
  redirect,
  type Handle,
  type HandleServerError,
  type RequestEvent,
  type ServerInit,
} from '@sveltejs/kit';
import { building, version } from '$app/environment';
import { m } from '$lib/paraglide/messages';
import {
  baseLocale,
  getTextDirection,
  locales,
  overwriteGetLocale,
  type Locale,
} from '$lib/paraglide/runtime';
import { cookieName, languageCookie, sessionCookie } from '$lib/server/auth/auth';
import { isOurOwn } from '$lib/server/auth/origin';
import { startHouse, type House } from '$lib/server/house';
import { bodyLimit, drain, limited, tooBig } from '$lib/server/intake/body';
import { problem, statusOf } from '$lib/server/intake/problem';
import { sentenceOf } from '$lib/server/intake/say';
import type { Refusal } from '$lib/domain/refusal';

/** The language of the request that is answered; many are at once. */
const language = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => language.getStore() ?? baseLocale);

let starting: Promise<House> | undefined;

/** Starts the house, once for each time this module is loaded. */
const start = (): Promise<House> =>
  (starting ??= startHouse(process.env, version).catch((refused: unknown) => {
    starting = undefined;
    throw refused;
  }));

export const init: ServerInit = async () => {
  if (!building) await start();
};

/** The language that there are messages in for a tag such as `es-MX`; undefined where there are none. */
const localeOf = (tag: string): Locale | undefined =>
  locales.find((locale) => tag.toLowerCase().split('-')[0] === locale);

/** A wall’s page speaks the display’s language; every other that which the reader chose, or else the first the browser asks for. */
async function languageOf({ request, route, params, cookies, locals, url }: RequestEvent): Promise<Locale> {
  if (route.id?.startsWith('/display/[id]') && params.id) {
    const wall = await locals.house.boards.language(params.id);
    if (wall) return localeOf(wall) ?? baseLocale;
  }
  const chosen = cookies.get(cookieName(languageCookie, url.protocol === 'https:'));
  const asked = (request.headers.get('accept-language') ?? '').split(',');
  const wanted = asked.map((one) => one.split(';')[0]?.trim() ?? '');
  const found = [chosen ?? '', ...wanted].map(localeOf);
  return found.find((locale) => locale !== undefined) ?? baseLocale;
}

/** Pages of admin that anybody may open: signing in, and the panels with their invented examples. */
const openAdmin = ['/admin/sign-in', '/admin/gallery'];
const isAdmin = (path: string) =>
  (path === '/admin' || path.startsWith('/admin/')) &&
  !openAdmin.some((open) => path === open || path.startsWith(`${open}/`));

/** Who may put a page of ours into a frame: our own pages, and for a display the sites its leader named. */
async function framers({ route, params, locals }: RequestEvent): Promise<string> {
  if (!route.id?.startsWith('/display/[id]') || !params.id) return "'self'";
  const display = await locals.house.store.get('display', params.id);
  return ["'self'", ...(display?.framedBy ?? [])].join(' ');
}

async function guardHeaders(event: RequestEvent, { headers }: Response, nonce: string): Promise<void> {
  let policy = headers.get('content-security-policy') ?? "default-src 'none'";
  // Kit names the nonce only on pages where it starts its own program; app.html's script is on every page.
  if (nonce && !policy.includes(`'nonce-`)) {
    policy = policy.replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`);
  }
  headers.set('content-security-policy', `${policy}; frame-ancestors ${await framers(event)}`);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()');
}

const squeeze = promisify(gzip);

/**
 * A wall's page, gzipped where the browser takes that: a TV on plain http is offered nothing better. Other pages go as
 * they are, because their answers may hold what was typed beside a secret (docs/decisions/0056).
 */
async function compressed({ route, request }: RequestEvent, response: Response): Promise<Response> {
  if (route.id !== '/display/[id]' || !response.body) return response;
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const taken = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/.test(
    request.headers.get('accept-encoding') ?? '',
  );
  const plain = await response.arrayBuffer();
  const body = taken ? await squeeze(plain) : plain;
  if (taken) headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(body.byteLength));
  return new Response(body, { status: response.status, headers });
}

/** The request with a body that ends with an error where it grows past the limit of its route. */
function withLimit({ request, url }: RequestEvent): Request {
  if (!request.body || request.headers.has('content-length')) return request;
  // The API's routes count for themselves as they read.
  if (/^\/(api|hooks)\//.test(url.pathname)) return request;
  const body = limited(request.body, bodyLimit(url.pathname));
  return new Request(request, { body, duplex: 'half' } as RequestInit);
}

/** A refusal before any route was asked, as whoever sent the request can read it. */
async function turnAway({ request, url }: RequestEvent, refusal: Refusal): Promise<Response> {
  await drain(request);
  const [status, message] = [statusOf(refusal), sentenceOf(refusal)];
  // Forms that are sent by script expect Kit's own envelope.
  if (request.headers.has('x-sveltekit-action'))
    return Response.json({ type: 'error', status, error: { message, code: refusal.code } }, { status });
  if (/^\/(api|hooks)\//.test(url.pathname) || request.headers.get('accept')?.includes('json'))
    return problem(refusal);
  return new Response(message, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

type Resolve = Parameters<Handle>[0]['resolve'];

async function answer(event: RequestEvent, resolve: Resolve, page: { nonce: string }): Promise<Response> {
  const { request, url, cookies, locals } = event;
  if (!isOurOwn(request, url, cookies.getAll().length > 0))
    return turnAway(event, { kind: 'forbidden', code: 'foreign-origin' });

  const secret = cookies.get(cookieName(sessionCookie, url.protocol === 'https:'));
  locals.leader = await locals.house.auth.leader(secret);
  if (!locals.leader && isAdmin(url.pathname)) {
    const to = request.method === 'GET' ? `?to=${encodeURIComponent(url.pathname + url.search)}` : '';
    redirect(303, `/admin/sign-in${to}`);
  }

  const limit = bodyLimit(url.pathname);
  if (Number(request.headers.get('content-length') ?? 0) > limit) return turnAway(event, tooBig(limit));
  event.request = withLimit(event);

  return resolve(event, {
    transformPageChunk: ({ html }) => {
      page.nonce ||= /nonce="([^"]+)"/.exec(html)?.[1] ?? '';
      return html.replace('%lang%', locals.language).replace('%dir%', getTextDirection(locals.language));
    },
  });
}

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.house = await start();
  const chosen = await languageOf(event);
  event.locals.language = chosen;
  event.locals.leader = undefined;
  return language.run(chosen, async () => {
    const page = { nonce: '' };
    const response = await answer(event, resolve, page);
    await guardHeaders(event, response, page.nonce);
    return compressed(event, response);
  });
};

export const handleError: HandleServerError = async ({ error: thrown, event, status }) => {
  if (status === 404) return { message: m.refusal_no_page(), code: 'no-page' };
  const { log } = await start();
  log.error({ err: thrown, path: event.url.pathname, method: event.request.method }, 'a request failed');
  return { message: m.refusal_failed(), code: 'failed' };
};
