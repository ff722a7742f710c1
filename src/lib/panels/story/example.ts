import type { DataOf } from '../panel';
import { examplePicture, uprightPicture } from '../example-picture';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const bear: Data['stories'][number] = {
  id: 'bear',
  words: 'The lost bear flew home with our crew.',
  about: 'Priya and the night crew',
  at: '2026-11-22T14:10:00Z',
  own: false,
  picture: examplePicture,
};

export const examples = {
  ordinary: { stories: [bear] },
  upright: {
    stories: [
      {
        id: 'cup',
        words: 'She stayed for a second cup, and wrote us a card.',
        about: 'Tomasz',
        at: '2026-11-21T16:00:00Z',
        own: false,
        picture: uprightPicture,
      },
    ],
  },
  /** No picture, nobody named: a drawing stands in. */
  drawn: {
    stories: [
      {
        id: 'ann',
        words: 'A guest came back for the soup. Third time this week!',
        about: null,
        at: '2026-11-22T11:40:00Z',
        own: false,
        picture: null,
      },
    ],
  },
  /** A leader’s. */
  own: {
    stories: [
      { ...bear, words: 'I cleared tables on Saturday, and said the wait at each.', about: null, own: true },
    ],
  },
  growing: {
    stories: [{ ...bear, id: 'aoo', words: 'Breakfast ran ten minutes early all week.', picture: null }],
  },
  rising: {
    stories: [{ ...bear, id: 'anna', words: 'First day of the new menu: sold out.', picture: null }],
  },
  /** The picture is no longer there: the drawing is. */
  missing: {
    stories: [{ ...bear, id: 'bob', picture: { ...examplePicture, src: 'data:image/webp;base64,AAAA' } }],
  },
  short: { stories: [{ ...bear, words: 'We did it.', about: 'All of us' }] },
  longest: {
    stories: [
      {
        id: 'longest',
        words:
          'Rindfleischetikettierungsüberwachung erklärt: Donaudampfschifffahrtsgäste verstanden Lieferverzögerungen, bestellten trotzdem, empfahlen Verantwortungsbewusstseinsküche, kamen wieder.',
        about: 'Maximiliane-Christina von und zu Hohenlohe, Wolfeschlegelste',
        at: '2026-11-20T14:10:00Z',
        own: false,
        picture: { ...examplePicture, ratio: 2.6 },
      },
    ],
  },
  rightToLeft: {
    stories: [
      {
        id: 'layla',
        words: 'عادت الدمية الضائعة إلى صاحبتها مع طاقمنا.',
        about: 'ليلى وفريق الليل',
        at: '2026-11-22T12:10:00Z',
        own: false,
        picture: examplePicture,
      },
    ],
  },
  many: {
    stories: [
      bear,
      { ...bear, id: 'two', words: 'He asked for the recipe. We wrote it down.', picture: uprightPicture },
      { ...bear, id: 'three', words: 'Forty umbrellas lent, forty umbrellas back.', picture: null },
    ],
  },
} satisfies Record<string, Data>;
