import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import type { Actor, Commands } from '../../domain/command';
import { StoreUnavailable } from '../store/store';
import { createIntake, type Intake } from './intake';

const now = new Date('2026-11-22T10:00:00Z');
const house: Actor = { as: 'house' };
const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };
const key: Actor = { as: 'key', id: 'k', teams: ['t'], scopes: ['responses:write'] };
const hash = 'a'.repeat(64);

let store: MemoryStore;
let intake: Intake;
let logged: unknown[];

const answers = (...responses: Commands['response:record']['responses']): Commands['response:record'] => ({
  team: 't',
  source: 'api:k',
  responses,
});

beforeEach(async () => {
  store = new MemoryStore();
  logged = [];
  intake = createIntake({ store, now: () => now, log: { error: (about) => logged.push(about) } });
  await intake.submit(
    'setup:claim',
    {
      organisation: { name: 'Harbour', secret: hash },
      account: { id: 'o', login: 'Ada@Harbour.example', name: 'Ada', passwordHash: '$argon2id$x' },
      team: { id: 't', name: 'Café', timeZone: 'Pacific/Auckland', customer: 'guest' },
    },
    house,
  );
});

/** Holds commits back until released, so that commands queue up behind the first. */
function hold(): () => void {
  let release = () => {};
  store.gate = new Promise((done) => (release = done));
  return release;
}

