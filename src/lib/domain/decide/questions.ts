import { mayLead } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  nothingToDo,
  required,
  unknownTeam,
  type Decider,
} from './decision';
import { scaleFaults } from './scale';

/** A team asks a new question; the one before is past. */
export const ask: Decider<'question:ask'> = (input, { team, existing, live }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ text: input.text }, 200);
  faults.push(...scaleFaults(input.metric, input.scale));
  if (faults.length > 0) return invalid(...faults);
  return created(
    ...live.map((question) => edit('question', question, { status: 'past' })),
    add('question', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: 'live',
      batch: null,
      ...texts,
      metric: input.metric,
      scale: input.metric === 'rating' ? (input.scale ?? null) : null,
    }),
  );
};
