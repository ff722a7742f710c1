import { afterEach, beforeEach, expect, it } from 'vitest';
import { display, goal, picture, team, verbatim } from '../../../../tests/support/records';
import { TestBoards } from '../../../../tests/support/test-boards';
import type { Change } from '../../domain/records';
import type { DataOf } from '../../panels/panel';
import { panel as pictures } from '../../panels/picture/panel';
import { panel } from '../../panels/this-week/panel';
import type { LoadedPanel } from './panels';

// The comment that a goal is heard in, and the picture that it is seen in, hang for as long as they may, and go with it.

let walls: TestBoards;

beforeEach(async () => {
  walls = new TestBoards('2026-11-22T12:00:00Z', [
    panel as unknown as LoadedPanel,
    pictures as unknown as LoadedPanel,
  ]);
  const playlist = [
    { id: 'week', panel: 'this-week', options: {}, dwell: null },
    { id: 'pictures', panel: 'picture', options: {}, dwell: null },
  ];
  await walls.store.commit([
    { put: 'team', record: team({ greeting: 'Welcome!' }) },
    { put: 'display', record: display({ id: 'wall', playlist }) },
    { put: 'verbatim', record: verbatim({ id: 'warm', text: 'All was warm', status: 'approved' }) },
    { put: 'verbatim', record: verbatim({ id: 'south', team: 'south', status: 'approved' }) },
  ]);
});
afterEach(() => {
  walls.close();
});

const commit = (...changes: Change[]) => walls.commit(...changes);
const dataOf = async (kind: string) => {
  const slots = Object.values((await walls.boards.snapshot('wall'))?.slots ?? {});
  return slots.find((slot) => slot?.panel === kind)?.data;
};
const hangs = async () => {
  const data = (await dataOf('this-week')) as DataOf<typeof panel> | undefined;
  const card = data?.cards.find(({ what }) => what === 'sample');
  return card?.what === 'sample' ? card.text : undefined;
};
const chosen = (sample: string): Change => ({ put: 'goal', record: goal({ sample }) });

it('comes with the goal, goes as it is hidden or erased, and is never another team’s', async () => {
  expect(await hangs()).toBeUndefined();
  await commit(chosen('warm'));
  await expect.poll(hangs).toBe('All was warm');
  await commit({ put: 'verbatim', record: verbatim({ id: 'warm', text: 'All was warm', status: 'hidden' }) });
  await expect.poll(hangs).toBeUndefined();
  await commit({ put: 'verbatim', record: verbatim({ id: 'warm', text: 'Warm', status: 'approved' }) });
  await expect.poll(hangs).toBe('Warm');
  await commit({ erase: 'verbatim', id: 'warm' });
  await expect.poll(hangs).toBeUndefined();
  await commit(chosen('south'));
  await expect.poll(hangs).toBeUndefined();
});

it('comes with its picture, and goes without it', async () => {
  const seen = async () =>
    ((await dataOf('picture')) as DataOf<typeof pictures> | undefined)?.posters[0]?.picture.src;
  await commit({ put: 'picture', record: picture({ id: 'laid' }) });
  expect(await seen()).toBeUndefined();
  await commit({ put: 'goal', record: goal({ picture: 'laid' }) });
  await expect.poll(seen).toBe('/media/laid');
  await commit({ put: 'goal', record: goal({ picture: null }) }, { erase: 'picture', id: 'laid' });
  await expect.poll(seen).toBeUndefined();
});
