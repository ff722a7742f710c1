import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import { challengeIds, mostOpen } from '../../domain/challenge';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { createIntake, type Intake } from './intake';

// One team challenges others to do one thing so often until a day, through the door.

let now: Date;
let store: MemoryStore;
let intake: Intake;

const leads = (team: string): Actor => ({
  as: 'account',
  id: team,
  name: team,
  role: 'leader',
  teams: [team],
});
const phoneOf = (team: string, mark = 'ninth-phone'): Actor => ({ as: 'phone', team, mark });

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  store = new MemoryStore();
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  await store.commit(
    ['Kitchen', 'Floor', 'Bar'].map((name) => ({
      put: 'team' as const,
      record: records.team({ id: name.toLowerCase(), name }),
    })),
  );
});

/** `true` where it took effect, `false` where nothing was left to do, else why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<unknown> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created + outcome.updated > 0;
  return outcome.refusal.faults?.map(({ path, code }) => `${path} ${code}`).join() ?? outcome.refusal.code;
}
const asked: Commands['challenge:make'] = {
  ...{ id: 'dare', team: 'kitchen', to: ['floor'], behaviour: 'thanks to colleagues', target: 3 },
  ...{ together: true, until: '2026-11-27' },
};
const make = (more: Partial<typeof asked> = {}, actor = phoneOf(more.team ?? 'kitchen')) =>
  does('challenge:make', { ...asked, ...more }, actor);
const accept = (team: string, id = 'dare.1', words: string | null = null) =>
  does('challenge:accept', { team, id, words }, leads(team));
const decline = (team: string, words: string, id = 'dare.1') =>
  does('challenge:decline', { team, id, words }, leads(team));
let taps = 0;
const tap = (team: string, id: string, act = `tap${taps++}`) =>
  does('challenge:tap', { team, id, act }, phoneOf(team));
const one = async (id: string) => (await store.get('challenge', id))!;
/** Every team’s record: whose it is, how it stands, and what each side counted. */
const all = async () =>
  Promise.all(
    challengeIds(await one('dare')).map(async (id) => {
      const { team, status, sides } = await one(id);
      return `${team} ${status} ${sides.map(({ count }) => count).join()}`;
    }),
  );

describe('a challenge', () => {
  it('waits with the other team, once however often it is sent; personal data is masked and nobody is named', async () => {
    expect(await make({ behaviour: 'thanks, told to jo@guest.example' })).toBe(true);
    expect(await make()).toBe(false);
    expect(await all()).toEqual(['kitchen waiting 0,0', 'floor waiting 0,0']);
    expect(await one('dare.1')).toMatchObject({ team: 'floor', behaviour: 'thanks, told to •••' });
    expect(JSON.stringify([...store.records.values()])).not.toContain('ninth-phone');
  });

  it('keeps the teams in the order of their names, the one that asks first', async () => {
    await make({ team: 'kitchen', to: ['floor', 'bar'] });
    expect((await one('dare.2')).sides.map(({ name }) => name)).toEqual(['Kitchen', 'Bar', 'Floor']);
  });

  it('is refused with the field that is wrong', async () => {
    expect(await make({ to: [] })).toBe('to challenge-nobody');
    expect(await make({ to: ['kitchen'] })).toBe('to challenge-itself');
    expect(await make({ to: ['gone'] })).toBe('to challenge-gone');
    expect(await make({ to: ['a', 'b', 'c', 'd'] })).toBe('to too-many');
    expect(await make({ behaviour: ' ' })).toBe('behaviour missing');
    expect(await make({ behaviour: 'x'.repeat(81) })).toBe('behaviour too-long');
    expect(await make({ target: 0 })).toBe('target too-small');
    expect(await make({ target: 1e9 })).toBe('target too-large');
    expect(await make({ target: 2.5 })).toBe('target not-whole');
    expect(await make({ until: '2026-11-21' })).toBe('until day-gone');
    expect(await make({ until: '2026-12-24' })).toBe('until day-too-far');
    expect(await make({}, phoneOf('floor'))).toBe('not-yours');
    expect((await store.list('challenge')).records).toEqual([]);
  });

  it('is one of a few of either team, and what ended makes room', async () => {
    for (let at = 0; at < mostOpen; at += 1) expect(await make({ id: `d${at}` })).toBe(true);
    expect(await make({ id: 'more' })).toBe('challenges-full');
    expect(await make({ id: 'more', team: 'bar', to: ['floor'] })).toBe('challenges-full');
    expect(await make({ id: 'more', team: 'bar', to: ['kitchen'] })).toBe('challenges-full');
    now = new Date('2026-11-28T10:00:00Z');
    expect(await make({ id: 'more', until: '2026-11-29' })).toBe(true);
    expect([(await one('d0')).status, (await one('d0.1')).status]).toEqual(['ended', 'ended']);
  });
});

