import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { answeringTeam } from '../../domain/colleagues';
import { byInterest } from '../../domain/interest';
import { mostCriticals } from '../../domain/critical';
import type { Turn } from '../../domain/practice';
import { customerWords, type Team, type Verbatim } from '../../domain/records';
import { openedAt, turnNumber } from '../../domain/turn';
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
  /** The team of a colleague whom this team serves; null: somebody else said it. */
  within: v.nullable(v.string()),
  /** What this team has to do with it; null: nothing was said. */
  ourPart: v.nullable(v.string()),
  at: v.string(),
});

/** Comments are chosen out of so many times their number; taps of so many turns before count. */
const choice = 3;
const turns = 3;

/** So many of the newest comments are counted for what the team watches; those that wait for a leader are said, too. */
const counted = { approved: 500, waiting: 200 };

/** How many comments of a turn are about each of a team’s criticals, and what to ask about the first that nobody speaks of. */
function watchedBy(team: Team, turn: Turn | undefined, comments: readonly Verbatim[]) {
  const opened = openedAt(turn, team);
  const said = new Map<string, number>();
  for (const { at, criticals = [] } of comments)
    if (at >= opened) for (const id of criticals) said.set(id, (said.get(id) ?? 0) + 1);
  const criticals = (team.criticals ?? []).map(({ id, name }) => ({ id, name, said: said.get(id) ?? 0 }));
  if (criticals.length === 0) return null;
  const hole = team.criticals?.find(({ id, question }) => question && !said.has(id));
  return { turn: turnNumber(turn), criticals, ask: hole?.question ?? null };
}

/** What customers said, one comment a showing, and what the team watches after them. Only what a leader approved, and never a name. */
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
    /** What the team watches; the last showing. Null where it chose nothing. */
    watched: v.nullable(
      v.object({
        turn: v.number(),
        /** In the team’s order; `said`: how many comments of this turn are about it. */
        criticals: v.pipe(
          v.array(v.object({ id: v.string(), name: v.string(), said: v.number() })),
          v.minLength(1),
          v.maxLength(mostCriticals),
        ),
        /** What customers are asked where nobody speaks of the first hole; null: no hole, or no question. */
        ask: v.nullable(v.string()),
      }),
    ),
    today: v.string(),
    timeZone: v.string(),
  }),
  needs: (options) => ({
    team: team(),
    turns: newest('turn', 'open', 1),
    said: newest('verbatim', 'approved', counted.approved),
    waiting: newest('verbatim', 'waiting', counted.waiting),
    verbatims: newest('verbatim', 'approved', choice * options.count),
    interests: newest('interest', 'open', 1),
    past: newest('interest', 'closed', turns),
  }),
  select({ team, turns, said, waiting, verbatims, interests, past }, options, now) {
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
        ...(answeringTeam(verbatim.source) === undefined
          ? { source: verbatim.sourceName?.trim() || null, within: null }
          : { source: null, within: verbatim.sourceName }),
        ourPart: verbatim.ourPart?.trim() || null,
        at: verbatim.at,
      }));
    });
    if (voices.length === 0) return undefined;
    return {
      customer: team.customer,
      voices,
      watched: watchedBy(team, turns[0], [...said, ...waiting]),
      today: localDay(now, team.timeZone),
      timeZone: team.timeZone,
    };
  },
  words: ({ voices, watched }) =>
    8 +
    Math.max(
      ...voices.map(({ text }) => wordsIn(text)),
      watched ? 3 * watched.criticals.length + wordsIn(watched.ask) : 0,
    ),
  plays: ({ voices, watched }) => voices.length + (watched ? 1 : 0),
  asOf: ({ voices }) =>
    voices
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null,
  // "Tuesday" becomes a date when it is a week ago.
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
