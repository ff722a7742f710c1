import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { thankedAlong } from '../../domain/interest';
import { wordsIn } from '../../domain/playlist';
import { awardOf } from '../../domain/recognition';
import { m } from '../../paraglide/messages';
import { soonest } from '../dates';
import { newest, team } from '../needs';
import { definePanel } from '../panel';
import { valueIcon } from './value-icons';

/** For how long after it was written a shout-out may break into the loop, in milliseconds. */
const fresh = 10 * 60_000;

const shoutOut = v.object({
  id: v.string(),
  to: v.string(),
  toArea: v.nullable(v.string()),
  from: v.string(),
  fromArea: v.nullable(v.string()),
  behaviour: v.string(),
  /** The value it shows: its name, and its icon as one path on a 24 × 24 box. */
  value: v.nullable(v.object({ name: v.string(), icon: v.string() })),
  /** The award that was given with it, by name. */
  award: v.nullable(v.string()),
  /** It served the goal that is open. */
  goal: v.boolean(),
  /** How many thanked along. */
  too: v.number(),
  at: v.string(),
});

/** Colleagues thank colleagues, leaders with an award where they give one: the newest of the last days, one a play. Nobody is counted or ranked. */
export const panel = definePanel({
  kind: 'shout-outs',
  title: () => m.shout_outs_title(),
  point: 'involve',
  purpose: 'recognition',
  audiences: ['staff'],
  options: v.object({
    /** How many days back, today included. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 7),
    /** How many take turns. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)), 6),
  }),
  data: v.object({ shoutOuts: v.pipe(v.array(shoutOut), v.minLength(1)) }),
  needs: (options) => ({
    team: team(),
    shoutOuts: newest('shout-out', 'published', options.most),
    goals: newest('goal', 'open', 1),
    interests: newest('interest', 'open', 1),
    past: newest('interest', 'closed', 1),
  }),
  select({ team, shoutOuts, goals, interests, past }, options, now) {
    const along = thankedAlong([...interests, ...past]);
    const first = addDays(localDay(now, team.timeZone), 1 - options.days);
    const shown = shoutOuts
      .filter(({ at }) => localDay(new Date(at), team.timeZone) >= first)
      .slice(0, options.most)
      .map(({ id, to, toArea, from, fromArea, behaviour, value: named, award, goal, at }) => {
        const value = team.values.find((value) => value.id === named);
        return {
          id,
          to,
          toArea,
          from,
          fromArea,
          behaviour,
          value: value ? { name: value.name, icon: valueIcon(value.icon) } : null,
          award: awardOf(team, award)?.name ?? null,
          goal: goals.some(({ id }) => id === goal),
          too: along.get(id) ?? 0,
          at,
        };
      });
    return shown.length > 0 ? { shoutOuts: shown } : undefined;
  },
  words: ({ shoutOuts }) =>
    Math.max(
      ...shoutOuts.map(
        ({ to, behaviour, from, fromArea, toArea, value, award, goal }) =>
          (goal ? 5 : 2) + wordsIn(to, behaviour, from, fromArea, to, toArea, value?.name, award),
      ),
    ),
  plays: ({ shoutOuts }) => shoutOuts.length,
  news({ shoutOuts }, now) {
    const newest = shoutOuts[0];
    return newest && now.getTime() - Date.parse(newest.at) < fresh ? { id: newest.id, play: 0 } : undefined;
  },
  earlierNews: ({ shoutOuts }, now) =>
    shoutOuts
      .map(({ id, at }, play) => ({ id, at, play }))
      .filter(({ at, play }) => play > 0 && now.getTime() - Date.parse(at) < fresh)
      .map(({ id, play }) => ({ id, play }))
      .reverse(),
  asOf: ({ shoutOuts }) => shoutOuts[0]?.at ?? null,
  lookAgain({ team, shoutOuts }, options, now) {
    const day = (at: string) => localDay(new Date(at), team.timeZone);
    const moments = shoutOuts.flatMap(({ at }) => [
      new Date(Date.parse(at) + fresh),
      momentOf(addDays(day(at), options.days), '00:00', team.timeZone),
    ]);
    return soonest(moments, now);
  },
  ticks: 'minute',
});
