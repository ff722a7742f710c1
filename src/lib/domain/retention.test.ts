import { describe, expect, it } from 'vitest';
import { outagesKept } from './alert';
import { matchedDays } from './critical';
import { undoDays } from './decide/import-undo';
import { longestRun } from './decide/decisions';
import { shoutOut } from '../../../tests/support/records';
import {
  allKept,
  boundedRows,
  letGoOf,
  limitOf,
  mostRowsKept,
  periodsOf,
  rules,
  type Period,
} from './retention';

const limit = (period: Period, now: string) => limitOf(period, new Date(now));

describe('a period', () => {
  it('of years is counted by the calendar, leap years and all', () => {
    expect(limit('P3Y', '2026-11-22T10:00:00.000Z')).toBe('2023-11-22T10:00:00.000Z');
    expect(limit('P1Y', '2025-02-28T23:59:59.999Z')).toBe('2024-02-28T23:59:59.999Z');
    // What came on a leap day goes on the first of March of a year that has none.
    expect(limit('P1Y', '2025-03-01T00:00:00.000Z')).toBe('2024-03-01T00:00:00.000Z');
  });

  it('never comes out short on a leap day', () => {
    // Of 1 March 2025 it is not yet three years ago.
    expect(limit('P3Y', '2028-02-29T12:00:00.000Z')).toBe('2025-02-28T12:00:00.000Z');
    expect(limit('P5Y', '2028-02-29T12:00:00.000Z')).toBe('2023-02-28T12:00:00.000Z');
    expect(limit('P2Y', '2026-02-28T12:00:00.000Z')).toBe('2024-02-28T12:00:00.000Z');
  });

  it('of days is counted by the day, over a leap day too', () => {
    expect(limit('P400D', '2024-03-01T00:00:00.000Z')).toBe('2023-01-26T00:00:00.000Z');
    expect(limit('P90D', '2024-03-01T00:00:00.000Z')).toBe('2023-12-02T00:00:00.000Z');
  });

  it('is over when it is over, not before', () => {
    const at = '2023-11-22T10:00:00.000Z';
    const thanked = { ...shoutOut({ at }), version: 4 };
    expect(letGoOf('shout-out', thanked, at)).toBeUndefined();
    expect(letGoOf('shout-out', thanked, '2023-11-22T10:00:00.001Z')).toEqual({
      ...{ erase: 'shout-out', id: 'bravo', saw: 4 },
    });
  });

  it('is the usual one where nobody chose, or chose what is no choice any more', () => {
    const usual = {
      words: 'P3Y',
      thanked: 'P3Y',
      snags: 'P3Y',
      findings: 'P3Y',
      library: 'P5Y',
      huddles: 'P2Y',
      audit: 'P2Y',
      plays: 'P400D',
      rows: 'P90D',
    };
    expect(periodsOf()).toEqual(usual);
    expect(periodsOf({ keep: { words: 'P5Y', plays: 'P1D' } })).toEqual({ ...usual, words: 'P5Y' });
  });

  it('is never shorter than what the board reckons with', () => {
    const now = new Date('2026-11-22T10:00:00.000Z');
    const days = (period: Period) => (now.getTime() - Date.parse(limitOf(period, now))) / 86_400_000;
    for (const kept of allKept) {
      const choices = rules[kept].choices.map(days);
      expect([kept, choices]).toEqual([kept, [...choices].sort((a, b) => a - b)]);
      expect(rules[kept].choices).toContain(rules[kept].usual);
      expect(choices[0]).toBeGreaterThan(kept === 'rows' ? undoDays : 2 * Math.max(matchedDays, longestRun));
    }
    expect(days(rules.audit.choices[0] ?? 'P1D') * 86_400_000).toBeGreaterThan(outagesKept);
  });
});

describe('rows that could not be read', () => {
  const rows = (count: number, cell = 'x') => ({
    rejected: Array.from({ length: count }, (_, line) => ({ line, reason: 'no-date' })),
    rejectedRows: Array.from({ length: count }, () => [cell]),
  });

  it('are kept as they are while they are few', () => {
    expect(boundedRows(rows(mostRowsKept.rows))).toEqual(rows(mostRowsKept.rows));
  });

  it('are bounded in number and in length, and counted', () => {
    const many = boundedRows(rows(250_000));
    expect([many.rejected.length, many.rejectedRows.length, many.unreadable]).toEqual([1000, 1000, 250_000]);
    const long = boundedRows(rows(500, 'x'.repeat(100_000)));
    expect([long.rejected.length, long.rejectedRows.length, long.unreadable]).toEqual([9, 9, 500]);
  });
});
