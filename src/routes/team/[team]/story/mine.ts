import type { Cookies } from '@sveltejs/kit';
import type { Story } from '$lib/domain/hung';
import { cookieName, cookieOptions } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

/** A story that this phone may take back: its id and the secret that proves it. */
export interface Mine {
  id: string;
  secret: string;
}

const cookie = 'huddleboard_stories';
const lasts = 400 * 86_400;
/** A cookie holds 4 kB: the newest so many, of all teams together. */
const most = 12;
const shape = /^([0-9A-Za-z._:-]{1,128})~([0-9A-Za-z_-]{20,64})$/;

const nameIn = (url: URL) => cookieName(cookie, url.protocol === 'https:');

/** One as it stands in a link or in the cookie; undefined where it is none. */
export function mineFrom(text: string): Mine | undefined {
  const [, id, secret] = shape.exec(text) ?? [];
  return id && secret ? { id, secret } : undefined;
}

export const textOf = ({ id, secret }: Mine): string => `${id}~${secret}`;

/** What this phone may take back, the newest first; it alone knows. */
export const mineOf = (cookies: Cookies, url: URL): Mine[] =>
  (cookies.get(nameIn(url)) ?? '').split(',').flatMap((text) => mineFrom(text) ?? []);

/** The phone keeps one more. */
export function remember(one: Mine, cookies: Cookies, url: URL): void {
  const kept = [one, ...mineOf(cookies, url).filter(({ id }) => id !== one.id)].slice(0, most);
  const options = cookieOptions(url.protocol === 'https:', lasts);
  cookies.set(nameIn(url), kept.map(textOf).join(','), options);
}

/** Those of the team that are still there. */
export async function storiesOf(
  { store, auth }: House,
  team: string,
  mine: readonly Mine[],
): Promise<Story[]> {
  const found = await Promise.all(mine.map(({ id }) => store.get('story', id)));
  return found.flatMap((story, at) =>
    story?.team === team &&
    story.status !== 'withdrawn' &&
    story.takeBackHash === auth.hashOf(mine[at]?.secret ?? '')
      ? [story]
      : [],
  );
}
