import { addDays, localDay } from '../calendar';
import type { Actor } from '../command';
import { newestReading } from '../goal';
import { isReached } from '../goal-stand';
import { readMeasure } from '../metric';
import type { Goal } from '../practice';
import type { Change, Team } from '../records';
import { isHouse, mayLead } from '../rights';
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
  required,
  unknownTeam,
  updated,
  words,
  type Decider,
} from './decision';
import { pictureGoes, type Showing } from './pictures';
import { refuse } from '../refusal';

/** Sets the team's focus goal, or edits it (`saw`). A team focuses on one thing: another open goal is closed. */
export const setGoal: Decider<'goal:set'> = (input, facts, actor, now) => {
  const { team, existing, open } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (existing && !isOf(existing, team)) return notThere();
  const { texts, faults } = required({ question: input.question }, 140);
  const { unit, baseline, target, due } = input;
  const start = input.start ?? existing?.start ?? localDay(now, team.timeZone);
  const follow = input.follow || null;
  if (baseline === target) faults.push({ code: 'target-is-baseline', path: 'target' });
  if (due <= start) faults.push({ code: 'due-before-start', path: 'due' });
  if (follow !== null && !readMeasure(follow)) faults.push({ code: 'unknown-metric', path: 'follow' });
  const aim = input.aim === undefined ? (existing?.aim ?? null) : input.aim || null;
  if (input.aim && facts.aim?.status !== 'open') faults.push({ code: 'not-a-choice', path: 'aim' });
  const sample = input.sample === undefined ? (existing?.sample ?? null) : input.sample || null;
  if (input.sample && !(isOf(facts.sampled, team) && facts.sampled.status === 'approved'))
    faults.push({ code: 'not-a-choice', path: 'sample' });
  const routine = input.routine === undefined ? (existing?.routine ?? null) : words(input.routine, 80);
  // The practice adds no meeting: what is new lives in what the team does already.
  if (routine === null) faults.push({ code: 'routine-missing', path: 'routine' });
  if (faults.length > 0) return invalid(...faults);
  const decidedAt = now.toISOString();
  const fields = { ...texts, unit, baseline, target, start, due, follow, routine, aim, sample, decidedAt };
  if (existing) {
    if (input.saw == null) return nothingToDo();
    return input.saw === existing.version ? updated(edit('goal', existing, fields)) : changedMeanwhile();
  }
  return created(
    ...open.flatMap((goal) => over(goal, team, facts, now)),
    add('goal', {
      id: input.id,
      team: team.id,
      at: now.toISOString(),
      status: 'open',
      batch: null,
      ...fields,
      readings: [],
    }),
  );
};

/** A goal that another takes the place of: one that was reached is celebrated all the same. */
const over = (goal: Goal, team: Team, showing: Showing, now: Date): Change[] =>
  end(
    goal,
    goal.reach
      ? { status: 'reached', celebration: { words: '', next: null, at: now.toISOString() } }
      : { status: 'closed' },
    team,
    showing,
  );

/** A goal that ends leaves its picture: nobody works on what it shows any more. */
const end = (goal: Goal, how: Partial<Goal>, team: Team, showing: Showing): Change[] => [
  edit('goal', goal, { ...how, ...(goal.picture && { picture: null }) }),
  ...pictureGoes(goal, team, showing),
];

/**
 * A leader gives the open goal a picture of what it looks like once it is there, or takes it away (null). It hangs for months, so that
 * nobody can be recognised on it.
 */
export const pictureGoal: Decider<'goal:picture'> = (input, facts, actor) => {
  const { team, goal, picture } = facts;
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(goal, team)) return notThere();
  if (goal.status !== 'open') return refuse('conflict', 'goal-is-closed');
  if ((goal.picture ?? null) === input.picture) return nothingToDo();
  if (input.picture !== null && !isOf(picture, team))
    return invalid({ code: 'unknown-picture', path: 'picture' });
  if (picture?.people) return invalid({ code: 'people-on-goal', path: 'picture-people' });
  return updated(edit('goal', goal, { picture: input.picture }), ...pictureGoes(goal, team, facts));
};

