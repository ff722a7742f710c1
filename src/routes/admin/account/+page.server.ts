import { redirect } from '@sveltejs/kit';
import { cookieName, cookieOptions, languageCookie, sessionCookie } from '$lib/server/auth/auth';
import { mayInvite } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { seenBy } from '../access';
import { carryOut, leaderOf, typedIn } from '../answer';
import { languageOptions } from '../languages';
import { sessionsOf } from '../sessions';
import type { Actions, PageServerLoad } from './$types';

/** How long a browser keeps its reader’s language, in seconds. */
const languageLasts = 400 * 86_400;

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const [account, teams] = await Promise.all([house.store.get('account', leader.id), seenBy(house, leader)]);
  const secure = event.url.protocol === 'https:';
  const secret = event.cookies.get(cookieName(sessionCookie, secure));
  return {
    languages: languageOptions(),
    chosen: event.cookies.get(cookieName(languageCookie, secure)) ?? '',
    login: account?.login ?? '',
    teams: leader.role === 'leader' ? teams.map(({ id, name }) => ({ id, name })) : [],
    invites: mayInvite(leader, 'leader'),
    sessions: await sessionsOf(house, leader.id, secret && house.auth.hashOf(secret)),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
};

export const actions: Actions = {
  'end-session': async (event) => {
    const typed = await typedIn(event.request);
    const input = { id: typed.id ?? '' };
    return carryOut(event, 'sessions', 'session:close', input, typed, m.people_session_ended());
  },
  /** The page comes anew in the language that was chosen; in the browser’s where none was. */
  language: async ({ request, cookies, url }) => {
    const { language = '' } = await typedIn(request);
    const secure = url.protocol === 'https:';
    const known = languageOptions().some(({ value }) => value === language);
    cookies.set(
      cookieName(languageCookie, secure),
      known ? language : '',
      cookieOptions(secure, known ? languageLasts : 0),
    );
    redirect(303, '/admin/account');
  },
  'sign-out': async ({ locals, cookies, url }) => {
    const secure = url.protocol === 'https:';
    const name = cookieName(sessionCookie, secure);
    const secret = cookies.get(name);
    if (secret) await locals.house.auth.signOut(secret);
    cookies.delete(name, cookieOptions(secure, 0));
    redirect(303, '/admin/sign-in');
  },
};
