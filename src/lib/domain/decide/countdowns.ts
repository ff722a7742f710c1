import { momentOf } from '../calendar';
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

/** The days, hours and minutes to something are counted down on the walls. */
export const setCountdown: Decider<'countdown:set'> = (input, { team, existing }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { texts, faults } = required({ title: input.title }, 60);
  const { day } = input;
  const time = input.time || null;
  if (momentOf(day, time ?? '23:59', team.timeZone) <= now) faults.push({ code: 'moment-gone', path: 'day' });
  if (faults.length > 0) return invalid(...faults);
  return created(
    add('countdown', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: 'set',
      batch: null,
      ...texts,
      note: words(input.note, 90),
      day,
      time,
      customers: input.customers ?? false,
    }),
  );
};

export const withdrawCountdown: Decider<'countdown:withdraw'> = (_input, { team, countdown }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(countdown, team)) return notThere();
  if (countdown.status === 'withdrawn') return nothingToDo();
  return updated(edit('countdown', countdown, { status: 'withdrawn' }));
};
