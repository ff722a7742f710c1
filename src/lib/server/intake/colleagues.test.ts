import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import { colleaguesOf, mostServed } from '../../domain/colleagues';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { createIntake, type Intake } from './intake';

// A team asks those whom it serves: what is checked, decided and counted.

let now: Date;
let store: MemoryStore;
let intake: Intake;

const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['kitchen'] };
const other: Actor = { as: 'account', id: 'x', name: 'Xe', role: 'leader', teams: ['floor'] };
const phone = (mark: string, team = 'floor'): Actor => ({ as: 'phone', team, mark });
const question = (id: string, team: string) => ({
  ...{ id, team, at: '2026-11-01T10:00:00.000Z', status: 'live' as const, batch: null },
  ...{ text: 'How are we doing?', metric: 'csat' as const, scale: null },
});

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  store = new MemoryStore();
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  await store.commit([
    { put: 'team', record: records.team({ id: 'kitchen', name: 'Kitchen', serves: ['floor'] }) },
    { put: 'team', record: records.team({ id: 'floor', name: 'Floor', serves: ['desk'] }) },
    { put: 'team', record: records.team({ id: 'desk', name: 'Desk' }) },
    { put: 'question', record: question('how', 'kitchen') },
    { put: 'question', record: question('how-floor', 'floor') },
  ]);
});

