import { m } from '$lib/paraglide/messages';
import type { RequestHandler } from './$types';

/** A day at most, and only where it was seen: an erased picture is nowhere for longer. Its bytes never change. */
const kept = 'private, max-age=86400, immutable';

/**
 * A picture by its id, for whoever knows it: ids cannot be guessed and stand only on pages and walls that show the picture.
 * 404 from the moment that its record is erased.
 */
export const GET: RequestHandler = async ({ params, request, locals }) => {
  const found = await locals.house.media.read(params.id);
  if (!found) {
    return new Response(m.refusal_not_there(), {
      status: 404,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
    });
  }
  const etag = `"${found.picture.id}"`;
  const headers = { 'cache-control': kept, etag, 'cross-origin-resource-policy': 'same-origin' };
  const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
  if (known.some((one) => one.replace(/^W\//, '') === etag))
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(found.bytes), {
    headers: {
      ...headers,
      'content-type': 'image/webp',
      'content-length': String(found.bytes.length),
      'content-disposition': 'inline',
    },
  });
};
