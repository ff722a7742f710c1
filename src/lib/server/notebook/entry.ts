import * as v from 'valibot';
import { longestEntry, type Written } from '../../domain/journal';
import { cleanText } from '../../domain/verbatim';
import * as s from '../intake/shapes';

const text = v.pipe(
  s.text(2000),
  v.transform((text) => cleanText(text, longestEntry)),
);
/** Words that have to be there. */
const words = v.pipe(text, v.nonEmpty());
/** Words that may be left out: empty, absent and null are the same. */
const maybe = v.nullish(
  v.pipe(
    text,
    v.transform((text) => text || null),
  ),
  null,
);

/** What may stand in a notebook, of any kind. */
export const written = v.variant('kind', [
  v.object({
    ...{ kind: v.literal('tried'), team: s.id, turn: s.whole(1, 1e9) },
    ...{ tried: words, happened: maybe },
  }),
]) satisfies v.GenericSchema<unknown, Written>;
