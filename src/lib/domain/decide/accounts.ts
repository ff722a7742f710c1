import { isHouse } from '../rights';
import { add, created, forbidden, notThere, nothingToDo, updated, type Decider } from './decision';

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
