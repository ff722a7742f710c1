const reading = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request comes from our own pages, or brings its own proof. Everything that changes something must: a form, a
 * JSON call or one without any content type, from another site, from nowhere (`null`) or from a client that does not say.
 * Webhooks prove themselves, API keys too: no page of another site can send them without asking first. A script without
 * origin, key and cookies may knock at the API, to be told there that it needs a key.
 *
 * @param url the address the request was sent to, as Kit knows it
 */
export function isOurOwn(
  request: Pick<Request, 'method' | 'headers'>,
  url: URL,
  hasCookies: boolean,
): boolean {
  if (reading.includes(request.method)) return true;
  if (url.pathname.startsWith('/hooks/')) return true;
  if (/^Bearer /i.test(request.headers.get('authorization') ?? '')) return true;
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === url.origin;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return url.pathname.startsWith('/api/') && !hasCookies;
}
