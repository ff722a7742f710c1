import { redirect } from '@sveltejs/kit';
import { cookieName, cookieOptions, sessionCookie } from '$lib/server/auth/auth';
import { mayInvite } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { seenBy } from '../access';
import { carryOut, leaderOf, typedIn } from '../answer';
import { sessionsOf } from '../sessions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const [account, teams] = await Promise.all([house.store.get('account', leader.id), seenBy(house, leader)]);
  const secret = event.cookies.get(cookieName(sessionCookie, event.url.protocol === 'https:'));
  return {
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
  'sign-out': async ({ locals, cookies, url }) => {
    const secure = url.protocol === 'https:';
    const name = cookieName(sessionCookie, secure);
    const secret = cookies.get(name);
    if (secret) await locals.house.auth.signOut(secret);
    cookies.delete(name, cookieOptions(secure, 0));
    redirect(303, '/admin/sign-in');
  },
};
