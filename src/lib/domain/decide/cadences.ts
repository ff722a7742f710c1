import { actionPoints, type ActionPoint } from '../action-point';
import { daysOf, type Interval } from '../cadence';
import type { Fault } from '../refusal';
import { mayLead } from '../rights';
import {
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  unknownTeam,
  updated,
  wordsUpTo,
  type Decider,
} from './decision';

/** How long an owner's name may be, in characters. */
export const longestOwner = 60;

/** Days of the week in their order, each once. */
const sorted = (interval: Interval): Interval =>
  typeof interval === 'object' && 'on' in interval
    ? { on: [...new Set(interval.on)].sort((a, b) => a - b) }
    : interval;

/** A team settles how often each point is due, who looks after it, and when its shifts begin. */
export const setCadence: Decider<'team:cadence'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const faults: Fault[] = [];
  const owners: Partial<Record<ActionPoint, string>> = {};
  for (const point of actionPoints) {
    const owner = wordsUpTo(longestOwner, input.points[point].owner, `points.${point}.owner`, faults);
    if (owner !== null) owners[point] = owner;
  }
  for (const [index, shift] of input.shifts.entries())
    if (input.shifts.indexOf(shift) < index) faults.push({ code: 'twice', path: `shifts.${index}` });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  const due = (point: ActionPoint) => sorted(input.points[point].due);
  const reports = due('feedback');
  return updated(
    edit('team', team, {
      cadence: {
        reports,
        turn: due('thanks'),
        points: { involve: due('involve'), focus: due('focus') },
        sources: Object.fromEntries(
          Object.entries(input.sources).map(([source, interval]) => [source, sorted(interval)]),
        ),
        shifts: [...input.shifts].sort(),
      },
      // A score grows old as its reports do.
      cadenceDays: daysOf(reports),
      owners,
    }),
  );
};
