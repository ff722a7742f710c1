import type { Commands } from '../command';
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
  notThere,
  nothingToDo,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';

/** Before comes first, and neither runs backwards. */
function periodFaults({ before, after }: Commands['improvement:show']): Fault[] {
  const faults: Fault[] = [];
  for (const [path, { from, to }] of Object.entries({ before, after }))
    if (to < from) faults.push({ code: 'ends-before-start', path: `${path}.to` });
  if (after.from <= before.to) faults.push({ code: 'after-not-after', path: 'after.from' });
  return faults;
}

/** The team shows what changed because of customers: a count before and after. */
export const showImprovement: Decider<'improvement:show'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { id, what, unit, before, after } = input;
  const label = words(input.label, 60);
  const faults = periodFaults(input);
  if (what === 'other' && label === null) faults.push({ code: 'missing', path: 'label' });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('improvement', {
      id,
      team: team.id,
      at: now.toISOString(),
      status: 'shown',
      batch: null,
      what,
      label,
      unit,
      before,
      after,
      because: words(input.because, 120),
    }),
  );
};

export const withdrawImprovement: Decider<'improvement:withdraw'> = (
  _input,
  { team, improvement },
  actor,
) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(improvement, team)) return notThere();
  if (improvement.status === 'withdrawn') return nothingToDo();
  return updated(edit('improvement', improvement, { status: 'withdrawn' }));
};
