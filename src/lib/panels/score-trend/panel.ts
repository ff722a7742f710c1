import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { longestRun } from '../../domain/decide/decisions';
import { wordsIn } from '../../domain/playlist';
import { customerWords } from '../../domain/records';
import { compare, countsIn, periodOf, shownScore } from '../../domain/score';
import { m } from '../../paraglide/messages';
import { answers, answersAbout, newest, team, type Answers } from '../needs';
import { outcomeOf } from '../outcome';
import { definePanel } from '../panel';
import { scoresByWeek, teamScore } from '../team-score';

/** Fewer points are no trend. */
const leastPoints = 4;
/** At most so many decisions are pinned on it, the newest. */
const mostPins = 3;

/** How far back answers are needed so that the oldest pin’s days before are whole. */
const daysFor = ({ weeks }: { weeks: number }) => 7 * weeks + longestRun + 2;

/** The newest `days` days that hold answers, each measure for itself. */
const lastDays = (answers: readonly Answers[], days: number): Answers[] =>
  answers.map((one) => {
    const end = one.rows.reduce((last, { day }) => (day > last ? day : last), '');
    const from = end && addDays(end, 1 - days);
    return { ...one, rows: one.rows.filter(({ day }) => day >= from) };
  });

const score = v.object({ score: v.number(), n: v.number() });

/** The score's way to today with its interval, and the goal's target where a goal follows this score. */
export const panel = definePanel({
  kind: 'score-trend',
  title: () => m.score_trend_title(),
  point: 'feedback',
  purpose: 'customer-focus',
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
    /** The score that the team started with; null: it was not written down, or is of another measure. */
    began: v.nullable(v.number()),
    /** Decisions that started within the line, oldest first; `stand` is null while there are too few answers. */
    pins: v.pipe(
      v.array(
        v.object({
          id: v.string(),
          text: v.string(),
          start: v.string(),
          stand: v.nullable(
            v.object({ before: score, since: score, change: v.number(), clear: v.boolean() }),
          ),
        }),
      ),
      v.maxLength(mostPins),
    ),
    today: v.string(),
    asOf: v.string(),
    timeZone: v.string(),
  }),
  needs: (options) => ({
    team: team(),
    answers: answers(Math.max(options.days + 7 * options.weeks, daysFor(options))),
    about: answersAbout(daysFor(options)),
    decisions: newest('decision', 'taken', 12),
    goals: newest('goal', 'open', 10),
  }),
  select({ team, answers, about, decisions, goals }, options, now) {
    const line = lastDays(answers, options.days + 7 * options.weeks);
    const found = teamScore(line, team, options.measure, options.days, now);
    if (!found) return undefined;
    const { measure, rows, period } = found;
    const points = scoresByWeek(rows, measure, period.to, { ...options, minimumN: team.minimumN });
    const [first, last] = [points[0], points[points.length - 1]];
    if (!first || last?.to !== period.to || points.length < leastPoints) return undefined;
    const then = periodOf(first.to, options.days);
    const changed =
      then.to < period.from ? compare(countsIn(rows, period), countsIn(rows, then), measure) : undefined;
    const pins = decisions
      .filter(({ start }) => start > first.to && start <= last.to)
      .sort((a, b) => (a.start < b.start ? 1 : -1))
      .slice(0, mostPins)
      .reverse()
      .map((decision) => ({
        id: decision.id,
        text: decision.text,
        start: decision.start,
        stand: outcomeOf(decision, measure, { answers, about }, team.minimumN, found.today).stand,
      }));
    const goal = goals.find(({ follow }) => follow === measure);
    return {
      customer: team.customer,
      measure,
      stale: found.stale,
      points,
      days: options.days,
      change: changed ? { by: changed.change, clear: changed.clear } : null,
      began:
        team.began?.measure === measure ? shownScore(team.began.counts, measure, team.minimumN).score : null,
      target: goal ? { value: goal.target, due: goal.due } : null,
      pins,
      today: found.today,
      asOf: found.latest,
      timeZone: team.timeZone,
    };
  },
  words: ({ pins }) => 34 + 6 * pins.length + wordsIn(...pins.map(({ text }) => text)),
  asOf: ({ asOf }) => asOf,
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
