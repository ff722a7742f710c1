import * as v from 'valibot';
import { wordsIn } from '../../domain/playlist';
import { m } from '../../paraglide/messages';
import { newest, place } from '../needs';
import { definePanel } from '../panel';
import { pictureShown, shownPicture } from '../shown-picture';

/** Pictures that are looked through for those that hang; a team keeps a few. */
const mostPictures = 200;

/** Pictures that leaders hung as scenes of their own, the newest first, one a play. */
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
          at: v.string(),
        }),
      ),
      v.minLength(1),
    ),
  }),
  needs: () => ({
    place: place(),
    posters: newest('poster', 'hung', 40),
    pictures: newest('picture', 'kept', mostPictures),
  }),
  select({ place, posters, pictures }, options) {
    const shown = posters
      .flatMap(({ id, caption, fit, at, customers, picture: named }) => {
        const picture = pictures.find((picture) => picture.id === named);
        const isFor = place.audience === 'staff' || (customers && picture?.people === false);
        return picture && isFor ? [{ id, caption, fit, picture: pictureShown(picture), at }] : [];
      })
      .slice(0, options.most);
    return shown.length > 0 ? { posters: shown } : undefined;
  },
  // A picture is looked at for as long as eighteen words are read.
  words: ({ posters }) => Math.max(...posters.map(({ caption }) => 18 + wordsIn(caption))),
  plays: ({ posters }) => posters.length,
  pictures: ({ posters }) => posters.map(({ picture }) => picture.src),
  personal: () => true,
  asOf: ({ posters }) => posters[0]?.at ?? null,
});
