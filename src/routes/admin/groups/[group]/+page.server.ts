import { error, redirect } from '@sveltejs/kit';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { groupsOf, seenBy } from '../../access';
import { carryOut, leaderOf, numberIn, sayNo, typedIn } from '../../answer';
import { teamsIn } from '../../people/role-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  if (!mayRun(leader)) error(403, m.people_owners_only());
  const { house } = event.locals;
  const [groups, teams, closed] = await Promise.all([
    groupsOf(house),
    seenBy(house, leader),
    seenBy(house, leader, 'closed'),
  ]);
  const group = groups.find(({ id }) => id === event.params.group);
  if (!group) error(404, m.groups_gone());
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    group: { id: group.id, name: group.name, version: group.version },
    /** Ids of closed teams in it: they stay in it. */
    closed: closed.filter((team) => team.group === group.id).map(({ id }) => id),
    teams: teams.map(({ id, name, group: of }) => ({
      id,
      name,
      within: of === group.id,
      elsewhere: (of && of !== group.id && names.get(of)) || null,
    })),
  };
};

export const actions: Actions = {
  edit: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      id: event.params.group,
      saw: numberIn(typed.saw),
      name: typed.name ?? '',
      teams: teamsIn(typed),
    };
    return carryOut(event, 'edit', 'group:edit', input, typed, m.groups_saved());
  },
  drop: async (event) => {
    const input = { id: event.params.group };
    const outcome = await event.locals.house.intake.submit('group:drop', input, leaderOf(event));
    if (!outcome.ok) return sayNo('drop', outcome.refusal, {});
    redirect(303, '/admin/groups');
  },
};
