import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchQuietHours } from './quiet-hours';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T20:30:00Z') }));
afterEach(() => void vi.useRealTimers());

const told: boolean[] = [];
const watch = (quiet: Parameters<typeof watchQuietHours>[0]) => {
  told.length = 0;
  return watchQuietHours(
    quiet,
    'Europe/Berlin',
    () => new Date(),
    (dark) => {
      if (told.at(-1) !== dark) told.push(dark);
    },
  );
};
const to = (moment: string) => vi.advanceTimersByTime(Date.parse(moment) - Date.now());

it('darkens the wall from the evening to the morning, by the wall’s own time', () => {
  const stop = watch({ from: '22:00', to: '06:00' });
  expect(told).toEqual([false]);
  to('2026-11-22T20:59:59Z');
  expect(told).toEqual([false]);
  to('2026-11-22T21:00:01Z');
  expect(told).toEqual([false, true]);
  to('2026-11-23T04:59:59Z');
  expect(told).toEqual([false, true]);
  to('2026-11-23T05:00:01Z');
  expect(told).toEqual([false, true, false]);
  stop();
});

it('begins dark where it is started at night', () => {
  to('2026-11-22T23:00:00Z');
  watch({ from: '22:00', to: '06:00' })();
  expect(told).toEqual([true]);
});

it('never darkens without quiet hours, and not after it was stopped', () => {
  watch(null);
  expect(vi.getTimerCount()).toBe(0);
  watch({ from: '22:00', to: '06:00' })();
  to('2026-11-23T00:00:00Z');
  expect(told).toEqual([false]);
});
