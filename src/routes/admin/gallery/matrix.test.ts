import { describe, expect, it } from 'vitest';
import { pairwise } from './matrix';

const given = {
  scene: Array.from({ length: 40 }, (_, index) => index),
  wall: ['lying', 'upright', 'parts', 'counter'],
  screen: ['720p', '1080p', '4k'],
  dir: ['ltr', 'rtl'],
};
type One = Partial<{ scene: number; wall: string; screen: string; dir: string }>;
/** Every tenth scene is not for the counter. */
const possible = ({ scene, wall }: One) => wall !== 'counter' || scene === undefined || scene % 10 !== 0;

const pairsOf = (one: One) => {
  const values = Object.entries(one).map(([axis, value]) => `${axis}=${value}`);
  return values.flatMap((a, index) => values.slice(index + 1).map((b) => `${a} ${b}`));
};

describe('pairwise', () => {
  it('lets any two values stand together that can', () => {
    const covered = new Set(pairwise(given, possible).flatMap(pairsOf));
    for (const [a, [one, ones]] of Object.entries(given).entries())
      for (const [other, others] of Object.entries(given).slice(a + 1))
        for (const x of ones)
          for (const y of others)
            if (possible({ [one]: x, [other]: y })) expect(covered).toContain(`${one}=${x} ${other}=${y}`);
  });

  it('never lets two values stand together that cannot', () => {
    expect(pairwise(given, possible).filter((one) => !possible(one))).toEqual([]);
  });

  it('takes few more cases than its two longest axes make, and always the same', () => {
    const cases = pairwise(given, possible);
    expect(cases.length).toBeLessThan(40 * 4 + 10);
    expect(pairwise(given, possible)).toEqual(cases);
  });
});
