import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DecisionStand } from './decision-stand';
import { stalledBy, toReview } from './follow-through';
import type { Commitment } from './huddle';

type Some = Pick<Commitment, 'id' | 'status' | 'huddle' | 'who' | 'due' | 'at'>;
const one = (id: string, over: Partial<Some> = {}): Some => ({
  id,
  status: 'open',
  huddle: 'before',
  who: 'one',
  due: '2026-11-24',
  at: '2026-11-20T14:00:00.000Z',
  ...over,
});
const reviewed = (...list: Some[]) => toReview(list, 'this').map(({ id }) => id);

it('reviews what the last huddles left open, leaders’ first, then everybody’s, of each what is due first', () => {
  expect(
    reviewed(
      one('late', { due: '2026-11-19' }),
      one('all', { who: 'all', due: '2026-11-30' }),
      one('leader-later', { who: 'leader', due: '2026-12-01' }),
      one('leader', { who: 'leader', due: '2026-11-25' }),
      one('soon'),
      one('sooner said', { at: '2026-11-19T14:00:00.000Z' }),
    ),
  ).toEqual(['leader', 'leader-later', 'all', 'late', 'sooner said', 'soon']);
});

it('leaves out what was judged, and what this huddle itself commits to', () => {
  expect(
    reviewed(
      one('kept', { status: 'kept' }),
      one('not', { status: 'not-kept' }),
      one('new', { huddle: 'this' }),
    ),
  ).toEqual([]);
});

it('puts no other commitment before a leader’s, whatever the order they come in', () => {
  const commitments = fc.array(
    fc.record({
      who: fc.constantFrom('leader' as const, 'all' as const, 'one' as const),
      due: fc.integer({ min: 10, max: 30 }).map((day) => `2026-11-${day}`),
    }),
  );
  fc.assert(
    fc.property(commitments, (list) => {
      const order = toReview(
        list.map((over, index) => one(String(index), over)),
        'this',
      ).map(({ who }) => who);
      expect(order).toHaveLength(list.length);
      expect(order.lastIndexOf('leader')).toBeLessThan(order.filter((who) => who === 'leader').length);
    }),
  );
});

it.each([
  ['judged and not yet clear', 14, '2026-11-01', 'not-yet-clear', 'not-yet-clear'],
  ['clear', 13, '2026-11-01', 'clear', null],
  ['running', 13, '2026-11-20', 'running', null],
  ['of a turn before, and still to begin', 13, '2026-11-23', 'to-come', 'not-started'],
  ['of this turn, and to begin tomorrow', 14, '2026-11-23', 'to-come', null],
] as [string, number, string, DecisionStand['verdict'], string | null][])(
  'a decision that is %s',
  (_, turn, start, verdict, stalled) => {
    expect(stalledBy({ status: 'taken', turn, start }, { verdict }, 14, '2026-11-22')).toBe(stalled);
    expect(stalledBy({ status: 'dropped', turn, start }, { verdict }, 14, '2026-11-22')).toBeNull();
  },
);
