import { describe, expect, it } from 'vitest';
import {
  byWeek,
  dueOf,
  isBehind,
  minutesByWeek,
  mirrorOf,
  newestOf,
  sinceOf,
  type Dated,
  type Written,
} from './journal';

// Thursday and Friday of a week that began on Monday the 23rd.
const [thursday, friday] = ['2026-11-26', '2026-11-27'];
const bucket = (name: string, minutes: number) => ({ name, minutes });
const time: Written = { kind: 'time', buckets: [bucket('People', 30), bucket('Papers', 60)] };
const coaching = (held: number, planned: number): Written => ({
  kind: 'coaching',
  slots: Array.from({ length: planned }, (_, n) => ({ when: `Slot ${n}`, held: n < held })),
  ...{ noTime: held < planned, noSkill: false, whys: [] },
});
const habits = (kept: boolean | null): Written => ({
  kind: 'habits',
  habits: [{ text: 'Greet first', kept }],
});
const mirror: Written = { kind: 'mirror', wish: true };
const on = (day: string, written: Written): Dated => ({ day, written });

describe('what is due', () => {
  it('is one thing, the leader themselves first, and the team last', () => {
    const entries: Dated[] = [];
    const due = [];
    for (const written of [time, habits(true), mirror, coaching(0, 1)]) {
      due.push(dueOf(entries, thursday));
      entries.unshift(on(thursday, written));
    }
    expect([...due, dueOf(entries, thursday)]).toEqual(['time', 'habits', 'mirror', 'coaching', null]);
  });

  it('is the time each day, the rest once a week, and the closing questions from Friday on', () => {
    const entries = [on(thursday, time), on('2026-11-23', habits(true)), on('2026-11-22', mirror)];
    expect(dueOf(entries, thursday)).toBe('mirror');
    expect(dueOf(entries, friday)).toBe('time');
    expect(dueOf([on(friday, time), ...entries], friday)).toBe('closing');
  });
});

describe('an entry that is gone on with', () => {
  it('is that of the day, of the week, or none', () => {
    const entries = [on('2026-11-24', coaching(1, 2)), on('2026-11-22', habits(true))];
    expect([
      sinceOf('time', thursday),
      sinceOf('coaching', thursday),
      sinceOf('listening', thursday),
    ]).toEqual([thursday, '2026-11-23', null]);
    expect(newestOf(entries, 'coaching', '2026-11-23')?.day).toBe('2026-11-24');
    expect(newestOf(entries, 'habits', '2026-11-23')).toBeUndefined();
    expect(newestOf(entries, 'habits')?.day).toBe('2026-11-22');
  });
});

describe('the mirror’s rings', () => {
  it('are grey behind the first until that has an entry of this week', () => {
    const team = on(thursday, coaching(1, 1));
    const grey = (entries: Dated[]) => mirrorOf(entries, thursday).map((ring) => ring.grey);
    expect(grey([team, on('2026-11-22', time)])).toEqual([false, true, true]);
    expect(grey([team, on('2026-11-23', time)])).toEqual([false, false, false]);
    expect(
      mirrorOf([team, team, on(thursday, time)], thursday).map(({ ring, count }) => [ring, count]),
    ).toEqual([
      ['self', 1],
      ['team', 2],
      ['network', 0],
    ]);
  });
});

describe('the trend', () => {
  it('has a place for each week, empty where nothing was said', () => {
    const entries = [
      on('2026-11-25', habits(false)),
      on('2026-11-24', habits(true)),
      on('2026-11-12', habits(true)),
    ];
    const kept = byWeek(entries, 'habits', [thursday, 4], (written) => written.habits[0]?.kept ?? null);
    expect(kept).toEqual([null, true, null, false]);
  });

  it('sums a bucket by its name over the days of each week', () => {
    const entries = [on(thursday, time), on('2026-11-23', time), on('2026-11-22', time)];
    expect(minutesByWeek(entries, 'People', thursday, 3)).toEqual([0, 30, 60]);
  });
});

describe('coaching that stays behind its plan', () => {
  it('is asked about once two weeks in a row held less than planned', () => {
    const before = on('2026-11-17', coaching(1, 2));
    expect(isBehind([before], friday)).toBe(false);
    expect(isBehind([on('2026-11-24', coaching(0, 1)), before], friday)).toBe(true);
    expect(isBehind([on('2026-11-24', coaching(1, 1)), before], friday)).toBe(false);
    // The week is not over yet.
    expect(isBehind([on('2026-11-24', coaching(0, 1)), before], thursday)).toBe(false);
    expect(
      isBehind([on('2026-11-24', coaching(0, 1)), before, on('2026-11-10', coaching(0, 3))], thursday),
    ).toBe(true);
  });
});
