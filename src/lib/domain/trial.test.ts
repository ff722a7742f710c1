import { describe, expect, it } from 'vitest';
import { baselinePeriod, keptOf, trialScores } from './trial';

const baseline = (count: number) => ({
  measure: 'nps',
  counts: [
    { value: 9, count },
    { value: 3, count },
  ],
  from: '2026-10-01',
  to: '2026-10-30',
});

describe('a trial’s result', () => {
  it('sets the frozen baseline beside its last days, clear by the rule for two periods', () => {
    const better = [{ value: 9, count: 60 }];
    expect(trialScores(baseline(20), better, 5)).toMatchObject({
      before: { score: 0, n: 40 },
      since: { score: 100, n: 60 },
      clear: true,
    });
    const same = [
      { value: 9, count: 20 },
      { value: 3, count: 18 },
    ];
    expect(trialScores(baseline(20), same, 5)?.clear).toBe(false);
  });

  it('gives no score below the team’s minimum, and no verdict', () => {
    expect(trialScores(baseline(2), [{ value: 9, count: 60 }], 5)).toMatchObject({
      before: { score: null },
      clear: null,
    });
    expect(trialScores(null, [], 5)).toBeNull();
  });

  it('counts what was kept of what was judged, and takes its baseline from the thirty days before', () => {
    expect(keptOf([{ status: 'kept' }, { status: 'not-kept' }, { status: 'open' }])).toEqual({
      kept: 1,
      judged: 2,
    });
    expect(baselinePeriod('2026-03-01')).toEqual({ from: '2026-01-30', to: '2026-02-28' });
  });
});