/** `created` or `updated` where it took effect, `false` where nothing was left to do, else why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<unknown> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created > 0 ? 'created' : outcome.updated > 0 && 'updated';
  const { faults, code } = outcome.refusal;
  return (
    faults?.map(({ path, code, values }) => [path, code, values?.chain].filter(Boolean).join(' ')).join() ??
    code
  );
}

const answer = (value: number, actor: Actor, more: Partial<Commands['colleagues:answer']> = {}) =>
  does('colleagues:answer', { team: 'kitchen', by: 'floor', question: 'how', value, ...more }, actor);
const scores = async (by: string) =>
  (await store.tally({ team: 'kitchen', where: { from: 'employee', source: colleaguesOf(by) } })).flatMap(
    ({ rows }) => rows,
  );

describe('whom a team serves', () => {
  const set = async (serves: string[], actor: Actor = leader, team = 'kitchen') =>
    does('team:serves', { team, saw: (await store.get('team', team))?.version ?? 1, serves }, actor);

  it('is said by its leaders, each team once', async () => {
    expect(await set(['desk', 'floor', 'desk'])).toBe('updated');
    expect((await store.get('team', 'kitchen'))?.serves).toEqual(['desk', 'floor']);
    expect(await set([], other)).toBe('not-yours');
    expect(await does('team:serves', { team: 'kitchen', saw: 1, serves: [] }, leader)).toBe(
      'changed-meanwhile',
    );
  });

  it('is never itself, a team that is gone, too many, or a chain that comes back', async () => {
    expect(await set(['floor', 'kitchen'])).toBe('serves serves-itself');
    expect(await set(['floor', 'removed'])).toBe('serves serves-gone');
    const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
    expect(await set(['kitchen'], owner, 'desk')).toBe('serves serves-loop Desk → Kitchen → Floor → Desk');
    const many = Array.from({ length: mostServed + 1 }, (_, at) => `many-${at}`);
    await store.commit(many.map((id) => ({ put: 'team' as const, record: records.team({ id, name: id }) })));
    expect(await set(many)).toBe('serves too-many');
    expect((await store.get('team', 'kitchen'))?.serves).toEqual(['floor']);
  });
});

describe('a colleague’s answer', () => {
  it('counts once a ticket and day, is changed by the next, and stands beside the customers’', async () => {
    await store.commit([
      {
        put: 'response',
        record: records.response({ id: 'guest', team: 'kitchen', metric: 'csat', value: 1 }),
      },
    ]);
    expect(await answer(4, phone('a'))).toBe('created');
    expect(await answer(5, phone('a'))).toBe('updated');
    expect(await answer(3, phone('b'))).toBe('created');
    expect(await scores('floor')).toEqual([
      { value: 3, count: 1 },
      { value: 5, count: 1 },
    ]);
    now = new Date('2026-11-23T10:00:00Z');
    expect(await answer(5, phone('a'))).toBe('created');
    expect(await scores('desk')).toEqual([]);
    const [customers] = await store.tally({ team: 'kitchen' });
    expect(customers?.rows).toEqual([{ value: 1, count: 1 }]);
  });

  it('brings words that wait for that team’s leader and say which team, never who', async () => {
    await answer(4, phone('ticket-of-ann'), { comment: 'Plates came hot all week.' });
    await answer(5, phone('ticket-of-ann'));
    const { records: said } = await store.list('verbatim', { team: 'kitchen' });
    expect(said).toMatchObject([
      {
        text: 'Plates came hot all week.',
        status: 'waiting',
        from: 'employee',
        sourceName: 'Floor',
        value: 5,
      },
    ]);
    expect(JSON.stringify([...store.records.values()])).not.toContain('ticket-of-ann');
  });

  it('is refused from another team’s phone, to a team that does not serve them, and to another team’s question', async () => {
    expect(await answer(4, phone('a', 'desk'))).toBe('not-yours');
    expect(await answer(4, phone('a', 'desk'), { by: 'desk' })).toBe('not-served');
    expect(await answer(4, phone('a'), { team: 'removed' })).toBe('team unknown-team');
    expect(await answer(4, phone('a'), { question: 'how-floor' })).toBe('question-gone');
    expect(await answer(6, phone('a'))).toBe('value value-out-of-range');
    expect(await answer(4, { as: 'customer' })).toBe('not-yours');
    expect(await scores('floor')).toEqual([]);
  });
});

describe('a thanks to another team', () => {
  const thank = (more: Partial<Commands['shout-out:add']> = {}, actor: Actor = leader) =>
    does(
      'shout-out:add',
      {
        id: 'hot',
        team: 'kitchen',
        to: 'Ann',
        from: 'Lea',
        behaviour: 'You called the orders early.',
        across: 'floor',
        ...more,
      },
      actor,
    );
  const hangs = async (status = 'published') => {
    const said = (await store.list('shout-out', { status })).records;
    return ['kitchen', 'floor', 'desk'].map((team) =>
      said
        .filter((one) => one.team === team)
        .map(({ fromArea, toArea }) => `${fromArea} → ${toArea}`)
        .sort(),
    );
  };
  const both = [['Kitchen → Floor'], ['Kitchen → Floor'], []];

  it('hangs with both teams and says whose colleagues they are, from either side of a hand-off', async () => {
    expect(await thank()).toBe('created');
    expect(await hangs()).toEqual(both);
    expect(await thank()).toBe(false);
    expect(await thank({ id: 'back', team: 'floor', across: 'kitchen' }, other)).toBe('created');
    expect(await hangs()).toEqual([
      ['Floor → Kitchen', 'Kitchen → Floor'],
      ['Floor → Kitchen', 'Kitchen → Floor'],
      [],
    ]);
    expect(await thank({ id: 'desk', across: 'desk' })).toBe('across no-hand-off');
    expect(await thank({ id: 'gone', across: 'removed' })).toBe('across no-hand-off');
  });

  it('waits with the team that thanks alone, until its leader lets it hang', async () => {
    await thank({ held: true }, phone('a', 'kitchen'));
    expect(await hangs('waiting')).toEqual([['Kitchen → Floor'], [], []]);
    expect(await does('shout-out:show', { team: 'kitchen', id: 'hot' }, leader)).toBe('updated');
    expect(await hangs()).toEqual(both);
  });

  it('is hidden from both walls by either team’s leaders, and hung again by those who thank', async () => {
    await thank();
    const twin = { team: 'floor', id: 'hot.across' };
    expect(await does('shout-out:hide', twin, leader)).toBe('not-yours');
    expect(await does('shout-out:hide', twin, other)).toBe('updated');
    expect(await hangs()).toEqual([[], [], []]);
    expect(await does('shout-out:show', twin, other)).toBe('thanks-of-others');
    expect(await does('shout-out:show', { team: 'kitchen', id: 'hot' }, leader)).toBe('updated');
    expect(await hangs()).toEqual(both);
    expect(await does('shout-out:hide', { team: 'kitchen', id: 'hot' }, leader)).toBe('updated');
    expect(await hangs('hidden')).toEqual(both);
  });
});
