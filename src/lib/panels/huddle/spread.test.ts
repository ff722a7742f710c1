import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stacksOf } from './spread';

it('stands each marker on its step, in the middle of it', () => {
  const { stacks, each, pitch } = stacksOf([0, 2, 1], 30, () => 30);
  expect(stacks.map(({ x, rows }) => [x, rows])).toEqual([
    [5, 0],
    [15, 2],
    [25, 1],
  ]);
  expect([each, pitch]).toEqual([1, 4.75]);
});

it('lets a mark stand for more people before marks get too small or leave their room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 11 }),
      fc.integer({ min: 6, max: 40 }),
      (counts, height) => {
        const { stacks, pitch, each } = stacksOf(counts, 100, () => height);
        expect(pitch).toBeGreaterThanOrEqual(2);
        for (const [step, { rows }] of stacks.entries()) {
          expect(rows * pitch).toBeLessThanOrEqual(height + 1e-9);
          expect(rows).toBe(Math.ceil(counts[step]! / each));
        }
      },
    ),
  );
});
