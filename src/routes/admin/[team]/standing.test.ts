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
const team = { timeZone: 'Europe/London', minimumN: 5 };
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
  expect(goalStand(goal, [nps(8, 2)], team)).toEqual({ value: 60, n: 10, day: '2026-11-21' });
});

it('shows no figure while too few have answered', () => {
  expect(goalStand(goal, [nps(3, 1)], team)).toEqual({ value: null, n: 4, day: '2026-11-21' });
});

it('shows the newest reading of a goal that is read by hand, and nothing before the first', () => {
  expect(goalStand({ ...goal, follow: null }, [nps(8, 2)], team)).toMatchObject({ value: 33 });
  expect(goalStand({ ...goal, follow: null, readings: [] }, [], team)).toBeNull();
});
