import * as v from 'valibot';
import { localDay, type Day } from '../../domain/calendar';
import { tenth } from '../../domain/goal-stand';
import type { Picture } from '../../domain/hung';
import { wordsIn } from '../../domain/playlist';
import type { Goal } from '../../domain/practice';
import { m } from '../../paraglide/messages';
import { goalPicture, newest, place } from '../needs';
import { definePanel } from '../panel';
import { goalShown, keptPictures, pictureShown, shownPicture } from '../shown-picture';

const goal = v.object({ question: v.string(), target: v.number(), due: v.string(), today: v.string() });

const aimedAt = (goal: Goal, picture: Picture, today: Day) => ({
  ...{ id: picture.id, caption: null, fit: 'fill' as const, at: picture.at },
  picture: goalShown(goal, picture),
  goal: { question: goal.question, target: tenth(goal.target), due: goal.due, today },
});

/** How it looks once the goal is there, then pictures that leaders hung as scenes of their own, the newest first, one a play. */
export const panel = definePanel({
  kind: 'picture',
  title: () => m.picture_title(),
  point: null,
  purpose: 'relationships',
  audiences: ['staff', 'customers'],
  options: v.object({
    /** How many take turns. */
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)), 4),
  }),
  data: v.object({
    posters: v.pipe(
      v.array(
        v.object({
          id: v.string(),
          caption: v.nullable(v.string()),
          /** The whole picture, or as much as fills its place. */
          fit: v.picklist(['whole', 'fill']),
          picture: shownPicture,
          /** What it shows as reached; null: it is no goal’s. */
          goal: v.nullable(goal),
          at: v.string(),
        }),
      ),
      v.minLength(1),
    ),
  }),
  needs: () => ({
    place: place(),
    goals: newest('goal', 'open', 1),
    goalPicture: goalPicture(),
    posters: newest('poster', 'hung', 40),
    pictures: keptPictures(),
  }),
  select({ place, goals, goalPicture, posters, pictures }, options, now) {
    const isStaff = place.audience === 'staff';
    const today = localDay(now, place.timeZone);
    const aims = isStaff && goalPicture ? goals.map((goal) => aimedAt(goal, goalPicture, today)) : [];
    const hung = posters.flatMap(({ id, caption, fit, at, customers, picture: named }) => {
      const picture = pictures.find((picture) => picture.id === named);
      const isFor = isStaff || (customers && picture?.people === false);
      return picture && isFor ? [{ id, caption, fit, picture: pictureShown(picture), goal: null, at }] : [];
    });
    const shown = [...aims, ...hung].slice(0, options.most);
    return shown.length > 0 ? { posters: shown } : undefined;
  },
  // A picture is looked at for as long as eighteen words are read.
  words: ({ posters }) =>
    Math.max(...posters.map(({ caption, goal }) => 18 + wordsIn(caption, goal?.question))),
  plays: ({ posters }) => posters.length,
  pictures: ({ posters }) => posters.map(({ picture }) => picture.src),
  personal: () => true,
  asOf: ({ posters }) => posters[0]?.at ?? null,
});
