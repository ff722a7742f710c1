import { expect, it } from 'vitest';
import { changeOf, isEnough } from './improvement';
import type { Improvement, Observation } from './hung';

const seen = (
  value: number,
  n: number | null = null,
  from = '2026-09-01',
  to = '2026-09-30',
): Observation => ({
  value,
  n,
  from,
  to,
});
const october = (value: number, n: number | null = null, to = '2026-10-30') =>
  seen(value, n, '2026-10-01', to);
const judged = (unit: Improvement['unit'], before: Observation, after: Observation) => {
  const { direction, certainty } = changeOf({ unit, before, after });
  return `${direction}, ${certainty}`;
};

it('calls a change of a count clear once it is more than chance', () => {
  expect(judged('count', seen(41), october(17))).toBe('down, clear');
  expect(judged('count', seen(41), october(30))).toBe('down, not-yet-clear');
  expect(judged('count', seen(9), october(1))).toBe('down, not-yet-clear');
  expect(judged('count', seen(12), october(12))).toBe('flat, not-yet-clear');
});

it('never sets counts over unequal times side by side: the arrow goes by the day', () => {
  expect(judged('count', seen(40), october(20, null, '2026-10-10'))).toBe('up, unequal');
  expect(judged('count', seen(40), october(20, null, '2026-10-31'))).toBe('down, clear');
});

it('judges shares by their intervals, and only where both sides say how many', () => {
  expect(judged('in-100', seen(41, 100), october(62, 110))).toBe('up, clear');
  expect(judged('in-100', seen(41, 100), october(47, 110))).toBe('up, not-yet-clear');
  expect(judged('percent', seen(20, 29), october(90, 200))).toBe('up, not-yet-clear');
  expect(judged('percent', seen(41), october(90))).toBe('up, not-yet-clear');
});

it('never calls means clear: their spread is not known', () => {
  expect(judged('minutes', seen(24, 400), october(9, 400))).toBe('down, not-yet-clear');
});

it('holds figures from too few people back, but not counts', () => {
  const few = (unit: Improvement['unit']) =>
    isEnough({ unit, before: seen(50, 4), after: october(80, 90) }, 5);
  expect(few('in-100')).toBe(false);
  expect(few('count')).toBe(true);
  expect(isEnough({ unit: 'in-100', before: seen(50, 5), after: october(80) }, 5)).toBe(true);
});
