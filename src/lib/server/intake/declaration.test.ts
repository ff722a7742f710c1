import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { figureIn, longestDeclaration } from '../../domain/declaration';
import { createIntake, type Intake } from './intake';

// The declaration and the names under it, through the door.

let now: Date;
let store: MemoryStore;
let intake: Intake;

const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  store = new MemoryStore();
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  await store.commit([
    {
      put: 'organisation',
      record: {
        ...{ id: 'organisation', team: null, at: now.toISOString(), status: 'active', batch: null },
        ...{ name: 'Harbour', secret: 'ab'.repeat(32), sample: false },
      },
    },
    { put: 'account', record: records.account({ id: 'o', login: 'ada', role: 'owner' }) },
    { put: 'account', record: records.account({ id: 'l', login: 'lea', role: 'leader' }) },
  ]);
});

/** `true` where it took effect, `false` where nothing was left to do, else why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<unknown> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created + outcome.updated > 0;
  return outcome.refusal.faults?.map(({ path, code }) => `${path} ${code}`).join() ?? outcome.refusal.code;
}
const organisation = async () => (await store.get('organisation', 'organisation'))!;
const declaration = async () => (await organisation()).declaration;
const names = async () => (await declaration())?.signatures.map(({ name }) => name);
const nothing = { text: null, ambition: null, measure: null, fact: null, source: null, year: null };
const words = { ...nothing, text: 'Nobody is sent on' };
const declare = async (input: Partial<Commands['declaration:set']> = {}, actor: Actor = owner) =>
  does('declaration:set', { saw: (await organisation()).version, ...words, ...input }, actor);
const sign = async (actor: Actor = leader) =>
  does('declaration:sign', { said: (await declaration())?.said ?? '-' }, actor);
const later = (days: number) => (now = new Date(now.getTime() + days * 86_400_000));

describe('the declaration', () => {
  it('is said by an owner in the organisation’s words, with an ambition and its measure, and taken back', async () => {
    expect(await declare({}, leader)).toBe('not-yours');
    expect(await declare({ text: 'x'.repeat(longestDeclaration + 1) })).toBe('text too-long');
    expect(await declare({ text: null, ambition: 'First' })).toBe('text missing');
    expect(await declare({ text: ' Nobody  is sent on ', ambition: 'First', measure: 'Four of five' })).toBe(
      true,
    );
    expect(await declare({ ambition: 'First', measure: 'Four of five' })).toBe(false);
    expect(await declaration()).toMatchObject({
      ...{ text: 'Nobody is sent on', ambition: 'First', measure: 'Four of five', fact: null },
      ...{ said: now.toISOString(), signatures: [] },
    });
    expect(await declare({ saw: 1 })).toBe('changed-meanwhile');
    expect(await declare(nothing)).toBe(true);
    expect(await declaration()).toBeNull();
    expect(await declare(nothing)).toBe(false);
  });

  it('takes a fact from outside only with a figure, its source and its year', async () => {
    const fact = '60 percent call it their first aim';
    expect(await declare({ fact })).toBe('source source-missing,year year-missing');
    expect(await declare({ fact, source: 'Barometer', year: 2027 })).toBe('year year-missing');
    expect(await declare({ fact, source: 'Barometer', year: 11 })).toBe('year year-missing');
    expect(await declare({ fact: 'Most do', source: 'Barometer', year: 2011 })).toBe('fact figure-missing');
    expect(await declare({ source: 'Barometer', year: 2011 })).toBe('fact figure-missing');
    expect(await declare({ fact, source: 'Barometer', year: 2011 })).toBe(true);
    expect((await declaration())?.fact).toEqual({ sentence: fact, source: 'Barometer', year: 2011 });
  });

  it.each([
    ['In 2011 60 percent did', '60 percent'],
    ['It costs €1,200 a year', '€1,200'],
    ['٦٠٪ من الشركات', '٦٠٪'],
    ['Cuesta 3,5 veces más', '3,5'],
    ['Most of them', null],
  ])('finds the figure in “%s”', (sentence, figure) => expect(figureIn(sentence)).toBe(figure));
});

describe('a signature', () => {
  beforeEach(async () => void (await declare()));

  it('is everybody’s own, under the name of their account, and of the words that were read', async () => {
    expect(await does('declaration:sign', { said: now.toISOString() }, { as: 'house' })).toBe('not-yours');
    expect(await does('declaration:sign', { said: '2026-11-21T10:00:00.000Z' }, leader)).toBe(
      'changed-meanwhile',
    );
    expect([await sign(), await sign(), await sign(manager)]).toEqual([true, false, true]);
    expect((await declaration())?.signatures).toEqual([
      { account: 'l', name: 'Lea', at: now.toISOString() },
      { account: 'm', name: 'Mo', at: now.toISOString() },
    ]);
  });

  it('goes when the words change, and stays when only the fact does', async () => {
    await sign();
    later(1);
    const fact = { fact: '60 percent do', source: 'Barometer', year: 2011 };
    expect(await declare(fact)).toBe(true);
    expect(await names()).toEqual(['Lea']);
    expect(await declare({ ...fact, measure: 'Four of five' })).toBe(true);
    expect(await names()).toEqual([]);
    await sign();
    expect(await declare({ ...fact, text: 'Nobody waits', measure: 'Four of five' })).toBe(true);
    expect(await names()).toEqual([]);
  });

  it('is given anew after eleven months, in its place', async () => {
    await sign();
    await sign(manager);
    later(334);
    expect(await sign()).toBe(false);
    later(1);
    expect(await sign()).toBe(true);
    expect((await declaration())?.signatures).toMatchObject([
      { name: 'Lea', at: now.toISOString() },
      { name: 'Mo', at: '2026-11-22T10:00:00.000Z' },
    ]);
  });

  it('is taken back by whoever gave it or an owner, and goes with the account', async () => {
    for (const actor of [owner, leader, manager]) await sign(actor);
    expect(await does('declaration:unsign', { account: 'l' }, manager)).toBe('not-yours');
    expect(await does('declaration:unsign', { account: 'm' }, manager)).toBe(true);
    expect(await does('declaration:unsign', { account: 'm' }, owner)).toBe(false);
    expect(await names()).toEqual(['Ada', 'Lea']);
    expect(await does('account:close', { id: 'l' }, owner)).toBe(true);
    expect(await names()).toEqual(['Ada']);
  });
});
