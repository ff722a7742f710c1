import { afterEach, beforeEach, expect, it } from 'vitest';
import { ballot, huddle } from '../../../../tests/support/huddles';
import { display, takeover, team } from '../../../../tests/support/records';
import { TestBoards } from '../../../../tests/support/test-boards';
import type { Change } from '../../domain/records';

let walls: TestBoards;

beforeEach(async () => {
  walls = new TestBoards('2026-11-22T12:00:00Z');
  const playlist = [{ id: 'one', panel: 'clock', options: {}, dwell: null }];
  await walls.store.commit([
    { put: 'team', record: team() },
    { put: 'team', record: team({ id: 'south' }) },
    { put: 'display', record: display({ id: 'kitchen', playlist }) },
    { put: 'display', record: display({ id: 'gate', playlist, audience: 'customers' }) },
    { put: 'display', record: display({ id: 'other', team: 'south', playlist }) },
  ]);
});
afterEach(() => {
  walls.close();
});

const commit = (...changes: Change[]) => walls.commit(...changes);
const over = async (name = 'kitchen') => (await walls.boards.snapshot(name))?.layout.takeover?.slot ?? null;
const spread = async () => {
  const slot = (await walls.boards.snapshot('kitchen'))?.slots.huddle;
  return (slot?.data as { spread: { n: number } } | undefined)?.spread.n;
};

it('a huddle has the team’s walls for staff until its end, and no other wall', async () => {
  expect(await over()).toBeNull();
  await commit({ put: 'huddle', record: huddle() });
  await expect.poll(over).toBe('huddle');
  expect((await walls.boards.snapshot('kitchen'))?.layout.takeover).toEqual({
    slot: 'huddle',
    until: '2026-11-22T12:02:00.000Z',
    alarm: true,
  });
  expect(await over('gate')).toBeNull();
  expect(await over('other')).toBeNull();
  walls.now = new Date('2026-11-22T12:02:00Z');
  await commit({ put: 'team', record: team({ name: 'Later' }) });
  await expect.poll(over).toBeNull();
});

it('ends on walls when its end is written down, and shows markers as they are placed', async () => {
  await commit({ put: 'huddle', record: huddle() });
  await expect.poll(spread).toBe(0);
  await commit({ put: 'ballot', record: ballot({ places: [{ mark: 'a', now: 4, need: 8 }] }) });
  await expect.poll(spread).toBe(1);
  await commit({ put: 'huddle', record: huddle({ status: 'over', ended: walls.now.toISOString() }) });
  await expect.poll(over).toBeNull();
});

it('an urgent notice outranks it', async () => {
  await commit(
    { put: 'huddle', record: huddle() },
    { put: 'takeover', record: takeover({ until: '2026-11-22T12:01:00.000Z' }) },
  );
  await expect.poll(over).toBe('takeover');
});

it('wakes a board that fell asleep', async () => {
  walls.now = new Date('2027-02-01T12:00:00Z');
  await commit({
    put: 'turn',
    record: {
      id: 'north.turn.3',
      team: 'north',
      at: '2026-11-02T09:00:00.000Z',
      status: 'open',
      batch: null,
      number: 3,
      woken: null,
      closing: null,
    },
  });
  const asleep = async () => (await walls.boards.standing('north'))?.quiet?.asleep ?? false;
  expect(await asleep()).toBe(true);
  const at = '2027-02-01T11:59:00.000Z';
  await commit({ put: 'huddle', record: huddle({ at, status: 'over', ended: at }) });
  expect(await asleep()).toBe(false);
});
