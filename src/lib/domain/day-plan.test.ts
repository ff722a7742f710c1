import { describe, expect, it } from 'vitest';
import { dayPlan } from './day-plan';
import type { PlaylistItem } from './playlist';

const item = (id: string, over: Partial<PlaylistItem> = {}): PlaylistItem => ({
  ...{ id, panel: 'clock', options: {}, dwell: null },
  ...over,
});
const plan = (playlist: PlaylistItem[], day: string, quiet: { from: string; to: string } | null = null) =>
  dayPlan(playlist, quiet, day, 'Europe/Berlin').map(
    ({ from, to, items, dark }) => `${from}-${to} ${dark ? 'dark' : items.join('+') || 'nothing'}`,
  );

describe('what plays when', () => {
  it('is one spell where nothing has hours', () => {
    expect(plan([item('score'), item('goal')], '2026-11-23')).toEqual(['00:00-24:00 score+goal']);
    expect(plan([], '2026-11-23')).toEqual(['00:00-24:00 nothing']);
  });

  it('changes where an item’s hours begin and end, on its days only, and goes on past midnight', () => {
    const lunch = item('lunch', { days: [1], from: '11:00', to: '14:00' });
    const night = item('night', { days: [1], from: '22:00', to: '02:00' });
    // A Monday, then a Tuesday.
    expect(plan([item('score'), lunch, night], '2026-11-23')).toEqual([
      '00:00-11:00 score',
      '11:00-14:00 score+lunch',
      '14:00-22:00 score',
      '22:00-24:00 score+night',
    ]);
    expect(plan([item('score'), lunch, night], '2026-11-24')).toEqual([
      '00:00-02:00 score+night',
      '02:00-24:00 score',
    ]);
  });

  it('is dark in quiet hours, over midnight too', () => {
    expect(plan([item('score')], '2026-11-23', { from: '22:00', to: '06:00' })).toEqual([
      '00:00-06:00 dark',
      '06:00-22:00 score',
      '22:00-24:00 dark',
    ]);
  });

  it('holds on the days when clocks change', () => {
    for (const day of ['2026-03-29', '2026-10-25'])
      expect(plan([item('early', { from: '02:30', to: '03:30' })], day)[0]).toBe('00:00-02:30 nothing');
  });
});
