import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exampleAnswers, exampleNow, exampleTeam } from '../example-facts';
import type { Answers, AnswersAbout } from '../needs';
import type { Goal, TeamDecision } from '../../domain/practice';
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
const select = (
  answers: Answers[],
  goals: Goal[] = [],
  decisions: TeamDecision[] = [],
  about: AnswersAbout[] = [],
) =>
  panel.select(
    { team: exampleTeam(), answers, about, decisions, goals },
    v.parse(panel.options, {}),
    exampleNow,
  );
const decision = (start: string, review: string, more: Partial<TeamDecision> = {}): TeamDecision => ({
  id: start,
  team: 'harbour-kitchen',
  at: `${start}T09:00:00Z`,
  status: 'taken',
  batch: null,
  version: 1,
  text: 'Say the wait before they ask',
  meaning: 'You know how long it takes.',
  routine: 'pre-shift talk',
  start,
  review,
  critical: null,
  turn: 1,
  ...more,
});

const rising = exampleAnswers('nps', 120, (back) => (back < 60 ? { 10: 4, 5: 1 } : { 10: 2, 5: 3 }));

describe('score trend', () => {
  test('has the score that the team started with, of the same measure and of enough answers alone', () => {
    const began = (counts: { value: number; count: number }[], measure = 'nps') =>
      panel.select(
        {
          team: exampleTeam({
            minimumN: 5,
            began: { measure, counts, from: '2026-05-01', to: '2026-05-30' },
          }),
          ...{ answers: [rising], about: [], decisions: [], goals: [] },
        },
        v.parse(panel.options, {}),
        exampleNow,
      )?.began;
    const counts = [
      { value: 9, count: 6 },
      { value: 2, count: 4 },
    ];
    expect(began(counts)).toBe(20);
    expect(began(counts, 'csat')).toBeNull();
    expect(began([{ value: 9, count: 4 }])).toBeNull();
    expect(select([rising])?.began).toBeNull();
  });

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

describe('decisions on the trend', () => {
  /** From 1 November on four of five are glad, before two of five. */
  const turned = exampleAnswers('nps', 180, (back) => (back < 22 ? { 10: 4, 5: 1 } : { 10: 2, 5: 3 }));

  test('say before and since with n, clear from the review on and not yet before', () => {
    const [over, running] =
      select([turned], [], [decision('2026-11-12', '2026-12-03'), decision('2026-11-01', '2026-11-20')])
        ?.pins ?? [];
    expect(over).toMatchObject({
      start: '2026-11-01',
      stand: { before: { score: -20, n: 100 }, since: { score: 60, n: 100 }, change: 80, clear: true },
    });
    expect(running).toMatchObject({ start: '2026-11-12', stand: { change: 0, clear: false } });
    const early = select([turned], [], [decision('2026-11-01', '2026-12-01')])?.pins[0];
    expect(early?.stand).toMatchObject({ change: 80, clear: false });
  });

  test('are judged by the answers about their critical, where they serve one', () => {
    const rows = turned.rows.map((row) => ({ ...row, value: 10, critical: 'wait' }));
    const others = turned.rows.map((row) => ({ ...row, value: 0, critical: 'noise' }));
    const data = select(
      [turned],
      [],
      [decision('2026-11-01', '2026-11-20', { critical: 'wait' })],
      [{ measure: 'nps', rows: [...rows, ...others] }],
    );
    expect(data?.pins[0]?.stand).toMatchObject({ before: { score: 100 }, since: { score: 100 }, change: 0 });
  });

  test('stand only on the line, the three newest of them, oldest first', () => {
    const days = ['2026-11-23', '2026-11-20', '2026-11-01', '2026-10-01', '2026-09-10', '2026-08-30'];
    const data = select(
      [turned],
      [],
      days.map((day) => decision(day, '2026-12-20')),
    );
    expect(data?.pins.map(({ start }) => start)).toEqual(['2026-10-01', '2026-11-01', '2026-11-20']);
  });

  test('have no figures under the minimum n on either side', () => {
    const few = exampleAnswers('nps', 180, (back) => ({ 9: back > 25 || back === 3 ? 1 : 0 }));
    expect(select([few], [], [decision('2026-11-18', '2026-12-03')])?.pins[0]).toMatchObject({ stand: null });
  });

  test('do not change where the line begins, though they look further back', () => {
    expect(select([turned], [], [decision('2026-09-10', '2026-11-20')])?.points).toEqual(
      select([exampleAnswers('nps', 114, (back) => (back < 22 ? { 10: 4, 5: 1 } : { 10: 2, 5: 3 }))])?.points,
    );
  });
});
