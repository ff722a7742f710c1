import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { wordsIn } from '../../domain/playlist';
import { doneSince, lampSince, lastDeeds, sponsorDeeds } from '../../domain/sponsor';
import { m } from '../../paraglide/messages';
import { newest, team } from '../needs';
import { definePanel } from '../panel';
import { valueIcon } from '../shout-outs/value-icons';

const icons = { express: 'message-circle', model: 'footprints', reinforce: 'hand-heart' } as const;

const deed = v.object({
  deed: v.picklist(sponsorDeeds),
  /** As one path on a 24 × 24 box. */
  icon: v.string(),
  /** Done within the last fourteen days. */
  lit: v.boolean(),
  /** The last of it, however long ago; null: nothing yet. `whom`: who was thanked, where it was one. */
  last: v.nullable(v.object({ whom: v.nullable(v.string()), text: v.string() })),
});

/**
 * Who stands behind the team, and what they last said, showed and thanked for. The lamp is lit by these three within fourteen days; a
 * dark part asks for it, gently. Nothing is counted: a sponsor has no score.
 */
export const panel = definePanel({
  kind: 'sponsor',
  title: () => m.sponsor(),
  point: null,
  purpose: 'relationships',
  audiences: ['staff'],
  options: v.object({}),
  data: v.object({
    name: v.string(),
    title: v.nullable(v.string()),
    /** The shape of the lamp, as the icons. */
    lamp: v.string(),
    deeds: v.pipe(v.array(deed), v.length(3)),
  }),
  needs: () => ({
    team: team(),
    announcements: newest('announcement', 'published', 40),
    stories: newest('story', 'published', 40),
    shoutOuts: newest('shout-out', 'published', 100),
    goals: newest('goal', 'reached', 5),
    thanks: newest('thanks', 'published', 5),
  }),
  select({ team, ...facts }, _options, now) {
    const { sponsor } = team;
    if (!sponsor) return undefined;
    const deeds = lastDeeds(sponsor, facts);
    const lit = doneSince(deeds, lampSince(localDay(now, team.timeZone)), team.timeZone);
    return {
      ...{ name: sponsor.name, title: sponsor.title, lamp: valueIcon('lightbulb') },
      deeds: sponsorDeeds.map((deed) => {
        const last = deeds[deed];
        return {
          ...{ deed, icon: valueIcon(icons[deed]), lit: lit.includes(deed) },
          last: last && { whom: last.whom, text: last.text },
        };
      }),
    };
  },
  words: ({ name, title, deeds }) =>
    12 +
    wordsIn(name, title) +
    deeds.reduce((sum, { last }) => sum + (last ? wordsIn(last.whom, last.text) : 5), 0),
  // A part of the lamp goes out at the team’s midnight.
  lookAgain: ({ team }, _options, now) =>
    momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone),
});
