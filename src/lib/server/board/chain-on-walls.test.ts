import { afterEach, beforeEach, expect, it } from 'vitest';
import { display, response, shoutOut, team } from '../../../../tests/support/records';
import { TestBoards } from '../../../../tests/support/test-boards';
import { colleaguesOf } from '../../domain/colleagues';
import type { Change } from '../../domain/records';
import { panel } from '../../panels/chain/panel';
import type { DataOf } from '../../panels/panel';
import type { LoadedPanel } from './panels';

// A chain hangs with both teams of a hand-off, and follows what happens in either of them.

let walls: TestBoards;

beforeEach(async () => {
  walls = new TestBoards('2026-11-22T12:00:00Z', [panel as unknown as LoadedPanel]);
  const playlist = [{ id: 'chain', panel: 'chain', options: {}, dwell: null }];
  await walls.store.commit([
    { put: 'team', record: team({ id: 'kitchen', name: 'Kitchen', minimumN: 2, serves: ['floor'] }) },
    { put: 'team', record: team({ id: 'floor', name: 'Floor', minimumN: 2 }) },
    { put: 'display', record: display({ id: 'stove', team: 'kitchen', playlist }) },
    { put: 'display', record: display({ id: 'bar', team: 'floor', playlist }) },
  ]);
});
afterEach(() => {
  walls.close();
});

const commit = (...changes: Change[]) => walls.commit(...changes);
const chain = async (wall: string) =>
  Object.values((await walls.boards.snapshot(wall))?.slots ?? {}).find((slot) => slot?.panel === 'chain')
    ?.data as DataOf<typeof panel> | undefined;
const links = async (wall: string) =>
  (await chain(wall))?.links.map(({ by, to, score, n }) => [by, to, score, n]);
const said = (id: string, value: number): Change => ({
  put: 'response',
  record: response({
    ...{ id, team: 'kitchen', metric: 'csat', value, at: '2026-11-22T11:00:00.000Z', day: '2026-11-22' },
    ...{ from: 'employee', source: colleaguesOf('floor') },
  }),
});

it('shows an answer on both walls, and no score before there are enough', async () => {
  const both = () => Promise.all(['stove', 'bar'].map(async (wall) => (await links(wall))?.[0]));
  await expect.poll(both).toEqual([
    ['Kitchen', 'Floor', null, 0],
    ['Kitchen', 'Floor', null, 0],
  ]);
  await commit(said('a', 5));
  await expect.poll(both).toEqual([
    ['Kitchen', 'Floor', null, 1],
    ['Kitchen', 'Floor', null, 1],
  ]);
  await commit(said('b', 2));
  await expect.poll(both).toEqual([
    ['Kitchen', 'Floor', 50, 2],
    ['Kitchen', 'Floor', 50, 2],
  ]);
  await commit({ erase: 'response', id: 'b' });
  await expect.poll(both).toEqual([
    ['Kitchen', 'Floor', null, 1],
    ['Kitchen', 'Floor', null, 1],
  ]);
  // Neither team’s customers said any of it.
  expect((await links('stove'))?.at(-1)).toEqual(['Kitchen', null, null, 0]);
});

it('follows who serves whom, and whom they thank', async () => {
  await chain('bar');
  const across = { by: 'kitchen', to: 'floor', twin: 'x' };
  await commit({ put: 'shout-out', record: shoutOut({ team: 'floor', fromArea: 'Kitchen', across }) });
  await expect.poll(async () => (await chain('bar'))?.thanks?.by).toBe('Kitchen');
  const { version: _, ...kitchen } = (await walls.store.get('team', 'kitchen'))!;
  await commit({ put: 'team', record: { ...kitchen, serves: [] } });
  await expect.poll(() => chain('bar')).toBeUndefined();
});
