import type { DataOf } from '../panel';
import { examplePicture, uprightPicture } from '../example-picture';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const bear: Data['posters'][number] = {
  id: 'bear',
  caption: 'Found on table nine. Whose is it?',
  fit: 'fill',
  picture: examplePicture,
  goal: null,
  at: '2026-11-22T09:00:00Z',
};
const one = (more: Partial<Data['posters'][number]>): Data => ({ posters: [{ ...bear, ...more }] });

const goal = {
  question: 'Did your food come when we said it would?',
  ...{ target: 70, due: '2026-12-31', today: '2026-11-22' },
};

export const examples = {
  ordinary: one({}),
  /** How it looks once the goal is there. */
  goal: one({ caption: null, goal }),
  goalAtLength: one({
    caption: null,
    goal: {
      question:
        'Haben Ihnen die Kolleginnen und Kollegen der Rechtsschutzversicherungsgesellschaft gesagt, wie lange die Bearbeitung voraussichtlich dauert?',
      ...{ target: 18_000.5, due: '2027-12-31', today: '2026-11-22' },
    },
  }),
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
