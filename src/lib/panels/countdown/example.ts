import type { DataOf } from '../panel';
import type { panel } from './panel';

type Data = DataOf<typeof panel>;

const terrace: Data['countdowns'][number] = {
  id: 'terrace',
  title: 'The terrace opens',
  note: 'Forty more seats. Tell every guest who asks.',
  day: '2026-12-04',
  time: '11:00',
  since: '2026-11-02T09:00:00.000Z',
  comes: '2026-12-04T11:00:00.000Z',
};
const with1 = (more: Partial<Data['countdowns'][number]>, close = false): Data => ({
  timeZone: 'Europe/London',
  countdowns: [{ ...terrace, ...more }],
  close,
});

/** All of them at 14:12 on Sunday 22 November. */
export const examples = {
  ordinary: with1({}),
  tomorrow: with1({ day: '2026-11-23', time: '11:00', comes: '2026-11-23T11:00:00.000Z' }),
  hours: with1({
    title: 'Team challenge: greet by name',
    note: null,
    day: '2026-11-22',
    time: '18:00',
    since: '2026-11-22T08:00:00.000Z',
    comes: '2026-11-22T18:00:00.000Z',
  }),
  minutes: with1({ note: null, day: '2026-11-22', time: '15:00', comes: '2026-11-22T15:00:00.000Z' }),
  now: with1({ day: '2026-11-22', time: '14:00', comes: '2026-11-22T14:00:00.000Z' }),
  today: with1({
    title: 'Our tenth birthday',
    note: 'Cake at four.',
    day: '2026-11-22',
    time: null,
    comes: '2026-11-22T00:00:00.000Z',
  }),
  far: with1({ day: '2027-10-01', time: null, comes: '2027-09-30T23:00:00.000Z', note: null }),
  longest: with1({
    title: 'Wiedereröffnung der Verwaltungsgemeinschaftskantine im Haus 3',
    note: 'Bringt eure Essensmarkenverrechnungsbelege bis Donnerstag zur Personalabteilung, bitte jetzt.',
  }),
  rightToLeft: with1({ title: 'افتتاح الشرفة', note: 'أربعون مقعدًا إضافيًا. أخبروا كل ضيف.' }),
  many: {
    timeZone: 'Europe/London',
    countdowns: [
      { ...terrace, id: 'tasting', title: 'Tasting', day: '2026-11-24', comes: '2026-11-24T11:00:00.000Z' },
      terrace,
      {
        ...terrace,
        id: 'party',
        title: 'Winter party',
        day: '2026-12-12',
        time: null,
        comes: '2026-12-12T00:00:00.000Z',
      },
    ],
    close: false,
  },
} satisfies Record<string, Data>;
