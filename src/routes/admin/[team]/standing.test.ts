import { expect, it } from 'vitest';
import type { Goal } from '$lib/domain/practice';
import { goalStand } from './standing';

const goal: Goal = {
  id: 'g',
  team: 't',
  at: '2026-10-01T08:00:00.000Z',
  status: 'open',
  batch: null,
  version: 1,
  question: 'Would they send us a friend?',
  unit: 'points',
  baseline: 20,
  target: 60,
  start: '2026-10-01',
  due: '2026-12-31',
  follow: 'nps',
  readings: [{ day: '2026-10-02', value: 33, n: null }],
};
const team = { timeZone: 'Europe/London', cadenceDays: 7, minimumN: 5 };
const now = new Date('2026-11-21T18:00:00Z');
const nps = (promoters: number, detractors: number) => ({
  measure: 'nps' as const,
  latest: '2026-11-21T12:00:00.000Z',
  rows: [
    { day: '2026-11-21', value: 10, count: promoters },
    { day: '2026-11-20', value: 2, count: detractors },
    // From before the goal began.
    { day: '2026-09-20', value: 0, count: 100 },
  ],
});

it('shows a goal that follows a score where its answers stand', () => {
  expect(goalStand(goal, [nps(8, 2)], team, now)).toEqual({ value: 60, n: 10, day: '2026-11-21' });
});

it('shows no figure while too few have answered', () => {
  expect(goalStand(goal, [nps(3, 1)], team, now)).toEqual({ value: null, n: 4, day: '2026-11-21' });
});

it('shows the newest reading of a goal that is read by hand, and nothing before the first', () => {
  expect(goalStand({ ...goal, follow: null }, [nps(8, 2)], team, now)).toMatchObject({ value: 33 });
  expect(goalStand({ ...goal, follow: null, readings: [] }, [], team, now)).toBeNull();
});

it('stands by the days that the score is of, before the first answer of a day as well', () => {
  const answers = nps(8, 0);
  // Thirty days end today: the oldest goes with midnight, though nobody has answered since.
  answers.rows.push({ day: '2026-10-23', value: 0, count: 8 });
  const at = (when: string) => goalStand(goal, [answers], team, new Date(when));
  expect(at('2026-11-21T18:00:00Z')).toMatchObject({ value: 0, n: 16 });
  expect(at('2026-11-22T01:00:00Z')).toMatchObject({ value: 100, n: 8, day: '2026-11-21' });
  // Past the cadence both speak of the newest answered days.
  expect(at('2026-12-05T12:00:00Z')).toMatchObject({ value: 0, n: 16 });
});
