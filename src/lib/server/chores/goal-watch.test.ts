import { afterEach, beforeEach, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import { goal, response, team } from '../../../../tests/support/records';
import { createIntake } from '../intake/intake';
import { watchGoals, type GoalWatch } from './goal-watch';

let store: MemoryStore;
let watch: GoalWatch;
const faults: unknown[] = [];

const start = () => {
  const now = () => new Date('2026-11-22T12:00:00Z');
  watch = watchGoals({
    store,
    intake: createIntake({ store, now, log: { error: () => undefined } }),
    now,
    report: (what, error) => faults.push(what, error),
  });
};
const answers = (from: number, values: number[]) =>
  store.commit(
    values.map((value, i) => ({ put: 'response', record: response({ id: `a${from + i}`, value }) })),
  );
const reach = async () => (await store.get('goal', 'quick-calls'))?.reach;

beforeEach(async () => {
  store = new MemoryStore();
  faults.length = 0;
  await store.commit([
    { put: 'team', record: team() },
    { put: 'goal', record: goal({ follow: 'nps', unit: 'points', baseline: 20, target: 60 }) },
  ]);
});
afterEach(() => {
  watch.close();
  expect(faults).toEqual([]);
});

it('notes that a goal was reached by the answers, from the team’s minimum on, and that it fell back', async () => {
  start();
  await answers(0, [10, 10, 10, 10]);
  await answers(10, [9]);
  await expect.poll(reach).toEqual({ at: '2026-11-22T12:00:00.000Z', value: 100, n: 5, day: '2026-11-22' });
  await answers(20, [0, 0, 0]);
  await expect.poll(reach).toBeNull();
});

it('sees what was reached while it was away', async () => {
  await answers(0, [10, 10, 10, 10, 9, 9]);
  start();
  await expect.poll(reach).toMatchObject({ value: 100, n: 6 });
});

it('looks again when the goal itself changes', async () => {
  await answers(0, [10, 10, 10, 10, 9, 0]);
  await store.commit([
    { put: 'goal', record: goal({ follow: 'nps', unit: 'points', baseline: 20, target: 90 }) },
  ]);
  start();
  await store.commit([
    { put: 'goal', record: goal({ follow: 'nps', unit: 'points', baseline: 20, target: 50 }) },
  ]);
  await expect.poll(reach).toMatchObject({ value: 67 });
});
