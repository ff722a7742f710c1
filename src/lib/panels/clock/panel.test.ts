import * as v from 'valibot';
import { expect, it } from 'vitest';
import { panel } from './panel';

it('always has something to show, and asks for the time each minute', () => {
  const data = panel.select({}, {}, new Date('2026-11-22T14:10:00Z'));
  expect(v.is(panel.data, data)).toBe(true);
  expect(panel.ticks).toBe('minute');
});
