import { monthOf } from '../echo';
import { isHouse, mayTap } from '../rights';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  unknownTeam,
  updated,
  type Decider,
} from './decision';

/**
 * A phone says how its team is led, once a month; again in the same month it changes its mind. An obstacle is brought by the house, which
 * knows that it is a leader’s and does not say whose, to the leadership team.
 */
export const tapEcho: Decider<'echo:tap'> = (input, { team, existing, ahead }, actor, now) => {
  const { id, topic, sealed } = input;
  if (!team) return unknownTeam();
  if (!(topic === 'obstacle' ? isHouse(actor) && team.leadership : mayTap(actor, team.id)))
    return forbidden();
  const month = monthOf(now);
  // Whatever the clock says: a month that is over takes in nothing more.
  if (ahead || input.month !== month) return changedMeanwhile();
  if (!existing)
    return created(
      add('echo', {
        ...{ id, team: team.id, at: `${month}-01T00:00:00.000Z`, status: 'kept', batch: null },
        ...{ topic, month, sealed },
      }),
    );
  if (existing.team !== team.id || existing.topic !== topic || existing.month !== month)
    return changedMeanwhile();
  return updated(edit('echo', existing, { sealed }));
};
