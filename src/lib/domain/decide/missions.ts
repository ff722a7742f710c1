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
  words,
  type Decider,
} from './decision';

/** The line as it is kept, and what is wrong with it. */
function lineOf(mission: string | null): { line: string | null; faults: Fault[] } {
  const line = words(mission, longestMission + 1);
  return line !== null && [...line].length > longestMission
    ? { line, faults: [{ code: 'too-long', path: 'mission', values: { max: longestMission } }] }
    : { line, faults: [] };
}

/** An owner says what the organisation is there for. */
export const setMission: Decider<'mission:set'> = (input, { organisation }, actor) => {
  if (!mayRun(actor)) return forbidden();
  if (!organisation) return notThere();
  const { line, faults } = lineOf(input.mission);
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== organisation.version) return changedMeanwhile();
  if (line === (organisation.mission ?? null)) return nothingToDo();
  return updated(edit('organisation', organisation, { mission: line }));
};

/** A leader says what the team is there for, in words of its own; without any the organisation’s stand. */
export const setTeamMission: Decider<'team:mission'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const { line, faults } = lineOf(input.mission);
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  if (line === (team.mission ?? null)) return nothingToDo();
  return updated(edit('team', team, { mission: line }));
};
