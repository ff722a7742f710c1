import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { reloadDaily, type SoftlyReloaded } from './soft-reload';

const hour = 3_600_000;
let reloads: string[] = [];
let isServerThere = true;

/** A wall in Berlin whose page was opened at this moment. */
function hang(at: string, over: Partial<SoftlyReloaded> = {}): () => void {
  vi.setSystemTime(at);
  const stop = reloadDaily({
    quietHours: () => null,
    timeZone: () => 'Europe/Berlin',
    now: () => new Date(),
    rest: () => 0,
    reload: async () => {
      reloads.push(new Date().toISOString().slice(0, 19));
      // The page ends with a reload.
      if (isServerThere) stop();
      return isServerThere;
    },
    ...over,
  });
  return stop;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  [reloads, isServerThere] = [[], true];
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('is made in the small hours of the wall’s own place', () => {
  // 09:00 in Berlin; 20 hours later it is 05:00, so the night after.
  const stop = hang('2026-11-22T08:00:00.000Z');
  vi.advanceTimersByTime(41 * hour);
  expect(reloads).toEqual([]);
  vi.advanceTimersByTime(hour);
  expect(reloads).toEqual(['2026-11-24T01:02:30']);
  stop();
});

it('is made in quiet hours where there are any', () => {
  const stop = hang('2026-11-22T17:00:00.000Z', { quietHours: () => ({ from: '19:00', to: '06:00' }) });
  vi.advanceTimersByTime(26 * hour);
  expect(reloads[0]).toBe('2026-11-23T18:02:30');
  stop();
});

it('lets the scene that hangs have its time', () => {
  const stop = hang('2026-11-22T17:00:00.000Z', { rest: () => 12_000 });
  vi.advanceTimersByTime(33 * hour);
  expect(reloads[0]).toBe('2026-11-24T01:02:42');
  stop();
});

it('is left for later while there is no server, and never made on a page that was opened today', () => {
  isServerThere = false;
  const stop = hang('2026-11-22T18:00:00.000Z');
  vi.advanceTimersByTime(19 * hour);
  expect(reloads).toEqual([]);
  vi.advanceTimersByTime(13 * hour);
  expect(reloads.length).toBeGreaterThan(1);
  stop();
});

it('comes neither before its time nor twice, though the TV sets its clock by a day', () => {
  const stop = hang('2026-11-22T23:00:00.000Z');
  vi.advanceTimersByTime(hour);
  vi.setSystemTime('2026-11-25T01:00:00.000Z');
  vi.advanceTimersByTime(3 * hour);
  expect(reloads).toEqual([]);
  stop();
});
