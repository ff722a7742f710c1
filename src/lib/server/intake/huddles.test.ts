import { beforeEach, describe, expect, it } from 'vitest';
import { ballot, huddle } from '../../../../tests/support/huddles';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { createIntake, type Intake } from './intake';
import { say } from './say';

// What comes too late, twice or from the wrong one: answered with a sentence, and once only in effect.

let now: Date;
let store: MemoryStore;
let intake: Intake;

const phone = (mark: string): Actor => ({ as: 'phone', team: 'north', mark });
const leader = (id: string, name: string): Actor => ({
  as: 'account',
  id,
  name,
  role: 'leader',
  teams: ['north'],
});
const of = { team: 'north', huddle: 'huddle' };

beforeEach(async () => {
  now = new Date('2026-11-22T12:00:00Z');
  store = new MemoryStore();
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  await store.commit([
    { put: 'team', record: records.team({ id: 'north', name: 'North' }) },
    { put: 'huddle', record: huddle({ step: 2, since: '2026-11-22T11:59:30.000Z' }) },
    {
      put: 'ballot',
      record: ballot({
        questions: [
          { id: 'wait', text: 'How long was it?', mark: 'a' },
          { id: 'warm', text: 'Was it warm?', mark: 'b' },
        ],
      }),
    },
  ]);
});

/** `done`, `nothing` where nothing was left to do, else the sentence that people read. */
async function answer<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<string> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created + outcome.updated > 0 ? 'done' : 'nothing';
  const { message, fields } = say(outcome.refusal);
  return [message, ...Object.values(fields)].join(' ');
}
const kept = async () => (await store.get('ballot', 'huddle.ballot'))!;
const stands = async () => (await store.get('huddle', 'huddle'))!;

describe('in a huddle', () => {
  it('a vote after the end is answered and does not count', async () => {
    now = new Date('2026-11-22T12:20:00Z');
    expect(await answer('huddle:vote', { ...of, question: 'wait' }, phone('c'))).toBe(
      'This huddle is over; nothing more is written in it. Please start a new one.',
    );
    expect((await kept()).votes).toEqual([]);
  });

  it('a second vote is answered, though both come at once', async () => {
    const both = await Promise.all([
      answer('huddle:vote', { ...of, question: 'wait' }, phone('c')),
      answer('huddle:vote', { ...of, question: 'warm' }, phone('c')),
    ]);
    expect(both[0]).toBe('done');
    expect(both[1]).toMatch(/voted/);
    expect((await kept()).votes).toEqual([{ mark: 'c', question: 'wait' }]);
  });

  it('a marker out of range, or between two steps, is answered beside its field', async () => {
    expect(await answer('huddle:place', { ...of, now: 11, need: 8 }, phone('c'))).toMatch(/0 to 10/);
    expect(await answer('huddle:place', { ...of, now: 4, need: -1 }, phone('c'))).toMatch(/0 to 10/);
    expect(await answer('huddle:place', { ...of, now: 4.5, need: 8 }, phone('c'))).toMatch(/0 to 10/);
    expect((await kept()).places).toEqual([]);
  });

  it('one who hosted before somebody took over is told who hosts, and steers nothing', async () => {
    const taken = { ...of, act: 'take', saw: { moves: 0 }, name: 'Ottoline' };
    expect(await answer('huddle:host', taken, phone('c'))).toBe('done');
    const go = { ...of, act: 'go', saw: { moves: 0, step: 2 }, to: 3 };
    expect(await answer('huddle:go', go, phone('host'))).toMatch(/Ottoline/);
    expect(await stands()).toMatchObject({ step: 2, moves: 1 });
  });

  it('of two who take over at once one hosts, the other is told', async () => {
    const take = (act: string, name: string) => ({ ...of, act, saw: { moves: 0 }, name });
    const both = await Promise.all([
      answer('huddle:host', take('x', 'Ottoline'), phone('c')),
      answer('huddle:host', take('y', 'Tomasz'), phone('d')),
    ]);
    expect(both[0]).toBe('done');
    expect(both[1]).not.toMatch(/done|nothing/);
    expect((await stands()).host).toMatchObject({ mark: 'c', name: 'Ottoline' });
  });

  it('a phone that lost its ticket’s team has no part in it', async () => {
    const elsewhere: Actor = { as: 'phone', team: 'south', mark: 'c' };
    expect(await answer('huddle:vote', { ...of, question: 'wait' }, elsewhere)).not.toMatch(/done|nothing/);
    expect((await kept()).votes).toEqual([]);
  });
});

describe('a turn', () => {
  it('that two leaders close at once is closed once, and the second is told by whom', async () => {
    const close = (id: string) => ({
      id,
      team: 'north',
      turn: 1,
      question: { id: `q-${id}`, text: 'Was it warm?', metric: 'nps' as const },
    });
    const both = await Promise.all([
      answer('turn:close', close('one'), leader('a', 'Ada')),
      answer('turn:close', close('two'), leader('b', 'Bo')),
    ]);
    expect(both[0]).toBe('done');
    expect(both[1]).toMatch(/Ada/);
    const turns = (await store.list('turn', { team: 'north' })).records;
    expect(turns.map(({ number, status }) => `${number} ${status}`).sort()).toEqual(['1 closed', '2 open']);
    expect((await store.list('thanks', { team: 'north' })).records.map(({ id }) => id)).toEqual(['one']);
    expect((await store.list('question', { team: 'north', status: 'live' })).records).toHaveLength(1);
  });
});
