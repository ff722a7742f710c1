import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { wordsIn } from '../../domain/playlist';
import { awardOf, lastThanked } from '../../domain/recognition';
import { m } from '../../paraglide/messages';
import { newest, team } from '../needs';
import { definePanel } from '../panel';
import { valueIcon } from '../shout-outs/value-icons';

const expected = v.object({
  name: v.string(),
  /** As one path on a 24 × 24 box. */
  icon: v.string(),
  /** The newest thanks for it; null: nobody was thanked for it lately. */
  thanks: v.nullable(
    v.object({
      to: v.string(),
      behaviour: v.string(),
      /** The award that went with it, by name. */
      award: v.nullable(v.string()),
    }),
  ),
});

/**
 * What the team expects of everybody and, for each, whom it thanked for it last: an expectation is made clear by somebody who meets it. What
 * nobody was thanked for stays as an open place. Nobody is counted or ranked.
 */
export const panel = definePanel({
  kind: 'recognition',
  title: () => m.recognition(),
  point: 'involve',
  purpose: 'recognition',
  audiences: ['staff'],
  options: v.object({
    /** How many days back a thanks counts, today included. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(366)), 60),
  }),
  data: v.object({ expected: v.pipe(v.array(expected), v.minLength(1)) }),
  needs: () => ({ team: team(), shoutOuts: newest('shout-out', 'published', 100) }),
  select({ team, shoutOuts }, { days }, now) {
    const first = addDays(localDay(now, team.timeZone), 1 - days);
    const last = lastThanked(
      team,
      shoutOuts.filter(({ at }) => localDay(new Date(at), team.timeZone) >= first),
    );
    if (team.values.length === 0) return undefined;
    return {
      expected: team.values.map(({ id, name, icon }) => {
        const thanks = last.get(id);
        return {
          ...{ name, icon: valueIcon(icon) },
          thanks: thanks
            ? {
                ...{ to: thanks.to, behaviour: thanks.behaviour },
                award: awardOf(team, thanks.award)?.name ?? null,
              }
            : null,
        };
      }),
    };
  },
  words: ({ expected }) =>
    5 +
    expected.reduce(
      (sum, { name, thanks }) =>
        sum + (thanks ? wordsIn(name, thanks.to, thanks.behaviour, thanks.award) : wordsIn(name) + 4),
      0,
    ),
  // Somebody’s thanks grows too old.
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
