import { redirect } from '@sveltejs/kit';
import { cookieName, cookieOptions, sessionCookie } from '$lib/server/auth/auth';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { all, teamsOf } from '../access';
import { carryOut, leaderOf, sayNo, sayYes, typedIn } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const account = await event.locals.house.store.get('account', leader.id);
  const teams = await teamsOf(event.locals.house, leader);
  const accounts = mayRun(leader) ? await all(event.locals.house, 'account', { status: 'active' }) : [];
  return {
    login: account?.login ?? '',
    teams: teams.map(({ id, name }) => ({ id, name })),
    /** The managers that an owner may bring in and close; null for everybody else. */
    managers: mayRun(leader)
      ? accounts.filter(({ role }) => role === 'manager').map(({ id, name, login }) => ({ id, name, login }))
      : null,
  };
};

export const actions: Actions = {
  add: async (event) => {
    const leader = leaderOf(event);
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    // Told once, by the owner, to whom it is for.
    const password = house.newId();
    const hashed = mayRun(leader) ? await house.auth.hashPassword(password) : undefined;
    if (hashed && !hashed.ok) return sayNo('add', hashed.refusal, typed);
    const input = { id: house.newId(), name: typed.name ?? '', login: typed.login ?? '' };
    const outcome = await house.intake.submit(
      'account:add',
      { ...input, passwordHash: hashed?.value ?? '' },
      leader,
    );
    return outcome.ok
      ? sayYes('add', m.admin_manager_added(), { once: password })
      : sayNo('add', outcome.refusal, typed);
  },
  close: async (event) => {
    const typed = await typedIn(event.request);
    return carryOut(event, 'close', 'account:close', { id: typed.id ?? '' }, typed, m.admin_manager_closed());
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
