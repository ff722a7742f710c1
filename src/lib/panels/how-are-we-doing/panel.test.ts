import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exampleAnswers, exampleNow, examplePlace, exampleTeam } from '../example-facts';
import type { Answers } from '../needs';
import type { Team } from '../../domain/records';
import { columnsOf, panel } from './panel';

const options = (more: v.InferInput<typeof panel.options> = {}) => v.parse(panel.options, more);
const select = (
  answers: Answers[],
  team: Partial<Team> = {},
  more: v.InferInput<typeof panel.options> = {},
  now = exampleNow,
) =>
  panel.select(
    { team: exampleTeam(team), place: examplePlace(), answers, questions: [] },
    options(more),
    now,
  );

/** So many answers on the newest day. */
const today = (counts: Record<number, number>, measure = 'nps', end = '2026-11-22') =>
  exampleAnswers(measure, 1, () => counts, end);

describe('how are we doing', () => {
  test('adds up the answers of the days that it shows', () => {
    const data = select([today({ 10: 6, 9: 2, 8: 1, 3: 1 })]);
    expect(data).toMatchObject({ state: 'living', score: 70, n: 10, glad: 0.8 });
  });

  test('never shows a score under the minimum n, wherever it hides', () => {
    const data = select([today({ 10: 4 })]);
    expect(data).toMatchObject({ state: 'few', n: 4 });
    expect(JSON.stringify(data)).not.toMatch(/score|glad|trend|change/);
  });

  test('asks when nobody has answered, with a code to the customers’ page', () => {
    const data = select([]);
    expect(data).toMatchObject({ state: 'empty', n: 0, asOf: null });
    expect(data && 'code' in data && data.code.path.length).toBeGreaterThan(100);
  });

  test('is stale past the cadence and then shows the newest days that hold answers', () => {
    const old = exampleAnswers('nps', 10, () => ({ 10: 1 }), '2026-10-01');
    expect(select([old])).toMatchObject({
      state: 'stale',
      n: 10,
      to: '2026-10-01',
      ageDays: 52,
      change: null,
      trend: [],
    });
  });

  test('is living on the last day of the cadence and stale on the next', () => {
    const week = exampleAnswers('nps', 10, () => ({ 10: 1 }), '2026-11-15');
    expect(select([week], { cadenceDays: 7 })?.state).toBe('living');
    expect(select([week], { cadenceDays: 6 })?.state).toBe('stale');
  });

  test('compares with the equal period before, and only where that has answers enough', () => {
    const rose = exampleAnswers('nps', 60, (back) => (back < 30 ? { 10: 4, 5: 1 } : { 10: 2, 5: 3 }));
    const data = select([rose]);
    expect(data).toMatchObject({ state: 'living', score: 60, change: { clear: true } });
    expect(data && 'change' in data && data.change?.by).toBeCloseTo(80);
    const young = exampleAnswers('nps', 31, () => ({ 10: 1 }));
    expect(select([young])).toMatchObject({ state: 'living', change: null });
  });

  test('takes the measure that the leader chose, else the team’s, else the one with most answers', () => {
    const both = [today({ 10: 20 }), today({ 5: 30, 1: 10 }, 'csat')];
    expect(select(both, {}, { measure: 'nps' })?.measure).toBe('nps');
    expect(select(both, { measure: 'nps' })?.measure).toBe('nps');
    expect(select(both)?.measure).toBe('csat');
  });

  test('looks again at the team’s own midnight', () => {
    const facts = {
      team: exampleTeam({ timeZone: 'Asia/Tokyo' }),
      place: examplePlace(),
      answers: [],
      questions: [],
    };
    expect(panel.lookAgain?.(facts, options(), exampleNow)?.toISOString()).toBe('2026-11-22T15:00:00.000Z');
  });

  test('a wide scale is drawn in groups that keep the glad apart', () => {
    const columns = columnsOf(
      [
        { value: 79, count: 2 },
        { value: 80, count: 3 },
      ],
      'rating:0-100:80',
    );
    expect(columns.length).toBeLessThanOrEqual(12);
    expect(columns.filter(({ kind }) => kind === 'top').reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(columns.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    expect(columns[0]?.from).toBe(0);
    expect(columns[columns.length - 1]?.to).toBe(100);
  });
});
