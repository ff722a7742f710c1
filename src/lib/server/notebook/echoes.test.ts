import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDirectory } from '../../../../tests/support/directory';
import * as records from '../../../../tests/support/records';
import type { Actor } from '../../domain/command';
import type { PhoneTopic } from '../../domain/echo';
import { createIntake } from '../intake/intake';
import { openStore } from '../store/open-store';
import { createEchoes } from './echoes';

const phone: Actor = { as: 'phone', team: 'north', mark: 'p1' };

async function shop() {
  const directory = await emptyDirectory();
  const clock = { now: new Date('2026-10-30T10:00:00Z') };
  const now = () => clock.now;
  const store = await openStore({ dir: directory, now });
  onTestFinished(() => store.close());
  await store.commit([
    { put: 'team', record: records.team({ id: 'north' }) },
    { put: 'team', record: records.team({ id: 'south' }) },
  ]);
  const intake = createIntake({ store, now, log: { error: () => undefined } });
  const echoes = createEchoes({ directory, store, intake, now, report: () => undefined });
  const tap = async (phones: string, face: number, topic: PhoneTopic = 'leading', actor = phone) => {
    const outcomes = [];
    for (const one of phones) {
      const outcome = await echoes.tap({ team: 'north', topic, face, phone: one }, actor);
      outcomes.push(outcome.ok ? true : (outcome.refusal.faults?.[0]?.code ?? outcome.refusal.code));
    }
    return outcomes;
  };
  const told = (topic: PhoneTopic = 'leading') => echoes.pools('north', topic);
  return { directory, clock, store, intake, echoes, tap, told };
}

test('answers are told by five and more, once their month is over, and each phone’s counts once', async () => {
  const { clock, tap, told, store } = await shop();
  expect(await tap('abcd', 2)).toEqual([true, true, true, true]);
  // Said again it is changed.
  expect(await tap('d', 0)).toEqual([true]);
  expect(await tap('abcde', 1, 'coaching')).toHaveLength(5);
  clock.now = new Date('2026-11-01T00:00:00Z');
  expect(await told()).toEqual([]);
  expect(await told('coaching')).toEqual([{ from: '2026-10', to: '2026-10', faces: [0, 5, 0] }]);
  await tap('a', 1);
  expect(await told()).toEqual([]);
  clock.now = new Date('2026-12-01T00:00:00Z');
  expect(await told()).toEqual([{ from: '2026-10', to: '2026-11', faces: [1, 1, 3] }]);
  // Neither the face nor when in the month it was chosen.
  const [one] = (await store.list('echo')).records;
  expect(one).toMatchObject({ at: expect.stringMatching(/-01T00:00:00\.000Z$/), sealed: expect.any(String) });
  expect(JSON.stringify(one)).not.toContain('face');
});

test('a month that is over takes in nothing more, though the clock was set back', async () => {
  const { clock, tap, told } = await shop();
  await tap('abcde', 2);
  clock.now = new Date('2026-11-05T00:00:00Z');
  await tap('a', 2);
  const before = await told();
  clock.now = new Date('2026-10-31T00:00:00Z');
  expect(await tap('fa', 0)).toEqual(['changed-meanwhile', 'changed-meanwhile']);
  clock.now = new Date('2026-11-06T00:00:00Z');
  expect(await told()).toEqual(before);
});

test('a pool that cannot be opened whole is left out whole', async () => {
  const { clock, directory, tap, told } = await shop();
  await tap('abcde', 2);
  await rename(join(directory, 'private.key'), join(directory, 'elsewhere'));
  await tap('fghij', 2);
  clock.now = new Date('2026-11-05T00:00:00Z');
  expect(await told()).toEqual([]);
  await rename(join(directory, 'elsewhere'), join(directory, 'private-former.key'));
  expect(await told()).toEqual([{ from: '2026-10', to: '2026-10', faces: [0, 0, 10] }]);
});

test('only a phone of the team answers, and with one of three faces', async () => {
  const { tap, store } = await shop();
  expect(await tap('a', 3)).toEqual(['missing']);
  expect(await tap('a', Number.NaN)).toEqual(['missing']);
  expect(await tap('a', 1, 'leading', { as: 'phone', team: 'south', mark: 'p' })).toEqual(['not-yours']);
  const owner: Actor = { as: 'account', id: 'o', name: 'O', role: 'owner', teams: [] };
  expect(await tap('a', 1, 'leading', owner)).toEqual(['not-yours']);
  expect((await store.list('echo')).records).toEqual([]);
});

test('what makes it tough is said to the leadership team alone, by five and more, in words that name nobody', async () => {
  const { clock, echoes, store } = await shop();
  const say = async (account: string, text = `Tough for ${account.length}`, team = 'north') => {
    const outcome = await echoes.say({ team, text, account });
    return outcome.ok || (outcome.refusal.faults?.[0]?.code ?? outcome.refusal.code);
  };
  expect(await say('a')).toBe('not-yours');
  const { version: _, ...north } = (await store.get('team', 'north'))!;
  await store.commit([{ put: 'team', record: { ...north, leadership: true } }]);
  expect(await say('a', '  ')).toBe('missing');
  expect(await say('a', 'x'.repeat(161))).toBe('too-long');
  expect(await say('a', 'Nobody covers my shift', 'south')).toBe('not-yours');
  for (const account of ['eeeee', 'dddd', 'ccc', 'bb', 'a']) expect(await say(account)).toBe(true);
  // Again in the same month it takes the place of what was said.
  expect(await say('a', 'A rota')).toBe(true);
  expect([await echoes.hasSaid('north', 'a'), await echoes.hasSaid('north', 'nobody')]).toEqual([
    true,
    false,
  ]);
  expect(await echoes.obstacles('north')).toEqual([]);
  clock.now = new Date('2026-11-01T00:00:00Z');
  expect(await echoes.hasSaid('north', 'a')).toBe(false);
  // In the order of the letters, not of who spoke when.
  const said = ['A rota', 'Tough for 2', 'Tough for 3', 'Tough for 4', 'Tough for 5'];
  expect(await echoes.obstacles('north')).toEqual([{ from: '2026-10', to: '2026-10', said }]);
  expect(await echoes.pools('north', 'leading')).toEqual([]);
  const { records: kept } = await store.list('echo');
  for (const words of ['A rota', 'eeeee', 'dddd']) expect(JSON.stringify(kept)).not.toContain(words);
  expect((await store.list('audit')).records).toEqual([]);
});

test('a phone cannot say what makes it tough', async () => {
  const { store, intake } = await shop();
  const { version: _, ...north } = (await store.get('team', 'north'))!;
  await store.commit([{ put: 'team', record: { ...north, leadership: true } }]);
  const sealed = `1.${'x'.repeat(60)}`;
  const echo = { team: 'north', id: 'one', topic: 'obstacle' as const, month: '2026-10', sealed };
  expect(await intake.submit('echo:tap', echo, phone)).toMatchObject({ refusal: { code: 'not-yours' } });
});

test('without the key nobody finds which obstacle is an account’s, though accounts are known', async () => {
  const ids = [];
  for (const _ of ['one house', 'another']) {
    const { echoes, store } = await shop();
    const { version: _version, ...north } = (await store.get('team', 'north'))!;
    await store.commit([{ put: 'team', record: { ...north, leadership: true } }]);
    await echoes.say({ team: 'north', text: 'A rota', account: 'dana' });
    ids.push(...(await store.list('echo')).records.map(({ id }) => id));
  }
  expect(ids).toHaveLength(2);
  expect(ids[0]).not.toBe(ids[1]);
});
