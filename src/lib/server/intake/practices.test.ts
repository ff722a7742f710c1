import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Actor, CommandName, Commands } from '../../domain/command';
import { mostAims } from '../../domain/aim';
import { createIntake, type Intake } from './intake';

// The small practices through the door: what is checked, loaded, decided and kept.

let now: Date;
let store: MemoryStore;
let intake: Intake;

const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };
const phone: Actor = { as: 'phone', team: 'north', mark: 'p1' };
const second: Actor = { as: 'phone', team: 'north', mark: 'p2' };
const stranger: Actor = { as: 'phone', team: 'south', mark: 'p3' };

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  store = new MemoryStore();
  intake = createIntake({ store, now: () => now, log: { error: () => {} } });
  await store.commit([
    { put: 'team', record: records.team({ id: 'north', name: 'North' }) },
    { put: 'team', record: records.team({ id: 'south', name: 'South' }) },
    { put: 'verbatim', record: records.verbatim({ id: 'said', status: 'approved' }) },
    { put: 'verbatim', record: records.verbatim({ id: 'hidden', status: 'hidden' }) },
  ]);
});

/** `true` where it took effect, `false` where nothing was left to do, else why not. */
async function does<C extends CommandName>(name: C, input: Commands[C], actor: Actor): Promise<unknown> {
  const outcome = await intake.submit(name, input, actor);
  if (outcome.ok) return outcome.created + outcome.updated > 0;
  return outcome.refusal.faults?.map(({ path, code }) => `${path} ${code}`).join() ?? outcome.refusal.code;
}
const team = async () => (await store.get('team', 'north'))!;

it('counts each phone that took part once a turn, beside what it tapped, and forgets its mark with the turn', async () => {
  const part = (mark: string, actor: Actor = phone) => does('turn:part', { team: 'north', mark }, actor);
  expect(await part('a')).toBe(true);
  expect(await part('a', second)).toBe(false);
  expect(await part('b')).toBe(true);
  expect(await part('c', stranger)).toBe('not-yours');
  expect(await store.get('interest', 'north.interest.1')).toMatchObject({ part: 2, taps: {} });
});

describe('asking', () => {
  it('counts each tap once in its week, by nobody’s name, and begins anew on Monday', async () => {
    const tap = (act: string, actor: Actor = phone) => does('asked:tap', { team: 'north', act }, actor);
    expect(await tap('one')).toBe(true);
    expect(await tap('one')).toBe(false);
    expect(await tap('two', second)).toBe(true);
    expect(await tap('three', stranger)).toBe('not-yours');
    expect(await store.get('asked', 'north.asked.2026-11-16')).toMatchObject({ taps: 2 });
    now = new Date('2026-11-23T00:30:00Z');
    expect(await tap('four')).toBe(true);
    expect(await store.get('asked', 'north.asked.2026-11-23')).toMatchObject({ taps: 1 });
    expect(JSON.stringify([...store.records.values()])).not.toContain('p1');
  });

  it('has a phrase of the week that leaders set', async () => {
    const set = async (phrase: string | null, actor: Actor = leader) =>
      does('asking:phrase', { team: 'north', saw: (await team()).version, phrase }, actor);
    expect(await set('How was your wait?', phone)).toBe('not-yours');
    expect(await set('x'.repeat(91))).toBe('phrase too-long');
    expect(await set('  How was  your wait? ')).toBe(true);
    expect((await team()).phrase).toBe('How was your wait?');
    expect(await set(' ')).toBe(true);
    expect((await team()).phrase).toBeNull();
  });

  it('has a greeting, and a standard that names a time; its taps are counted beside the others', async () => {
    const set = async (more: { greeting?: string | null; standard?: string | null }) =>
      does(
        'asking:phrase',
        { team: 'north', saw: (await team()).version, phrase: 'Was it warm?', ...more },
        leader,
      );
    const keep = (act: string) => does('asked:tap', { team: 'north', act, what: 'standard' }, phone);
    expect(await keep('early')).toBe('not-there');
    expect(await set({ standard: 'We greet everybody at once' })).toBe('standard no-time');
    expect(await set({ greeting: 'x'.repeat(91) })).toBe('greeting too-long');
    expect(await set({ greeting: 'Welcome back!', standard: 'We greet within 5 seconds' })).toBe(true);
    expect(await set({})).toBe(true);
    expect(await team()).toMatchObject({ greeting: 'Welcome back!', standard: 'We greet within 5 seconds' });
    for (const act of ['one', 'one', 'two']) await keep(act);
    await does('asked:tap', { team: 'north', act: 'three' }, phone);
    expect(await store.get('asked', 'north.asked.2026-11-16')).toMatchObject({ taps: 1, standard: 2 });
  });
});

