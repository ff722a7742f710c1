import { isHouse, mayRun } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  notThere,
  nothingToDo,
  required,
  updated,
  type Decider,
} from './decision';

/** An owner gives a manager an account: it sees every team and signs thanks. A login is one person’s. */
export const addManager: Decider<'account:add'> = (input, { existing, same }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  if (existing) return changedMeanwhile();
  const { texts, faults } = required({ name: input.name, login: input.login }, 80);
  const login = texts.login.toLowerCase();
  if (same.some((account) => account.login === login)) faults.push({ code: 'login-taken', path: 'login' });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('account', {
      id: input.id,
      team: null,
      at: now.toISOString(),
      status: 'active',
      batch: null,
      login,
      name: texts.name,
      role: 'manager',
      teams: [],
      passwordHash: input.passwordHash,
    }),
  );
};

/** A manager’s account is closed, and whoever is signed in with it is out. What it wrote in its notebook goes for good. */
export const closeManager: Decider<'account:close'> = (_, { account, sessions, entries }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (account?.role !== 'manager') return notThere();
  if (account.status === 'closed') return nothingToDo();
  return updated(
    edit('account', account, { status: 'closed' }),
    ...sessions
      .filter((session) => session.account === account.id)
      .map((session) => ({ erase: 'session' as const, id: session.id })),
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
  return updated(
    edit('account', account, { passwordHash }),
    ...sessions
      .filter((session) => session.account === account.id)
      .map((session) => ({ erase: 'session' as const, id: session.id })),
  );
};

/** A leader has signed in; sessions of theirs that have run out go. */
export const openSession: Decider<'session:open'> = ({ id, account, expiresAt }, facts, actor, now) => {
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
    }),
    ...over.map((session) => ({ erase: 'session' as const, id: session.id })),
  );
};

/** A leader signs out; the house does it for whoever holds the cookie, a leader for their own sessions. */
export const closeSession: Decider<'session:close'> = ({ id }, { session }, actor) => {
  if (!session) return nothingToDo();
  const own = actor.as === 'account' && (actor.role === 'owner' || actor.id === session.account);
  if (!isHouse(actor) && !own) return forbidden();
  return updated({ erase: 'session', id });
};
