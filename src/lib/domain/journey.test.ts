import { expect, it } from 'vitest';
import { journeyTold, silentSteps, since, spoke, stepAt, toldByAll, type JourneyStep } from './journey';

const journey: JourneyStep[] = [
  { id: 'door', name: 'Finding the door', touchpoint: null },
  { id: 'table', name: 'At the table', touchpoint: 'Table 1–9' },
  { id: 'pay', name: 'Paying', touchpoint: null },
];
const comment = (touchpoint: string | null, value: number | null, more: object = {}) => ({
  ...{ touchpoint, value, measure: value === null ? null : ('nps' as const), from: 'customer' as const },
  ...more,
});

it('knows a step by its name or by what answers call it, whatever the case', () => {
  expect(stepAt(journey, ' finding the DOOR ')?.id).toBe('door');
  expect(stepAt(journey, 'table 1–9')?.id).toBe('table');
  expect(stepAt(journey, 'At the table')?.id).toBe('table');
  expect(stepAt(journey, 'web')).toBeUndefined();
  expect(stepAt(journey, null)).toBeUndefined();
});

it('counts walks and comments at each step, who speaks beside who speaks, and shows who said neither', () => {
  const steps = journeyTold(
    journey,
    [
      { step: 'door', from: 'employee', felt: 'bad' },
      { step: 'door', from: 'supplier', felt: 'good' },
      { step: 'gone', from: 'employee', felt: 'bad' },
    ],
    [
      comment('Table 1–9', 9),
      comment('Table 1–9', 7),
      comment('Table 1–9', 3, { from: 'other' }),
      comment('Finding the door', null),
      comment('web', 1),
    ],
  );
  expect(steps.map(({ id }) => id)).toEqual(['door', 'table', 'pay']);
  expect(steps[0]?.told).toEqual({
    customer: { good: 0, bad: 0, neither: 1 },
    employee: { good: 0, bad: 1, neither: 0 },
    supplier: { good: 1, bad: 0, neither: 0 },
    other: { good: 0, bad: 0, neither: 0 },
  });
  expect(steps[1]?.told.customer).toEqual({ good: 1, bad: 0, neither: 1 });
  expect(toldByAll(steps[1]!)).toEqual({ good: 1, bad: 1, neither: 1 });
  expect(steps.map((step) => spoke(toldByAll(step)))).toEqual([3, 3, 0]);
  expect(silentSteps(steps).map(({ name }) => name)).toEqual(['Paying']);
});

it('begins with the team’s own midnight', () => {
  const at = (at: string) => ({ at });
  const records = [at('2026-07-01T22:59:59.000Z'), at('2026-07-01T23:00:00.000Z')];
  expect(since(records, '2026-07-02', { timeZone: 'Europe/London' })).toEqual([records[1]]);
});