describe('“that’s us”', () => {
  it('counts once a ticket and comment; what is not shown has no taps; the turn’s end takes the marks', async () => {
    const tap = (verbatim: string, actor: Actor = phone) =>
      does('interest:tap', { team: 'north', verbatim }, actor);
    expect(await tap('said')).toBe(true);
    expect(await tap('said')).toBe(false);
    expect(await tap('said', second)).toBe(true);
    expect(await tap('hidden')).toBe('not-there');
    expect(await tap('said', stranger)).toBe('not-yours');
    expect(await store.get('interest', 'north.interest.1')).toMatchObject({ taps: { said: 2 } });
    const question = { id: 'q', text: 'Was it warm?', metric: 'nps' as const };
    expect(await does('turn:close', { id: 't', team: 'north', turn: 1, question }, leader)).toBe(true);
    expect(await store.get('interest', 'north.interest.1')).toMatchObject({
      status: 'closed',
      taps: { said: 2 },
      marks: [],
    });
    expect(await tap('said')).toBe(true);
    expect(await store.get('interest', 'north.interest.2')).toMatchObject({ taps: { said: 1 } });
  });

  it('weighs those who serve customers by themselves, and says nothing of an area that is gone', async () => {
    const areas = [
      { id: 'floor', name: 'Floor', serves: true },
      { id: 'dish', name: 'Dishwash', serves: false },
    ];
    await does('team:areas', { team: 'north', saw: (await team()).version, areas }, leader);
    const tap = (mark: string, area?: string) =>
      does('interest:tap', { team: 'north', verbatim: 'said', area }, { ...phone, mark });
    for (const [mark, area] of [['a', 'floor'], ['b', 'dish'], ['c', 'gone'], ['d']] as const)
      expect(await tap(mark, area)).toBe(true);
    expect(await store.get('interest', 'north.interest.1')).toMatchObject({
      taps: { said: 4 },
      serving: { said: 1 },
    });
  });

  it('has a line about a team’s own part in a comment', async () => {
    const say = (part: string | null, actor: Actor = leader) =>
      does('verbatim:our-part', { team: 'north', id: 'said', part }, actor);
    expect(await say('We sent the bill', phone)).toBe('not-yours');
    expect(await say('x'.repeat(61))).toBe('part too-long');
    expect(await say('We sent the bill')).toBe(true);
    expect((await store.get('verbatim', 'said'))?.ourPart).toBe('We sent the bill');
    expect(await say(null)).toBe(true);
  });
});

describe('“thank you from me, too”', () => {
  it('counts once a ticket and shout-out, and only where it is on the wall', async () => {
    await store.commit([
      { put: 'shout-out', record: records.shoutOut({ id: 'thanks' }) },
      { put: 'shout-out', record: records.shoutOut({ id: 'away', status: 'hidden' }) },
    ]);
    const tap = (id: string, actor: Actor = phone) => does('shout-out:along', { team: 'north', id }, actor);
    expect(await tap('thanks')).toBe(true);
    expect(await tap('thanks')).toBe(false);
    expect(await tap('thanks', second)).toBe(true);
    expect(await tap('away')).toBe('not-there');
    expect(await tap('thanks', stranger)).toBe('not-yours');
    expect(await does('interest:tap', { team: 'north', verbatim: 'said' }, phone)).toBe(true);
    expect(await store.get('interest', 'north.interest.1')).toMatchObject({
      taps: { said: 1 },
      too: { thanks: 2 },
    });
  });
});

