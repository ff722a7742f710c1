import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markerScale, median, questionsByVotes, spreadOf } from './ballot';

it.each([
  ['csat', 1, 5],
  ['nps', 0, 10],
  ['smiley4', 0, 3],
  ['rating:1-10:8', 1, 10],
  ['rating:0-100:80', 0, 10],
  ['nonsense', 0, 10],
  [null, 0, 10],
])('markers for %s go from %d to %d', (measure, min, max) => {
  expect(markerScale(measure)).toEqual({ min, max });
});

it('counts the markers by step, with the middle of each', () => {
  const places = [
    { now: 5, need: 8 },
    { now: 4, need: 8 },
    { now: 5, need: 9 },
    { now: 2, need: 7 },
  ];
  expect(spreadOf(places, { min: 1, max: 10 })).toEqual({
    min: 1,
    n: 4,
    now: [0, 1, 0, 1, 2, 0, 0, 0, 0, 0],
    need: [0, 0, 0, 0, 0, 0, 1, 2, 1, 0],
    middle: { now: 4, need: 8 },
  });
  expect(spreadOf([], { min: 0, max: 1 })).toEqual({ min: 0, n: 0, now: [0, 0], need: [0, 0], middle: null });
});

it('takes for the middle a marker that somebody placed, half of the others on either side', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1 }), (values) => {
      const middle = median(values)!;
      expect(values).toContain(middle);
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

it('orders questions by their votes; of equals the first proposed comes first', () => {
  const question = (id: string) => ({ id, text: `${id}?`, mark: '' });
  expect(
    questionsByVotes({
      questions: [question('a'), question('b'), question('c')],
      votes: [
        { mark: '1', question: 'c' },
        { mark: '2', question: 'b' },
        { mark: '3', question: 'gone' },
      ],
    }),
  ).toEqual([
    { id: 'b', text: 'b?', votes: 1 },
    { id: 'c', text: 'c?', votes: 1 },
    { id: 'a', text: 'a?', votes: 0 },
  ]);
});
