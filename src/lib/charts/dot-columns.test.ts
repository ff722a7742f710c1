import { expect, test } from 'vitest';
import { circles } from './dot-columns';

test('a circle’s halves are as wide as twice the radius they are drawn with, so that dots are round', () => {
  for (let radius = 0.5; radius < 1.5; radius += 0.013) {
    const [, r, d] = /a([\d.]+) [\d.]+ 0 1 0 ([\d.]+) 0a/.exec(circles([[3, 4]], radius)) ?? [];
    expect(Number(d)).toBeCloseTo(2 * Number(r), 10);
  }
});
