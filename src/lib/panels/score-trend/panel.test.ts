import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exampleAnswers, exampleNow, exampleTeam } from '../example-facts';
import type { Answers } from '../needs';
import type { Goal } from '../../domain/records';
import { panel } from './panel';

const goal = (follow: string | null): Goal => ({
  id: 'goal',
  team: 'harbour-kitchen',
  at: '2026-09-01T09:00:00Z',
  status: 'open',
  batch: null,
  version: 1,
  question: 'Would you send us a friend?',
  unit: 'points',
  baseline: 43,
  target: 70,
  start: '2026-09-01',
  due: '2026-12-31',
  follow,
  readings: [],
});
const select = (answers: Answers[], goals: Goal[] = []) =>
  panel.select({ team: exampleTeam(), answers, goals }, v.parse(panel.options, {}), exampleNow);

const rising = exampleAnswers('nps', 120, (back) => (back < 60 ? { 10: 4, 5: 1 } : { 10: 2, 5: 3 }));

describe('score trend', () => {
  test('has a point a week that ends with the score itself', () => {
    const data = select([rising]);
    expect(data?.points).toHaveLength(13);
    expect(data?.points[12]).toMatchObject({ to: '2026-11-22', score: 60, n: 150 });
    expect(data?.points[0]).toMatchObject({ to: '2026-08-30', score: -20 });
  });

  test('the interval holds the score at every point', () => {
    for (const { low, score, high } of select([rising])?.points ?? []) {
      expect(low).toBeLessThan(score);
      expect(high).toBeGreaterThan(score);
    }
    expect.assertions(26);
  });

  test('a rise of 80 points is clear, a steady score is not', () => {
    expect(select([rising])?.change).toMatchObject({ clear: true });
    expect(select([rising])?.change?.by).toBeCloseTo(80);
    expect(select([exampleAnswers('nps', 120, () => ({ 10: 4, 5: 1 }))])?.change).toEqual({
      by: 0,
      clear: false,
    });
  });

  test('nothing is compared whose days overlap', () => {
    expect(select([exampleAnswers('nps', 53, () => ({ 10: 2, 5: 1 }))])?.change).toBeNull();
  });

  test('points under the minimum n are left out, and too few points are no trend', () => {
    expect(select([exampleAnswers('nps', 120, (back) => ({ 10: back < 30 ? 1 : 0 }))])).toBeUndefined();
    expect(select([])).toBeUndefined();
  });

  test('the target is that of the goal which follows this very score', () => {
    expect(select([rising], [goal('csat'), goal(null)])?.target).toBeNull();
    expect(select([rising], [goal('csat'), goal('nps')])?.target).toEqual({ value: 70, due: '2026-12-31' });
  });

  test('ends on the newest answered day when the facts are stale', () => {
    const old = exampleAnswers('nps', 120, () => ({ 10: 2, 5: 1 }), '2026-09-30');
    const data = select([old]);
    expect(data?.stale).toBe(true);
    expect(data?.points[data.points.length - 1]?.to).toBe('2026-09-30');
  });
});
