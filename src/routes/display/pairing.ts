import type { Cookies } from '@sveltejs/kit';
import { cookieName, cookieOptions, displayCookie, displayLasts, pairingCookie } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

/** A code lasts ten minutes; its secret may be asked for a day, so that a TV left alone finds out. */
const pairingLasts = 86_400;

const isSecure = (url: URL) => url.protocol === 'https:';
const pairingName = (url: URL) => cookieName(pairingCookie, isSecure(url));

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
  const secret = cookies.get(pairingName(url));
  if (!secret) return { state: 'gone' };
  const pairing = await auth.pairing(secret);
  if (pairing.state === 'approved') {
    cookies.set(displayCookie, secret, cookieOptions(isSecure(url), displayLasts));
    cookies.delete(pairingName(url), cookieOptions(isSecure(url), 0));
  }
  return pairing;
}

/** Remembers the secret of a TV that waits to be paired. */
export function keepPairing(cookies: Cookies, url: URL, secret: string): void {
  cookies.set(pairingName(url), secret, cookieOptions(isSecure(url), pairingLasts));
}
