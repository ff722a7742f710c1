import { expect, it } from 'vitest';
import { returningBeside, returningMeasure } from './returning';

const team = { measure: null, minimumN: 5 };
const today = '2026-11-22';
const row = (day: string, value: number, count: number) => ({ day, value, count });
const answers = (measure: string, ...rows: ReturnType<typeof row>[]) => [
  { measure, latest: '2026-11-20T12:00:00Z', rows },
];
const said = (...rows: ReturnType<typeof row>[]) => answers(returningMeasure, ...rows);
const pleased = answers('csat', row('2026-11-20', 5, 9), row('2026-11-20', 2, 3));

it('has both shares of the same thirty days, today and the first of them included', () => {
  const some = said(
    ...[row('2026-10-23', 1, 90), row('2026-10-24', 4, 3), row(today, 5, 3), row('2026-11-02', 3, 2)],
  );
  expect(returningBeside(some, pleased, team, today)).toEqual({
    ...{ returning: { score: 75, n: 8 }, pleased: { score: 75, n: 12 }, by: 'satisfied' },
  });
  const old = answers('csat', row('2026-10-23', 1, 90), row('2026-10-24', 5, 6));
  expect(returningBeside(some, old, team, today)?.pleased).toEqual({ score: 100, n: 6 });
});

it('is nothing where either has fewer answers than the team shows', () => {
  expect(returningBeside(said(row(today, 5, 4)), pleased, team, today)).toBeUndefined();
  expect(returningBeside(said(row(today, 5, 5)), pleased, team, today)).toBeDefined();
  expect(
    returningBeside(said(row(today, 5, 40)), answers('csat', row(today, 5, 4)), team, today),
  ).toBeUndefined();
  expect(returningBeside([], pleased, { ...team, minimumN: 0 }, today)).toBeUndefined();
  expect(returningBeside(said(row(today, 5, 40)), [], team, today)).toBeUndefined();
});

it('stands beside the measure that the team’s score is of, and says what its best answers say', () => {
  const ours = said(row(today, 5, 6));
  const two = [...pleased, ...answers('nps', row(today, 10, 4), row(today, 7, 4), row(today, 0, 2))];
  expect(returningBeside(ours, two, team, today)?.pleased.n).toBe(12);
  expect(returningBeside(ours, two, { ...team, measure: 'nps' }, today)).toMatchObject({
    ...{ pleased: { score: 40, n: 10 }, by: 'recommend' },
  });
  const easy = answers('ces', row(today, 5, 4), row(today, 4, 4));
  expect(returningBeside(ours, easy, team, today)).toMatchObject({ pleased: { score: 50 }, by: 'easy' });
});
