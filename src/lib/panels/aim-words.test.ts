import { expect, test } from 'vitest';
import { aimWords } from './aim-words';

test('a target is written as its language writes numbers', () => {
  const goal = { due: '2026-12-31', today: '2026-11-22' };
  expect(aimWords({ ...goal, target: 1200 }, 'en')).toMatch(/aim at: 1,200 by .*31/);
  expect(aimWords({ ...goal, target: 4.5 }, 'en')).toContain(' 4.5 ');
  expect(aimWords({ ...goal, target: 4.5 }, 'es')).toContain(' 4,5 ');
});
