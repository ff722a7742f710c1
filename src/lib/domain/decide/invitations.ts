import { actorOf, isHouse, mayInvite, mayRun } from '../rights';
import { refuse } from '../refusal';
import {
  add,
  changedMeanwhile,
  created,
  forbidden,
  invalid,
  notThere,
  required,
  updated,
  type Decider,
} from './decision';
import { groupFault, groupsOf } from './manager-groups';

/** How long an invitation may be taken, in milliseconds. */
export const invitationLasts = 7 * 86_400_000;

const gone = () => refuse('unknown', 'invitation-gone');

/**
 * Somebody is brought in by a link: an owner in any role, a manager leaders of teams that they help. Links that have run out go.
 */
export const makeInvitation: Decider<'invitation:make'> = (input, facts, actor, now) => {
  const { id, secretHash, role } = input;
  const { existing, teams, open } = facts;
  if (!mayInvite(actor, role, input.teams)) return forbidden();
  if (existing) return changedMeanwhile();
  const { texts, faults } = required({ name: input.name }, 80);
  const of = role === 'leader' ? [...new Set(input.teams)] : [];
  if (role === 'leader' && of.length === 0) faults.push({ code: 'choose-one', path: 'teams' });
  if (role === 'leader' && teams.some((team) => !team)) faults.push({ code: 'unknown-team', path: 'teams' });
  const wrong = groupFault(input, facts.groups);
  if (wrong) faults.push(wrong);
  const groups = groupsOf(role, input.groups);
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('invitation', {
      id,
      team: null,
      at: now.toISOString(),
      status: 'open',
      batch: null,
      ...texts,
      secretHash,
      role,
      teams: of,
      ...(groups && { groups }),
      expiresAt: new Date(now.getTime() + invitationLasts).toISOString(),
      by: actor.as === 'account' ? actor.id : actor.as,
    }),
    ...open
      .filter(({ expiresAt }) => expiresAt <= now.toISOString())
      .map((over) => ({ erase: 'invitation' as const, id: over.id })),
  );
};

/**
 * Whoever holds the link comes in, once. It is worth no more than whoever made it may give by now, and what is left of its
 * teams. Whoever made it does not take it in their own browser, where it would put them into a lesser account.
 */
export const takeInvitation: Decider<'invitation:take'> = (input, facts, actor, now) => {
  if (!isHouse(actor)) return forbidden();
  const { invitation, maker, existing, same } = facts;
  if (!invitation || invitation.expiresAt <= now.toISOString()) return gone();
  const { role } = invitation;
  const by = maker?.status === 'active' ? actorOf(maker, facts.everyTeam) : undefined;
  const teams = facts.teams.flatMap((team) =>
    team && by && mayInvite(by, role, [team.id]) ? [team.id] : [],
  );
  const groups = groupsOf(
    role,
    invitation.groups && facts.groups.flatMap((group) => (group ? [group.id] : [])),
  );
  if (!by || !mayInvite(by, role, teams)) return gone();
  if ((role === 'leader' && teams.length === 0) || groups?.length === 0) return gone();
  if (input.signedIn === invitation.by) return refuse('conflict', 'invitation-own');
  if (existing) return changedMeanwhile();
  const { account } = input;
  const { texts, faults } = required({ name: account.name, login: account.login }, 80);
  const login = texts.login.toLowerCase();
  if (same.some((one) => one.login === login)) faults.push({ code: 'login-taken', path: 'login' });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('account', {
      id: account.id,
      team: null,
      at: now.toISOString(),
      status: 'active',
      batch: null,
      login,
      name: texts.name,
      role,
      teams,
      ...(groups && { groups }),
      passwordHash: account.passwordHash,
    }),
    { erase: 'invitation', id: invitation.id },
  );
};

/** An owner, or whoever made it, takes a link back. */
export const dropInvitation: Decider<'invitation:drop'> = (_, { invitation }, actor) => {
  const own = actor.as === 'account' && actor.role !== 'leader' && invitation?.by === actor.id;
  if (!mayRun(actor) && !own) return forbidden();
  if (!invitation) return notThere();
  return updated({ erase: 'invitation', id: invitation.id });
};