/** A leader enters where the goal stands; a second reading of the same day replaces the first. */
export const readGoal: Decider<'goal:read'> = (input, { team, goal }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(goal, team)) return notThere();
  if (goal.status !== 'open') return refuse('conflict', 'goal-is-closed');
  const today = localDay(now, team.timeZone);
  const day = input.day ?? today;
  if (day > addDays(today, 1)) return invalid({ code: 'day-ahead', path: 'day' });
  const readings = [
    ...goal.readings.filter((reading) => reading.day !== day),
    { day, value: input.value, n: input.n ?? null },
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  const newest = newestReading(readings);
  const reached = newest && goal.follow === null && isReached(goal, newest, team.minimumN);
  return updated(
    edit('goal', goal, {
      readings,
      decidedAt: now.toISOString(),
      ...(goal.follow !== null
        ? {}
        : { reach: reached ? (goal.reach ?? { ...newest, at: now.toISOString() }) : null }),
    }),
  );
};

/** The team stays with its goal for this turn. */
export const keepGoal: Decider<'goal:keep'> = (input, { team, goal }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(goal, team)) return notThere();
  if (goal.status !== 'open') return refuse('conflict', 'goal-is-closed');
  const routine = words(input.routine, 80) ?? goal.routine ?? null;
  if (!routine) return invalid({ code: 'routine-missing', path: 'routine' });
  return updated(edit('goal', goal, { routine, decidedAt: now.toISOString() }));
};

/** The house saw a goal come to its target, or fall back before anybody spoke of it. */
export const reachGoal: Decider<'goal:reach'> = ({ stand }, { team, goal }, actor, now) => {
  if (!team) return unknownTeam();
  if (!isHouse(actor)) return forbidden();
  if (!isOf(goal, team)) return notThere();
  if (goal.status !== 'open' || Boolean(goal.reach) === (stand !== null)) return nothingToDo();
  return updated(edit('goal', goal, { reach: stand && { ...stand, at: now.toISOString() } }));
};

/** How long the leader's words and the next step may be, in characters. */
export const longestWords = 160;
export const longestNext = 90;

/**
 * Closes the goal: reached, in the leader's own words, or given up. Words may still come to a goal that was celebrated
 * without any.
 */
export const closeGoal: Decider<'goal:close'> = (input, { team, goal, ...shown }, actor, now) => {
  if (!team) return unknownTeam();
  if (!mayLead(actor, team.id)) return forbidden();
  if (!isOf(goal, team)) return notThere();
  const wordless = goal.status === 'reached' && !goal.celebration?.words;
  if (!input.reached) {
    if (goal.status !== 'open') return nothingToDo();
    return updated(...end(goal, { status: 'closed' }, team, shown));
  }
  if (goal.status !== 'open' && !wordless)
    return goal.status === 'reached' ? nothingToDo() : refuse('conflict', 'goal-is-closed');
  const said = words(input.words, longestWords + 1);
  const next = words(input.next, longestNext + 1);
  const faults = [
    ...(said === null ? [{ code: 'no-words', path: 'words' }] : []),
    ...tooLong('words', said, longestWords),
    ...tooLong('next', next, longestNext),
  ];
  if (said === null || faults.length > 0) return invalid(...faults);
  const celebration = { words: said, next, at: now.toISOString(), by: nameOf(actor), ...accountOf(actor) };
  return updated(...end(goal, { status: 'reached', celebration }, team, shown));
};

const nameOf = (actor: Actor) => (actor.as === 'account' ? actor.name : '');
const accountOf = (actor: Actor) => (actor.as === 'account' ? { account: actor.id } : {});
const tooLong = (path: string, text: string | null, max: number) =>
  text !== null && [...text].length > max ? [{ code: 'too-long', path, values: { max } }] : [];
