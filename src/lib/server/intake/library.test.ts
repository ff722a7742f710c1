import { beforeEach, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { adoptedId, longestLine } from '../../domain/library';
import { createIntake, type Intake } from './intake';

// The library through the door: a team puts a card in, another takes it over with credit, phones count what was trained.

let now: Date;
let store: MemoryStore;
let intake: Intake;

const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const south: Actor = { as: 'account', id: 's', name: 'Sam', role: 'leader', teams: ['south'] };
const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };
const phone: Actor = { as: 'phone', team: 'north', mark: 'p1' };

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  store = new MemoryStore();
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  await store.commit([
    { put: 'team', record: records.team({ id: 'north', name: 'North' }) },
    { put: 'team', record: records.team({ id: 'south', name: 'South' }) },
  ]);
});

/** `true` where it took effect, `false` where nothing was left to do, else why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<unknown> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created + outcome.updated > 0;
  return outcome.refusal.faults?.map(({ path, code }) => `${path} ${code}`).join() ?? outcome.refusal.code;
}
const publish = (more: Partial<Commands['library:publish']> = {}, actor: Actor = leader) =>
  does(
    'library:publish',
    { id: 'card', team: 'north', sort: 'training', title: 'Names first', lines: ['Says it'], ...more },
    actor,
  );
const adopt = (team = 'south', actor: Actor = south, id = 'card') =>
  does('library:adopt', { team, id }, actor);
const card = (id = 'card') => store.get('library-card', id);
const later = (days: number) => (now = new Date(now.getTime() + days * 86_400_000));

it('takes a card with all that its sort has, masks whom it names, and counts nothing twice', async () => {
  expect(await publish({}, manager)).toBe('not-yours');
  expect(await publish({}, south)).toBe('not-yours');
  expect(await publish({ sort: 'trick', title: ' ', lines: ['Bring bread', ''] })).toBe(
    'title missing,lines.1 missing,lines.2 missing',
  );
  expect(await publish({ sort: 'tips', lines: ['Only one'] })).toBe('lines.1 missing');
  expect(await publish({ sort: 'model', lines: ['x'.repeat(longestLine + 1)] })).toBe('lines.0 too-long');
  expect(await publish({ sort: 'model', lines: ['One', 'Two'] })).toBe('lines too-many');
  expect(await publish({ lines: ['Writes to ada@example.org', ' ', 'Asks bo@example.org'] })).toBe(true);
  expect(await publish()).toBe(false);
  const { lines, seen, from } = (await card())!;
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toMatch(/@/);
  expect({ seen, from }).toEqual({ seen: Array(4).fill([0, 0]), from: null });
});

it('is taken over by another team with credit, once at a time, and again once its weeks are over', async () => {
  await publish();
  expect(await adopt('south', leader)).toBe('not-yours');
  expect(await adopt('south', south, 'nothing')).toBe('not-there');
  expect(await adopt()).toBe(true);
  expect(await adopt()).toBe(false);
  const copy = (await card(adoptedId('card', 'south')))!;
  expect(copy).toMatchObject({ team: 'south', status: 'adopted', title: 'Names first' });
  expect(copy.from).toEqual({ card: 'card', team: 'north', name: 'North' });
  // What was taken over is not offered once more.
  expect(await adopt('north', leader, copy.id)).toBe('not-there');
  later(28);
  expect(await adopt()).toBe(true);
  expect((await card(copy.id))!.at).toBe(now.toISOString());
  // One’s own begins again.
  expect(await adopt('north', leader)).toBe(true);
  expect((await card())!).toMatchObject({ status: 'published', at: now.toISOString() });
});

it('counts a behaviour by phone in the week of the training, each tap once, and nowhere by person', async () => {
  await publish({ lines: ['Says it', 'Looks up'] });
  const see = (line: number, act: string, actor: Actor = phone, id = 'card') =>
    does('library:seen', { team: 'north', id, line, act }, actor);
  expect(await see(0, 'a', { as: 'phone', team: 'south' })).toBe('not-yours');
  expect(await see(2, 'a')).toBe('not-there');
  expect(await see(1, 'a')).toBe(true);
  expect(await see(1, 'a')).toBe(false);
  expect(await see(1, 'b', { as: 'phone', team: 'north', mark: 'p2' })).toBe(true);
  later(8);
  expect(await see(0, 'c')).toBe(true);
  expect((await card())!.seen).toEqual([
    [0, 2],
    [1, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(JSON.stringify(await card())).not.toMatch(/p1|p2/);
  later(20);
  expect(await see(0, 'd')).toBe('not-there');
});

it('gives way to the newest of its sort', async () => {
  await publish();
  later(1);
  await publish({ id: 'newer' });
  expect(await does('library:seen', { team: 'north', id: 'card', line: 0, act: 'a' }, phone)).toBe(
    'not-there',
  );
  expect(await does('library:seen', { team: 'north', id: 'newer', line: 0, act: 'a' }, phone)).toBe(true);
});

it('leaves every team that took it over once whose it is takes it out, and stays there otherwise', async () => {
  await publish();
  await adopt();
  const copy = adoptedId('card', 'south');
  const withdraw = (team: string, id: string, actor: Actor) => does('library:withdraw', { team, id }, actor);
  expect(await withdraw('north', 'card', south)).toBe('not-yours');
  expect(await withdraw('south', 'card', south)).toBe('not-there');
  expect(await withdraw('south', copy, south)).toBe(true);
  expect((await card())!.status).toBe('published');
  await adopt();
  expect(await withdraw('north', 'card', owner)).toBe(true);
  expect((await card())!.status).toBe('withdrawn');
  expect((await card(copy))!.status).toBe('withdrawn');
  expect(await withdraw('north', 'card', leader)).toBe(false);
  expect(await adopt()).toBe('not-there');
});
