import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { customerWords } from '../../domain/records';
import { compare, countsIn, periodOf } from '../../domain/score';
import { m } from '../../paraglide/messages';
import { answers, newest, team } from '../needs';
import { definePanel } from '../panel';
import { scoresByWeek, teamScore } from '../team-score';

/** Fewer points are no trend. */
const leastPoints = 4;

/** The score's way to today with its interval, and the goal's target where a goal follows this score. */
export const panel = definePanel({
  kind: 'score-trend',
  title: () => m.score_trend_title(),
  point: 'feedback',
  audiences: ['staff'],
  options: v.object({
    /** The measure to show; null: the team's, else the newest answered. */
    measure: v.optional(v.nullable(v.string()), null),
    /** How many days each point covers. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)), 30),
    /** How many weeks back the line goes. */
    weeks: v.optional(v.pipe(v.number(), v.integer(), v.minValue(leastPoints), v.maxValue(52)), 12),
  }),
  data: v.object({
    customer: v.picklist(customerWords),
    measure: v.string(),
    stale: v.boolean(),
    /** Oldest first; the score of the days up to `to` and its 95 % interval. The last is the score itself. */
    points: v.pipe(
      v.array(
        v.object({ to: v.string(), score: v.number(), low: v.number(), high: v.number(), n: v.number() }),
      ),
      v.minLength(leastPoints),
    ),
    days: v.number(),
    /** The last point against the first; null where their days overlap. */
    change: v.nullable(v.object({ by: v.number(), clear: v.boolean() })),
    /** Of the open goal that this score moves. */
    target: v.nullable(v.object({ value: v.number(), due: v.string() })),
    today: v.string(),
    asOf: v.string(),
    timeZone: v.string(),
  }),
  needs: (options) => ({
    team: team(),
    answers: answers(options.days + 7 * options.weeks),
    goals: newest('goal', 'open', 10),
  }),
  select({ team, answers, goals }, options, now) {
    const found = teamScore(answers, team, options.measure, options.days, now);
    if (!found) return undefined;
    const { measure, rows, period } = found;
    const points = scoresByWeek(rows, measure, period.to, { ...options, minimumN: team.minimumN });
    const [first, last] = [points[0], points[points.length - 1]];
    if (!first || last?.to !== period.to || points.length < leastPoints) return undefined;
    const then = periodOf(first.to, options.days);
    const changed =
      then.to < period.from ? compare(countsIn(rows, period), countsIn(rows, then), measure) : undefined;
    const goal = goals.find(({ follow }) => follow === measure);
    return {
      customer: team.customer,
      measure,
      stale: found.stale,
      points,
      days: options.days,
      change: changed ? { by: changed.change, clear: changed.clear } : null,
      target: goal ? { value: goal.target, due: goal.due } : null,
      today: found.today,
      asOf: found.latest,
      timeZone: team.timeZone,
    };
  },
  words: () => 34,
  asOf: ({ asOf }) => asOf,
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
