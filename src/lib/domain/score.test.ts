import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  countsIn,
  periodBefore,
  periodOf,
  pickMeasure,
  scoreOf,
  shownScore,
  type Count,
} from './score';
import { studentT } from './student-t';

const counts = (byValue: Record<number, number>): Count[] =>
  Object.entries(byValue).map(([value, count]) => ({ value: Number(value), count }));

describe('the score of a measure, worked by hand', () => {
  it('NPS: 80 promoters, 31 passives and 7 detractors of 118 are +61.9', () => {
    const { score, n } = scoreOf(counts({ 0: 1, 3: 1, 5: 2, 6: 3, 7: 12, 8: 19, 9: 28, 10: 52 }), 'nps');
    expect(n).toBe(118);
    expect(score).toBeCloseTo((100 * 73) / 118, 12);
  });

  it('NPS: the interval of 6 promoters, 2 passives and 2 detractors is the adjusted Wald one', () => {
    // p = 6.75/13, d = 2.75/13; difference 4/13; variance (9.5/13 − 16/169)/13
    const reach = 1.959963984540054 * Math.sqrt((9.5 / 13 - 16 / 169) / 13);
    const { low, high } = scoreOf(counts({ 10: 6, 8: 2, 3: 2 }), 'nps');
    expect(low).toBeCloseTo(100 * (4 / 13 - reach), 9);
    expect(high).toBeCloseTo(100 * (4 / 13 + reach), 9);
  });

  it.each([
    ['csat', { 5: 3, 4: 1, 3: 1, 1: 5 }, 40],
    ['smiley4', { 3: 1, 2: 1, 1: 1, 0: 1 }, 50],
    ['smiley5', { 4: 1, 3: 1, 2: 2 }, 50],
    ['stars', { 5: 9, 3: 1 }, 90],
    ['rating:1-10:8', { 8: 1, 9: 1, 7: 2 }, 50],
    ['rating:0-100:60', { 60: 3, 59: 1 }, 75],
  ] as const)('%s is the share at and above the top', (measure, byValue, share) => {
    expect(scoreOf(counts(byValue), measure).score).toBeCloseTo(share, 12);
  });

  it('shares: 8 of 10 have the Wilson interval 49.0 … 94.3', () => {
    const { low, high } = scoreOf(counts({ 5: 8, 1: 2 }), 'csat');
    expect(low).toBeCloseTo(49.0162, 3);
    expect(high).toBeCloseTo(94.3318, 3);
  });

  it('CES: 5, 6, 7 have the mean 6 and a Student interval that ends at the scale', () => {
    // 6 ± 4.302653 · 1/√3 = 3.516 … 8.484
    const { score, low, high } = scoreOf(counts({ 5: 1, 6: 1, 7: 1 }), 'ces');
    expect(score).toBe(6);
    expect(low).toBeCloseTo(3.5159, 4);
    expect(high).toBe(7);
  });

  it('no answers have no score', () => {
    expect(scoreOf([], 'nps')).toEqual({ score: null, n: 0, low: null, high: null });
  });

  it('below the team’s minimum nothing but n is said', () => {
    expect(shownScore(counts({ 10: 4 }), 'nps', 5)).toEqual({ score: null, n: 4, low: null, high: null });
    expect(shownScore(counts({ 10: 5 }), 'nps', 5).score).toBe(100);
  });

  it('an unknown measure is a mistake of ours', () => {
    expect(() => scoreOf([], 'happiness')).toThrow(TypeError);
  });
});

