import { expect, it } from 'vitest';
import { spiral } from './spiral';

const drawn = (turns: number[], share: number) => spiral(turns, { share, inner: 10, outer: 100 });
/** The last point of a path, as angle clockwise from 12 o’clock (degrees) and distance. */
const endOf = (d: string) => {
  const [x = 0, y = 0] = (d.match(/-?[\d.]+/g) ?? []).slice(-2).map(Number);
  return {
    angle: Math.round(((Math.atan2(x, -y) * 180) / Math.PI + 360) % 360),
    far: Math.round(Math.hypot(x, y)),
  };
};

it('goes once round for each turn, in the colours of the ring', () => {
  const { quarters } = drawn([1, 2, 3], 1);
  expect(quarters.filter(({ turn }) => turn === 2).map(({ quarter }) => quarter)).toEqual([0, 1, 2, 3, 0]);
  expect(endOf(quarters[4]!.d)).toEqual({ angle: 0, far: 40 });
  expect(endOf(quarters[14]!.d)).toEqual({ angle: 0, far: 100 });
});

it('the turn that is open ends where it stands now', () => {
  const { quarters } = drawn([1, 2], 0.5);
  const last = quarters.filter(({ turn }) => turn === 2);
  expect(last.map(({ quarter }) => quarter)).toEqual([0, 1, 2]);
  expect(endOf(last[2]!.d).angle).toBe(180);
});

it('marks where each closed turn was thanked for: at 12 o’clock, one round further out each', () => {
  expect(drawn([7, 8, 9], 0.2).ends).toEqual([
    { turn: 7, x: 0, y: -40 },
    { turn: 8, x: 0, y: -70 },
  ]);
});
