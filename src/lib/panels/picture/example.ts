import type { DataOf } from '../panel';
import { examplePicture, uprightPicture } from '../example-picture';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const bear: Data['posters'][number] = {
  id: 'bear',
  caption: 'Found on table nine. Whose is it?',
  fit: 'fill',
  picture: examplePicture,
  at: '2026-11-22T09:00:00Z',
};
const one = (more: Partial<Data['posters'][number]>): Data => ({ posters: [{ ...bear, ...more }] });

export const examples = {
  ordinary: one({}),
  whole: one({ fit: 'whole', picture: uprightPicture, caption: 'Second cup, same guest.' }),
  bare: one({ caption: null }),
  bareWhole: one({ caption: null, fit: 'whole', picture: uprightPicture }),
  /** The picture is no longer there: a drawing is. */
  missing: one({ picture: { ...examplePicture, src: 'data:image/webp;base64,AAAA' } }),
  longest: one({
    caption:
      'Wiedereröffnungsvorbereitungen: Donaudampfschifffahrtsgäste bestaunen Verwaltungsgemeinschaftskantine, Lieferverzögerungen vergessen.',
  }),
  rightToLeft: one({ caption: 'وُجدت على الطاولة التاسعة. لمن هي؟' }),
  many: { posters: [bear, { ...bear, id: 'cup', fit: 'whole', picture: uprightPicture, caption: null }] },
} satisfies Record<string, Data>;