describe('every score', () => {
  const measures = ['nps', 'csat', 'ces', 'smiley4', 'smiley5', 'stars', 'rating:1-10:8'] as const;
  const ranges = {
    nps: [0, 10],
    csat: [1, 5],
    ces: [1, 7],
    smiley4: [0, 3],
    smiley5: [0, 4],
    stars: [1, 5],
    'rating:1-10:8': [1, 10],
  };
  const some = fc.constantFrom(...measures).chain((measure) =>
    fc.tuple(
      fc.constant(measure),
      fc.array(
        fc.record({
          value: fc.integer({ min: ranges[measure][0]!, max: ranges[measure][1]! }),
          count: fc.integer({ min: 1, max: 500 }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
    ),
  );

  it('lies on its scale, and its interval too', () => {
    fc.assert(
      fc.property(some, ([measure, list]) => {
        const { score, low, high } = scoreOf(list, measure);
        const [min, max] = measure === 'nps' ? [-100, 100] : measure === 'ces' ? [1, 7] : [0, 100];
        for (const value of [score, low, high]) {
          expect(value).toBeGreaterThanOrEqual(min - 1e-9);
          expect(value).toBeLessThanOrEqual(max + 1e-9);
        }
        expect(low).toBeLessThanOrEqual(high!);
      }),
    );
  });

  it('does not depend on how the answers are grouped', () => {
    fc.assert(
      fc.property(some, ([measure, list]) => {
        const single = list.flatMap(({ value, count }) => [
          { value, count: count - 1 },
          { value, count: 1 },
        ]);
        expect(scoreOf(single, measure).score).toBeCloseTo(scoreOf(list, measure).score!, 9);
      }),
    );
  });

  it('keeps its place and narrows its interval when every count is a hundred times larger', () => {
    fc.assert(
      fc.property(some, ([measure, list]) => {
        const few = scoreOf(list, measure);
        const many = scoreOf(
          list.map(({ value, count }) => ({ value, count: count * 100 })),
          measure,
        );
        expect(many.score).toBeCloseTo(few.score!, 8);
        expect(many.high! - many.low!).toBeLessThanOrEqual(few.high! - few.low! + 1e-9);
      }),
    );
  });
});

describe('two periods', () => {
  it('a rise from 40 of 100 to 70 of 100 is clear', () => {
    const found = compare(counts({ 5: 70, 1: 30 }), counts({ 5: 40, 1: 60 }), 'csat')!;
    expect(found.change).toBeCloseTo(30, 9);
    expect(found.low).toBeGreaterThan(0);
    expect(found.clear).toBe(true);
  });

  it('the same rise of 10 answers each is not yet clear, and 29 never are', () => {
    expect(compare(counts({ 5: 7, 1: 3 }), counts({ 5: 4, 1: 6 }), 'csat')!.clear).toBe(false);
    expect(compare(counts({ 10: 29 }), counts({ 0: 300 }), 'nps')!.clear).toBe(false);
    expect(compare(counts({ 10: 30 }), counts({ 0: 300 }), 'nps')!.clear).toBe(true);
  });

  it('MOVER: 56 of 70 after 48 of 80 differ by 20 points, 5.24 to 33.39 (Newcombe 1998)', () => {
    const { low, high } = compare(counts({ 5: 56, 1: 14 }), counts({ 5: 48, 1: 32 }), 'csat')!;
    expect(low).toBeCloseTo(5.24, 2);
    expect(high).toBeCloseTo(33.39, 2);
  });

  it('CES uses Welch: equal means are never clear', () => {
    const found = compare(counts({ 5: 20, 7: 20 }), counts({ 6: 40 }), 'ces')!;
    expect(found.change).toBe(0);
    expect(found.clear).toBe(false);
  });

  it('swapping them turns the change round', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 300 }),
        fc.integer({ min: 30, max: 300 }),
        fc.nat(30),
        fc.nat(30),
        (n, m, a, b) => {
          const [x, y] = [counts({ 10: n - a, 2: a }), counts({ 10: m - b, 2: b })];
          const [there, back] = [compare(x, y, 'nps')!, compare(y, x, 'nps')!];
          expect(there.change).toBeCloseTo(-back.change, 9);
          expect(there.low).toBeCloseTo(-back.high, 9);
          expect(there.clear).toBe(back.clear);
        },
      ),
    );
  });

  it('nothing is compared with nothing', () => {
    expect(compare([], counts({ 5: 3 }), 'csat')).toBeUndefined();
  });
});

describe('periods', () => {
  it('30 days that end today begin 29 days ago, and the ones before touch them', () => {
    expect(periodOf('2026-11-22', 30)).toEqual({ from: '2026-10-24', to: '2026-11-22' });
    expect(periodBefore('2026-11-22', 30)).toEqual({ from: '2026-09-24', to: '2026-10-23' });
  });

  it('count only what falls inside', () => {
    const rows = ['2026-10-23', '2026-10-24', '2026-11-22', '2026-11-23'].map((day) => ({
      day,
      value: 9,
      count: 1,
    }));
    expect(countsIn(rows, periodOf('2026-11-22', 30))).toEqual([{ value: 9, count: 2 }]);
  });
});

describe('the measure on the wall', () => {
  const answered = (measure: string, latest: string, count: number) => ({
    measure,
    latest,
    rows: [{ value: 3, count }],
  });

  it('is the preferred one while it has answers', () => {
    const list = [answered('nps', '2026-11-22T10:00:00Z', 50), answered('csat', '2026-01-01T10:00:00Z', 2)];
    expect(pickMeasure(list, 'csat')?.measure).toBe('csat');
    expect(pickMeasure(list, 'ces')?.measure).toBe('nps');
  });

  it('is the busiest of the living ones, not the last to be answered', () => {
    const list = [answered('nps', '2026-11-22T10:00:00Z', 50), answered('csat', '2026-11-22T10:05:00Z', 2)];
    expect(pickMeasure(list, null)?.measure).toBe('nps');
  });

  it('is none where nobody answered', () => {
    expect(pickMeasure([], null)).toBeUndefined();
  });
});

describe("Student's t", () => {
  it.each([
    [1, 12.7062047],
    [2, 4.3026527],
    [4, 2.7764451],
    [9, 2.2621572],
    [30, 2.0422725],
    [1000, 1.9623391],
    [5.5, 2.5023],
  ])('with %d degrees of freedom reaches %d', (df, t) => {
    expect(studentT(df)).toBeCloseTo(t, df === 5.5 ? 2 : 6);
  });
});
