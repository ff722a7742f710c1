import { addDays, daysBetween, localDay } from '../calendar';
import { refuse, type Fault } from '../refusal';
import { isHouse, mayRun } from '../rights';
import { isBusy, longestTrial, longestTrialGoal } from '../trial';
import {
  add,
  created,
  edit,
  forbidden,
  invalid,
  nothingToDo,
  notThere,
  required,
  unknownTeam,
  updated,
  type Decider,
} from './decision';

/** An owner tries the practice out with some teams; a team is in one trial at a time. */
export const startTrial: Decider<'trial:start'> = (input, { existing, teams, on }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  if (existing) return nothingToDo();
  const { texts, faults: missing } = required({ goal: input.goal }, longestTrialGoal);
  const faults: Fault[] = [...missing];
  const known = teams.filter((team) => team !== undefined);
  if (known.length === 0) faults.push({ code: 'choose-one', path: 'teams' });
  if (known.length < teams.length) faults.push({ code: 'unknown-team', path: 'teams' });
  const today = localDay(now, known[0]?.timeZone ?? 'UTC');
  if (input.start > addDays(today, longestTrial))
    faults.push({ code: 'day-too-far', path: 'start', values: { days: longestTrial } });
  else if (input.start < addDays(today, -longestTrial))
    faults.push({ code: 'start-long-ago', path: 'start' });
  if (input.end <= input.start) faults.push({ code: 'due-before-start', path: 'end' });
  else if (daysBetween(input.start, input.end) > longestTrial)
    faults.push({ code: 'review-too-late', path: 'end', values: { days: longestTrial } });
  if (faults.length > 0) return invalid(...faults);
  const busy = known.find(({ id }) => on.some((trial) => isBusy(trial, id, today)));
  if (busy) return refuse('conflict', 'in-a-trial', { values: { team: busy.name } });
  return created(
    add('trial', {
      id: input.id,
      team: null,
      at: now.toISOString(),
      status: 'on',
      batch: null,
      teams: [...new Set(known.map(({ id }) => id))],
      start: input.start,
      end: input.end,
      ...texts,
      // What a trial that begins later is compared with has yet to come.
      baselines: input.start > today ? {} : input.baselines,
    }),
  );
};

/** On its first day the house counts what a team is compared with: once, whatever comes in later. */
export const countBaseline: Decider<'trial:baseline'> = ({ team, baseline }, { trial }, actor) => {
  if (!isHouse(actor)) return forbidden();
  if (!trial?.teams.includes(team)) return notThere();
  if (trial.status === 'over' || team in trial.baselines) return nothingToDo();
  return updated(edit('trial', trial, { baselines: { ...trial.baselines, [team]: baseline } }));
};

/** Another team comes in later; nothing of the others is done again. */
export const joinTrial: Decider<'trial:join'> = (input, { team, trial }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  if (!team) return unknownTeam();
  if (!trial) return notThere();
  if (trial.teams.includes(team.id)) return nothingToDo();
  if (trial.status === 'over') return refuse('conflict', 'trial-over');
  return updated(
    edit('trial', trial, {
      teams: [...trial.teams, team.id],
      baselines:
        trial.start > localDay(now, team.timeZone)
          ? trial.baselines
          : { ...trial.baselines, [team.id]: input.baseline },
    }),
  );
};

/** It ends before its last day; its page stays. */
export const endTrial: Decider<'trial:end'> = (_, { trial }, actor, now) => {
  if (!mayRun(actor)) return forbidden();
  if (!trial) return notThere();
  if (trial.status === 'over') return nothingToDo();
  const today = now.toISOString().slice(0, 10);
  const end = trial.end < today ? trial.end : today > trial.start ? today : trial.start;
  return updated(edit('trial', trial, { status: 'over', end }));
};
