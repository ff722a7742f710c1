import { beforeEach, expect, it } from 'vitest';
import { MemoryStore } from '../../../../../tests/support/memory-store';
import * as huddles from '../../../../../tests/support/huddles';
import * as records from '../../../../../tests/support/records';
import type { Actor } from '$lib/domain/command';
import { brainstormAgenda } from '$lib/domain/huddle';
import type { House } from '$lib/server/house';
import { viewOf } from './huddle-view';

const now = new Date('2026-11-22T12:00:00Z');
const phone = (mark: string): Actor => ({ as: 'phone', team: 'north', mark });
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };

let store: MemoryStore;
let house: House;
const view = async (actor: Actor) => viewOf(house, (await store.get('team', 'north'))!, actor);

beforeEach(async () => {
  store = new MemoryStore();
  house = {
    store,
    now: () => now,
    newId: () => 'fresh',
    boards: { stalled: async () => [] },
  } as unknown as House;
  await store.commit([
    {
      put: 'team',
      record: records.team({ huddle: { agenda: [], skills: ['Listening'], hosts: ['Ana', 'Ben'] } }),
    },
    { put: 'verbatim', record: records.verbatim({ id: 'said', status: 'approved', text: 'Warm bread.' }) },
    { put: 'verbatim', record: records.verbatim({ id: 'hidden', status: 'hidden' }) },
    { put: 'huddle', record: huddles.huddle({ comment: 'said' }) },
    {
      put: 'huddle',
      record: huddles.huddle({
        id: 'before',
        at: '2026-11-21T12:00:00.000Z',
        status: 'over',
        host: { mark: '', name: 'Ana' },
      }),
    },
    {
      put: 'ballot',
      record: huddles.ballot({
        places: [
          { mark: 'Qx1', now: 4, need: 8 },
          { mark: 'Qx2', now: 6, need: 9 },
        ],
        questions: [{ id: 'q', text: 'Was it warm?', mark: 'Qx2' }],
        votes: [{ mark: 'Qx1', question: 'q' }],
      }),
    },
    { put: 'note', record: huddles.note() },
    { put: 'note', record: huddles.note({ id: 'older', huddle: 'before' }) },
    { put: 'commitment', record: huddles.commitment({ id: 'now' }) },
    { put: 'commitment', record: huddles.commitment({ id: 'open', huddle: 'before' }) },
    { put: 'commitment', record: huddles.commitment({ id: 'kept', huddle: 'before', status: 'kept' }) },
  ]);
});

it('shows each phone its own marker and vote, and nobody’s mark', async () => {
  const first = await view(phone('Qx1'));
  expect(first).toMatchObject({ placed: { now: 4, need: 8 }, voted: 'q', leads: false });
  expect(first.questions).toEqual([{ id: 'q', text: 'Was it warm?', votes: 1 }]);
  expect(first.spread).toMatchObject({ n: 2, middle: { now: 4, need: 8 } });
  const second = await view(phone('Qx2'));
  expect(second).toMatchObject({ placed: { now: 6, need: 9 }, voted: null });
  expect(await view(phone('Qx3'))).toMatchObject({ placed: null, voted: null });
  expect(JSON.stringify([first, second])).not.toContain('Qx');
});

it('knows who hosts and who leads, whose turn it is next, and the comment that was chosen', async () => {
  expect((await view(phone('host'))).huddle).toMatchObject({ mine: true, host: null, comment: 'said' });
  expect((await view(phone('Qx1'))).huddle?.mine).toBe(false);
  const led = await view(leader);
  expect(led).toMatchObject({ leads: true, next: ['Ben', 'Ana'], skills: ['Listening'] });
  expect(led.comments.map(({ id }) => id)).toEqual(['said']);
});

it('keeps apart what is open from before, what is promised now, and notes of this huddle', async () => {
  const { review, commitments, notes } = await view(phone('Qx1'));
  const ids = (list: { id: string }[]) => list.map(({ id }) => id);
  expect([ids(review), ids(commitments), ids(notes)]).toEqual([['open'], ['now'], ['note']]);
});

it('has no huddle once its time is over, though nobody wrote that down', async () => {
  house.now = () => new Date('2026-11-22T13:00:00Z');
  const over = await view(phone('Qx1'));
  expect(over).toMatchObject({ huddle: null, spread: null, placed: null, questions: [], notes: [] });
});

it('is gathered once for a room full of phones, and anew after every commit', async () => {
  let lists = 0;
  const list = store.list.bind(store);
  store.list = ((...args: Parameters<typeof list>) => {
    lists += 1;
    return list(...args);
  }) as typeof list;
  await Promise.all(['Qx1', 'Qx2', 'Qx3', 'Qx4'].map((mark) => view(phone(mark))));
  const once = lists;
  expect(once).toBeLessThan(8);
  await store.commit([{ put: 'note', record: huddles.note({ id: 'second', text: 'Six tables' }) }]);
  expect((await view(phone('Qx1'))).notes.map(({ text }) => text)).toContain('Six tables');
  expect(lists).toBe(2 * once);
});

it('in a brainstorm has ideas that hang, how many wait, and their words for leaders alone', async () => {
  expect((await view(leader)).brainstorm).toBeNull();
  const said = { says: 'idea' as const };
  await store.commit([
    { put: 'huddle', record: huddles.huddle({ agenda: [...brainstormAgenda] }) },
    { put: 'note', record: huddles.note({ id: 'i1', ...said, text: 'A clock', name: 'Ana' }) },
    { put: 'note', record: huddles.note({ id: 'i2', ...said, text: 'Zq waits', status: 'waiting' }) },
    { put: 'note', record: huddles.note({ id: 'i3', ...said, text: 'Zq hidden', status: 'hidden' }) },
    { put: 'note', record: huddles.note({ id: 'g', says: 'goal', text: 'Everybody hears it' }) },
    { put: 'goal', record: records.goal({ question: 'Do we say the wait?' }) },
    {
      put: 'commitment',
      record: huddles.commitment({ id: 'then', at: '2026-11-22T11:59:40.000Z', who: 'leader' }),
    },
  ]);
  const seen = await view(phone('Qx1'));
  expect(seen.brainstorm).toEqual({
    topic: 'Do we say the wait?',
    ideas: [{ id: 'i1', text: 'A clock', name: 'Ana' }],
    waiting: 1,
    toLook: [],
    ...{ goal: 'Everybody hears it', goalId: 'g' },
  });
  expect(JSON.stringify(seen)).not.toContain('Zq');
  expect(seen.commitments.map(({ id }) => id)).toEqual(['now', 'then']);
  expect((await view(leader)).brainstorm?.toLook).toEqual([{ id: 'i2', text: 'Zq waits', name: null }]);
});
