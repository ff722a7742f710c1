import { expect, it } from 'vitest';
import { lampsOf, type Lit } from './lamps';

const nothing: Lit = {
  shown: new Set(),
  newest: { 'shout-outs': null, story: null, improvements: null, celebration: null },
  learned: null,
  timeZone: 'Europe/London',
  now: new Date('2026-11-22T12:00:00Z'),
};
const dark = { goal: false, success: false, learning: false };

it('are dark on a board that shows nothing', () => {
  expect(lampsOf(nothing)).toEqual(dark);
});

it('are lit by a goal that hangs, and by what was learned as the last turn closed', () => {
  expect(lampsOf({ ...nothing, shown: new Set(['focus-goal']) })).toEqual({ ...dark, goal: true });
  expect(lampsOf({ ...nothing, learned: 'Signs are promises.' })).toEqual({ ...dark, learning: true });
});

it('success has to hang, and to be of the last seven of the team’s days', () => {
  const success = (panel: string, at: string) =>
    lampsOf({ ...nothing, shown: new Set([panel]), newest: { ...nothing.newest, story: at } }).success;
  expect(success('story', '2026-11-16T00:00:00Z')).toBe(true);
  expect(success('story', '2026-11-15T23:59:00Z')).toBe(false);
  expect(success('shout-outs', '2026-11-22T10:00:00Z')).toBe(false);
});
