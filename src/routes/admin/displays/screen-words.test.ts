import { expect, it } from 'vitest';
import type { Health } from '$lib/protocol/events';
import { screenWords } from './screen-words';

const told = (over: Partial<Health> = {}): Health => ({
  uptime: 3 * 86_400 + 4_000,
  heap: 41_300_000,
  width: 1920,
  height: 1080,
  engine: 'Chrome/108.0.5359.71',
  clockOffset: 2_400,
  showing: 'clock',
  lastError: null,
  ...over,
});

it('says what a screen runs on, its size, for how long, its memory and its clock', () => {
  expect(screenWords(told())).toEqual([
    'Chromium 108',
    '1920 × 1080',
    'on for 3 days',
    '41 MB',
    'clock 2 seconds ahead',
  ]);
});

it('leaves out what the screen cannot say', () => {
  expect(screenWords(told({ heap: null, engine: 'unknown', uptime: 59, clockOffset: -900 }))).toEqual([
    'unknown browser',
    '1920 × 1080',
    'on for less than a minute',
    'clock right',
  ]);
});

it.each([
  [60, 'on for 1 minute'],
  [3_600, 'on for 1 hour'],
  [47 * 3_600, 'on for 47 hours'],
  [48 * 3_600, 'on for 2 days'],
])('says %i seconds as %s', (uptime, words) => {
  expect(screenWords(told({ uptime }))).toContain(words);
});

it.each([
  [-119_000, 'clock 119 seconds behind'],
  [7_200_000, 'clock 2 hours ahead'],
  [-40 * 86_400_000, 'clock 40 days behind'],
])('says a clock that is %i ms off', (clockOffset, words) => {
  expect(screenWords(told({ clockOffset }))).toContain(words);
});
