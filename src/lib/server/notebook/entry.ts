import * as v from 'valibot';
import {
  behaviours,
  buckets,
  longestEntry,
  longestName,
  mostHabits,
  mostSlots,
  mostWhys,
  type Written,
} from '../../domain/journal';
import { cleanText } from '../../domain/verbatim';
import * as s from '../intake/shapes';

const text = (longest: number) =>
  v.pipe(
    s.text(4 * longest),
    v.transform((text) => cleanText(text, longest)),
  );
/** Words that have to be there. */
const words = (longest: number) => v.pipe(text(longest), v.nonEmpty());
/** Words that may be left out: empty, absent and null are the same. */
const maybe = v.nullish(
  v.pipe(
    text(longestEntry),
    v.transform((text) => text || null),
  ),
  null,
);
const upTo = <S extends v.GenericSchema>(most: number, item: S) => v.pipe(v.array(item), v.maxLength(most));

/** What may stand in a notebook, of any kind. */
export const written = v.variant('kind', [
  v.object({
    ...{ kind: v.literal('tried'), team: s.id, turn: s.whole(1, 1e9) },
    ...{ tried: words(longestEntry), happened: maybe },
  }),
  v.object({
    kind: v.literal('time'),
    buckets: v.pipe(
      v.array(v.object({ name: words(longestName), minutes: s.whole(0, 24 * 60) })),
      v.length(buckets),
    ),
  }),
  v.object({
    kind: v.literal('coaching'),
    slots: v.pipe(upTo(mostSlots, v.object({ when: words(longestName), held: v.boolean() })), v.minLength(1)),
    ...{ noTime: v.boolean(), noSkill: v.boolean(), whys: upTo(mostWhys, words(longestEntry)) },
  }),
  v.pipe(
    v.object({ kind: v.literal('listening'), asked: maybe, heard: maybe, spoke: maybe }),
    v.forward(
      v.check(({ asked, heard, spoke }) => Boolean(asked ?? heard ?? spoke), 'missing'),
      ['heard'],
    ),
  ),
  v.object({
    ...{ kind: v.literal('observation'), whom: words(longestName) },
    ...{ seen: upTo(behaviours.length, v.picklist(behaviours)), note: maybe },
  }),
  v.object({
    kind: v.literal('habits'),
    habits: v.pipe(
      upTo(mostHabits, v.object({ text: words(longestName), kept: v.nullable(v.boolean()) })),
      v.minLength(1),
    ),
  }),
  v.object({ kind: v.literal('mirror'), wish: v.boolean('missing') }),
  v.object({ kind: v.literal('closing'), coached: v.boolean('missing'), modelled: v.boolean('missing') }),
]) satisfies v.GenericSchema<unknown, Written>;
