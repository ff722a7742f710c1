import { beforeEach, expect, it } from 'vitest';
import type { Declaration } from '$lib/domain/declaration';
import { MemoryStore } from '../../../../../tests/support/memory-store';
import * as records from '../../../../../tests/support/records';
import { forStarters } from './for-starters';

const now = new Date('2026-11-22T12:00:00Z');
let store: MemoryStore;

const team = { ...records.team({ values: [{ id: 'calm', name: 'Stay calm', icon: 'leaf' }] }), version: 1 };
const look = (over: Partial<typeof team> = {}) => forStarters({ store }, { ...team, ...over }, now);

const declaration: Declaration = {
  ...{ text: 'Nobody is sent on', ambition: null, measure: null, said: '2026-11-01T10:00:00.000Z' },
  fact: { sentence: '60 percent would pay more for it', source: 'Barometer', year: 2011 },
  signatures: [{ account: 'o', name: 'Ada', at: '2026-11-02T10:00:00.000Z' }],
};
const declare = (over: Partial<Declaration> = {}) =>
  store.commit([
    {
      put: 'organisation',
      record: {
        ...{ id: 'organisation', team: null, at: now.toISOString(), status: 'active', batch: null },
        ...{ name: 'Harbour', secret: 'ab'.repeat(32), sample: false, mission: 'Warm plates' },
        declaration: { ...declaration, ...over },
      },
    },
  ]);
const comment = (id: string, text: string, value: number, over = {}) => ({
  put: 'verbatim' as const,
  record: records.verbatim({
    ...{ id, text, value, measure: 'nps', status: 'approved' },
    ...{ at: `2026-11-2${id}T10:00:00.000Z`, ...over },
  }),
});

beforeEach(() => {
  store = new MemoryStore();
});

it('tells why as soon as somebody stands by it, with one figure, its source and its year', async () => {
  await declare();
  expect(await look()).toMatchObject({
    ...{ mission: 'Warm plates', declared: 'Nobody is sent on' },
    fact: { figure: '60 percent', source: 'Barometer', year: 2011 },
  });
  await declare({ signatures: [] });
  expect(await look()).toMatchObject({ mission: 'Warm plates', declared: null, fact: null });
});

it('shows the newest glad and unhappy words of customers that hang, and none that do not', async () => {
  await store.commit([
    comment('0', 'Old joy', 10),
    comment('1', 'Good soup', 9),
    comment('1', 'Cold soup', 2, { id: 'cold' }),
    comment('2', 'So so', 8),
    comment('2', 'Not looked at', 10, { id: 'waiting', status: 'waiting' }),
    comment('2', 'A colleague’s', 1, { id: 'inside', from: 'employee' }),
    comment('2', 'No answer with it', 1, { id: 'bare', measure: null, value: null }),
  ]);
  expect(await look()).toMatchObject({ good: 'Good soup', bad: 'Cold soup' });
});

it('gives a score from the team’s minimum of answers on, and below it their number alone', async () => {
  const answer = (id: string, value: number) => ({
    put: 'response' as const,
    record: records.response({ id, value }),
  });
  await store.commit(['a', 'b', 'c', 'd'].map((id) => answer(id, 10)));
  expect((await look()).score).toMatchObject({ score: null, n: 4 });
  await store.commit([answer('e', 0)]);
  expect((await look()).score).toMatchObject({ score: 60, n: 5, day: '2026-11-22' });
});

it('says how the goal sounds once it is there, by the chosen comment as long as that hangs', async () => {
  await store.commit([
    comment('1', 'All was warm', 9),
    { put: 'goal', record: records.goal({ sample: '1' }) },
  ]);
  expect((await look()).goal).toMatchObject({ sample: { text: 'All was warm', value: 9 } });
  await store.commit([comment('1', 'All was warm', 9, { status: 'hidden' })]);
  expect((await look()).goal).toMatchObject({ sample: null });
});

it('has the open goal and what is expected of everybody; what is missing is left out', async () => {
  await store.commit([{ put: 'goal', record: records.goal({ question: 'Warm to the last table?' }) }]);
  expect(await look({ greeting: 'Welcome back!' })).toMatchObject({
    goal: { question: 'Warm to the last table?' },
    ...{ values: [{ name: 'Stay calm', icon: 'leaf' }], greeting: 'Welcome back!', standard: null },
  });
  store = new MemoryStore();
  expect(await look({ values: [] })).toEqual({
    ...{ mission: null, declared: null, fact: null, score: null, good: null, bad: null, goal: null },
    ...{ values: [], greeting: null, standard: null },
  });
});
