import { addDays, localDay } from '../calendar';
import { readMeasure } from '../metric';
import { mayLead } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  notThere,
  nothingToDo,
  required,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';
import { refuse } from '../refusal';

/** Sets the team's focus goal, or edits it (`saw`). A team focuses on one thing: another open goal is closed. */
export const setGoal: Decider<'goal:set'> = (input, { team, existing, open }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing && !isOf(existing, team)) return notThere();
  const { texts, faults } = required({ question: input.question }, 140);
  const { unit, baseline, target, due } = input;
  const start = input.start ?? existing?.start ?? localDay(now, team.timeZone);
  const follow = input.follow || null;
  if (baseline === target) faults.push({ code: 'target-is-baseline', path: 'target' });
  if (due <= start) faults.push({ code: 'due-before-start', path: 'due' });
  if (follow !== null && !readMeasure(follow)) faults.push({ code: 'unknown-metric', path: 'follow' });
  if (faults.length > 0) return invalid(...faults);
  const fields = { ...texts, unit, baseline, target, start, due, follow };
  if (existing) {
    if (input.saw == null) return nothingToDo();
    return input.saw === existing.version ? updated(edit('goal', existing, fields)) : changedMeanwhile();
  }
  return created(
    ...open.map((goal) => edit('goal', goal, { status: 'closed' })),
    add('goal', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: 'open',
      batch: null,
      ...fields,
      readings: [],
    }),
  );
};

/** A leader enters where the goal stands; a second reading of the same day replaces the first. */
export const readGoal: Decider<'goal:read'> = (input, { team, goal }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(goal, team)) return notThere();
  if (goal.status !== 'open') return refuse('conflict', 'goal-is-closed');
  const today = localDay(now, team.timeZone);
  const day = input.day ?? today;
  if (day > addDays(today, 1)) return invalid({ code: 'day-ahead', path: 'day' });
  const readings = [
    ...goal.readings.filter((reading) => reading.day !== day),
    { day, value: input.value, n: input.n ?? null },
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  return updated(edit('goal', goal, { readings }));
};

export const closeGoal: Decider<'goal:close'> = (input, { team, goal }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(goal, team)) return notThere();
  const status = input.reached ? 'reached' : 'closed';
  if (goal.status === status) return nothingToDo();
  if (!input.reached) return updated(edit('goal', goal, { status }));
  const said = { words: words(input.words, 160) ?? '', next: words(input.next, 120) };
  return updated(edit('goal', goal, { status, celebration: { ...said, at: now.toISOString() } }));
};