describe('its answer', () => {
  it('is the other team’s leader’s, once', async () => {
    await make();
    const accepts = (actor: Actor, team = 'floor') => does('challenge:accept', { team, id: 'dare.1' }, actor);
    expect(await accepts(leads('kitchen'))).toBe('not-yours');
    expect(await accepts(phoneOf('floor'))).toBe('not-yours');
    expect(await does('challenge:accept', { team: 'kitchen', id: 'dare' }, leads('kitchen'))).toBe(
      'not-there',
    );
    expect(await accept('floor', 'dare.1', ' With pleasure ')).toBe(true);
    expect(await all()).toEqual(['kitchen on 0,0', 'floor on 0,0']);
    expect((await one('dare')).sides[1]).toMatchObject({ answer: 'accepted', words: 'With pleasure' });
    const lines = (await store.list('audit')).records.map(({ command, team, by }) => [command, team, by]);
    expect(lines).toEqual([['challenge:accept', 'floor', 'floor']]);
    expect([await accept('floor'), await decline('floor', 'No')]).toEqual(
      Array(2).fill('challenge-answered'),
    );
  });

  it('is no with a sentence; one yes of several is enough', async () => {
    await make({ to: ['bar', 'floor'] });
    expect(await decline('bar', ' ')).toBe('words missing');
    expect(await decline('bar', 'We are short of people')).toBe(true);
    expect(await all()).toEqual(['kitchen waiting 0,0,0', 'bar declined 0,0,0', 'floor waiting 0,0,0']);
    expect(await accept('floor', 'dare.2')).toBe(true);
    expect(await all()).toEqual(['kitchen on 0,0,0', 'bar declined 0,0,0', 'floor on 0,0,0']);
  });

  it('is no from all: it is declined for the team that asked', async () => {
    await make();
    await decline('floor', 'Next week');
    expect((await one('dare')).status).toBe('declined');
    expect((await one('dare')).sides[1]?.words).toBe('Next week');
  });

  it('comes too late after the last day', async () => {
    await make();
    now = new Date('2026-11-28T10:00:00Z');
    expect(await accept('floor')).toBe('challenge-over');
  });
});

describe('what is counted', () => {
  it('counts a tap once, for the team, from either side, until all of them together are there', async () => {
    await make();
    expect(await tap('kitchen', 'dare')).toBe('challenge-over');
    await accept('floor');
    expect(await tap('kitchen', 'dare', 'same')).toBe(true);
    expect(await tap('kitchen', 'dare', 'same')).toBe(false);
    expect(await does('challenge:tap', { team: 'kitchen', id: 'dare', act: 'x' }, phoneOf('bar'))).toBe(
      'not-yours',
    );
    await tap('floor', 'dare.1');
    expect(await all()).toEqual(['kitchen on 1,1', 'floor on 1,1']);
    now = new Date('2026-11-24T10:00:00Z');
    expect(await tap('floor', 'dare.1')).toBe(true);
    expect(await all()).toEqual(['kitchen reached 1,2', 'floor reached 1,2']);
    expect((await one('dare')).at).toBe(now.toISOString());
    expect(await tap('floor', 'dare.1')).toBe('challenge-over');
    expect(JSON.stringify([...store.records.values()])).not.toContain('ninth-phone');
  });

  it('waits for each team where each does it by itself, and nobody runs ahead', async () => {
    await make({ together: false, target: 1, to: ['bar', 'floor'] });
    await accept('bar');
    expect(await tap('kitchen', 'dare')).toBe(true);
    expect(await tap('kitchen', 'dare')).toBe(false);
    expect(await all()).toEqual(['kitchen on 1,0,0', 'bar on 1,0,0', 'floor waiting 1,0,0']);
    await tap('bar', 'dare.1');
    expect(await all()).toEqual(['kitchen reached 1,1,0', 'bar reached 1,1,0', 'floor withdrawn 1,1,0']);
    expect(await accept('floor', 'dare.2')).toBe('challenge-over');
  });

  it('ends with its last day', async () => {
    await make();
    await accept('floor');
    now = new Date('2026-11-27T23:00:00Z');
    expect(await tap('floor', 'dare.1')).toBe(true);
    now = new Date('2026-11-28T10:00:00Z');
    expect(await tap('floor', 'dare.1')).toBe('challenge-over');
  });
});

describe('taking it off', () => {
  const takeOff = (team: string, id: string) => does('challenge:withdraw', { team, id }, leads(team));

  it('takes it off all walls, whichever team’s leader says so that asked or said yes', async () => {
    await make({ to: ['bar', 'floor'] });
    expect(await takeOff('floor', 'dare.2')).toBe('not-there');
    await decline('bar', 'No');
    await accept('floor', 'dare.2');
    expect(await takeOff('floor', 'dare.2')).toBe(true);
    expect(await takeOff('kitchen', 'dare')).toBe(false);
    expect(await all()).toEqual(['kitchen withdrawn 0,0,0', 'bar declined 0,0,0', 'floor withdrawn 0,0,0']);
    expect(await tap('floor', 'dare.2')).toBe('challenge-over');
  });

  it('works where one team’s record was let go', async () => {
    await make();
    await accept('floor');
    await store.commit([{ erase: 'challenge', id: 'dare' }]);
    expect(await tap('floor', 'dare.1')).toBe(true);
    expect(await takeOff('floor', 'dare.1')).toBe(true);
  });
});
