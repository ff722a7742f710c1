import { refuse } from '../refusal';
import { isHouse, mayRun } from '../rights';
import { withoutSignature } from './declarations';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  notThere,
  nothingToDo,
  updated,
  type Decider,
} from './decision';
import { groupFault, groupsOf } from './manager-groups';
import type { Account, Session } from '../records';

/** A board that nobody owns could never be set up again. */
const isLastOwner = (account: Account, owners: readonly Account[]): boolean =>
  account.role === 'owner' && !owners.some(({ id, status }) => id !== account.id && status === 'active');

const lastOwner = () => refuse('conflict', 'last-owner');

const out = (sessions: readonly Session[], account: Account) =>
  sessions
    .filter((session) => session.account === account.id)
    .map((session) => ({ erase: 'session' as const, id: session.id }));

/**
 * An owner says what somebody may do: a leader has teams, a manager groups whose teams they help, or all teams; an owner has every
 * team.
 */
export const editAccount: Decider<'account:edit'> = (input, { account, owners, teams, groups }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (account?.status !== 'active') return notThere();
  const of = input.role === 'leader' ? [...new Set(input.teams)] : [];
  if (input.role === 'leader' && of.length === 0) return invalid({ code: 'choose-one', path: 'teams' });
  if (input.role === 'leader' && teams.some((team) => !team))
    return invalid({ code: 'unknown-team', path: 'teams' });
  const helped = groupsOf(input.role, input.groups === undefined ? account.groups : input.groups);
  const wrong = groupFault(input, groups);
  if (wrong) return invalid(wrong);
  if (input.saw !== account.version) return changedMeanwhile();
  if (input.role !== 'owner' && isLastOwner(account, owners)) return lastOwner();
  return updated(edit('account', account, { role: input.role, teams: of, groups: helped }));
};

/**
 * An owner closes an account, and whoever is signed in with it is out; the keys that it made open nothing any more. What it wrote in
 * its notebook goes for good, its name from under the declaration and from the teams that it stood behind.
 */
export const closeAccount: Decider<'account:close'> = (_, facts, actor) => {
  const { account, owners, sessions, entries, keys, organisation, teams } = facts;
  if (!mayRun(actor)) return forbidden();
  if (!account) return notThere();
  if (account.status === 'closed') return nothingToDo();
  if (isLastOwner(account, owners)) return lastOwner();
  return updated(
    edit('account', account, { status: 'closed' }),
    ...out(sessions, account),
    ...withoutSignature(organisation, account.id),
    ...teams.map((team) => edit('team', team, { sponsor: null })),
    ...keys
      .filter(({ madeBy, status }) => madeBy === account.id && status === 'active')
      .map((key) => edit('api-key', key, { status: 'revoked' })),
    ...entries
      .filter(({ by }) => by === account.id)
      .map(({ id }) => ({ erase: 'journal' as const, id, forget: true })),
  );
};

/** The house gives an account a new password; every browser that was signed in with it is out. */
export const renewPassword: Decider<'account:password'> = (
  { passwordHash },
  { account, sessions },
  actor,
) => {
  if (!isHouse(actor)) return forbidden();
  if (account?.status !== 'active') return notThere();
  return updated(edit('account', account, { passwordHash }), ...out(sessions, account));
};

/** A leader has signed in; sessions of theirs that have run out go. */
export const openSession: Decider<'session:open'> = (input, facts, actor, now) => {
  const { id, account, expiresAt, browser } = input;
  if (!isHouse(actor)) return forbidden();
  if (facts.account?.status !== 'active') return notThere();
  const over = facts.sessions.filter(
    (session) => session.account === account && session.expiresAt <= now.toISOString(),
  );
  return created(
    add('session', {
      id,
      team: null,
      at: now.toISOString(),
      status: 'open',
      batch: null,
      account,
      expiresAt,
      ...(browser === undefined ? {} : { browser }),
    }),
    ...over.map((session) => ({ erase: 'session' as const, id: session.id })),
  );
};

/** A leader signs out; the house does it for whoever holds the cookie, a leader for their own sessions. */
export const closeSession: Decider<'session:close'> = ({ id }, { session }, actor) => {
  const own = actor.as === 'account' && (actor.role === 'owner' || actor.id === session?.account);
  if (!session) return isHouse(actor) || actor.as === 'account' ? nothingToDo() : forbidden();
  if (!isHouse(actor) && !own) return forbidden();
  return updated({ erase: 'session', id });
};
