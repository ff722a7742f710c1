import { longestMission } from '../mission';
import type { Fault } from '../refusal';
import { mayLead, mayRun } from '../rights';
import {
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  notThere,
  nothingToDo,
  unknownTeam,
  updated,
  wordsUpTo,
  type Decider,
} from './decision';

/** An owner says what the organisation is there for. */
export const setMission: Decider<'mission:set'> = (input, { organisation }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!organisation) return notThere();
  const faults: Fault[] = [];
  const line = wordsUpTo(longestMission, input.mission, 'mission', faults);
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== organisation.version) return changedMeanwhile();
  if (line === (organisation.mission ?? null)) return nothingToDo();
  return updated(edit('organisation', organisation, { mission: line }));
};

/** A leader says what the team is there for, in words of its own; without any the organisation’s stand. */
export const setTeamMission: Decider<'team:mission'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const faults: Fault[] = [];
  const line = wordsUpTo(longestMission, input.mission, 'mission', faults);
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  if (line === (team.mission ?? null)) return nothingToDo();
  return updated(edit('team', team, { mission: line }));
};
