import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { changeOf, isEnough } from '../../domain/improvement';
import { wordsIn } from '../../domain/playlist';
import { customerWords } from '../../domain/records';
import { m } from '../../paraglide/messages';
import { soonest } from '../dates';
import { newest, team } from '../needs';
import { definePanel } from '../panel';

/** The most that one scene says. */
const mostTiles = 3;

const observation = v.object({
  value: v.number(),
  n: v.nullable(v.number()),
  from: v.string(),
  to: v.string(),
});
const tile = v.object({
  id: v.string(),
  what: v.picklist(['complaints', 'referrals', 'repeat-business', 'other']),
  label: v.nullable(v.string()),
  unit: v.picklist(['in-100', 'points', 'count', 'minutes', 'percent']),
  before: observation,
  after: observation,
  because: v.nullable(v.string()),
  direction: v.picklist(['up', 'flat', 'down']),
  certainty: v.picklist(['clear', 'not-yet-clear', 'unequal']),
});

/**
 * What changed because of customers: before, after, and what was done. It stands on Focus: the decision and what came of it
 * belong together, as where we are and where we need to be do.
 */
export const panel = definePanel({
  kind: 'improvements',
  title: () => m.improvements_title(),
  point: 'focus',
  purpose: 'appreciation',
  audiences: ['staff'],
  options: v.object({
    /** For how many days after it was put up one is shown. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)), 90),
  }),
  data: v.object({
    customer: v.picklist(customerWords),
    today: v.string(),
    tiles: v.pipe(v.array(tile), v.minLength(1), v.maxLength(mostTiles)),
  }),
  needs: () => ({ team: team(), improvements: newest('improvement', 'shown', 12) }),
  select({ team, improvements }, options, now) {
    const today = localDay(now, team.timeZone);
    const first = addDays(today, 1 - options.days);
    const tiles = improvements
      .filter(({ at }) => localDay(new Date(at), team.timeZone) >= first)
      .filter((one) => isEnough(one, team.minimumN))
      .slice(0, mostTiles)
      .map((one) => {
        const { id, what, label, unit, before, after, because } = one;
        return { id, what, label, unit, before, after, because, ...changeOf(one) };
      });
    return tiles.length > 0 ? { customer: team.customer, today, tiles } : undefined;
  },
  words: ({ tiles }) => tiles.reduce((sum, { label, because }) => sum + 8 + wordsIn(label, because), 6),
  lookAgain: ({ team, improvements }, options, now) =>
    soonest(
      [
        // The dates' words know the year.
        momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
        ...improvements.map(({ at }) =>
          momentOf(addDays(localDay(new Date(at), team.timeZone), options.days), '00:00', team.timeZone),
        ),
      ],
      now,
    ),
});
