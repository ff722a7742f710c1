import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { doneSince, dotsOf, lampSince, lastDeeds, longestMessage } from '../../domain/sponsor';
import { createIntake, type Intake } from './intake';

// Who stands behind a team and what they do, through the door.

let now: Date;
let store: MemoryStore;
let intake: Intake;

const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [], groups: [] };

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  store = new MemoryStore();
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  await store.commit([
    { put: 'team', record: records.team() },
    { put: 'account', record: records.account({ id: 'o', login: 'ada', name: 'Ada', role: 'owner' }) },
    { put: 'account', record: records.account({ id: 'm', login: 'mo', name: 'Mo', role: 'manager' }) },
    { put: 'account', record: records.account({ id: 'gone', login: 'gone', status: 'closed' }) },
  ]);
});

/** `true` where it took effect, `false` where nothing was left to do, else why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<unknown> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created + outcome.updated > 0;
  return outcome.refusal.faults?.map(({ path, code }) => `${path} ${code}`).join() ?? outcome.refusal.code;
}
const team = async () => (await store.get('team', 'north'))!;
const named = async (account: string | null, actor: Actor = leader, title: string | null = 'Head of house') =>
  does('team:sponsor', { team: 'north', saw: (await team()).version, account, title }, actor);
const say = (id: string, actor: Actor, text = '') =>
  does('sponsor:express', { id, team: 'north', title: 'Nobody waits untold', text }, actor);
const show = (id: string, words: string, actor: Actor) =>
  does('sponsor:model', { id, team: 'north', words }, actor);
const thank = (id: string, actor: Actor) =>
  does('shout-out:add', { id, team: 'north', to: 'Tomasz', from: 'Mo', behaviour: 'You stayed.' }, actor);
const later = (days: number) => (now = new Date(now.getTime() + days * 86_400_000));
const deeds = async () => {
  const newest = async <K extends 'announcement' | 'story' | 'shout-out' | 'goal' | 'thanks'>(
    kind: K,
    status: string,
  ) => (await store.list(kind, { team: 'north', status }, { limit: 100 })).records;
  return lastDeeds((await team()).sponsor!, {
    announcements: await newest('announcement', 'published'),
    stories: await newest('story', 'published'),
    shoutOuts: await newest('shout-out', 'published'),
    goals: await newest('goal', 'reached'),
    thanks: await newest('thanks', 'published'),
  });
};
const lit = async () => {
  const day = now.toISOString().slice(0, 10);
  return doneSince(await deeds(), lampSince(day), 'Europe/London');
};

describe('a sponsor', () => {
  it('is somebody with an account, named by whoever leads the team, and may step down', async () => {
    expect(await named('m', manager)).toBe('not-yours');
    expect(await named('gone')).toBe('account choose-one');
    expect([await named('m'), await named('m')]).toEqual([true, false]);
    expect((await team()).sponsor).toEqual({ account: 'm', name: 'Mo', title: 'Head of house' });
    expect(await named('o', manager)).toBe('not-yours');
    expect(await named(null, manager)).toBe(true);
    expect((await team()).sponsor).toBeNull();
  });

  it('goes with the account', async () => {
    await named('m');
    expect(await does('account:close', { id: 'm' }, owner)).toBe(true);
    expect((await team()).sponsor).toBeNull();
  });

  it('alone says and shows as one, and thanks on walls that they do not lead', async () => {
    expect([await say('a', manager), await show('b', 'I asked', manager), await thank('c', manager)]).toEqual(
      Array(3).fill('not-yours'),
    );
    await named('m');
    expect([await say('a', owner), await show('b', 'I asked', leader)]).toEqual(Array(2).fill('not-yours'));
    expect([await say('a', manager), await show('b', 'I asked', manager), await thank('c', manager)]).toEqual(
      Array(3).fill(true),
    );
    expect(await say('a', manager)).toBe(false);
    expect(await say('long', manager, 'x'.repeat(longestMessage + 1))).toBe('text too-long');
    expect(await show('long', Array(13).fill('word').join(' '), manager)).toBe('words too-many-words');
  });

  it('hangs under their name: the message for fourteen days, what they showed as a story of theirs', async () => {
    await named('m');
    await say('a', manager, 'At every table.');
    await show('b', 'I told each table the wait', manager);
    expect(await store.get('announcement', 'a')).toMatchObject({
      ...{ title: 'Nobody waits untold', text: 'At every table.\n\n**Mo**, Head of house' },
      until: '2026-12-06T10:00:00.000Z',
    });
    expect(await store.get('story', 'b')).toMatchObject({ about: 'Mo', consent: { by: 'Mo' } });
  });

  it('takes back what they said, showed and thanked for, and nothing of others', async () => {
    await named('m');
    await say('a', manager);
    await show('b', 'I asked', manager);
    await thank('c', manager);
    await thank('theirs', leader);
    const id = (id: string) => ({ team: 'north', id });
    expect(await does('shout-out:hide', id('theirs'), manager)).toBe('not-yours');
    expect(await does('announcement:withdraw', id('a'), manager)).toBe(true);
    expect(await does('story:withdraw', id('b'), manager)).toBe(true);
    expect(await does('shout-out:hide', id('c'), manager)).toBe(true);
    expect(await deeds()).toEqual({ express: null, model: null, reinforce: null });
  });
});

describe('the lamp', () => {
  beforeEach(async () => void (await named('m')));

  it('is lit by each of the three for fourteen days, and the dots of a week are of that week', async () => {
    expect(await lit()).toEqual([]);
    await show('b', 'I asked', manager);
    expect(await lit()).toEqual(['model']);
    await say('a', manager);
    await thank('c', manager);
    expect(await lit()).toEqual(['express', 'model', 'reinforce']);
    // It was a Sunday.
    expect(dotsOf(await deeds(), '2026-11-22', 'Europe/London')).toHaveLength(3);
    expect(dotsOf(await deeds(), '2026-11-23', 'Europe/London')).toEqual([]);
    later(13);
    expect(await lit()).toHaveLength(3);
    later(1);
    expect(await lit()).toEqual([]);
  });

  it('is lit by words for a goal that was reached, by an account and not by a name', async () => {
    await store.commit([
      { put: 'goal', record: records.goal() },
      { put: 'account', record: records.account({ id: 'l', login: 'lea', name: 'Lea', role: 'leader' }) },
    ]);
    await named('l', owner);
    const words = { team: 'north', id: 'quick-calls', reached: true, words: 'You asked, every time.' };
    const namesake: Actor = { ...leader, id: 'other' } as Actor;
    await does('goal:close', words, namesake);
    expect(await lit()).toEqual([]);
    await store.commit([{ put: 'goal', record: records.goal({ id: 'next' }) }]);
    await does('goal:close', { ...words, id: 'next' }, leader);
    expect(await lit()).toEqual(['reinforce']);
  });

  it('is lit by the lines with which its sponsor closes a turn, each its own part, until the thanks is taken back', async () => {
    await store.commit([
      { put: 'account', record: records.account({ id: 'l', login: 'lea', name: 'Lea', role: 'leader' }) },
    ]);
    const close = (turn: number, lines: { express?: string; reinforce?: string }, actor: Actor) => {
      const question = { id: `q${turn}`, text: 'Warm?', metric: 'nps' as const };
      return does('turn:close', { id: `t${turn}`, team: 'north', turn, question, ...lines }, actor);
    };
    expect(await close(1, { express: 'I waited there myself.', reinforce: 'You asked.' }, leader)).toBe(true);
    // Mo stands behind the team, not Lea.
    expect(await lit()).toEqual([]);
    await named('l', owner);
    expect(await lit()).toEqual(['express', 'reinforce']);
    later(1);
    await close(2, { reinforce: 'You asked on, every time.' }, leader);
    expect(await deeds()).toMatchObject({
      express: { text: 'I waited there myself.' },
      reinforce: { text: 'You asked on, every time.', whom: null },
    });
    await does('thanks:withdraw', { team: 'north', id: 't1' }, leader);
    expect(await lit()).toEqual(['reinforce']);
  });
});

describe('the leadership team', () => {
  it('is one at most, as an owner says', async () => {
    await store.commit([{ put: 'team', record: records.team({ id: 'south' }) }]);
    const lead = (id: string, on: boolean, actor = owner) => does('team:leadership', { team: id, on }, actor);
    expect(await lead('north', true, leader)).toBe('not-yours');
    expect([await lead('north', true), await lead('north', true)]).toEqual([true, false]);
    expect(await lead('south', true)).toBe(true);
    const leading = async () =>
      (await store.list('team')).records.filter(({ leadership }) => leadership).map(({ id }) => id);
    expect(await leading()).toEqual(['south']);
    expect(await lead('north', false)).toBe(false);
    expect(await lead('south', false)).toBe(true);
    expect(await leading()).toEqual([]);
  });
});
