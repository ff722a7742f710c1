import { longestSaw, longestStep, mostSteps, type Finding, type JourneyStep } from '../journey';
import type { Fault } from '../refusal';
import { mayLead, mayShoutOut } from '../rights';
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
  saidIn,
  unknownTeam,
  updated,
  wordsUpTo,
  type Decider,
} from './decision';
import { pictureGoes } from './pictures';

/** A leader says what customers go through with the team, step by step. */
export const setJourney: Decider<'team:journey'> = (input, { team }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  const faults: Fault[] = [];
  if (input.steps.length > mostSteps)
    faults.push({ code: 'too-many', path: 'steps', values: { max: mostSteps } });
  const journey = input.steps.map(({ id, name, touchpoint }, index): JourneyStep => {
    const path = `steps.${index}`;
    const clean = wordsUpTo(longestStep, name, `${path}.name`, faults);
    if (clean === null) faults.push({ code: 'missing', path: `${path}.name` });
    return { id, name: clean ?? '', touchpoint: wordsUpTo(80, touchpoint, `${path}.touchpoint`, faults) };
  });
  for (const [index, { id, name }] of journey.entries())
    if (journey.findIndex((one) => one.id === id || one.name.toLowerCase() === name.toLowerCase()) < index)
      faults.push({ code: 'twice', path: `steps.${index}.name` });
  if (faults.length > 0) return invalid(...faults);
  if (input.saw !== team.version) return changedMeanwhile();
  return updated(edit('team', team, { journey }));
};

/** A champion says what there was at a step. It counts at once; its words hang nowhere by themselves. */
export const tellFinding: Decider<'finding:tell'> = (input, { team, existing, picture }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayShoutOut(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const faults: Fault[] = [];
  if (!team.journey?.some(({ id }) => id === input.step)) faults.push({ code: 'not-a-choice', path: 'step' });
  const saw = saidIn(longestSaw, input.saw, 'saw', faults);
  const shown = input.picture || null;
  if (shown !== null && !(isOf(picture, team) && !picture.people))
    faults.push({ code: 'unknown-picture', path: 'picture' });
  if (faults.length > 0) return invalid(...faults);
  const { id, step, from, felt } = input;
  return created(
    add('finding', {
      ...{ id, team: team.id, at: now.toISOString(), status: 'told', batch: null },
      ...{ step, from, felt, saw, picture: shown },
    }),
  );
};

/** A leader leaves a finding out: it counts no more, and its picture goes for good. */
export const hideFinding: Decider<'finding:hide'> = (_input, { team, finding, ...shown }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(finding, team)) return notThere();
  if (finding.status === 'hidden') return nothingToDo();
  return updated(
    edit('finding', finding, { status: 'hidden', picture: null }),
    ...pictureGoes(finding, team, shown),
  );
};

const setFinding =
  <C extends 'finding:show' | 'finding:bring' | 'finding:answer'>(
    status: Finding['status'],
    from: readonly Finding['status'][],
  ): Decider<C> =>
  (_input, { team, finding }, actor) => {
    if (!team) return unknownTeam();
    if (!mayLead(actor, team.id)) return forbidden();
    if (!isOf(finding, team)) return notThere();
    return from.includes(finding.status) ? updated(edit('finding', finding, { status })) : nothingToDo();
  };

export const showFinding = setFinding<'finding:show'>('told', ['hidden']);
/** The next huddles speak of it, until it is answered. */
export const bringFinding = setFinding<'finding:bring'>('brought', ['told', 'answered']);
export const answerFinding = setFinding<'finding:answer'>('answered', ['brought']);
