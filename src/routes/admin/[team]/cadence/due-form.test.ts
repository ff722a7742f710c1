import { describe, expect, it } from 'vitest';
import type { Interval } from '$lib/domain/cadence';
import { choiceOf, daysIn, intervalIn, shiftsIn } from './due-form';

/** The fields of a form that shows this interval, as a browser sends them. */
const sent = (interval: Interval): Record<string, string> => ({
  'focus-due': choiceOf(interval),
  ...Object.fromEntries(daysIn(interval).map((day) => [`focus-day-${day}`, 'on'])),
});

describe('the form of a cadence', () => {
  it.each(['shift', 'month', { every: 10 }, { on: [1, 7] }] as Interval[])(
    'sends %j as it shows it',
    (due) => {
      expect(intervalIn(sent(due), 'focus')).toEqual(due);
    },
  );

  it('forgets the days that were ticked where another choice was made', () => {
    expect(intervalIn({ ...sent({ on: [1] }), 'focus-due': 'week' }, 'focus')).toBe('week');
    expect(intervalIn({ 'focus-due': 'on' }, 'focus')).toEqual({ on: [] });
  });

  it('leaves empty shifts out and knows the field of each that is left', () => {
    expect(shiftsIn({ 'shift-0': '', 'shift-1': '16:30', 'shift-2': ' ', 'shift-3': '06:00' })).toEqual({
      shifts: ['16:30', '06:00'],
      rename: { shifts: 'shift-0', 'shifts.0': 'shift-1', 'shifts.1': 'shift-3' },
    });
  });
});
