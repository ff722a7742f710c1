import * as v from 'valibot';
import { addDays, daysBetween, localDay, momentOf } from '../../domain/calendar';
import { paceOf, progressOf } from '../../domain/goal';
import { figureDays, standOf, tenth } from '../../domain/goal-stand';
import { metrics, readMeasure } from '../../domain/metric';
import { wordsIn } from '../../domain/playlist';
import { customerWords } from '../../domain/records';
import { m } from '../../paraglide/messages';
import { answers, newest, place, team } from '../needs';
import { definePanel } from '../panel';

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
