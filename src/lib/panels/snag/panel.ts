import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { soonest } from '../dates';
import { newest, team } from '../needs';
import { definePanel } from '../panel';

const snag = v.object({
  id: v.string(),
  rule: v.string(),
  verdict: v.picklist(['changed', 'kept']),
  text: v.string(),
  /** What the answer cites: what the team is there for. */
  mission: v.string(),
});

/**
 * A rule that got in the way and what its leader said of it, one a play. It stands on Focus: whether a rule is changed or kept is
 * decided there.
 */
export const panel = definePanel({
  kind: 'snag',
  title: () => m.snag_title(),
  point: 'focus',
  purpose: 'customer-focus',
  audiences: ['staff'],
  options: v.object({
    /** For how many days from its answer on one is shown. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 21),
    /** How many take turns. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)), 3),
  }),
  data: v.object({ snags: v.pipe(v.array(snag), v.minLength(1)) }),
  needs: ({ most }) => ({ team: team(), snags: newest('snag', 'answered', most) }),
  select({ team, snags }, { days }, now) {
    const first = addDays(localDay(now, team.timeZone), 1 - days);
    const shown = snags.flatMap(({ id, at, rule, answer }) =>
      answer && localDay(new Date(at), team.timeZone) >= first ? [{ id, rule, ...answer }] : [],
    );
    return shown.length > 0 ? { snags: shown } : undefined;
  },
  words: ({ snags }) => 8 + Math.max(...snags.map(({ rule, text, mission }) => wordsIn(rule, text, mission))),
  plays: ({ snags }) => snags.length,
  // Whoever wrote the rule down may have named somebody.
  personal: () => true,
  lookAgain: ({ team, snags }, { days }, now) =>
    soonest(
      snags.map(({ at }) =>
        momentOf(addDays(localDay(new Date(at), team.timeZone), days), '00:00', team.timeZone),
      ),
      now,
    ),
});
