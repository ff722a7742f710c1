import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { readMeasure, type Measure } from '../../domain/metric';
import { customerWords } from '../../domain/records';
import { compare, shownScore, type Count } from '../../domain/score';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { answers, newest, place, team } from '../needs';
import { definePanel } from '../panel';
import { qrCode } from '../qr';
import { scoresByWeek, teamScore } from '../team-score';

const weeks = 12;
/** More values than this are drawn in groups. */
const mostColumns = 11;

const column = v.object({
  /** Values from `from` to `to`, both included. */
  from: v.number(),
  to: v.number(),
  count: v.number(),
  /** `top` counts as glad; `middle` are NPS's passives and CES's fours. */
  kind: v.picklist(['top', 'middle', 'low']),
});
export type Column = v.InferOutput<typeof column>;

const shared = {
  customer: v.picklist(customerWords),
  measure: v.string(),
  columns: v.array(column),
  n: v.number(),
};

/** One column a value; scales with very many values are grouped so that no group straddles the line of the glad. */
export function columnsOf(counts: readonly Count[], measure: Measure): Column[] {
  const known = readMeasure(measure);
  if (!known) return [];
  const { metric, scale } = known;
  const values = scale.max - scale.min + 1;
  const step = Math.ceil(values / mostColumns);
  const starts: number[] = [];
  for (let start = scale.top; start <= scale.max; start += step) starts.push(start);
  for (let start = scale.top - step; start > scale.min - step; start -= step) starts.unshift(start);
  return starts.map((start) => {
    const from = Math.max(scale.min, start);
    const to = Math.min(scale.max, start + step - 1);
    const count = counts.reduce(
      (sum, { value, count }) => (value >= from && value <= to ? sum + count : sum),
      0,
    );
    const between = (metric === 'nps' && from >= 7) || (metric === 'ces' && from === 4);
    return { from, to, count, kind: from >= scale.top ? 'top' : between ? 'middle' : 'low' };
  });
}

/** The question, the score and who stands behind it. */
export const panel = definePanel({
  kind: 'how-are-we-doing',
  title: () => m.how_are_we_doing_title(),
  point: 'feedback',
  purpose: 'customer-focus',
  audiences: ['staff'],
  options: v.object({
    /** The measure to show; null: the team's, else the newest answered. */
    measure: v.optional(v.nullable(v.string()), null),
    /** How many days the score covers. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)), 30),
    /** The leader's own sentence in place of the one made from the figures. */
    sentence: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(140))), null),
  }),
  data: v.variant('state', [
    v.object({
      ...shared,
      state: v.picklist(['living', 'stale']),
      score: v.number(),
      /** Share of those who are glad, 0…1. */
      glad: v.number(),
      days: v.number(),
      from: v.string(),
      to: v.string(),
      /** Against the equally long period before; null where that has too few answers. */
      change: v.nullable(v.object({ by: v.number(), clear: v.boolean() })),
      /** The score a point a week, oldest first; fewer than three are no trend. */
      trend: v.array(v.number()),
      sentence: v.nullable(v.string()),
      today: v.string(),
      ageDays: v.number(),
      /** The newest answer (ISO). */
      asOf: v.string(),
      timeZone: v.string(),
    }),
    v.object({
      ...shared,
      /** `few`: some answers, but under the team's minimum; `empty`: none. */
      state: v.picklist(['few', 'empty']),
      minimumN: v.number(),
      question: v.nullable(v.string()),
      code: v.object({ size: v.number(), path: v.string() }),
      asOf: v.nullable(v.string()),
    }),
  ]),
  needs: (options) => ({
    team: team(),
    place: place(),
    answers: answers(Math.max(2 * options.days, options.days + 7 * weeks)),
    questions: newest('question', 'live', 1),
  }),
  select({ team, place, answers, questions }, options, now) {
    const found = teamScore(answers, team, options.measure, options.days, now);
    const question = questions[0];
    const measure =
      found?.measure ?? team.measure ?? (question && question.metric !== 'rating' ? question.metric : 'nps');
    const counts = found?.counts ?? [];
    const columns = columnsOf(counts, measure);
    const { score, n } = shownScore(counts, measure, team.minimumN);
    const shared = { customer: team.customer, measure, columns, n };
    if (!found || score === null) {
      return {
        ...shared,
        state: n > 0 ? ('few' as const) : ('empty' as const),
        minimumN: team.minimumN,
        question: question?.text.trim() || null,
        code: qrCode(place.ask),
        asOf: n > 0 && found ? found.latest : null,
      };
    }
    const before = shownScore(found.countsBefore, measure, team.minimumN);
    const changed = before.score === null ? undefined : compare(counts, found.countsBefore, measure);
    const glad = columns.reduce((sum, { kind, count }) => (kind === 'top' ? sum + count : sum), 0);
    return {
      ...shared,
      state: found.stale ? ('stale' as const) : ('living' as const),
      score,
      glad: glad / n,
      days: options.days,
      from: found.period.from,
      to: found.period.to,
      change: changed && !found.stale ? { by: changed.change, clear: changed.clear } : null,
      trend: found.stale
        ? []
        : scoresByWeek(found.rows, measure, found.period.to, {
            days: options.days,
            weeks,
            minimumN: team.minimumN,
          }).map(({ score }) => score),
      sentence: options.sentence || null,
      today: found.today,
      ageDays: found.ageDays,
      asOf: found.latest,
      timeZone: team.timeZone,
    };
  },
  words: (data) => ('score' in data ? 30 + wordsIn(data.sentence) : 24 + wordsIn(data.question)),
  asOf: (data) => data.asOf,
  // The days move on at the team's midnight, and with them score and age.
  lookAgain: ({ team }, _options, now) => {
    const tomorrow = addDays(localDay(now, team.timeZone), 1);
    return momentOf(tomorrow, '00:00', team.timeZone);
  },
});
