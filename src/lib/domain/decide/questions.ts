import type { AskedQuestion } from '../command';
import type { Change, Question, Team } from '../records';
import type { Fault } from '../refusal';
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

/** A question that takes the place of those that are live: as changes, or what is wrong with it. */
export function asked(
  input: AskedQuestion,
  live: readonly Question[],
  team: Pick<Team, 'id'>,
  now: Date,
): { changes: Change[]; faults: Fault[] } {
  const { texts, faults } = required({ text: input.text }, 200);
  faults.push(...scaleFaults(input.metric, input.scale));
  const question = add('question', {
    id: input.id,
    team: team.id,
    at: now.toISOString(),
    status: 'live',
    batch: null,
    ...texts,
    metric: input.metric,
    scale: input.metric === 'rating' ? (input.scale ?? null) : null,
    ...(input.returning && { returning: true }),
  });
  return { changes: [...live.map((one) => edit('question', one, { status: 'past' })), question], faults };
}

/** A team asks a new question; the one before is past. */
export const ask: Decider<'question:ask'> = (input, { team, existing, live }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { changes, faults } = asked(input, live, team, now);
  return faults.length > 0 ? invalid(...faults) : created(...changes);
};
