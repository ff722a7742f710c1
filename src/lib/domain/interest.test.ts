import { describe, expect, it } from 'vitest';
import { byInterest, thankedAlong } from './interest';

const comments = [
  { id: 'a', source: 'survey' },
  { id: 'b', source: 'cards' },
  { id: 'c', source: 'survey' },
  { id: 'd', source: 'ask' },
];
const ids = (...taps: Record<string, number>[]) =>
  byInterest(
    comments,
    taps.map((taps) => ({ taps })),
  ).map(({ id }) => id);

describe('the order in which comments are of interest', () => {
  it.each([
    ['is that in which they came while nobody taps', [], ['a', 'b', 'c', 'd']],
    ['lets sources sink that nobody ever tapped', [{ b: 2 }], ['b', 'a', 'c', 'd']],
    ['keeps all comments of a tapped source up', [{ c: 1 }], ['a', 'c', 'b', 'd']],
    ['counts over several turns', [{ b: 1 }, { d: 1 }], ['b', 'd', 'a', 'c']],
    ['passes over what is not among them', [{ gone: 9 }], ['a', 'b', 'c', 'd']],
  ] as const)('%s', (_, taps, order) => {
    expect(ids(...taps)).toEqual(order);
  });

  it('puts first what those who serve customers find themselves in, and loses none', () => {
    const order = byInterest(comments, [
      { taps: { b: 9, d: 1 }, serving: { d: 1 } },
      { taps: { a: 1 }, serving: {} },
    ]);
    expect(order.map(({ id }) => id)).toEqual(['d', 'a', 'b', 'c']);
  });
});

it('counts who thanked along over several turns, by shout-out', () => {
  expect(thankedAlong([{ too: { s: 2 } }, {}, { too: { s: 1, t: 4 } }])).toEqual(
    new Map([
      ['s', 3],
      ['t', 4],
    ]),
  );
});
