import { beforeEach, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { longestSaw, longestStep, mostSteps } from '../../domain/journey';
import { createIntake, type Intake } from './intake';

// The steps of a journey, and what champions found there, through the door.

let store: MemoryStore;
let intake: Intake;

const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const phone: Actor = { as: 'phone', team: 'north', mark: 'p1' };
const stranger: Actor = { as: 'phone', team: 'south', mark: 'p3' };

beforeEach(async () => {
  store = new MemoryStore();
  intake = createIntake({ store, now: () => new Date('2026-11-22T10:00:00Z'), log: { error: () => {} } });
  await store.commit([
    { put: 'team', record: records.team({ id: 'north', name: 'North' }) },
    { put: 'team', record: records.team({ id: 'south', name: 'South' }) },
    { put: 'picture', record: records.picture({ id: 'sign' }) },
    { put: 'picture', record: records.picture({ id: 'crowd', people: true }) },
    { put: 'picture', record: records.picture({ id: 'theirs', team: 'south' }) },
  ]);
});

/** `true` where it took effect, `false` where nothing was left to do, else why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<unknown> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created + outcome.updated > 0;
  return outcome.refusal.faults?.map(({ path, code }) => `${path} ${code}`).join() ?? outcome.refusal.code;
}
const team = async () => (await store.get('team', 'north'))!;
const step = (id: string, name = id, touchpoint: string | null = null) => ({ id, name, touchpoint });
const settle = async (steps: ReturnType<typeof step>[], actor: Actor = leader) =>
  does('team:journey', { team: 'north', saw: (await team()).version, steps }, actor);
const tell = (over: Partial<Commands['finding:tell']> = {}, actor: Actor = phone) =>
  does(
    'finding:tell',
    {
      ...{ id: 'dark', team: 'north', step: 'door', from: 'customer', felt: 'bad', saw: 'The sign is dark.' },
      ...over,
    },
    actor,
  );
const finding = (id = 'dark') => store.get('finding', id);

it('a leader settles the steps, each once, few and short enough to be read on a wall', async () => {
  expect(await settle([step('door')], phone)).toBe('not-yours');
  expect(await settle([step('door', ' ')])).toBe('steps.0.name missing');
  expect(await settle([step('door', 'Door'), step('d', 'DOOR')])).toBe('steps.1.name twice');
  expect(await settle([step('door', 'x'.repeat(longestStep + 1))])).toBe('steps.0.name too-long');
  const many = Array.from({ length: mostSteps + 1 }, (_, at) => step(`s${at}`));
  expect(await settle(many)).toBe('steps too-many');
  expect(await does('team:journey', { team: 'north', saw: 9, steps: [] }, leader)).toBe('changed-meanwhile');
  expect(await settle([step('door', '  Finding  the door '), step('pay', 'Paying', 'till')])).toBe(true);
  expect((await team()).journey).toEqual([step('door', 'Finding the door'), step('pay', 'Paying', 'till')]);
});

it('a phone of the team tells what there was at a step, once, without anybody’s address', async () => {
  await settle([step('door')]);
  expect(await tell({}, stranger)).toBe('not-yours');
  expect(await tell({ step: 'pay' })).toBe('step not-a-choice');
  expect(await tell({ saw: '  ' })).toBe('saw missing');
  expect(await tell({ saw: 'x'.repeat(longestSaw + 1) })).toBe('saw too-long');
  expect(await tell({ step: '' })).toMatch(/^step missing/);
  expect(await tell({ felt: '' as 'bad' })).toBe('felt missing');
  expect(await tell({ from: 'boss' as 'other' })).toBe('from missing');
  expect(await tell({ saw: 'Ask her at jo@guest.example' })).toBe(true);
  expect(await tell({ saw: 'Again' })).toBe(false);
  expect(await finding()).toMatchObject({ status: 'told', step: 'door', from: 'customer', felt: 'bad' });
  expect((await finding())?.saw).not.toContain('jo@');
});

it('takes a picture of the team without people, which goes for good with what it shows', async () => {
  await settle([step('door')]);
  expect(await tell({ picture: 'crowd' })).toBe('picture unknown-picture');
  expect(await tell({ picture: 'theirs' })).toBe('picture unknown-picture');
  expect(await tell({ picture: 'sign' })).toBe(true);
  expect(await does('finding:hide', { team: 'north', id: 'dark' }, phone)).toBe('not-yours');
  expect(await does('finding:hide', { team: 'north', id: 'dark' }, leader)).toBe(true);
  expect(await does('finding:hide', { team: 'north', id: 'dark' }, leader)).toBe(false);
  expect(await finding()).toMatchObject({ status: 'hidden', picture: null });
  expect(await store.get('picture', 'sign')).toBeUndefined();
  expect(await does('finding:show', { team: 'north', id: 'dark' }, leader)).toBe(true);
  expect(await finding()).toMatchObject({ status: 'told', picture: null });
  expect(await does('finding:show', { team: 'north', id: 'gone' }, leader)).toBe('not-there');
});