describe('the kinds of work in a team', () => {
  const area = (id: string, name = id) => ({ id, name, serves: false });
  const set = async (areas: ReturnType<typeof area>[], actor: Actor = leader, saw?: number) =>
    does('team:areas', { team: 'north', saw: saw ?? (await team()).version, areas }, actor);

  it('are a leader’s to name, few and each once', async () => {
    expect(await set([area('a')], phone)).toBe('not-yours');
    expect(await set([area('a', ' ')])).toBe('areas.0.name missing');
    expect(await set([area('a', 'Floor'), area('b', 'floor')])).toBe('areas.1.name twice');
    expect(await set(Array.from({ length: 9 }, (_, at) => area(`a${at}`)))).toBe('areas too-many');
    expect(await set([area('a', ' Floor ')])).toBe(true);
    expect((await team()).areas).toEqual([area('a', 'Floor')]);
    expect(await set([], leader, 1)).toBe('changed-meanwhile');
  });

  it('are counted where phones say so, beside the shift that is on', async () => {
    await set([area('floor'), area('dish')]);
    const tap = (mark: string, said?: string | null) =>
      does('seen:tap', { team: 'north', turn: 1, area: said }, { ...phone, mark });
    for (const [mark, said] of [['a', 'floor'], ['b', 'floor'], ['c', 'gone'], ['d', null], ['e']] as const)
      expect(await tap(mark, said)).toBe(true);
    expect(await tap('a', 'dish')).toBe(false);
    const seen = await store.get('seen', 'north.seen.1');
    expect(Object.values(seen?.shifts ?? {}).map(({ taps }) => taps)).toEqual([5]);
    expect(seen?.areas).toEqual({ floor: { first: now.toISOString(), taps: 2 } });
  });
});

