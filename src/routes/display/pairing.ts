import type { Cookies } from '@sveltejs/kit';
import { displayCookie, pairingCookie } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

const days = 24 * 60 * 60;

/** A cookie that only the server reads; on plain http too, because that is the ordinary case in a shop. */
const cookie = (url: URL, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge }) as const;

/** What a TV says of itself, for the leader who approves it: maker or system, browser and its version. */
export function screenOf(userAgent: string | null): string {
  const agent = userAgent ?? '';
  const maker =
    [
      [/Tizen/, 'Samsung TV'],
      [/Web0S|webOS/, 'LG TV'],
      [/BRAVIA/, 'Sony TV'],
      [/AFT\w+/, 'Fire TV'],
      [/Android TV|GoogleTV/i, 'Android TV'],
      [/CrOS/, 'ChromeOS'],
      [/Android/, 'Android'],
      [/iPad/, 'iPad'],
      [/iPhone/, 'iPhone'],
      [/Macintosh/, 'Mac'],
      [/Windows/, 'Windows'],
      [/Linux/, 'Linux'],
    ].find(([pattern]) => (pattern as RegExp).test(agent))?.[1] ?? '';
  const browser = /(Edg|Firefox|Chrome|Chromium|Version)\/(\d+)/.exec(agent);
  const names: Record<string, string> = { Edg: 'Edge', Version: 'Safari', Chrome: 'Chromium' };
  return [maker, browser ? `${names[browser[1]!] ?? browser[1]!} ${browser[2]!}` : '']
    .filter(Boolean)
    .join(', ');
}

export type Waiting = { state: 'waiting'; code: string; expiresAt: string };

/**
 * How far the TV with this cookie is. Once a leader approved it, the TV keeps its own secret as the display's token, and
 * from then on is that display.
 */
export async function pairingState(
  { auth }: House,
  cookies: Cookies,
  url: URL,
): Promise<Waiting | { state: 'approved'; display: string } | { state: 'gone' }> {
  const display = await auth.displayOf(cookies.get(displayCookie));
  if (display) return { state: 'approved', display };
  const secret = cookies.get(pairingCookie);
  if (!secret) return { state: 'gone' };
  const pairing = await auth.pairing(secret);
  if (pairing.state === 'approved') {
    cookies.set(displayCookie, secret, cookie(url, 400 * days));
    cookies.delete(pairingCookie, { path: '/' });
  }
  return pairing;
}

/** Remembers the secret of a TV that waits to be paired. */
export function keepPairing(cookies: Cookies, url: URL, secret: string): void {
  cookies.set(pairingCookie, secret, cookie(url, days));
}
