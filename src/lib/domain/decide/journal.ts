import { longestEntry } from '../journal';
import { mayLead } from '../rights';
import { turnNumber } from '../turn';
import {
  add,
  created,
  forbidden,
  invalid,
  nothingToDo,
  notThere,
  required,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';

/** A leader writes down what was tried, for nobody else. */
export const writeJournal: Decider<'journal:write'> = (input, facts, actor, now) => {
  const { team, existing, open } = facts;
  if (!team) return unknownTeam();
  if (actor.as !== 'account' || !mayLead(actor, team.id)) return forbidden();
  if (existing) return existing.by === actor.id ? nothingToDo() : notThere();
  const { texts, faults } = required({ tried: input.tried }, longestEntry);
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('journal', {
      id: input.id,
      team: null,
      at: now.toISOString(),
      status: 'kept',
      batch: null,
      by: actor.id,
      about: team.id,
      turn: turnNumber(open),
      ...texts,
      happened: words(input.happened, longestEntry),
    }),
  );
};

/** It goes for good: nothing of it stays on disk. To anybody else it is not there. */
export const dropJournal: Decider<'journal:drop'> = (_, { entry }, actor) => {
  if (actor.as !== 'account' || entry?.by !== actor.id) return notThere();
  return updated({ erase: 'journal', id: entry.id, saw: entry.version, forget: true });
};
