import * as v from 'valibot';
import { addDays, daysBetween, localDay, momentOf, type Day } from '../../domain/calendar';
import { newestReading, paceOf, progressOf } from '../../domain/goal';
import { metrics, readMeasure } from '../../domain/metric';
import { customerWords, type Goal } from '../../domain/records';
import { bands, countsIn, scoreOf, type Count } from '../../domain/score';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { answers, newest, place, team, type Answers } from '../needs';
import { definePanel } from '../panel';

/** Where the goal stands: its value, how many stand behind it, and since when. */
interface Stand {
  value: number;
  n: number | null;
  /** The moment of the newest answer (ISO); null for a reading, which only knows its day. */
  at: string | null;
  day: Day;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** A goal's value in its own unit, from answers to the measure it follows. */
function followed(goal: Goal, counts: Count[], measure: string): number | null {
  const { top, n } = bands(counts, measure);
  if (n === 0) return null;
  if (goal.unit !== 'points') return Math.round((100 * top) / n);
  const { score } = scoreOf(counts, measure);
  return score === null ? null : readMeasure(measure)?.metric === 'ces' ? tenth(score) : Math.round(score);
}

/** The newest days' answers since the goal began; a goal counted or timed by hand follows none. */
function standOfAnswers(goal: Goal, { measure, latest, rows }: Answers, days: number, zone: string) {
  const to = localDay(new Date(latest), zone);
  const first = addDays(to, 1 - days);
  const counts = countsIn(rows, { from: goal.start > first ? goal.start : first, to });
  const n = counts.reduce((sum, { count }) => sum + count, 0);
  const value = followed(goal, counts, measure);
  return value === null ? undefined : { value, n, at: latest, day: to };
}

function standOf(goal: Goal, answers: Answers[], days: number, zone: string): Stand | undefined {
  const follows =
    goal.follow && goal.unit !== 'count' && goal.unit !== 'minutes'
      ? answers.find(({ measure }) => measure === goal.follow)
      : undefined;
  if (follows) return standOfAnswers(goal, follows, days, zone);
  const reading = newestReading(goal.readings);
  return reading && { value: tenth(reading.value), n: reading.n, at: null, day: reading.day };
}

/** The one thing the team focuses on: from where, where now, where to and by when. Skipped while no goal is open. */
export const panel = definePanel({
  kind: 'focus-goal',
  title: () => m.focus_goal_title(),
  point: 'focus',
  audiences: ['staff'],
  options: v.object({
    /** How many of the newest days' answers make the figure, where the goal follows a score. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(365)), 30),
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
  }),
  needs: (options) => ({
    team: team(),
    place: place(),
    goals: newest('goal', 'open', 1),
    answers: answers(options.days),
  }),
  select({ team, goals, answers }, options, now) {
    const goal = goals[0];
    if (!goal) return undefined;
    const today = localDay(now, team.timeZone);
    const stand = standOf(goal, answers, options.days, team.timeZone);
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
    };
  },
  words: ({ question, now }) => wordsIn(question) + (now ? 30 : 20),
  asOf: ({ now }) => (now ? (now.at ?? `${now.day}T12:00:00.000Z`) : null),
  // Days left, the straight line and the figure's age all move on at midnight.
  lookAgain: ({ team, goals }, _options, now) =>
    goals.length > 0 ? momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone) : undefined,
});
