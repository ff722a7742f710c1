import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { longestMission } from '../../domain/mission';
import { longestAnswer, longestRule, mostWaiting } from '../../domain/snag';
import { createIntake, type Intake } from './intake';

// Rules that got in the way, and the line that answers to them cite, through the door.

let now: Date;
let store: MemoryStore;
let intake: Intake;

const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };
const phone: Actor = { as: 'phone', team: 'north', mark: 'p1' };
const stranger: Actor = { as: 'phone', team: 'south', mark: 'p3' };

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
const snag = async (id = 'dogs') => (await store.get('snag', id))!;
const organisation = async () => (await store.get('organisation', 'organisation'))!;
const team = async () => (await store.get('team', 'north'))!;
const raise = (rule: string, id = 'dogs', actor: Actor = phone, happened: string | null = null) =>
  does('snag:raise', { id, team: 'north', rule, happened }, actor);
const answer = async (text: string, verdict: 'changed' | 'kept' = 'changed', actor: Actor = leader) =>
  does('snag:answer', { id: 'dogs', team: 'north', saw: (await snag()).version, verdict, text }, actor);
const say = async (mission: string | null, actor: Actor = owner) =>
  does('mission:set', { saw: (await organisation()).version, mission }, actor);
const sayOfTeam = async (mission: string | null, actor: Actor = leader) =>
  does('team:mission', { team: 'north', saw: (await team()).version, mission }, actor);

describe('what one is here for', () => {
  it('is said by an owner for all, by a leader for a team, in a line, and taken back', async () => {
    expect(await say('Nobody leaves cold', leader)).toBe('not-yours');
    expect(await say('x'.repeat(longestMission + 1))).toBe('mission too-long');
    expect(await say('  Nobody  leaves cold ')).toBe(true);
    expect(await say('Nobody leaves cold')).toBe(false);
    expect((await organisation()).mission).toBe('Nobody leaves cold');
    expect(await does('mission:set', { saw: 1, mission: 'Late' }, owner)).toBe('changed-meanwhile');
    expect(await sayOfTeam('Warm plates', manager)).toBe('not-yours');
    expect(await sayOfTeam('Warm plates')).toBe(true);
    expect((await team()).mission).toBe('Warm plates');
    expect(await sayOfTeam(' ')).toBe(true);
    expect((await team()).mission).toBeNull();
  });
});

describe('a rule that got in the way', () => {
  it('waits once however often it is sent, with personal data masked, and names nobody', async () => {
    expect(
      await raise('Write to jo@guest.example first', 'dogs', phone, 'She rang 020 7946 0958 twice'),
    ).toBe(true);
    expect(await raise('Write to jo@guest.example first')).toBe(false);
    expect(await snag()).toMatchObject({
      status: 'waiting',
      rule: 'Write to ••• first',
      happened: 'She rang ••• twice',
      answer: null,
    });
    expect(JSON.stringify([...store.records.values()])).not.toContain('p1');
    expect(await does('snag:raise', { id: 'dogs', team: 'south', rule: 'No' }, stranger)).toBe(
      'changed-meanwhile',
    );
  });

  it('is refused without a rule, too long, or from another team’s phone', async () => {
    expect(await raise(' ')).toBe('rule missing');
    expect(await raise('x'.repeat(longestRule + 1))).toBe('rule too-long');
    expect(await raise('No dogs', 'dogs', stranger)).toBe('not-yours');
    expect(await raise('No dogs', 'dogs', manager)).toBe('not-yours');
  });

  it('is one of so many that wait, and has room again once one was answered', async () => {
    await say('All are welcome');
    await raise('No dogs');
    for (let at = 1; at < mostWaiting; at += 1) await raise(`Rule ${at}`, `r${at}`);
    expect(await raise('One more', 'more')).toBe('snags-full');
    expect(await answer('They may')).toBe(true);
    expect(await raise('One more', 'more')).toBe(true);
  });

  it('is answered by its leader alone, with what the team is here for, and not before that was said', async () => {
    await raise('No dogs');
    expect(await answer('They may')).toBe('mission-missing');
    await say('All are welcome');
    expect(await answer('They may', 'changed', manager)).toBe('not-yours');
    expect(await answer('They may', 'changed', phone)).toBe('not-yours');
    expect(await answer(' ')).toBe('text missing');
    expect(await answer('x'.repeat(longestAnswer + 1))).toBe('text too-long');
    now = new Date('2026-11-23T10:00:00Z');
    expect(await answer('They may')).toBe(true);
    expect(await snag()).toMatchObject({
      ...{ status: 'answered', at: now.toISOString(), raised: '2026-11-22T10:00:00.000Z' },
      answer: { verdict: 'changed', text: 'They may', mission: 'All are welcome' },
    });
  });

  it('keeps the line as it stood; a corrected answer cites the team’s own of by now', async () => {
    await raise('No dogs');
    await say('All are welcome');
    await answer('They may');
    await sayOfTeam('Nobody waits outside');
    expect((await snag()).answer?.mission).toBe('All are welcome');
    const { version } = await snag();
    expect(await answer('Somebody is allergic', 'kept')).toBe(true);
    expect((await snag()).answer).toEqual({
      ...{ verdict: 'kept', text: 'Somebody is allergic', mission: 'Nobody waits outside' },
    });
    const late = { id: 'dogs', team: 'north', saw: version, verdict: 'kept' as const, text: 'Late' };
    expect(await does('snag:answer', late, leader)).toBe('changed-meanwhile');
  });

  it('is hidden and shown again as it was', async () => {
    const set = (name: 'snag:hide' | 'snag:show', actor: Actor = leader) =>
      does(name, { team: 'north', id: 'dogs' }, actor);
    await say('All are welcome');
    await raise('No dogs');
    expect(await set('snag:hide', manager)).toBe('not-yours');
    expect(await set('snag:hide')).toBe(true);
    expect(await set('snag:hide')).toBe(false);
    expect(await set('snag:show')).toBe(true);
    expect((await snag()).status).toBe('waiting');
    await answer('They may');
    await set('snag:hide');
    await set('snag:show');
    expect((await snag()).status).toBe('answered');
  });
});
