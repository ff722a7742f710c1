import { isHouse } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  nothingToDo,
  notThere,
  put,
  updated,
  type Decider,
} from './decision';

/** Whoever has an account keeps a notebook: a new entry, or their own in its place. To anybody else it is not there. */
export const writeJournal: Decider<'journal:write'> = (input, { existing }, actor, now) => {
  const { id, saw, sealed } = input;
  if (actor.as !== 'account') return forbidden();
  if (existing && existing.by !== actor.id) return notThere();
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

/** It goes for good: nothing of it stays on disk. To anybody else it is not there. */
export const dropJournal: Decider<'journal:drop'> = (_, { entry }, actor) => {
  if (actor.as !== 'account' || entry?.by !== actor.id) return notThere();
  return updated({ erase: 'journal', id: entry.id, saw: entry.version, forget: true });
};
