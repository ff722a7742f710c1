import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { byInterest } from '../../domain/interest';
import { customerWords } from '../../domain/records';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { newest, team } from '../needs';
import { definePanel } from '../panel';
import { partsOf } from './pages';

const voice = v.object({
  id: v.string(),
  /** What this showing says: the comment, or one part of a long one. */
  text: v.string(),
  part: v.number(),
  parts: v.number(),
  /** A phrase of `text` to be set in colour. */
  highlight: v.nullable(v.string()),
  /** The answer it came with. */
  measure: v.nullable(v.string()),
  value: v.nullable(v.number()),
  from: v.picklist(['customer', 'employee', 'supplier', 'other']),
  touchpoint: v.nullable(v.string()),
  source: v.nullable(v.string()),
  /** What this team has to do with it; null: nothing was said. */
  ourPart: v.nullable(v.string()),
  at: v.string(),
});

/** Comments are chosen out of so many times their number; taps of so many turns before count. */
const choice = 3;
const turns = 3;

/** What customers said, one comment a showing. Only what a leader approved, and never a name. */
export const panel = definePanel({
  kind: 'customers-voices',
  title: () => m.customers_voices_title(),
  point: 'feedback',
  purpose: 'customer-focus',
  audiences: ['staff'],
  options: v.object({
    /** How many comments take turns: the newest, those from sources that people tap “that’s us” on before others. */
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(20)), 6),
  }),
  data: v.object({
    customer: v.picklist(customerWords),
    /** One a showing. */
    voices: v.pipe(v.array(voice), v.minLength(1)),
    today: v.string(),
    timeZone: v.string(),
  }),
  needs: (options) => ({
    team: team(),
    verbatims: newest('verbatim', 'approved', choice * options.count),
    interests: newest('interest', 'open', 1),
    past: newest('interest', 'closed', turns),
  }),
  select({ team, verbatims, interests, past }, options, now) {
    const newestFirst = byInterest(verbatims, [...interests, ...past]).slice(0, options.count);
    const voices = newestFirst.flatMap((verbatim) => {
      if (!verbatim.text.trim()) return [];
      const parts = partsOf(verbatim.text);
      return parts.map((text, index) => ({
        id: verbatim.id,
        text,
        part: index + 1,
        parts: parts.length,
        highlight: verbatim.highlight && text.includes(verbatim.highlight) ? verbatim.highlight : null,
        measure: verbatim.measure,
        value: verbatim.value,
        from: verbatim.from,
        touchpoint: verbatim.touchpoint?.trim() || null,
        source: verbatim.sourceName?.trim() || null,
        ourPart: verbatim.ourPart?.trim() || null,
        at: verbatim.at,
      }));
    });
    if (voices.length === 0) return undefined;
    return { customer: team.customer, voices, today: localDay(now, team.timeZone), timeZone: team.timeZone };
  },
  words: ({ voices }) => 8 + Math.max(...voices.map(({ text }) => wordsIn(text))),
  plays: ({ voices }) => voices.length,
  asOf: ({ voices }) =>
    voices
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null,
  // "Tuesday" becomes a date when it is a week ago.
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
