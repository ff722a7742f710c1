import { expect, it } from 'vitest';
import { startOf } from './start';

const team = { at: '2026-10-10T12:00:00Z', timeZone: 'UTC', measure: null, minimumN: 5 };
const row = (day: string, value: number, count: number) => ({ day, value, count });
const start = (rows: ReturnType<typeof row>[], today: string, more = {}) =>
  startOf([{ measure: 'nps', rows }], { ...team, ...more }, new Date(`${today}T12:00:00Z`));

it('is the thirty days up to the one on which the team came, where they were answered', () => {
  const rows = [
    row('2026-09-10', 0, 9),
    row('2026-09-11', 9, 4),
    row('2026-10-10', 9, 3),
    row('2026-10-11', 1, 9),
  ];
  expect(start(rows, '2026-10-12')).toEqual({
    ...{ measure: 'nps', from: '2026-09-11', to: '2026-10-10' },
    counts: [{ value: 9, count: 7 }],
  });
});

it('is else the first thirty days with answers, once they are over', () => {
  const rows = [
    row('2026-10-09', 2, 1),
    row('2026-10-20', 9, 6),
    row('2026-11-18', 6, 1),
    row('2026-11-19', 0, 9),
  ];
  expect(start(rows, '2026-11-18')).toBeNull();
  expect(start(rows, '2026-11-19')).toMatchObject({
    ...{ from: '2026-10-20', to: '2026-11-18' },
    counts: [
      { value: 6, count: 1 },
      { value: 9, count: 6 },
    ],
  });
});

it('is nothing below the team’s minimum, and in the measure that the team prefers', () => {
  expect(start([row('2026-10-20', 9, 4)], '2026-12-30')).toBeNull();
  const tallies = ['nps', 'csat'].map((measure) => ({ measure, rows: [row('2026-10-05', 4, 9)] }));
  const preferred = startOf(tallies, { ...team, measure: 'csat' }, new Date('2026-11-01T12:00:00Z'));
  expect(preferred?.measure).toBe('csat');
});
