import { addDays, daysBetween, localDay } from '../calendar';
import { planOf } from '../huddle';
import type { Fault } from '../refusal';
import { mayLead } from '../rights';
import { turnNumber } from '../turn';
import {
  add,
  changedMeanwhile,
  created,
  edit,
  forbidden,
  invalid,
  isOf,
  nothingToDo,
  notThere,
  required,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';

/** How far ahead a decision may be reviewed, in days from its start. */
export const longestRun = 92;

/** A team decides one thing: what, in which routine that it has already, from when, to be reviewed when, and what customers have of it. */
export const takeDecision: Decider<'decision:take'> = (input, facts, actor, now) => {
  const { team, existing, open } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing) return isOf(existing, team) ? nothingToDo() : changedMeanwhile();
  const { text, routine, meaning } = input;
  const { texts, faults: missing } = required({ text, meaning }, 140);
  const faults: Fault[] = [...missing];
  const tied = words(routine, 80);
  if (tied === null) faults.push({ code: 'routine-missing', path: 'routine' });
  const today = localDay(now, team.timeZone);
  const start = input.start ?? today;
  if (start < addDays(today, -longestRun)) faults.push({ code: 'start-long-ago', path: 'start' });
  if (input.review <= start) faults.push({ code: 'due-before-start', path: 'review' });
  else if (daysBetween(start, input.review) > longestRun)
    faults.push({ code: 'review-too-late', path: 'review', values: { days: longestRun } });
  const critical = input.critical || null;
  if (critical !== null && !team.criticals?.some(({ id }) => id === critical))
    faults.push({ code: 'not-a-choice', path: 'critical' });
  const source = input.source || null;
  const { cited, finding, experiment } = facts;
  const isEvidence =
    (isOf(cited, team) && cited.status === 'approved') ||
    (isOf(finding, team) && finding.status !== 'hidden') ||
    (isOf(experiment, team) && experiment.status !== 'dropped');
  if (source !== null && !isEvidence) faults.push({ code: 'not-a-choice', path: 'source' });
  const skill = input.skill || null;
  if (skill !== null && !planOf(team).skills.includes(skill))
    faults.push({ code: 'not-a-choice', path: 'skill' });
  const aim = input.aim || null;
  if (aim !== null && facts.aim?.status !== 'open') faults.push({ code: 'not-a-choice', path: 'aim' });
  if (tied === null || faults.length > 0) return invalid(...faults);
  return created(
    add('decision', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: 'taken',
      batch: null,
      ...texts,
      routine: tied,
      start,
      review: input.review,
      critical,
      source,
      skill,
      aim,
      turn: turnNumber(open),
    }),
    // What was decided of needs no huddle any more.
    ...(isOf(finding, team) ? [edit('finding', finding, { status: 'answered' })] : []),
  );
};

/** A decision that was a mistake goes off the wall; it stays among what was decided. */
export const dropDecision: Decider<'decision:drop'> = (_, { team, decision }, actor) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(decision, team)) return notThere();
  if (decision.status === 'dropped') return nothingToDo();
  return updated(edit('decision', decision, { status: 'dropped' }));
};