describe('the door', () => {
  it('refuses what a stranger made up, with every wrong field named', async () => {
    const wrong = { team: 7, source: 'x y', responses: [{ metric: 'joy', value: 'nine' }] };
    const outcome = await intake.submit('response:record', wrong as never, key);
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    const faults = outcome.ok ? [] : (outcome.refusal.faults ?? []);
    expect(faults.map(({ path }) => path)).toEqual([
      'team',
      'source',
      'responses.0.metric',
      'responses.0.value',
    ]);
    for (const input of [null, undefined, 3, [], 'x', { __proto__: null }])
      expect((await intake.submit('team:edit', input as never, owner)).ok).toBe(false);
    expect(store.commits).toHaveLength(1);
  });

  it('keeps a cadence with a line of who settled it, and refuses intervals that nobody can keep', async () => {
    const [team] = store.all('team');
    const due = { due: 'week' as const };
    const cadence = (over: object = {}) => ({
      team: 't',
      saw: team!.version,
      points: { thanks: due, feedback: { due: { on: [1] } }, involve: due, focus: due },
      sources: {},
      shifts: ['11:00'],
      ...over,
    });
    const stranger: Actor = { as: 'account', id: 's', name: 'Sam', role: 'leader', teams: ['u'] };
    expect(await intake.submit('team:cadence', cadence(), stranger)).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
    const wrong = cadence({
      points: { thanks: due, feedback: { due: { on: [] } }, involve: { due: { every: 0 } }, focus: due },
      sources: { 'what?': 'week' },
      shifts: [],
    });
    const refused = await intake.submit('team:cadence', wrong as never, owner);
    expect(refused.ok ? [] : refused.refusal.faults?.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'points.feedback.due interval-malformed',
      'points.involve.due interval-malformed',
      'sources.what? malformed',
      'shifts shift-missing',
    ]);
    expect(await intake.submit('team:cadence', cadence(), owner)).toMatchObject({ ok: true, updated: 1 });
    expect(store.all('team')[0]).toMatchObject({ cadence: { reports: { on: [1] } }, cadenceDays: 7 });
    expect(store.all('audit')).toMatchObject([{ by: 'o', command: 'team:cadence', about: 't' }]);
  });

  it('matches the comments of the last months anew when criticals are chosen, with what waits in the same breath', async () => {
    const say = (id: string, at: string, comment: string) => ({
      id,
      metric: 'nps' as const,
      value: 9,
      at,
      comment,
    });
    await intake.submit(
      'response:record',
      answers(say('old', '2026-08-01T10:00:00Z', 'Soup'), say('new', '2026-11-20T10:00:00Z', 'Soup')),
      key,
    );
    const soup = { id: 'soup', name: 'Soup', words: ['broth'], question: null };
    const choose = (words: string[], saw = 1) =>
      intake.submit('team:criticals', { team: 't', saw, criticals: [{ ...soup, words }] }, owner);
    const release = hold();
    const late = intake.submit(
      'response:record',
      answers(say('last', '2026-11-21T10:00:00Z', 'Broth!')),
      key,
    );
    const chosen = choose(['broth']);
    release();
    expect([await late, await chosen]).toMatchObject([{ ok: true }, { ok: true }]);
    const about = () =>
      store
        .all('verbatim')
        .map(({ at, criticals }) => [at.slice(5, 10), criticals?.join() ?? null])
        .sort();
    expect(about()).toEqual([
      ['08-01', null],
      ['11-20', 'soup'],
      ['11-21', 'soup'],
    ]);
    const [, sorted] = store.all('verbatim');
    const sort = await intake.submit(
      'verbatim:sort',
      { team: 't', id: sorted!.id, critical: 'soup', about: false },
      owner,
    );
    expect(sort).toMatchObject({ ok: true, updated: 1 });
    expect(store.all('response').find(({ id }) => id === sorted!.id)?.criticals).toEqual([]);
    expect(store.all('audit').map(({ command }) => command)).toEqual(['team:criticals', 'verbatim:sort']);
  });

  it('lets a manager offer help and decide nothing; each is written down', async () => {
    const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };
    const decision = {
      id: 'd',
      team: 't',
      text: 'We say the wait',
      meaning: 'They know when',
      routine: 'Handover',
      review: '2026-12-01',
    };
    expect(await intake.submit('decision:take', decision, manager)).toMatchObject({
      ok: false,
      refusal: { kind: 'forbidden' },
    });
    expect(await intake.submit('decision:take', { ...decision, review: 'soon' }, owner)).toMatchObject({
      ok: false,
      refusal: { faults: [{ path: 'review', code: 'day-malformed' }] },
    });
    expect(await intake.submit('help:offer', { team: 't', point: 'lunch' } as never, manager)).toMatchObject({
      ok: false,
      refusal: { faults: [{ path: 'point', code: 'not-a-choice' }] },
    });
    const offer = { team: 't', point: 'focus' as const };
    expect(await intake.submit('help:offer', offer, manager)).toMatchObject({ ok: true, created: 1 });
    expect(await intake.submit('decision:take', decision, owner)).toMatchObject({ ok: true, created: 1 });
    expect(await intake.submit('help:end', offer, owner)).toMatchObject({ ok: true, updated: 1 });
    expect(store.all('help')).toMatchObject([{ status: 'ended', by: 'm', name: 'Mo' }]);
    expect(store.all('audit').map(({ by, command }) => `${by} ${command}`)).toEqual([
      'm help:offer',
      'o decision:take',
      'o help:end',
    ]);
  });

  it('stores answers with their local day and tells new from updated ones', async () => {
    const first = await intake.submit('response:record', answers({ id: 'a', metric: 'nps', value: 9 }), key);
    expect(first).toMatchObject({ ok: true, created: 1, updated: 0 });
    const second = await intake.submit(
      'response:record',
      answers(
        { id: 'a', metric: 'nps', value: 3 },
        { id: 'b', metric: 'csat', value: 5, at: '2026-11-20T10:30:00Z' },
      ),
      key,
    );
    expect(second).toMatchObject({ ok: true, created: 1, updated: 1 });
    expect(store.all('response').map(({ value, day }) => [value, day])).toEqual([
      [3, '2026-11-22'],
      [5, '2026-11-20'],
    ]);
  });

  it('decides waiting commands in order over each other and commits them at once', async () => {
    const release = hold();
    const outcomes = [
      intake.submit('team:add', { id: 'x', name: 'Kitchen', timeZone: 'UTC', customer: 'guest' }, owner),
      intake.submit('question:ask', { id: 'q1', team: 'x', text: 'How are we?', metric: 'nps' }, owner),
      intake.submit('question:ask', { id: 'q2', team: 'x', text: 'How was lunch?', metric: 'nps' }, owner),
      intake.submit('response:record', answers({ id: 'a', metric: 'nps', value: 9 }), key),
      intake.submit('response:record', answers({ id: 'a', metric: 'nps', value: 4 }), key),
    ];
    release();
    expect(
      (await Promise.all(outcomes)).map((outcome) => outcome.ok && [outcome.created, outcome.updated]),
    ).toEqual([
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
    expect(store.all('question').map(({ id, status }) => [id, status])).toEqual([
      ['q1', 'past'],
      ['q2', 'live'],
    ]);
    expect(store.all('response').map(({ value }) => value)).toEqual([4]);
    expect(store.commits).toHaveLength(3);
  });

  it('refuses the second of two edits made from the same version, even in one batch', async () => {
    const release = hold();
    const first = intake.submit(
      'team:add',
      { id: 'x', name: 'Kitchen', timeZone: 'UTC', customer: 'guest' },
      owner,
    );
    const edit = (name: string) =>
      intake.submit(
        'team:edit',
        {
          team: 't',
          saw: 1,
          name,
          timeZone: 'UTC',
          customer: 'guest',
          minimumN: 5,
          cadenceDays: 7,
          moderation: 'all',
          measure: null,
        },
        owner,
      );
    const [one, two] = [edit('One'), edit('Two')];
    release();
    expect((await first).ok).toBe(true);
    expect((await one).ok).toBe(true);
    expect(await two).toMatchObject({ ok: false, refusal: { kind: 'conflict' } });
    expect(await store.get('team', 't')).toMatchObject({ name: 'One', version: 2 });
  });

  it('refuses all waiting commands when the disk refuses, and takes the next ones afterwards', async () => {
    const release = hold();
    store.failWith = new StoreUnavailable('full');
    const lost = [1, 2, 3].map((value) =>
      intake.submit('response:record', answers({ metric: 'csat', value }), key),
    );
    release();
    for (const outcome of await Promise.all(lost))
      expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'unavailable', code: 'unavailable' } });
    expect(store.all('response')).toEqual([]);
    store.failWith = undefined;
    expect((await intake.submit('response:record', answers({ metric: 'csat', value: 4 }), key)).ok).toBe(
      true,
    );
  });

  it('refuses a command that fails alone, and says so in the log', async () => {
    const get = store.get.bind(store);
    store.get = (kind, id) => (id === 'broken' ? Promise.reject(new Error('bug')) : get(kind, id));
    const release = hold();
    const outcomes = [
      intake.submit('response:record', answers({ metric: 'nps', value: 1 }), key),
      intake.submit('response:record', { ...answers({ metric: 'nps', value: 2 }), team: 'broken' }, key),
      intake.submit('response:record', answers({ metric: 'nps', value: 3 }), key),
    ];
    release();
    expect((await Promise.all(outcomes)).map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(await outcomes[1]).toMatchObject({ refusal: { code: 'failed' } });
    expect(logged).toHaveLength(1);
  });

  it('finds the one stale command of a batch when somebody wrote past the door', async () => {
    const release = hold();
    const first = intake.submit('response:record', answers({ metric: 'nps', value: 1 }), key);
    const good = intake.submit('response:record', answers({ metric: 'nps', value: 2 }), key);
    const bad = intake.submit(
      'shout-out:add',
      { id: 's', team: 't', to: 'Bo', from: 'Al', behaviour: 'You smiled.' },
      owner,
    );
    const get = store.get.bind(store);
    store.get = (kind, id) => (kind === 'shout-out' ? Promise.resolve(undefined) : get(kind, id));
    store.records.set('shout-out/s', { version: 5 } as never);
    release();
    expect((await first).ok).toBe(true);
    expect((await good).ok).toBe(true);
    expect(await bad).toMatchObject({ ok: false, refusal: { kind: 'conflict' } });
  });

  it('writes down what a person did, and nothing of it for a key', async () => {
    await intake.submit(
      'shout-out:add',
      { id: 's', team: 't', to: 'Bo', from: 'Al', behaviour: 'You smiled.' },
      owner,
    );
    await intake.submit('response:record', answers({ metric: 'nps', value: 1 }), key);
    expect(store.all('audit')).toMatchObject([{ by: 'o', command: 'shout-out:add', about: 's', team: 't' }]);
  });

  it('writes down which teams a change of a group took in and let go', async () => {
    const named = { timeZone: 'UTC', customer: 'guest' as const };
    for (const id of ['quay', 'pier']) await intake.submit('team:add', { id, name: id, ...named }, owner);
    await intake.submit('group:add', { id: 'coast', name: 'Coast' }, owner);
    const edit = async (teams: string[], name = 'Coast') => {
      const saw = (await store.get('group', 'coast'))?.version ?? 0;
      await intake.submit('group:edit', { id: 'coast', saw, name, teams }, owner);
    };
    await edit(['t', 'quay']);
    await edit(['quay', 'pier']);
    await edit(['quay', 'pier'], 'The coast');
    await intake.submit('group:drop', { id: 'coast' }, owner);
    const lines = store.all('audit').filter(({ command }) => /^group:(edit|drop)/.test(command));
    expect(lines.map(({ moved }) => moved)).toEqual([
      { in: ['t', 'quay'], out: [] },
      { in: ['pier'], out: ['t'] },
      undefined,
      { in: [], out: ['quay', 'pier'] },
    ]);
  });

  it('writes down who came in by an invitation, as the first thing that they did', async () => {
    const invite = { id: 'i', secretHash: hash, name: 'Ravi', role: 'leader' as const, teams: ['t'] };
    await intake.submit('invitation:make', invite, owner);
    const account = { id: 'r', login: 'ravi', name: 'Ravi', passwordHash: 'h' };
    await intake.submit('invitation:take', { secretHash: hash, account }, house);
    expect(store.all('audit').map(({ by, command, about }) => [by, command, about])).toEqual([
      ['o', 'invitation:make', 'i'],
      ['r', 'invitation:take', 'r'],
    ]);
  });

  it('masks personal data before it is stored anywhere', async () => {
    await intake.submit(
      'response:record',
      answers({ id: 'a', metric: 'nps', value: 9, comment: 'Call me: +44 20 7946 0958 or kim@mail.example' }),
      key,
    );
    expect(JSON.stringify([...store.records.values()])).not.toMatch(/7946|kim@/);
    expect(store.all('verbatim')).toMatchObject([{ masked: true, status: 'waiting' }]);
  });
});
