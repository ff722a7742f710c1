import { beforeEach, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { longestSentence, mostOn } from '../../domain/experiment';
import { longestSaw, longestStep, mostSteps } from '../../domain/journey';
import { createIntake, type Intake } from './intake';

// The steps of a journey, and what champions found there, through the door.

let store: MemoryStore;
let now: Date;
let intake: Intake;

const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const phone: Actor = { as: 'phone', team: 'north', mark: 'p1' };
const stranger: Actor = { as: 'phone', team: 'south', mark: 'p3' };

beforeEach(async () => {
  store = new MemoryStore();
  now = new Date('2026-11-22T10:00:00Z');
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
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

const act = (name: 'finding:bring' | 'finding:answer' | 'experiment:drop', id: string, actor = leader) =>
  does(name, { team: 'north', id }, actor);
const begin = (over: Partial<Commands['experiment:begin']> = {}, actor: Actor = leader) =>
  does(
    'experiment:begin',
    {
      ...{ id: 'lamp', team: 'north', think: 'Nobody sees the sign', tries: 'A lamp', see: 'They find it' },
      ...over,
    },
    actor,
  );
const see = (saw: string, actor: Actor = phone) =>
  does('experiment:see', { team: 'north', id: 'lamp', saw }, actor);
const lamp = () => store.get('experiment', 'lamp');
/** The steps of a huddle that begins now. */
async function agenda(id: string): Promise<string[] | undefined> {
  now = new Date(now.getTime() + 3_600_000);
  await does('huddle:start', { id, team: 'north' }, phone);
  return (await store.get('huddle', id))?.agenda.map(({ step }) => step);
}

it('what a leader brings stands in every huddle until it is answered', async () => {
  await settle([step('door')]);
  await tell();
  expect(await agenda('first')).not.toContain('champions');
  expect(await act('finding:bring', 'dark', phone as never)).toBe('not-yours');
  expect(await act('finding:bring', 'dark')).toBe(true);
  expect(await act('finding:bring', 'dark')).toBe(false);
  expect(await agenda('second')).toEqual(['how', 'comment', 'champions', 'decide', 'who', 'thank']);
  expect(await agenda('third')).toContain('champions');
  expect(await act('finding:answer', 'dark')).toBe(true);
  expect(await agenda('fourth')).not.toContain('champions');
  expect(await act('finding:bring', 'dark')).toBe(true);
  await does('finding:hide', { team: 'north', id: 'dark' }, leader);
  expect(await act('finding:bring', 'dark')).toBe(false);
  expect(await agenda('fifth')).not.toContain('champions');
});

it('a leader tries something out, in place of a finding that was brought; whoever was there says what was seen', async () => {
  await settle([step('door')]);
  await tell();
  await act('finding:bring', 'dark');
  expect(await begin({}, phone)).toBe('not-yours');
  expect(await begin({ think: ' ', see: 'x'.repeat(longestSentence + 1) })).toBe(
    'think missing,see too-long',
  );
  expect(await begin({ finding: 'gone' })).toBe('finding not-a-choice');
  expect(await begin({ finding: 'dark' })).toBe(true);
  expect(await begin()).toBe(false);
  expect(await finding()).toMatchObject({ status: 'answered' });
  expect(await agenda('first')).toContain('champions');

  expect(await see('They found it', stranger)).toBe('not-yours');
  expect(await see(' ')).toBe('saw missing');
  expect(await see('They found it. Ask jo@guest.example')).toBe(true);
  expect((await lamp())?.saw).not.toContain('jo@');
  expect(await lamp()).toMatchObject({ status: 'answered', begun: '2026-11-22T10:00:00.000Z' });
  expect(await agenda('second')).not.toContain('champions');
  expect(await see('They did not')).toBe('experiment-answered');
  expect(await see('Most found it', leader)).toBe(true);
});

it('tries few things at a time; one that is dropped leaves the huddle', async () => {
  for (let at = 0; at < mostOn; at += 1) expect(await begin({ id: `on-${at}` })).toBe(true);
  expect(await begin()).toBe('experiments-full');
  for (let at = 0; at < mostOn; at += 1) expect(await act('experiment:drop', `on-${at}`)).toBe(true);
  expect(await act('experiment:drop', 'on-0')).toBe(false);
  expect(await agenda('first')).not.toContain('champions');
  expect(await begin()).toBe(true);
});
