import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Step = Data['steps'][number];
type Told = Step['told']['customer'];

const none: Told = { good: 0, bad: 0, neither: 0 };
const told = (good: number, bad: number, neither = 0): Told => ({ good, bad, neither });
const step = (name: string, by: Partial<Step['told']> = {}): Step => ({
  ...{ id: name, name },
  told: { customer: none, employee: none, supplier: none, other: none, ...by },
});

const base = { customer: 'guest' as const, days: 30, worst: null, allWell: false, silent: [] };

export const examples: Record<string, Data> = {
  ordinary: {
    ...base,
    steps: [
      step('Finding the door', { employee: told(1, 2) }),
      step('Being seen', { customer: told(9, 1), employee: told(3, 0) }),
      step('Ordering', { customer: told(6, 0), employee: told(2, 1) }),
      step('Waiting', { customer: told(2, 14), employee: told(0, 4), supplier: told(0, 1) }),
      step('The food', { customer: told(31, 2, 4), employee: told(5, 0) }),
      step('Paying'),
    ],
    from: ['customer', 'employee', 'supplier'],
    silent: ['Paying'],
    worst: 'Waiting',
  },
  'nobody yet': {
    ...base,
    steps: [step('Arriving'), step('Asking'), step('Leaving')],
    from: [],
    silent: ['Arriving', 'Asking', 'Leaving'],
  },
  'no hole': {
    ...base,
    steps: [
      step('Calling', { customer: told(12, 3), employee: told(2, 2) }),
      step('Waiting on the line', { customer: told(1, 18) }),
      step('Being helped', { customer: told(40, 2) }),
    ],
    from: ['customer', 'employee'],
    worst: 'Waiting on the line',
  },
  'all well': {
    ...base,
    customer: 'patient',
    steps: [step('Front desk', { customer: told(3, 0), employee: told(1, 0) })],
    from: ['customer', 'employee'],
    allWell: true,
  },
  'many items': {
    ...base,
    customer: 'resident',
    days: 12,
    steps: [
      step('Moving in', { customer: told(112, 24), supplier: told(3, 3) }),
      step('First evening', { customer: told(20, 16), other: told(2, 1) }),
      step('Breakfast', { customer: told(120, 4), employee: told(11, 2), supplier: told(1, 4) }),
      step('Doctor’s visit', { customer: told(0, 0, 3) }),
      step('Going out', { employee: told(1, 1), other: told(0, 6) }),
      step('Visits', { customer: told(42, 0), other: told(18, 1) }),
      step('Night', { customer: told(4, 38), employee: told(3, 9) }),
    ],
    from: ['customer', 'employee', 'supplier', 'other'],
    worst: 'Night',
  },
  longest: {
    ...base,
    customer: 'colleague',
    steps: [
      step('Rechtsschutzversicherungsfragen', { customer: told(1, 2) }),
      step('Lieferverzögerungsanruf am Tag', { customer: told(100, 200), employee: told(10, 20) }),
      step('Verwaltungsgebäude im Westhof', { supplier: told(7, 0) }),
      step('Donaudampfschifffahrtskapitän'),
      step('Instandhaltungsdienste Nordhof'),
      step('Wirbelsäulenchirurgie Station 4', { other: told(1, 1) }),
      step('Zentralsterilisation, Ausgabe'),
    ],
    from: ['customer', 'employee', 'supplier', 'other'],
    silent: [
      'Donaudampfschifffahrtskapitän',
      'Instandhaltungsdienste Nordhof',
      'Zentralsterilisation, Ausgabe',
    ],
    worst: 'Lieferverzögerungsanruf am Tag',
  },
  'right-to-left': {
    ...base,
    steps: [
      step('العثور على الباب', { employee: told(1, 2) }),
      step('الطلب', { customer: told(9, 1), employee: told(3, 0) }),
      step('الانتظار'),
      step('الدفع'),
    ],
    from: ['customer', 'employee'],
    silent: ['الانتظار', 'الدفع'],
    worst: 'العثور على الباب',
  },
};
