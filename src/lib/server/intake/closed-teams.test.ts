import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { createIntake, type Intake } from './intake';

// A team that is no more: who closes it and when, and that nothing comes in until it is opened again.

let store: MemoryStore;
let intake: Intake;

const owner: Actor = { as: 'account', id: 'o', name: 'Olga', role: 'owner', teams: [] };
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['kitchen'] };
const at = new Date('2026-11-22T10:00:00Z');

beforeEach(async () => {
  store = new MemoryStore();
  intake = createIntake({ store, now: () => at, log: { error: () => {} } });
  await store.commit([
    { put: 'team', record: records.team({ id: 'kitchen', name: 'Kitchen' }) },
    { put: 'team', record: records.team({ id: 'floor', name: 'Floor', serves: ['kitchen'] }) },
    {
      put: 'question',
      record: {
        ...{ id: 'how', team: 'floor', at: at.toISOString(), status: 'live', batch: null },
        ...{ text: 'How are we doing?', metric: 'csat', scale: null },
      },
    },
  ]);
});

/** `done`, or why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor = owner) {
  const outcome = await intake.submit(name, input, actor);
  return outcome.ok ? 'done' : outcome.refusal.code;
}
const close = (actor?: Actor) => does('team:close', { team: 'kitchen' }, actor);
const thank = (actor: Actor, id = 'bravo') =>
  does(
    'shout-out:add',
    { id, team: 'kitchen', to: 'Ana', from: 'Bo', behaviour: 'You kept the soup warm' },
    actor,
  );
const answer = (source: string, actor: Actor) =>
  does('response:record', { team: 'kitchen', source, responses: [{ metric: 'csat', value: 5 }] }, actor);

describe('closing a team', () => {
  it('is an owner’s, and waits until its walls are down', async () => {
    await store.commit([records.put.display({ id: 'wall', team: 'kitchen' })]);
    expect([await close(leader), await close()]).toEqual(['not-yours', 'team-has-walls']);
    expect(await does('display:revoke', { id: 'wall' })).toBe('done');
    expect([await close(leader), await close()]).toEqual(['not-yours', 'done']);
    expect((await store.get('team', 'kitchen'))?.status).toBe('closed');
  });

  it('lets nothing in by any door, and keeps what is there', async () => {
    expect(await thank(leader)).toBe('done');
    await close();
    const before = store.commits.length;
    const key: Actor = { as: 'key', id: 'k', teams: ['kitchen'], scopes: ['responses:write'] };
    const phone: Actor = { as: 'phone', team: 'kitchen', mark: 'a' };
    const pairing = { id: 'new', team: 'kitchen', name: 'New', profile: 'break-room', playlist: [] };
    await store.commit([
      {
        put: 'pairing',
        record: {
          ...{ id: 'c'.repeat(64), team: null, at: at.toISOString(), status: 'waiting', batch: null },
          ...{ code: 'BCDFGHJK', expiresAt: '2026-11-22T10:05:00.000Z', screen: 'TV', address: '10.0.0.9' },
        },
      },
    ] as never);
    expect([
      await thank(leader, 'more'),
      await thank(phone, 'more'),
      await answer('ask', { as: 'customer' }),
      await answer('api:k', key),
      await does('colleagues:answer', { team: 'floor', by: 'kitchen', question: 'how', value: 4 }, phone),
      await does('pairing:approve', { pairing: 'c'.repeat(64), display: pairing }),
    ]).toEqual(Array(6).fill('team-closed'));
    expect(store.commits.length).toBe(before + 1);
    expect(await store.get('shout-out', 'bravo')).toBeDefined();
  });

  it('tells nobody who has nothing to do there that it is closed', async () => {
    await close();
    expect(await thank({ as: 'phone', team: 'floor', mark: 'a' })).toBe('not-yours');
  });

  it('is undone by an owner, and all goes on as it was', async () => {
    await close();
    expect([
      await does('team:open', { team: 'kitchen' }, leader),
      await does('team:open', { team: 'kitchen' }),
    ]).toEqual(['not-yours', 'done']);
    expect(await thank(leader)).toBe('done');
    const lines = (await store.list('audit')).records.map(({ command, team, by }) => [command, team, by]);
    expect(lines).toContainEqual(['team:close', 'kitchen', 'o']);
    expect(lines).toContainEqual(['team:open', 'kitchen', 'o']);
  });
});
