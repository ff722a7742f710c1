import * as v from 'valibot';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { display, shoutOut, team } from '../../../../tests/support/records';
import { TestBoards } from '../../../../tests/support/test-boards';
import type { Change } from '../../domain/records';
import type { Patch } from '../../protocol/events';
import type { LoadedPanel } from './panels';

// A wall with scenes of another team: whose they are, when they change, and what is left alone meanwhile.

let walls: TestBoards;
let patches: Patch[];
/** Whose thanks were selected, in order. */
let selected: string[];

const thanks: LoadedPanel = {
  kind: 'thanks',
  point: 'involve',
  audiences: ['staff'],
  options: v.object({}),
  needs: () => ({
    of: { ask: 'team' },
    said: { ask: 'newest', kind: 'shout-out', status: 'published', limit: 9 },
    place: { ask: 'place' },
  }),
  select: ({ of, said, place }) => {
    const { name } = of as { name: string };
    selected.push(name);
    const { ask, join } = place as { ask: string; join: string | null };
    return { of: name, said: (said as { behaviour: string }[]).map(({ behaviour }) => behaviour), ask, join };
  },
  words: () => 9,
};
const open: LoadedPanel = { ...thanks, kind: 'open', audiences: ['staff', 'customers'] };

beforeEach(async () => {
  walls = new TestBoards('2026-11-22T12:00:00Z', [thanks, open]);
  [patches, selected] = [[], []];
  const item = (id: string, of?: string, panel = 'thanks') => ({
    ...{ id, panel, options: {}, dwell: null },
    ...(of ? { team: of } : {}),
  });
  await walls.store.commit([
    { put: 'team', record: team({ name: 'North' }) },
    { put: 'team', record: team({ id: 'south', name: 'South' }) },
    { put: 'team', record: team({ id: 'west', name: 'West' }) },
    {
      put: 'display',
      record: display({
        id: 'kitchen',
        playlist: [item('own'), item('theirs', 'south'), item('more', 'west')],
      }),
    },
    {
      put: 'display',
      record: display({
        ...{ id: 'gate', audience: 'customers' },
        playlist: [item('own', undefined, 'open'), item('theirs', 'south'), item('seen', 'south', 'open')],
      }),
    },
  ]);
  walls.boards.watch((_, patch) => patches.push(patch));
});
afterEach(() => {
  walls.close();
});

const commit = (...changes: Change[]) => walls.commit(...changes);
const slots = async (name = 'kitchen') => (await walls.boards.snapshot(name))?.slots ?? {};
const bravo = (of: string, id = 'bravo'): Change => ({
  put: 'shout-out',
  record: shoutOut({ id, team: of, behaviour: `${of} smiled` }),
});

it('each scene is its team’s, says whose it is, and leads customers to that team and phones to none', async () => {
  const { own, theirs, more } = await slots();
  expect([own?.team, theirs?.team, more?.team]).toEqual([
    undefined,
    { id: 'south', name: 'South' },
    { id: 'west', name: 'West' },
  ]);
  expect([own?.data, theirs?.data]).toEqual([
    { of: 'North', said: [], ask: 'http://board/ask/north', join: 'http://board/team/north?join=join' },
    { of: 'South', said: [], ask: 'http://board/ask/south', join: null },
  ]);
});

it('what changes for the other team goes to the wall at once, and nobody else’s scenes are selected again', async () => {
  await slots();
  selected = [];
  await commit(bravo('south'));
  await expect.poll(() => patches.map((patch) => Object.keys(patch.slots))).toEqual([['theirs']]);
  expect((await slots()).theirs?.data).toMatchObject({ said: ['south smiled'] });
  expect(selected).toEqual(['South']);

  selected = [];
  await commit(bravo('north', 'b2'));
  await expect.poll(() => patches.length).toBe(2);
  expect(selected).toEqual(['North']);
  // A team whose scenes do not hang here changes nothing.
  await commit({ put: 'team', record: team({ id: 'east', name: 'East' }) }, bravo('east', 'b3'));
  await commit(bravo('west', 'b4'));
  await expect.poll(() => patches.length).toBe(3);
  expect(selected).toEqual(['North', 'West']);
});

it('on another day all of them are selected again', async () => {
  await slots();
  selected = [];
  walls.now = new Date('2026-11-23T12:00:00Z');
  await walls.store.commit([bravo('south')]);
  await expect.poll(() => patches.length).toBe(1);
  expect(selected.sort()).toEqual(['North', 'South', 'West']);
});

it('a team that gets another name is called by it', async () => {
  await slots();
  await commit({ put: 'team', record: team({ id: 'south', name: 'South quay' }) });
  await expect.poll(async () => (await slots()).theirs?.team?.name).toBe('South quay');
});

it('a team that is gone has nothing on any wall, and comes back to its place', async () => {
  await slots();
  await commit({ erase: 'team', id: 'south' });
  await expect.poll(async () => Object.keys(await slots())).toEqual(['own', 'more']);
  await commit({ put: 'team', record: team({ id: 'south', name: 'South' }) });
  await expect.poll(async () => Object.keys(await slots()).sort()).toEqual(['more', 'own', 'theirs']);
});

it('a wall for customers shows of every team what is for customers, and no way in for phones', async () => {
  const shown = await slots('gate');
  expect(Object.keys(shown)).toEqual(['own', 'seen']);
  expect(shown.own?.data).toMatchObject({ join: null });
  expect(shown.seen).toMatchObject({ team: { name: 'South' }, data: { join: null } });
});

it('scenes of a team that was closed leave other teams’ walls, and are back once it is opened again', async () => {
  await slots();
  await commit({ put: 'team', record: team({ id: 'south', name: 'South', status: 'closed' }) });
  await expect.poll(async () => Object.keys(await slots())).toEqual(['own', 'more']);
  await commit({ put: 'team', record: team({ id: 'south', name: 'South' }) });
  await expect.poll(async () => Object.keys(await slots()).sort()).toEqual(['more', 'own', 'theirs']);
});
