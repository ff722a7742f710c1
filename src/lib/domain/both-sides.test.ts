import { expect, it } from 'vitest';
import { bothSides } from './both-sides';

const team = { measure: null, minimumN: 5 };
const pool = { from: '2026-09', to: '2026-10', faces: [1, 2, 3] };
const row = (day: string, value: number, count: number) => ({ day, value, count });
const answers = (measure: string, ...rows: ReturnType<typeof row>[]) => [
  { measure, latest: '2026-11-20T12:00:00Z', rows },
];

it('takes both from the same whole months, and nothing of the day before or after', () => {
  const shares = answers(
    'csat',
    ...[row('2026-08-31', 1, 90), row('2026-09-01', 5, 6), row('2026-10-31', 2, 2), row('2026-11-01', 1, 90)],
  );
  expect(bothSides(pool, shares, team)).toEqual({
    ...{ form: 'share', from: '2026-09', to: '2026-10' },
    ...{ customers: { score: 75, n: 8 }, team: { score: 50, n: 6 } },
  });
});

it('says both in points where customers are asked how likely they would recommend', () => {
  const points = answers('nps', row('2026-10-02', 9, 5), row('2026-10-02', 7, 3), row('2026-10-02', 2, 2));
  expect(bothSides(pool, points, team)).toMatchObject({
    ...{ form: 'points', customers: { score: 30, n: 10 }, team: { score: 33, n: 6 } },
  });
});

it('is nothing where the customers gave fewer answers than the team shows', () => {
  const few = answers('csat', row('2026-10-02', 5, 4));
  expect(bothSides(pool, few, team)).toBeUndefined();
  expect(bothSides(pool, [], team)).toBeUndefined();
  expect(bothSides(pool, answers('csat', row('2026-11-02', 5, 40)), team)).toBeUndefined();
});
