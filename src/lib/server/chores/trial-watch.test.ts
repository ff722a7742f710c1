import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import { response, team } from '../../../../tests/support/records';
import type { Trial } from '../../domain/trial';
import { createIntake } from '../intake/intake';
import { watchTrials, type TrialWatch } from './trial-watch';

let store: MemoryStore;
let watch: TrialWatch | undefined;
let now: Date;
const faults: unknown[] = [];

const start = () => {
  watch?.close();
  watch = watchTrials({
    store,
    intake: createIntake({ store, now: () => now, log: { error: () => undefined } }),
    now: () => now,
    report: (what, error) => faults.push(what, error),
  });
};
const trial: Omit<Trial, 'version'> = {
  id: 't',
  team: null,
  at: '2026-11-10T08:00:00.000Z',
  status: 'on',
  batch: null,
  teams: ['north'],
  start: '2026-12-01',
  end: '2027-01-10',
  goal: 'Nobody waits in the dark',
  baselines: {},
};
const baselines = async () => (await store.get('trial', 't'))?.baselines;
/** What the first trial’s team is compared with, summed up by value. */
async function counted() {
  const baseline = (await baselines())?.north;
  if (!baseline) return baseline;
  const of = (wanted: number) =>
    baseline.counts.reduce((sum, { value, count }) => sum + (value === wanted ? count : 0), 0);
  return { nine: of(9), none: of(0), from: baseline.from, to: baseline.to };
}
const answers = (day: string, value: number, count: number) =>
  store.commit(
    Array.from({ length: count }, (_, i) => ({
      put: 'response' as const,
      record: response({ id: `${day}-${i}`, value, day, at: `${day}T09:00:00.000Z` }),
    })),
  );

beforeEach(async () => {
  store = new MemoryStore();
  faults.length = 0;
  now = new Date('2026-11-20T12:00:00Z');
  // A day ahead of UTC in the evening: the trial begins by the team’s clock.
  await store.commit([{ put: 'team', record: team({ timeZone: 'Asia/Tokyo' }) }]);
});
afterEach(() => {
  watch?.close();
  watch = undefined;
  expect(faults).toEqual([]);
});

it('leaves a trial that has not begun alone, and counts what it is compared with once it has, by its team’s day', async () => {
  await answers('2026-11-05', 9, 6);
  await answers('2026-11-28', 0, 2);
  await answers('2026-10-31', 0, 50);
  await store.commit([{ put: 'trial', record: trial }]);
  start();
  await store.commit([{ put: 'trial', record: { ...trial, id: 'begun', start: '2026-11-20' } }]);
  await expect.poll(async () => (await store.get('trial', 'begun'))?.baselines).toHaveProperty('north');
  expect(await baselines()).toEqual({});
  now = new Date('2026-11-30T15:00:00Z');
  start();
  await expect.poll(counted).toEqual({ nine: 6, none: 2, from: '2026-11-01', to: '2026-11-30' });
  await answers('2026-11-29', 0, 30);
  await store.commit([{ put: 'trial', record: { ...trial, id: 'another', start: '2026-12-01' } }]);
  await expect.poll(async () => (await store.get('trial', 'another'))?.baselines).toHaveProperty('north');
  expect(await counted()).toMatchObject({ nine: 6, none: 2 });
});

it('writes down that too few had answered', async () => {
  await answers('2026-11-05', 9, 4);
  await store.commit([{ put: 'trial', record: { ...trial, start: '2026-11-20' } }]);
  start();
  await expect.poll(baselines).toEqual({ north: null });
});
