import * as v from 'valibot';
import type { Picture } from '../domain/hung';
import type { Goal } from '../domain/practice';
import { newest } from './needs';

/** The pictures of a team that are looked through for those that hang; it keeps a few. */
export const keptPictures = () => newest('picture', 'kept', 200);

/** A picture as panels hand it to their component: where it lies, what it shows, its width for each part of height. */
export const shownPicture = v.object({ src: v.string(), alt: v.string(), ratio: v.number() });

export const pictureShown = ({ id, alt, width, height }: Picture): v.InferOutput<typeof shownPicture> => ({
  src: `/media/${id}`,
  alt,
  ratio: Math.round((width / height) * 100) / 100,
});

/** The same of a goal's picture, which shows what the goal asks where nobody said what is on it. */
export const goalShown = ({ question }: Goal, picture: Picture) =>
  pictureShown({ ...picture, alt: picture.alt || question });
