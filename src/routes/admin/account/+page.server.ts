import { redirect } from '@sveltejs/kit';
import { cookieName, cookieOptions, sessionCookie } from '$lib/server/auth/auth';
import { teamsOf } from '../access';
import { leaderOf } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const account = await event.locals.house.store.get('account', leader.id);
  const teams = await teamsOf(event.locals.house, leader);
  return { login: account?.login ?? '', teams: teams.map(({ id, name }) => ({ id, name })) };
};

export const actions: Actions = {
  'sign-out': async ({ locals, cookies, url }) => {
    const secure = url.protocol === 'https:';
    const name = cookieName(sessionCookie, secure);
    const secret = cookies.get(name);
    if (secret) await locals.house.auth.signOut(secret);
    cookies.delete(name, cookieOptions(secure, 0));
    redirect(303, '/admin/sign-in');
  },
};
