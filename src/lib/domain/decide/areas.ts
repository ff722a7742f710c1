import { longestArea, mostAreas, type Area } from '../area';
import type { Team } from '../records';
import type { Fault } from '../refusal';
import { mayLead } from '../rights';
import {
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  required,
  unknownTeam,
  updated,
  type Decider,
} from './decision';

/** The area that a phone says it is of; undefined where the team has none such any more. */
export const areaOf = ({ areas }: Pick<Team, 'areas'>, id: string | null | undefined): Area | undefined =>
  areas?.find((area) => area.id === id);

/** A leader says which kinds of work there are in the team, and who of them serves customers. */
export const setAreas: Decider<'team:areas'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const faults: Fault[] = [];
  if (input.areas.length > mostAreas)
    faults.push({ code: 'too-many', path: 'areas', values: { max: mostAreas } });
  const areas = input.areas.map(({ id, name, serves }, index): Area => {
    const { texts, faults: wrong } = required({ name }, longestArea);
    faults.push(...wrong.map((fault) => ({ ...fault, path: `areas.${index}.name` })));
    return { id, ...texts, serves };
  });
  for (const [index, { id, name }] of areas.entries())
    if (areas.findIndex((one) => one.id === id || one.name.toLowerCase() === name.toLowerCase()) < index)
      faults.push({ code: 'twice', path: `areas.${index}.name` });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  return updated(edit('team', team, { areas }));
};
