import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;
type Link = Data['links'][number];

const link = (
  by: string,
  to: string | null,
  score: number | null,
  n: number,
  more: Partial<Link> = {},
): Link => ({
  ...{ by, to, measure: 'csat', score, n, minimumN: 5 },
  ...more,
});

const base = { customer: 'guest' as const };
const thanks = {
  by: 'Harbour Kitchen',
  to: 'Dining room',
  person: 'Ann',
  behaviour: 'You called every order early on Friday.',
};

export const examples: Record<string, Data> = {
  ordinary: {
    ...base,
    links: [
      link('Linen room', 'Harbour Kitchen', 75, 12),
      link('Harbour Kitchen', 'Dining room', 88.2352941, 34),
      link('Harbour Kitchen', null, 81, 212),
    ],
    thanks,
  },
  'too few yet': {
    ...base,
    links: [
      link('Harbour Kitchen', 'Dining room', null, 3),
      link('Harbour Kitchen', null, 62, 118, { measure: 'nps' }),
    ],
    thanks: null,
  },
  'nobody yet': {
    ...base,
    links: [
      link('Harbour Kitchen', 'Dining room', null, 0, { measure: null }),
      link('Harbour Kitchen', null, null, 0, { measure: null }),
    ],
    thanks: null,
  },
  'many items': {
    ...base,
    customer: 'patient',
    links: [
      link('Laboratory', 'Ward 3', 5.8, 41, { measure: 'ces' }),
      link('Transport', 'Ward 3', -12, 26, { measure: 'nps' }),
      link('Ward 3', 'Outpatients', 91, 140),
      link('Ward 3', 'Pharmacy', 66.6666667, 9),
      link('Ward 3', null, 94, 305),
    ],
    thanks: {
      by: 'Ward 3',
      to: 'Pharmacy',
      person: 'Kofi',
      behaviour: 'You rang before the round, every day.',
    },
  },
  longest: {
    ...base,
    links: [
      link('Instandhaltungsdienste Nordflügel und Hof', 'Zentralsterilisation Haus Sonnenschein', 84, 120),
      link('Zentralsterilisation Haus Sonnenschein', 'Wirbelsäulenchirurgie und Rehabilitation', null, 4),
      link('Zentralsterilisation Haus Sonnenschein', null, 79, 1204),
    ],
    thanks: {
      by: 'Zentralsterilisation Haus Sonnenschein',
      to: 'Wirbelsäulenchirurgie und Rehabilitation',
      person: 'Maximiliane Freudenberg-Oppenheimer',
      behaviour:
        'You told us on Thursday evening which trays you would need first on Friday, and so nobody waited.'.repeat(
          2,
        ),
    },
  },
  'right-to-left': {
    ...base,
    links: [link('المطبخ', 'قاعة الطعام', 90, 20), link('المطبخ', null, 72.5, 40)],
    thanks: {
      by: 'المطبخ',
      to: 'قاعة الطعام',
      person: 'سلمى',
      behaviour: 'أخبرتنا بالطلبات مبكرًا يوم الجمعة.',
    },
  },
};
