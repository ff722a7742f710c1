import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { all, groupsOf, seenBy } from '../../access';
import { carryOut, leaderOf, numberIn, sayField, sayNo, typedIn } from '../../answer';
import { sessionsOf } from '../../sessions';
import { groupsIn, isReachOpen, roleIn, teamsIn } from '../role-form';
import type { Actions, PageServerLoad } from './$types';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/** The owner who is signed in. @throws 403 for everybody else */
function ownerOf(event: Event) {
  const leader = leaderOf(event);
  if (!mayRun(leader)) error(403, m.people_owners_only());
  return leader;
}

export const load: PageServerLoad = async (event) => {
  const leader = ownerOf(event);
  const { house } = event.locals;
  const account = await house.store.get('account', event.params.id);
  if (account?.status !== 'active') error(404, m.people_no_such());
  const [teams, groups] = await Promise.all([seenBy(house, leader), groupsOf(house)]);
  const { id, version, name, login, role } = account;
  return {
    account: { id, version, name, login, role, teams: account.teams, groups: account.groups ?? null },
    teams: teams.map((team) => ({ id: team.id, name: team.name })),
    groups: groups.map((group) => ({ id: group.id, name: group.name })),
    sessions: await sessionsOf(house, id, undefined),
    lastOwner:
      role === 'owner' &&
      !(await all(house, 'account', { status: 'active' })).some(
        (other) => other.role === 'owner' && other.id !== id,
      ),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
};

export const actions: Actions = {
  edit: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      id: event.params.id,
      saw: numberIn(typed.saw),
      role: roleIn(typed),
      teams: teamsIn(typed),
      groups: groupsIn(typed),
    };
    if (isReachOpen(typed, await groupsOf(event.locals.house)))
      return sayField('edit', 'reach', m.people_reach_say(), typed);
    return carryOut(event, 'edit', 'account:edit', input, typed, m.people_saved());
  },
  'end-session': async (event) => {
    const typed = await typedIn(event.request);
    const input = { id: typed.id ?? '' };
    return carryOut(event, 'sessions', 'session:close', input, typed, m.people_session_ended());
  },
  close: async (event) => {
    const input = { id: event.params.id };
    const outcome = await event.locals.house.intake.submit('account:close', input, leaderOf(event));
    if (!outcome.ok) return sayNo('close', outcome.refusal, {});
    redirect(303, '/admin/people');
  },
};
