import { redirect } from '@sveltejs/kit';
import { teamsOf } from '../access';
import { leaderOf } from '../answer';
import type { Actions, PageServerLoad } from './$types';

/** The cookie's name is the door's own; the page only hands its secret back. */
const sessionCookie = 'huddleboard_session';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const account = await event.locals.house.store.get('account', leader.id);
  const teams = await teamsOf(event.locals.house, leader);
  return { login: account?.login ?? '', teams: teams.map(({ id, name }) => ({ id, name })) };
};

export const actions: Actions = {
  'sign-out': async ({ locals, cookies }) => {
    const secret = cookies.get(sessionCookie);
    if (secret) await locals.house.auth.signOut(secret);
    cookies.delete(sessionCookie, { path: '/' });
    redirect(303, '/admin/sign-in');
  },
};
