import type { DataOf } from '../panel';
import { valueIcon } from '../shout-outs/value-icons';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Expected = Data['expected'][number];

const expected = (name: string, icon: string, thanks: Partial<Expected['thanks']> = null): Expected => ({
  ...{ name, icon: valueIcon(icon) },
  thanks: thanks && { to: 'Bo', behaviour: 'You stayed.', award: null, ...thanks },
});

const alone = expected('Nobody leaves alone', 'umbrella', {
  to: 'Tomasz',
  behaviour: 'You walked a guest to her taxi under your own umbrella.',
});
const warm = expected('Warm plates', 'utensils', {
  to: 'Amira',
  behaviour: 'You sent the soup back before the guest could.',
  award: 'The silver ladle',
});
const ask = expected('Ask once more', 'ear');

export const examples = {
  ordinary: { expected: [alone, warm, ask] },
  /** The fewest that can hang, and nobody was thanked yet. */
  one: { expected: [expected('Warm plates', 'utensils')] },
  'many items': {
    expected: [
      alone,
      warm,
      ask,
      expected('A name, not a number', 'smile', {
        to: 'Kofi',
        behaviour: 'You knew Mrs Ito’s table before she asked.',
        award: 'First name first',
      }),
      expected('Say what went wrong', 'message-circle', {
        to: 'Eve',
        behaviour: 'You told table nine that it was us.',
      }),
    ],
  },
  longest: {
    expected: [
      expected('Verantwortungsübernahmebereitschaft immer', 'shield-check', {
        to: 'Maximiliane Freudenberg-Oppenheimer',
        behaviour:
          'You stayed on the telephone with a guest for the whole of your break until the pharmacy, the taxi and her daughter had all been found, and then told nobody about it. '.repeat(
            2,
          ),
        award: 'Goldene Rechtsschutzversicherungsnadel',
      }),
      ask,
      warm,
      expected('Donaudampfschifffahrtsgesellschaften eins', 'truck'),
      alone,
    ],
  },
  'right-to-left': {
    expected: [
      expected('لا يغادر أحد وحيدًا', 'umbrella', {
        to: 'سلمى',
        behaviour: 'رافقتِ ضيفة إلى سيارتها تحت مظلتك.',
        award: 'المغرفة الفضية',
      }),
      expected('أطباق دافئة', 'utensils'),
    ],
  },
} satisfies Record<string, Data>;
