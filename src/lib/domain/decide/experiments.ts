import { longestSentence, mostOn } from '../experiment';
import { refuse, type Fault } from '../refusal';
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
  type Decider,
} from './decision';

/** A leader begins to try something out: what is thought, what is tried, and by what one will see. */
export const beginExperiment: Decider<'experiment:begin'> = (input, facts, actor, now) => {
  const { team, existing, finding, on } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const faults: Fault[] = [];
  const think = saidIn(longestSentence, input.think, 'think', faults);
  const tries = saidIn(longestSentence, input.tries, 'tries', faults);
  const see = saidIn(longestSentence, input.see, 'see', faults);
  if (input.finding && !isOf(finding, team)) faults.push({ code: 'not-a-choice', path: 'finding' });
  if (faults.length > 0) return invalid(...faults);
  if (on >= mostOn) return refuse('conflict', 'experiments-full', { values: { most: mostOn } });
  const at = now.toISOString();
  return created(
    add('experiment', {
      ...{ id: input.id, team: team.id, at, status: 'on', batch: null },
      ...{ think, tries, see, saw: null, begun: at, finding: input.finding || null },
    }),
    // What is tried out stands in the huddle from now on, in the finding’s place.
    ...(isOf(finding, team) && finding.status !== 'hidden'
      ? [edit('finding', finding, { status: 'answered' })]
      : []),
  );
};

/** Whoever was there says what was seen, once: it is answered, and leaves the huddle. */
export const seeExperiment: Decider<'experiment:see'> = (input, { team, experiment }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayShoutOut(actor, team.id)) return forbidden();
  if (!isOf(experiment, team) || experiment.status === 'dropped') return notThere();
  const faults: Fault[] = [];
  const saw = saidIn(longestSentence, input.saw, 'saw', faults);
  if (faults.length > 0) return invalid(...faults);
  if (experiment.saw === saw) return nothingToDo();
  if (experiment.saw !== null && !mayLead(actor, team.id)) return refuse('conflict', 'experiment-answered');
  return updated(edit('experiment', experiment, { status: 'answered', saw, at: now.toISOString() }));
};

/** One that teaches nothing leaves the huddle unanswered. */
export const dropExperiment: Decider<'experiment:drop'> = (_input, { team, experiment }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(experiment, team)) return notThere();
  return experiment.status === 'dropped'
    ? nothingToDo()
    : updated(edit('experiment', experiment, { status: 'dropped' }));
};
