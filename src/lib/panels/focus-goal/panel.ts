import * as v from 'valibot';
import { addDays, daysBetween, localDay, momentOf, type Day } from '../../domain/calendar';
import { decisionStand } from '../../domain/decision-stand';
import { byWho } from '../../domain/follow-through';
import { paceOf, progressOf } from '../../domain/goal';
import { figureDays, standOf, tenth } from '../../domain/goal-stand';
import { metrics, readMeasure, type Measure } from '../../domain/metric';
import { wordsIn } from '../../domain/playlist';
import type { TeamDecision } from '../../domain/practice';
import { customerWords } from '../../domain/records';
import { m } from '../../paraglide/messages';
import { answers, answersAbout, newest, place, team } from '../needs';
import { outcomeDays, outcomeOf } from '../outcome';
import { definePanel } from '../panel';
import { teamScore } from '../team-score';

/** So many promises stand on the ground; one that is so many days past its day is for the next huddle alone. */
const mostPromises = 2;
const overdue = 7;
/** What came of a decision stands so many days beyond its review. */
const judgedFor = 14;

const score = v.object({ score: v.number(), n: v.number() });

/** The one thing the team focuses on: from where, where now, where to and by when. Skipped while no goal is open. */
export const panel = definePanel({
  kind: 'focus-goal',
  title: () => m.focus_goal_title(),
  point: 'focus',
  purpose: 'customer-focus',
  audiences: ['staff'],
  options: v.object({
    /** How many of the newest days' answers make the figure, where the goal follows a score. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), figureDays),
  }),
  data: v.object({
    question: v.string(),
    unit: v.picklist(['in-100', 'points', 'count', 'minutes', 'percent']),
    customer: v.picklist(customerWords),
    /** The metric that moves it; null: readings by hand. */
    follows: v.nullable(v.picklist(metrics)),
    baseline: v.number(),
    target: v.number(),
    start: v.string(),
    due: v.string(),
    /** Where it stands, `at` a moment (ISO) or, where only the day is known, null; null below the minimum n or before any reading. */
    now: v.nullable(
      v.object({
        value: v.number(),
        n: v.nullable(v.number()),
        at: v.nullable(v.string()),
        day: v.string(),
        toGo: v.number(),
        reached: v.boolean(),
        pace: v.object({
          expected: v.number(),
          state: v.picklist(['ahead', 'on', 'behind']),
        }),
      }),
    ),
    /** How many answered, where they are too few for a figure. */
    few: v.nullable(v.number()),
    minimumN: v.number(),
    daysLeft: v.number(),
    /** How many days old the figure is. */
    age: v.number(),
    stale: v.boolean(),
    /** What was promised and is not judged yet, leaders’ first. */
    promises: v.pipe(
      v.array(
        v.object({
          who: v.picklist(['leader', 'all', 'one']),
          name: v.nullable(v.string()),
          text: v.string(),
          due: v.string(),
        }),
      ),
      v.maxLength(mostPromises),
    ),
    /** The newest decision on its way: decided, started, seen in what customers say. Days; null: none is. */
    decision: v.nullable(
      v.object({
        text: v.string(),
        taken: v.string(),
        start: v.string(),
        review: v.string(),
        verdict: v.picklist(['to-come', 'running', 'clear', 'not-yet-clear']),
        measure: v.nullable(v.string()),
        /** Null while too few answered. */
        seen: v.nullable(v.object({ before: score, since: score })),
      }),
    ),
    today: v.string(),
  }),
  needs: (options) => ({
    team: team(),
    place: place(),
    goals: newest('goal', 'open', 1),
    answers: answers(Math.max(options.days, outcomeDays)),
    about: answersAbout(outcomeDays),
    decisions: newest('decision', 'taken', 6),
    commitments: newest('commitment', 'open', 60),
  }),
  select({ team, goals, answers, about, decisions, commitments }, options, now) {
    const goal = goals[0];
    if (!goal) return undefined;
    const today = localDay(now, team.timeZone);
    const stand = standOf(goal, answers, options.days, team, now);
    const few = stand && stand.n !== null && stand.n < team.minimumN ? stand.n : null;
    const age = stand ? Math.max(0, daysBetween(stand.day, today)) : 0;
    const shown = stand && few === null ? stand : undefined;
    const { toGo, reached } = progressOf(goal, shown?.value ?? goal.baseline);
    const { expected, state, daysLeft } = paceOf(goal, shown?.value ?? goal.baseline, today);
    return {
      question: goal.question,
      unit: goal.unit,
      customer: team.customer,
      follows: (goal.follow && readMeasure(goal.follow)?.metric) || null,
      baseline: tenth(goal.baseline),
      target: tenth(goal.target),
      start: goal.start,
      due: goal.due,
      now: shown
        ? { ...shown, toGo: tenth(toGo), reached, pace: { expected: tenth(expected), state } }
        : null,
      few,
      minimumN: team.minimumN,
      daysLeft,
      age,
      stale: shown !== undefined && age > team.cadenceDays,
      promises: commitments
        .filter(({ due }) => due >= addDays(today, -overdue))
        .sort(byWho)
        .slice(0, mostPromises)
        .map(({ who, name, text, due }) => ({ who, name, text, due })),
      decision: decided(
        decisions.find(({ review }) => review >= addDays(today, -judgedFor)),
        teamScore(answers, team, goal.follow, options.days, now)?.measure ?? null,
        today,
      ),
      today,
    };

    function decided(decision: TeamDecision | undefined, measure: Measure | null, today: Day) {
      if (!decision) return null;
      const { text, at, start, review } = decision;
      const outcome = measure
        ? outcomeOf(decision, measure, { answers, about }, team.minimumN, today)
        : { verdict: decisionStand(decision, undefined, team.minimumN, today).verdict, stand: null };
      const { verdict, stand } = outcome;
      const seen = stand && { before: stand.before, since: stand.since };
      return { text, taken: localDay(new Date(at), team.timeZone), start, review, verdict, measure, seen };
    }
  },
  words: ({ question, now, promises, decision }) =>
    wordsIn(question) +
    (now ? 20 : 10) +
    Math.max(10, wordsIn(...promises.map(({ text }) => text)), wordsIn(decision?.text) + 10),
  // What is said on the ground takes turns: how far we are, what was promised, what came of what was decided.
  plays: ({ promises, decision }) => 1 + (promises.length > 0 ? 1 : 0) + (decision ? 1 : 0),
  personal: ({ promises }) => promises.length > 0,
  asOf: ({ now }) => (now ? (now.at ?? `${now.day}T12:00:00.000Z`) : null),
  // Days left, the straight line and the figure's age all move on at midnight.
  lookAgain: ({ team, goals }, _options, now) =>
    goals.length > 0 ? momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone) : undefined,
});
