import type { House } from '$lib/server/house';
import { all } from './access';
import { browserWords } from './browser-words';

/** Where an account is signed in, newest first; `own` is the session that asks. */
export async function sessionsOf(house: House, account: string, own: string | undefined) {
  const now = house.now().toISOString();
  return (await all(house, 'session'))
    .filter((session) => session.account === account && session.expiresAt > now)
    .map(({ id, at, expiresAt, browser }) => ({
      id,
      browser: browserWords(browser),
      since: at,
      until: expiresAt,
      here: id === own,
    }));
}
