import { describe, expect, it } from 'vitest';
import { admissionWords } from './admission-words';

const here = { timeZone: 'America/New_York', language: 'en' };

describe('what a wall admits', () => {
  it.each([
    ['late', '2026-11-20', 'late', 'A report is late: it was due on Friday'],
    ['late', '2026-11-17', 'late', 'A report is late: it was due on 17 November'],
    ['quiet', '2026-11-04', 'asleep', 'Nobody has moved this board since 4 November'],
    ['asleep', '2025-12-24', 'asleep', 'Asleep: nobody has moved this board since 24 December 2025'],
  ] as const)('%s since %s', (what, day, icon, text) => {
    // In New York it is still the 24th.
    expect(admissionWords({ what, day }, new Date('2026-11-25T04:30:00Z'), here)).toEqual({ icon, text });
  });
});
