import { describe, expect, it } from 'vitest';
import { newestReading, paceOf, progressOf } from './goal';

const up = { baseline: 41, target: 70, start: '2026-10-01', due: '2026-12-31' };
const down = { baseline: 12, target: 6, start: '2026-11-01', due: '2026-11-30' };

describe('a goal', () => {
  it('has come 14 of 29 on the way up', () => {
    expect(progressOf(up, 55)).toEqual({ current: 55, share: 14 / 29, gained: 14, toGo: 15, reached: false });
  });

  it('counts towards a target that lies below, too', () => {
    expect(progressOf(down, 9)).toEqual({ current: 9, share: 0.5, gained: 3, toGo: 3, reached: false });
    expect(progressOf(down, 5).reached).toBe(true);
    expect(progressOf(down, 13).gained).toBe(-1);
  });

  it('is reached at and beyond the target', () => {
    expect(progressOf(up, 70).reached).toBe(true);
    expect(progressOf(up, 72)).toMatchObject({ reached: true, toGo: 0 });
    expect(progressOf({ baseline: 5, target: 5 }, 5).share).toBe(1);
  });

  it('keeps pace with a straight line', () => {
    expect(paceOf(down, 9, '2026-11-15')).toMatchObject({ state: 'on', daysLeft: 15 });
    expect(paceOf(down, 12, '2026-11-15').state).toBe('behind');
    expect(paceOf(down, 7, '2026-11-15').state).toBe('ahead');
    expect(paceOf(down, 9, '2026-11-15').expected).toBeCloseTo(12 - (6 * 14) / 29, 9);
    expect(paceOf(up, 60, '2027-01-05')).toMatchObject({ expected: 70, state: 'behind', daysLeft: -5 });
  });

  it('stands at its newest reading', () => {
    const reading = (day: string, value: number) => ({ day, value, n: null });
    expect(
      newestReading([reading('2026-11-03', 1), reading('2026-11-05', 2), reading('2026-11-04', 3)])?.value,
    ).toBe(2);
    expect(newestReading([reading('2026-11-05', 2), reading('2026-11-05', 4)])?.value).toBe(4);
    expect(newestReading([])).toBeUndefined();
  });
});
