import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { partners, type Challenge } from '../../domain/challenge';
import { newestReading } from '../../domain/goal';
import { tenth } from '../../domain/goal-stand';
import { metrics, readMeasure } from '../../domain/metric';
import { wordsIn } from '../../domain/playlist';
import type { Goal } from '../../domain/practice';
import { customerWords, type Team } from '../../domain/records';
import { m } from '../../paraglide/messages';
import { soonest } from '../dates';
import { newest, team } from '../needs';
import { definePanel } from '../panel';

/** For how long after it begins a celebration may break into the loop, in milliseconds. */
const fresh = 10 * 60_000;
const hour = 3_600_000;

/** What is celebrated, and since when: a leader's words, or a goal that was reached so many hours ago without any. */
function celebrated(goal: Goal, hours: number): { goal: Goal; since: number } | undefined {
  if (goal.celebration) return { goal, since: Date.parse(goal.celebration.at) };
  return goal.reach ? { goal, since: Date.parse(goal.reach.at) + hours * hour } : undefined;
}

/** A challenge that all came to: it needs nobody’s words, the teams thank each other. */
function challengeMet(met: Challenge, { customer }: Pick<Team, 'customer'>) {
  const others = partners(met).filter(({ team }) => team !== met.team);
  return {
    ...{ id: met.id, question: met.behaviour, unit: 'count' as const, customer, follows: null, baseline: 0 },
    ...{ value: met.target, n: null, reached: met.at, at: met.at, words: null, by: null, next: null },
    challenge: { teams: others.map(({ name }) => name), together: met.together },
  };
}

/** A goal that was reached: the leader's two sentences and the next step, or plainly by itself when nobody found words; or a challenge. */
export const panel = definePanel({
  kind: 'celebration',
  title: () => m.celebration_title(),
  point: 'focus',
  purpose: 'appreciation',
  audiences: ['staff'],
  comesWith: ['focus-goal'],
  options: v.object({
    /** After how many hours without the leader's words it plays plainly. */
    hours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(168)), 4),
    /** For how many days it comes round, the first included. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 3),
  }),
  data: v.object({
    /** Names this celebration; words that come late make it a new one. */
    id: v.string(),
    question: v.string(),
    unit: v.picklist(['in-100', 'points', 'count', 'minutes', 'percent']),
    customer: v.picklist(customerWords),
    follows: v.nullable(v.picklist(metrics)),
    baseline: v.number(),
    /** The figure it was reached with; null where nobody took one. */
    value: v.nullable(v.number()),
    n: v.nullable(v.number()),
    /** When it was reached (ISO); null where a leader said so and no figure had. */
    reached: v.nullable(v.string()),
    /** Since when it is celebrated (ISO). */
    at: v.string(),
    words: v.nullable(v.string()),
    by: v.nullable(v.string()),
    /** What comes next: as the leader says, or the question of the next goal; null: neither yet. */
    next: v.nullable(v.object({ goal: v.boolean(), text: v.string() })),
    /** It was a challenge: with which teams, and whether all came to the figure together; absent: a goal. */
    challenge: v.optional(v.object({ teams: v.array(v.string()), together: v.boolean() })),
  }),
  needs: () => ({
    team: team(),
    reached: newest('goal', 'reached', 6),
    open: newest('goal', 'open', 1),
    challenges: newest('challenge', 'reached', 1),
  }),
  select({ team, reached, open, challenges: [met] }, { hours, days }, now) {
    const newestOne = [...reached, ...open]
      .flatMap((goal) => celebrated(goal, hours) ?? [])
      .filter(({ since }) => since <= now.getTime())
      .reduce<ReturnType<typeof celebrated>>((a, b) => (!a || b.since > a.since ? b : a), undefined);
    const day = (at: Date) => localDay(at, team.timeZone);
    const isOver = (since: number) => day(now) >= addDays(day(new Date(since)), days);
    if (met && Date.parse(met.at) > (newestOne?.since ?? 0))
      return isOver(Date.parse(met.at)) ? undefined : challengeMet(met, team);
    if (!newestOne || isOver(newestOne.since)) return undefined;
    const { goal, since } = newestOne;
    const { words, next, by } = goal.celebration ?? { words: '', next: null };
    const figure = goal.reach ?? (goal.follow === null ? newestReading(goal.readings) : undefined);
    const few = figure?.n != null && figure.n < team.minimumN;
    const after = open.find(({ id, reach }) => id !== goal.id && !reach);
    return {
      id: words ? `${goal.id}:words` : goal.id,
      question: goal.question,
      unit: goal.unit,
      customer: team.customer,
      follows: (goal.follow && readMeasure(goal.follow)?.metric) || null,
      baseline: tenth(goal.baseline),
      value: figure && !few ? tenth(figure.value) : null,
      n: figure && !few ? figure.n : null,
      reached: goal.reach?.at ?? null,
      at: new Date(since).toISOString(),
      words: words || null,
      by: by || null,
      next: next ? { goal: false, text: next } : after ? { goal: true, text: after.question } : null,
    };
  },
  words: ({ words, question, next }) => wordsIn(words ?? question, next?.text) + 16,
  news: ({ id, at }, now) => (now.getTime() - Date.parse(at) < fresh ? { id, play: 0 } : undefined),
  personal: ({ words, by }) => words !== null || by !== null,
  asOf: ({ reached, at }) => reached ?? at,
  lookAgain({ team, reached, open, challenges }, { hours, days }, now) {
    const begun = [
      ...[...reached, ...open].flatMap((goal) => celebrated(goal, hours)?.since ?? []),
      ...challenges.map(({ at }) => Date.parse(at)),
    ];
    const moments = begun.flatMap((since) => {
      const first = localDay(new Date(since), team.timeZone);
      return [
        new Date(since),
        new Date(since + fresh),
        momentOf(addDays(first, days), '00:00', team.timeZone),
      ];
    });
    return soonest(moments, now);
  },
  ticks: 'minute',
});
