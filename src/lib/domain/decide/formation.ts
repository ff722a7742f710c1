import { checklistSlots, longestStep } from '../formation';
import type { Fault } from '../refusal';
import { mayLead } from '../rights';
import {
  changedMeanwhile,
  edit,
  forbidden,
  invalid,
  nothingToDo,
  unknownTeam,
  updated,
  wordsUpTo,
  type Decider,
} from './decision';

/** The list by which a team begins: at most six slots, an empty one is left out. */
export const setChecklist: Decider<'team:checklist'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const faults: Fault[] = [];
  const checklist = input.steps.flatMap(({ text, done }, at) => {
    const said = wordsUpTo(longestStep, text, `steps.${at}`, faults);
    return said === null ? [] : [{ text: said, done }];
  });
  if (checklist.length > checklistSlots)
    faults.push({ code: 'too-many', path: 'steps', values: { max: checklistSlots } });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  return updated(edit('team', team, { checklist }));
};

/** The team is guided, or only looked at. */
export const setPhase: Decider<'team:phase'> = ({ phase }, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  return team.phase === phase ? nothingToDo() : updated(edit('team', team, { phase }));
};
