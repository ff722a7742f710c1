import { json } from '@sveltejs/kit';
import { displayCookie } from '$lib/server/auth/auth';
import type { RequestHandler } from './$types';

const longest = 400 * 86_400;

/** A kiosk that holds the display's enrol secret: gets the board and, where cookies pass, a cookie for the next start. */
export const POST: RequestHandler = async ({ params, request, locals, cookies, url }) => {
  const { boards, auth } = locals.house;
  const display = params.id;
  const body: unknown = await request.json().catch(() => null);
  const secret = typeof body === 'object' && body && 'secret' in body ? body.secret : undefined;
  if (typeof secret !== 'string' || secret.length > 400 || !(await auth.opensByEnrol(display, secret))) {
    return json({ code: 'not-allowed' }, { status: 403 });
  }
  await boards.cameBy(display, url.origin);
  const first = await boards.snapshot(display);
  if (!first) return json({ code: 'unknown-display' }, { status: 404 });
  cookies.set(displayCookie, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: longest,
  });
  return json({ first });
};
