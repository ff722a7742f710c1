import { askedId, longestGreeting, longestPhrase, longestStandard, timeIn, weekOf } from '../asking';
import { localDay } from '../calendar';
import type { Fault } from '../refusal';
import { mayLead } from '../rights';
import {
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  nothingToDo,
  notThere,
  put,
  unknownTeam,
  updated,
  wordsUpTo,
  withAct,
  type Decider,
} from './decision';
import { mayJoin } from './huddles';

/** A leader says how the team asks this week, how it greets, and what it keeps to; what is left out stays as it is. */
export const setPhrase: Decider<'asking:phrase'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const faults: Fault[] = [];
  const phrase = wordsUpTo(longestPhrase, input.phrase, 'phrase', faults);
  const said = {
    ...(input.greeting !== undefined && {
      greeting: wordsUpTo(longestGreeting, input.greeting, 'greeting', faults),
    }),
    ...(input.standard !== undefined && {
      standard: wordsUpTo(longestStandard, input.standard, 'standard', faults),
    }),
  };
  if (said.standard && timeIn(said.standard) === null) faults.push({ code: 'no-time', path: 'standard' });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  return updated(edit('team', team, { phrase, ...said }));
};

/** Somebody asked a customer, or kept the standard: it counts in the team’s week, and nowhere by person. */
export const tapAsked: Decider<'asked:tap'> = (input, { team, asked }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayJoin(actor, team.id)) return forbidden();
  if (asked?.acts.includes(input.act)) return nothingToDo();
  const standard = input.what === 'standard';
  if (standard && !team.standard) return notThere();
  const week = weekOf(localDay(now, team.timeZone));
  const fields = {
    at: now.toISOString(),
    taps: (asked?.taps ?? 0) + (standard ? 0 : 1),
    ...(standard && { standard: (asked?.standard ?? 0) + 1 }),
    acts: withAct(asked?.acts ?? [], input.act),
  };
  if (asked) return updated(edit('asked', asked, fields));
  const id = askedId(team.id, week);
  return created(put('asked', { id, team: team.id, status: 'counted', batch: null, week, ...fields }, null));
};
