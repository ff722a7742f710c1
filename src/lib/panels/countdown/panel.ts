import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { momentsOf } from '../../domain/countdown';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { soonest } from '../dates';
import { newest, place, team } from '../needs';
import { definePanel } from '../panel';

/** For how long after its moment came a countdown may break into the loop, in milliseconds. */
const fresh = 10 * 60_000;
/** From when on the wall counts seconds, in milliseconds before the moment. */
const seconds = 90_000;

/** What the team waits for – an opening, an event, a challenge – the soonest first, one a play. */
export const panel = definePanel({
  kind: 'countdown',
  title: () => m.countdown_title(),
  point: null,
  purpose: 'relationships',
  audiences: ['staff', 'customers'],
  options: v.object({
    /** How many take turns. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)), 3),
  }),
  data: v.object({
    /** Where its days begin: the team's, not the display's. */
    timeZone: v.string(),
    countdowns: v.pipe(
      v.array(
        v.object({
          id: v.string(),
          title: v.string(),
          note: v.nullable(v.string()),
          day: v.string(),
          time: v.nullable(v.string()),
          /** When it was set and when it comes (ISO). */
          since: v.string(),
          comes: v.string(),
        }),
      ),
      v.minLength(1),
    ),
    /** The seconds of one of them are counted now. */
    close: v.boolean(),
  }),
  needs: () => ({ team: team(), place: place(), countdowns: newest('countdown', 'set', 30) }),
  select({ team, place, countdowns }, options, now) {
    const shown = countdowns
      .filter(({ customers }) => customers || place.audience === 'staff')
      .map((countdown) => ({ ...countdown, ...momentsOf(countdown, team.timeZone) }))
      .filter(({ leaves }) => leaves > now)
      .sort((a, b) => a.comes.getTime() - b.comes.getTime())
      .slice(0, options.most);
    if (shown.length === 0) return undefined;
    const left = shown
      .filter(({ time }) => time !== null)
      .map(({ comes }) => comes.getTime() - now.getTime());
    return {
      timeZone: team.timeZone,
      countdowns: shown.map(({ id, title, note, day, time, at, comes }) => {
        return { id, title, note, day, time, since: at, comes: comes.toISOString() };
      }),
      close: left.some((ms) => ms > 0 && ms <= seconds),
    };
  },
  words: ({ countdowns }) => Math.max(...countdowns.map(({ title, note }) => 6 + wordsIn(title, note))),
  plays: ({ countdowns }) => countdowns.length,
  news({ countdowns }, now) {
    const play = countdowns.findIndex(({ time, comes }) => {
      const age = now.getTime() - Date.parse(comes);
      return time !== null && age >= 0 && age < fresh;
    });
    const there = countdowns[play];
    return there && { id: `${there.id}:there`, play };
  },
  lookAgain({ team, countdowns }, _options, now) {
    const moments = countdowns.flatMap((countdown) => {
      const { comes, leaves } = momentsOf(countdown, team.timeZone);
      return [new Date(comes.getTime() - seconds), comes, new Date(comes.getTime() + fresh), leaves];
    });
    return soonest(
      [...moments, momentOf(addDays(localDay(now, team.timeZone), 1), '00:00', team.timeZone)],
      now,
    );
  },
  ticks: ({ close }) => (close ? 'second' : 'minute'),
});
