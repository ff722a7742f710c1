import { beforeEach, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import { commitment } from '../../../../tests/support/huddles';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { mostNotes } from '../../domain/huddle';
import { createIntake, type Intake } from './intake';

// A brainstorm through the door: ideas from phones, the goal, first steps, who takes them.

let store: MemoryStore;
let now: Date;
let intake: Intake;

const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const other: Actor = { as: 'account', id: 'm', name: 'Max', role: 'leader', teams: ['north'] };
const phone = (mark: string, team = 'north'): Actor => ({ as: 'phone', team, mark });
const of = { team: 'north', huddle: 'storm' };

beforeEach(async () => {
  store = new MemoryStore();
  now = new Date('2026-11-22T10:00:00Z');
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  await store.commit([{ put: 'team', record: records.team({ id: 'north', hold: ['manager'] }) }]);
});

/** `true` where it took effect, `false` where nothing was left to do, else why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<unknown> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created + outcome.updated > 0;
  return outcome.refusal.faults?.map(({ path, code }) => `${path} ${code}`).join() ?? outcome.refusal.code;
}
const begin = (over: Partial<Commands['huddle:start']> = {}, actor: Actor = leader) =>
  does('huddle:start', { id: 'storm', team: 'north', run: 'brainstorm', ...over }, actor);
const say = (id: string, text: string, actor: Actor = phone('a'), over: Partial<Commands['note:add']> = {}) =>
  does('note:add', { ...of, id, says: 'idea', text, ...over }, actor);
const note = (id: string) => store.get('note', id);
const look = (name: 'note:show' | 'note:hide', id: string, actor: Actor = leader) =>
  does(name, { team: 'north', id }, actor);

it('has exactly four stages, a quarter of an hour, and is a leader’s to begin; of two at once one begins it', async () => {
  expect(await begin({}, phone('a'))).toBe('not-yours');
  const both = await Promise.all([begin(), begin({ id: 'second' }, other)]);
  expect(both).toEqual([true, 'huddle-on']);
  const { agenda } = (await store.get('huddle', 'storm'))!;
  expect(agenda.map(({ step }) => step)).toEqual(['options', 'goal', 'first-steps', 'roles']);
  expect(agenda.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(900);
});

it('is about what champions brought where that was chosen, and about nothing that is not there', async () => {
  const found = { team: 'north', at: now.toISOString(), batch: null, picture: null };
  const dark = { ...found, step: 'door', from: 'customer', felt: 'bad', saw: 'The sign is dark.' } as const;
  await store.commit([
    { put: 'finding', record: { ...dark, id: 'dark', status: 'brought' } },
    { put: 'finding', record: { ...dark, id: 'told', status: 'told' } },
  ]);
  expect(await begin({ about: 'told' })).toBe('about not-a-choice');
  expect(await begin({ about: 'dark' })).toBe(true);
  expect(await store.get('huddle', 'storm')).toMatchObject({ about: 'dark' });
});

it('takes an idea from any phone once, with a name or without; personal data is masked', async () => {
  await begin();
  expect(await say('one', 'A clock on the pass')).toBe(true);
  expect(await say('one', 'A clock on the pass')).toBe(false);
  expect(await say('two', 'Ring me: 0171 555 0199', phone('b'), { name: ' Ana ' })).toBe(true);
  expect(await note('one')).toMatchObject({ says: 'idea', status: 'noted' });
  expect(await note('one')).not.toHaveProperty('name');
  // Masked words are seen by a leader first.
  expect(await note('two')).toMatchObject({ text: 'Ring me: •••', name: 'Ana', status: 'waiting' });
  expect(await say('three', 'Ours', phone('c', 'south'))).toBe('not-yours');
  // Nothing tells whose phone it was.
  expect(JSON.stringify([await note('one'), await note('two')])).not.toMatch(/"(a|b)"/);
});

it('lets what a leader should see first wait: they let it hang or leave it out', async () => {
  await begin();
  await say('held', 'Ask the manager to stay away');
  await say('name', 'A clock', phone('b'), { name: 'www.evil.example' });
  await say('own', 'I as your manager ask once a day', leader);
  expect((await note('held'))?.status).toBe('waiting');
  expect((await note('name'))?.status).toBe('waiting');
  expect((await note('own'))?.status).toBe('noted');
  expect(await look('note:show', 'held', phone('a'))).toBe('not-yours');
  expect(await look('note:show', 'held')).toBe(true);
  expect(await look('note:show', 'held', other)).toBe(false);
  expect(await look('note:hide', 'held')).toBe(true);
  expect((await note('held'))?.status).toBe('hidden');
  expect(await look('note:hide', 'gone')).toBe('not-there');
});

it('takes so many ideas, and none once it is over', async () => {
  await begin();
  for (let at = 0; at < mostNotes; at += 1) await say(`i${at}`, `Idea ${at}`);
  expect(await say('more', 'One more')).toBe('huddle-notes-full');
  now = new Date('2026-11-22T11:00:00Z');
  expect(await say('late', 'Late')).toBe('huddle-over');
});

it('has one goal, said by its host or a leader; a later one takes its place', async () => {
  await begin();
  const goal = (id: string, text: string, actor: Actor) => say(id, text, actor, { says: 'goal' });
  expect(await goal('g0', 'Mine', phone('a'))).toBe('huddle-other-host');
  expect(await goal('g1', 'Everybody hears the wait', leader)).toBe(true);
  expect(await goal('g2', 'Everybody hears the wait first', other)).toBe(true);
  expect([(await note('g1'))?.status, (await note('g2'))?.status]).toEqual(['hidden', 'noted']);
  const take = { act: 'x', saw: { moves: 0 } };
  expect(await does('huddle:host', { ...of, ...take }, phone('a'))).toBe(true);
  expect(await goal('g3', 'Hosts say it', phone('a'))).toBe(true);
  expect((await note('g2'))?.status).toBe('hidden');
});

it('leaves a first step with all of us until somebody takes it, by a role or a name', async () => {
  await begin();
  const step = { ...of, id: 'step', who: 'all' as const, text: 'Say the wait', due: '2026-11-29' };
  expect(await does('commitment:make', step, phone('a'))).toBe(true);
  const take = (name: string, saw: number, actor = phone('b')) =>
    does('commitment:take', { ...of, id: 'step', name, saw }, actor);
  expect(await take(' ', 1)).toBe('name missing');
  const both = await Promise.all([take('Host at the door', 1), take('Bo', 1, phone('c'))]);
  expect(both).toEqual([true, 'changed-meanwhile']);
  expect(await store.get('commitment', 'step')).toMatchObject({ who: 'one', name: 'Host at the door' });
  expect(await take('Host at the door', 1)).toBe(false);
  expect(await take('Ana', 2)).toBe(true);
  // What an earlier huddle promised is reviewed, not taken on.
  await store.commit([{ put: 'commitment', record: commitment({ id: 'open', huddle: 'before' }) }]);
  expect(await does('commitment:take', { ...of, id: 'open', name: 'A', saw: 1 }, leader)).toBe('not-there');
  now = new Date('2026-11-22T11:00:00Z');
  expect(await take('Late', 3)).toBe('huddle-over');
});
