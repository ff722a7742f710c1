import { expect, it } from 'vitest';
import { rulerOf, type TickKind } from './ruler';

const counted = (ticks: TickKind[]) =>
  ticks.reduce<Partial<Record<TickKind, number>>>(
    (sums, kind) => ({ ...sums, [kind]: (sums[kind] ?? 0) + 1 }),
    {},
  );

it('has a tick for each of 100: 41 at the start, 14 gained, 15 to go, 30 beyond', () => {
  const { ticks } = rulerOf({ unit: 'in-100', follows: null, baseline: 41, target: 70, now: 55 });
  expect(counted(ticks)).toEqual({ start: 41, gained: 14, toGo: 15, rest: 30 });
});

it('runs from high to low for a goal that goes down', () => {
  const { ticks, step } = rulerOf({ unit: 'minutes', follows: null, baseline: 12, target: 6, now: 8.5 });
  expect(step).toBe(0.25);
  expect(counted(ticks)).toEqual({ start: 12, gained: 14, toGo: 10, rest: 24 });
});

it('gains nothing when it moved away, and all of that way is to go', () => {
  const { ticks } = rulerOf({ unit: 'in-100', follows: null, baseline: 41, target: 70, now: 34 });
  expect(counted(ticks)).toEqual({ start: 34, toGo: 36, rest: 30 });
});

it('has nothing to go beyond the target', () => {
  const { ticks } = rulerOf({ unit: 'in-100', follows: null, baseline: 72, target: 90, now: 93 });
  expect(counted(ticks)).toEqual({ start: 72, gained: 21, rest: 7 });
});

it('takes two points a tick where scores can be negative', () => {
  const { ticks, step, before } = rulerOf({
    unit: 'points',
    follows: 'nps',
    baseline: -12,
    target: 30,
    now: 18,
  });
  expect([step, ticks.length, before(0)]).toEqual([2, 100, 50]);
});

it('stays under a hundred ticks for any numbers', () => {
  for (const [baseline, target] of [
    [0, 1],
    [12_400, 18_000],
    [3, 2_000_000],
    [0, 0],
    [0.4, 0.2],
  ] as const) {
    const { ticks } = rulerOf({ unit: 'count', follows: null, baseline, target, now: null });
    expect(ticks.length).toBeGreaterThan(0);
    expect(ticks.length).toBeLessThanOrEqual(100);
  }
});
