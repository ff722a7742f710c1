import { describe, expect, it } from 'vitest';
import { addDays } from './calendar';
import { decisionStand } from './decision-stand';

const decision = { start: '2026-11-01', review: '2026-11-14' };
/** A day's answers: so many who would come back, so many who would not. */
const day = (day: string, glad: number, sad: number) => [
  { day, value: 10, count: glad },
  { day, value: 2, count: sad },
];
/** Two weeks before and three weeks after the start. */
const rows = (before: [number, number], since: [number, number], later: [number, number] = since) => [
  ...Array.from({ length: 14 }, (_, i) => day(addDays('2026-10-18', i), ...before)).flat(),
  ...Array.from({ length: 14 }, (_, i) => day(addDays('2026-11-01', i), ...since)).flat(),
  ...Array.from({ length: 7 }, (_, i) => day(addDays('2026-11-15', i), ...later)).flat(),
];
const stand = (today: string, ...counted: Parameters<typeof rows>) =>
  decisionStand(decision, { measure: 'nps', rows: rows(...counted) }, 5, today);

describe('a decision', () => {
  it('that has not begun changed nothing yet', () => {
    expect(stand('2026-10-31', [4, 4], [8, 1])).toMatchObject({
      verdict: 'to-come',
      since: null,
      change: null,
    });
  });

  it('is set beside as many days before as it has run, and not judged before its review date is over', () => {
    expect(stand('2026-11-03', [4, 4], [8, 0])).toMatchObject({
      before: { from: '2026-10-29', to: '2026-10-31' },
      since: { from: '2026-11-01', to: '2026-11-03' },
      change: 100,
      verdict: 'running',
    });
    expect(stand('2026-11-14', [4, 4], [8, 0]).verdict).toBe('running');
    expect(stand('2026-11-15', [4, 4], [8, 0]).verdict).toBe('clear');
  });

  it('is judged once: what comes after its review date makes nothing clear', () => {
    const judged = stand('2026-11-21', [3, 1], [3, 1], [9, 0]);
    expect(judged).toMatchObject({ since: { to: '2026-11-14' }, change: 0, verdict: 'not-yet-clear' });
    expect(judged.scores?.since.n).toBe(56);
  });

  it.each([
    ['too few answers since', [4, 4], [2, 0], 'not-yet-clear'],
    ['too few answers before', [1, 1], [8, 0], 'not-yet-clear'],
    ['30 and more on each side and a difference', [4, 4], [6, 1], 'clear'],
    ['a clear change for the worse', [6, 1], [4, 4], 'clear'],
  ] as const)('with %s', (_, before, since, verdict) => {
    expect(stand('2026-11-15', [...before], [...since]).verdict).toBe(verdict);
  });

  it('shows no score below the team’s minimum, and stands without one where nobody answers', () => {
    const few = decisionStand(decision, { measure: 'nps', rows: day('2026-11-02', 2, 0) }, 5, '2026-11-15');
    expect(few).toMatchObject({ change: null, verdict: 'not-yet-clear' });
    expect(few.scores?.since).toMatchObject({ score: null, n: 2 });
    expect(decisionStand(decision, undefined, 5, '2026-11-20')).toMatchObject({
      scores: null,
      verdict: 'not-yet-clear',
    });
  });
});
