import * as v from 'valibot';
import { addDays, localDay, momentOf } from '../../domain/calendar';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { soonest } from '../dates';
import { newest, team } from '../needs';
import { definePanel } from '../panel';
import { keptPictures, pictureShown, shownPicture } from '../shown-picture';

/** For how long after it was told a story may break into the loop, in milliseconds. */
const fresh = 10 * 60_000;

const story = v.object({
  id: v.string(),
  words: v.string(),
  about: v.nullable(v.string()),
  at: v.string(),
  /** A leader tells what they did themselves. */
  own: v.boolean(),
  picture: v.nullable(shownPicture),
});

/** What happened between the team and a customer: a picture and twelve words, one story a play. */
export const panel = definePanel({
  kind: 'story',
  title: () => m.story_title(),
  point: 'involve',
  purpose: 'recognition',
  audiences: ['staff'],
  options: v.object({
    /** How many days back, today included. */
    days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)), 14),
    /** How many take turns. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6)), 3),
  }),
  data: v.object({ stories: v.pipe(v.array(story), v.minLength(1)) }),
  needs: (options) => ({
    team: team(),
    stories: newest('story', 'published', options.most),
    pictures: keptPictures(),
  }),
  select({ team, stories, pictures }, options, now) {
    const first = addDays(localDay(now, team.timeZone), 1 - options.days);
    const shown = stories
      .filter(({ at }) => localDay(new Date(at), team.timeZone) >= first)
      .slice(0, options.most)
      .map(({ id, words, about, at, own = false, picture: named }) => {
        const picture = pictures.find((picture) => picture.id === named);
        return { id, words, about, at, own, picture: picture ? pictureShown(picture) : null };
      });
    return shown.length > 0 ? { stories: shown } : undefined;
  },
  // A picture is looked at for as long as eight words are read.
  words: ({ stories }) =>
    Math.max(...stories.map(({ words, about, picture }) => wordsIn(words, about) + (picture ? 8 : 0))),
  plays: ({ stories }) => stories.length,
  pictures: ({ stories }) => stories.map(({ picture }) => picture?.src ?? ''),
  news({ stories }, now) {
    const newest = stories[0];
    return newest && now.getTime() - Date.parse(newest.at) < fresh ? { id: newest.id, play: 0 } : undefined;
  },
  earlierNews: ({ stories }, now) =>
    stories
      .map(({ id, at }, play) => ({ id, at, play }))
      .filter(({ at, play }) => play > 0 && now.getTime() - Date.parse(at) < fresh)
      .map(({ id, play }) => ({ id, play }))
      .reverse(),
  asOf: ({ stories }) => stories[0]?.at ?? null,
  lookAgain({ team, stories }, options, now) {
    const day = (at: string) => localDay(new Date(at), team.timeZone);
    const moments = stories.flatMap(({ at }) => [
      new Date(Date.parse(at) + fresh),
      momentOf(addDays(day(at), options.days), '00:00', team.timeZone),
    ]);
    return soonest(moments, now);
  },
  ticks: 'minute',
});
