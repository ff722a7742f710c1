import type { JournalEntry } from '../journal';
import { isHouse, mayLead } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  nothingToDo,
  notThere,
  put,
  unknownTeam,
  updated,
  type Decider,
} from './decision';

/** Whoever has an account keeps a notebook: a new entry, or their own in its place. To anybody else it is not there. */
export const writeJournal: Decider<'journal:write'> = (input, { existing }, actor, now) => {
  const { id, saw, sealed } = input;
  if (actor.as !== 'account') return forbidden();
  if (existing && (existing.by !== actor.id || existing.status !== 'kept')) return notThere();
  if (existing && saw === undefined) return nothingToDo();
  if (existing)
    return saw === existing.version ? updated(edit('journal', existing, { sealed })) : changedMeanwhile();
  if (saw !== undefined) return notThere();
  return created(
    add('journal', {
      ...{ id, team: null, at: now.toISOString(), status: 'kept', batch: null, by: actor.id, sealed },
    }),
  );
};

/** The house seals an entry that was written before entries were: what could be read leaves the disk. */
export const sealJournal: Decider<'journal:seal'> = ({ saw, sealed }, { entry }, actor) => {
  if (!isHouse(actor)) return forbidden();
  if (entry?.version !== saw) return nothingToDo();
  const { id, team, at, status, batch, by } = entry;
  return updated({ ...put('journal', { id, team, at, status, batch, by, sealed }, saw), forget: true });
};

const gone = ({ id, version }: JournalEntry) => ({
  erase: 'journal' as const,
  id,
  saw: version,
  forget: true,
});

/** Whoever leads the team lets its managers read answers of theirs. What they let them read before is taken back with that. */
export const shareJournal: Decider<'journal:share'> = (input, facts, actor, now) => {
  const { team, existing, entry, shared } = facts;
  if (!team) return unknownTeam();
  if (actor.as !== 'account' || !mayLead(actor, team.id)) return forbidden();
  if (entry?.by !== actor.id || entry.status !== 'kept') return notThere();
  if (existing) return existing.by === actor.id ? nothingToDo() : notThere();
  const { id, of, sealed } = input;
  return created(
    ...shared.filter(({ by, readers }) => by === actor.id && readers === team.id).map(gone),
    add('journal', {
      ...{ id, team: null, at: now.toISOString(), status: 'shared', batch: null, by: actor.id, sealed },
      ...{ of, readers: team.id },
    }),
  );
};

/** It goes for good, and what was shared of it: nothing of it stays on disk. To anybody else it is not there. */
export const dropJournal: Decider<'journal:drop'> = (_, { entry, shared }, actor) => {
  if (actor.as !== 'account' || entry?.by !== actor.id) return notThere();
  return updated(gone(entry), ...shared.filter(({ by, of }) => by === actor.id && of === entry.id).map(gone));
};
