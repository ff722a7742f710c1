import type { RequestEvent } from '@sveltejs/kit';
import type { Refusal } from '$lib/domain/refusal';
import { cookieName, cookieOptions, sessionCookie } from '$lib/server/auth/auth';

type Event = Pick<RequestEvent, 'locals' | 'request' | 'url' | 'cookies' | 'getClientAddress'>;

/** Signs somebody in and gives the browser its cookie; the refusal where that may not be. */
export async function letIn(event: Event, login: string, password: string): Promise<Refusal | undefined> {
  const { house } = event.locals;
  const browser = event.request.headers.get('user-agent');
  const entry = await house.auth.signIn(login, password, event.getClientAddress(), browser);
  if (!entry.ok) return entry.refusal;
  const secure = event.url.protocol === 'https:';
  const seconds = Math.floor((Date.parse(entry.value.expiresAt) - house.now().getTime()) / 1000);
  event.cookies.set(cookieName(sessionCookie, secure), entry.value.secret, cookieOptions(secure, seconds));
  return undefined;
}
