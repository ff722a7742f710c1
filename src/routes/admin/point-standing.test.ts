import { describe, expect, it } from 'vitest';
import type { PointStanding } from '$lib/domain/turn';
import { factsWords, standingWords } from './point-standing';

const here = { timeZone: 'Europe/London', now: '2026-11-18T15:00:00.000Z', language: 'en' };
const point = (over: Partial<PointStanding>): PointStanding => ({
  state: 'fresh',
  last: '2026-11-16T10:30:00.000Z',
  ripe: '2026-11-22T00:00:00.000Z',
  due: '2026-11-24T00:00:00.000Z',
  owner: null,
  lacks: [],
  ...over,
});

describe('a point says of itself', () => {
  it.each([
    ['what was done, and by when again', {}, 'done Monday 10:30', 'again by Monday'],
    ['its last day in time, not the first one past it', { state: 'due' }, 'due Monday', 'last Monday 10:30'],
    [
      'that its day has passed',
      { state: 'stale', due: '2026-11-18T00:00:00.000Z' },
      'was due yesterday',
      'last Monday 10:30',
    ],
    [
      'its day by the team’s clock, where summer time ends on it',
      { state: 'stale', due: '2026-10-26T00:00:00.000Z' },
      'was due 25 October',
      'last Monday 10:30',
    ],
    ['nothing but that, before it was ever done', { state: 'never', last: null, due: null }, 'not yet', ''],
    [
      'who looks after it',
      { state: 'never', last: null, due: null, owner: 'The night shift' },
      'not yet',
      'The night shift',
    ],
    ['all of it', { owner: 'Dana' }, 'done Monday 10:30', 'again by Monday · Dana'],
  ] as const)('%s', (_, over, stands, facts) => {
    expect(standingWords(point(over as Partial<PointStanding>), here)).toBe(stands);
    expect(factsWords(point(over as Partial<PointStanding>), here)).toBe(facts);
  });
});
