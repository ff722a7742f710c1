import { error } from '@sveltejs/kit';
import { mayInvite, mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { all, groupsOf, seenBy } from '../access';
import { carryOut, leaderOf, sayField, sayNo, sayYes, typedIn } from '../answer';
import { groupsIn, isReachOpen, roleIn, teamsIn } from './role-form';
import { roleWords } from './role-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  if (!mayInvite(leader, 'leader')) error(403, m.people_not_leaders());
  const { house } = event.locals;
  const owner = mayRun(leader);
  const [teams, groups, accounts, invitations] = await Promise.all([
    seenBy(house, leader),
    owner ? groupsOf(house) : [],
    owner ? all(house, 'account', { status: 'active' }) : [],
    all(house, 'invitation'),
  ]);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  const words = ({
    role,
    teams: of,
    groups: given,
  }: Pick<(typeof invitations)[number], 'role' | 'teams' | 'groups'>) =>
    roleWords(
      role,
      of.flatMap((id) => names.get(id) ?? []).sort(),
      given ? given.flatMap((id) => groupNames.get(id) ?? []).sort() : null,
    );
  const now = house.now().toISOString();
  return {
    owner,
    teams: teams.map(({ id, name }) => ({ id, name })),
    groups: groups.map(({ id, name }) => ({ id, name })),
    accounts: accounts
      .sort((a, b) => a.name.localeCompare(b.name))
      .map((account) => ({
        id: account.id,
        name: account.name,
        may: words(account),
        you: account.id === leader.id,
      })),
    invitations: invitations
      .filter(({ by, expiresAt }) => (owner || by === leader.id) && expiresAt > now)
      .map((invitation) => ({
        id: invitation.id,
        name: invitation.name,
        may: words(invitation),
        until: invitation.expiresAt,
      })),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
};

export const actions: Actions = {
  invite: async (event) => {
    const leader = leaderOf(event);
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    if (isReachOpen(typed, await groupsOf(house)))
      return sayField('invite', 'reach', m.people_reach_say(), typed);
    const { token, tokenHash } = house.auth.newToken();
    const outcome = await house.intake.submit(
      'invitation:make',
      {
        id: house.newId(),
        secretHash: tokenHash,
        name: typed.name ?? '',
        role: roleIn(typed),
        teams: teamsIn(typed),
        groups: groupsIn(typed),
      },
      leader,
    );
    if (!outcome.ok) return sayNo('invite', outcome.refusal, typed);
    const base = house.config.publicUrl ?? event.url.origin;
    return sayYes('invite', m.people_invited(), { once: `${base}/join?code=${token}` });
  },
  drop: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    return carryOut(event, 'drop', 'invitation:drop', { id }, typed, m.people_invitation_dropped());
  },
};