describe('a team that begins', () => {
  it('has a list of at most six slots, which leaders edit, and is guided until they say so', async () => {
    const set = async (texts: string[], saw?: number) =>
      does(
        'team:checklist',
        {
          team: 'north',
          saw: saw ?? (await team()).version,
          steps: texts.map((text, at) => ({ text, done: at === 0 })),
        },
        leader,
      );
    expect(await set(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe('steps too-many');
    expect(await set(['x'.repeat(91)])).toBe('steps.0 too-long');
    expect(await set(['Meet the night shift', ' '])).toBe(true);
    expect((await team()).checklist).toEqual([{ text: 'Meet the night shift', done: true }]);
    expect(await set(['late'], 1)).toBe('changed-meanwhile');
    expect(await does('team:phase', { team: 'north', phase: 'monitoring' }, manager)).toBe('not-yours');
    expect(await does('team:phase', { team: 'north', phase: 'monitoring' }, leader)).toBe(true);
    expect(await does('team:phase', { team: 'north', phase: 'monitoring' }, leader)).toBe(false);
  });

  it('walks through its turn, and anew in the next', async () => {
    const walk = (turn: number, actor: Actor = leader) =>
      does('turn:walk', { team: 'north', turn, point: 'involve' }, actor);
    expect(await walk(1, manager)).toBe('not-yours');
    expect(await walk(2)).toBe('turn-over');
    expect(await walk(1)).toBe(true);
    expect(await walk(1)).toBe(false);
    expect((await store.get('turn', 'north.turn.1'))?.walk).toBe('involve');
  });
});

describe('the aims of the organisation', () => {
  it('are set and closed by an owner, few and each once; goals name one that is open', async () => {
    expect(await does('aim:set', { id: 'a', text: 'Calm' }, leader)).toBe('not-yours');
    expect(await does('aim:set', { id: 'a', text: 'Calm' }, owner)).toBe(true);
    expect(await does('aim:set', { id: 'b', text: 'calm' }, owner)).toBe('text twice');
    for (let at = 1; at < mostAims; at += 1)
      expect(await does('aim:set', { id: `a${at}`, text: `Aim ${at}` }, owner)).toBe(true);
    expect(await does('aim:set', { id: 'full', text: 'More' }, owner)).toBe('aims-full');
    const goal = {
      id: 'g',
      team: 'north',
      question: 'Warm?',
      unit: 'count' as const,
      baseline: 1,
      target: 2,
      due: '2026-12-24',
      routine: 'Handover',
    };
    expect(await does('goal:set', { ...goal, aim: 'gone' }, leader)).toBe('aim not-a-choice');
    expect(await does('goal:set', { ...goal, aim: 'a' }, leader)).toBe(true);
    expect((await store.get('goal', 'g'))?.aim).toBe('a');
    expect(await does('aim:close', { id: 'a' }, leader)).toBe('not-yours');
    expect(await does('aim:close', { id: 'a' }, owner)).toBe(true);
    expect(await does('aim:close', { id: 'a' }, owner)).toBe(false);
  });
});

describe('a leader’s notebook', () => {
  const entry = { id: 'j', sealed: '1.b25l' };
  const other = { id: 'j', saw: 1, sealed: '1.dHdv' };

  it('is written and dropped by its author alone, and to others it is not there', async () => {
    expect(await does('journal:write', entry, phone)).toBe('not-yours');
    expect(await does('journal:write', { ...entry, sealed: 'Asked before telling' }, leader)).toBe(
      'sealed malformed',
    );
    expect(await does('journal:write', entry, leader)).toBe(true);
    expect(await does('journal:write', entry, leader)).toBe(false);
    expect(await does('journal:write', other, owner)).toBe('not-there');
    expect(await does('journal:drop', { id: 'j' }, owner)).toBe('not-there');
    expect(await store.get('journal', 'j')).toMatchObject({ by: 'l', team: null, sealed: '1.b25l' });
    const copy = { id: 'copy', of: 'j', team: 'north', sealed: '1.b25l' };
    expect(await does('journal:share', copy, owner)).toBe('not-there');
    expect(await does('journal:share', { ...copy, of: 'none' }, leader)).toBe('not-there');
    expect([await does('journal:share', copy, leader), await does('journal:share', copy, leader)]).toEqual([
      true,
      false,
    ]);
    // Only the entry is written on; the copy goes with it.
    expect(await does('journal:write', { ...entry, id: 'copy', saw: 1 }, leader)).toBe('not-there');
    expect(await does('journal:share', { ...copy, id: 'two', of: 'copy' }, leader)).toBe('not-there');
    expect(await does('journal:share', { ...copy, id: 'two' }, leader)).toBe(true);
    expect(await store.get('journal', 'copy')).toBeUndefined();
    expect(await does('journal:drop', { id: 'two' }, owner)).toBe('not-there');
    expect(await does('journal:drop', { id: 'j' }, leader)).toBe(true);
    expect((await store.list('journal')).records).toEqual([]);
    expect(store.commits.at(-1)?.changes[0]).toMatchObject({ erase: 'journal', forget: true });
  });

  it('has an entry of one’s own put in the place of the one that was read', async () => {
    expect(await does('journal:write', other, manager)).toBe('not-there');
    await does('journal:write', entry, manager);
    expect(await does('journal:write', other, manager)).toBe(true);
    expect(await does('journal:write', { ...other, sealed: '1.dGhyZWU' }, manager)).toBe('changed-meanwhile');
    expect(await store.get('journal', 'j')).toMatchObject({ by: 'm', sealed: '1.dHdv' });
  });
});

describe('a trial', () => {
  const trial = {
    id: 't',
    teams: ['north'],
    start: '2026-11-01',
    end: '2026-12-24',
    goal: 'Nobody waits in the dark',
    baselines: { north: null },
  };

  it('is an owner’s; it has teams, days and a goal, and a team is in one at a time', async () => {
    expect(await does('trial:start', trial, leader)).toBe('not-yours');
    const wrong = { ...trial, teams: [], start: '2027-06-01', end: '2026-11-01', goal: ' ' };
    expect(await does('trial:start', wrong, owner)).toBe(
      'goal missing,teams choose-one,start day-too-far,end due-before-start',
    );
    expect(await does('trial:start', { ...trial, teams: ['gone'] }, owner)).toContain('unknown-team');
    expect(await does('trial:start', { ...trial, start: '2026-01-01' }, owner)).toContain('start-long-ago');
    expect(await does('trial:start', { ...trial, end: '2027-06-01' }, owner)).toBe('end review-too-late');
    expect(await does('trial:start', trial, owner)).toBe(true);
    expect(await does('trial:start', { ...trial, id: 'u' }, owner)).toBe('in-a-trial');
    // Nobody ended it, but its last day has passed.
    now = new Date('2026-12-25T10:00:00Z');
    expect(
      await does('trial:start', { ...trial, id: 'u', start: '2026-12-25', end: '2027-01-10' }, owner),
    ).toBe(true);
  });

  it('may begin later: what it is compared with is counted on its first day, once', async () => {
    const counts = {
      measure: 'nps',
      counts: [{ value: 9, count: 40 }],
      from: '2026-11-01',
      to: '2026-11-30',
    };
    const later = { ...trial, start: '2026-12-01', baselines: { north: counts } };
    expect(await does('trial:start', later, owner)).toBe(true);
    expect((await store.get('trial', 't'))?.baselines).toEqual({});
    await does('trial:join', { id: 't', team: 'south', baseline: counts }, owner);
    expect((await store.get('trial', 't'))?.baselines).toEqual({});
    const count = (team: string, actor: Actor = { as: 'house' }) =>
      does('trial:baseline', { id: 't', team, baseline: counts }, actor);
    expect(await count('north', owner)).toBe('not-yours');
    expect(await count('west')).toBe('not-there');
    expect(await count('north')).toBe(true);
    expect(await count('north')).toBe(false);
    expect((await store.get('trial', 't'))?.baselines).toEqual({ north: counts });
  });

  it('takes in a team later, with its own baseline, and keeps the others’; when it is over it takes none', async () => {
    await does('trial:start', trial, owner);
    const baseline = {
      measure: 'nps',
      counts: [{ value: 9, count: 40 }],
      from: '2026-10-01',
      to: '2026-10-30',
    };
    expect(await does('trial:join', { id: 't', team: 'south', baseline }, owner)).toBe(true);
    expect(await does('trial:join', { id: 't', team: 'south', baseline }, owner)).toBe(false);
    expect(await store.get('trial', 't')).toMatchObject({
      teams: ['north', 'south'],
      baselines: { north: null, south: baseline },
    });
    expect(await does('trial:end', { id: 't' }, owner)).toBe(true);
    expect(await store.get('trial', 't')).toMatchObject({ status: 'over', end: '2026-11-22' });
    await store.commit([{ put: 'team', record: records.team({ id: 'west' }) }]);
    expect(await does('trial:join', { id: 't', team: 'west', baseline }, owner)).toBe('trial-over');
  });
});

describe('a team from a template', () => {
  it('begins with what its reports have to speak of, and with what it asks; wrong ones make no team', async () => {
    await store.commit([
      {
        put: 'organisation',
        record: {
          id: 'organisation',
          team: null,
          at: now.toISOString(),
          status: 'active',
          batch: null,
          name: 'Harbour',
          secret: 'a'.repeat(64),
          sample: false,
        },
      },
    ]);
    const add = { id: 'k', name: 'Kitchen', timeZone: 'Europe/Berlin', customer: 'guest' as const };
    const wait = { id: 'w', name: 'Wait', words: ['slow'], question: 'How long did you wait?' };
    const twice = { ...add, criticals: [wait, { ...wait, id: 'v' }] };
    expect(await does('team:add', twice, owner)).toBe('criticals.1.name twice');
    expect(await store.get('team', 'k')).toBeUndefined();
    expect(await does('team:add', { ...add, criticals: [wait], phrase: 'Was it warm?' }, owner)).toBe(true);
    expect(await store.get('team', 'k')).toMatchObject({ criticals: [wait], phrase: 'Was it warm?' });
  });
});
