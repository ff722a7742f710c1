import { error, redirect } from '@sveltejs/kit';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { all, groupsOf } from '../access';
import { leaderOf, sayNo, typedIn } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  if (!mayRun(leader)) error(403, m.people_owners_only());
  const { house } = event.locals;
  const [groups, teams, accounts] = await Promise.all([
    groupsOf(house),
    all(house, 'team', { status: 'active' }),
    all(house, 'account', { status: 'active' }),
  ]);
  return {
    groups: groups.map(({ id, name }) => ({
      id,
      name,
      teams: teams.filter(({ group }) => group === id).length,
      managers: accounts
        .filter(({ role, groups: of }) => role === 'manager' && of?.includes(id))
        .map((account) => account.name)
        .sort((a, b) => a.localeCompare(b)),
    })),
    once: house.newId(),
  };
};

export const actions: Actions = {
  add: async (event) => {
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    const id = typed.once || house.newId();
    const outcome = await house.intake.submit('group:add', { id, name: typed.name ?? '' }, leaderOf(event));
    if (!outcome.ok) return sayNo('add', outcome.refusal, typed);
    redirect(303, `/admin/groups/${encodeURIComponent(id)}`);
  },
};
