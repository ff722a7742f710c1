import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bringingTo, owner, type Bringing } from '../../../../../tests/support/bringing';
import type { Hook, Proof } from '../../../domain/records';
import { disk, type Files } from '../../store/lowdb/files';
import { openHooks, type Hooks } from './hooks';
import { signature, verify } from './proof';

let at: Bringing;
let hooks: Hooks;
let directory: string;
let now: Date;
let made = 0;

const open = (files: Files = disk, mostKept?: number) =>
  openHooks({
    mostKept,
    directory,
    store: at.store,
    intake: at.intake,
    feedback: at.feedback,
    now: () => now,
    newId: () => `m${++made}`,
    report: () => undefined,
    files,
    patience: 1,
  });

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  directory = await mkdtemp(join(tmpdir(), 'huddleboard-test-'));
  at = await bringingTo(() => now);
  hooks = await open();
});
afterEach(async () => {
  await hooks.close();
  await rm(directory, { recursive: true, force: true });
});

async function make(proof: Proof = 'path', more: { header?: string; given?: string } = {}) {
  const outcome = await hooks.make({ team: 'one', name: 'Survey tool', proof, ...more }, owner);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const hookOf = async (id: string) => (await at.store.get('hook', id)) as Hook;
const bodyOf = (value: unknown) =>
  new Uint8Array(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
const json = { 'content-type': 'application/json' };

/** Sends to a webhook whose secret stands in its address, and waits until it was read. */
async function send(
  { id, secret }: { id: string; secret: string },
  value: unknown,
  headers: Record<string, string> = json,
) {
  const outcome = await hooks.receive(`${id}.${secret}`, new Headers(headers), bodyOf(value));
  await hooks.settled();
  return outcome.ok ? 'taken' : outcome.refusal.code;
}
const values = () => at.responses().map(({ value }) => value);
const texts = () => at.verbatims().map(({ text }) => text);

const review = (id: string, stars: number, name = 'created', text = `Words of ${id}`) => ({
  events: [
    {
      eventName: `service-review-${name}`,
      eventData: {
        id,
        stars,
        title: '',
        text,
        createdAt: '2026-11-20T09:00:00Z',
        consumer: { name: 'Jo Bloggs' },
      },
    },
  ],
});

describe('Standard Webhooks', () => {
  // The example that the specification and its libraries publish.
  const vector = {
    secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: '1614265330',
    body: '{"test": 2432232314}',
    signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const headersOf = (more: Record<string, string> = {}) =>
    new Headers({
      'webhook-id': vector.id,
      'webhook-timestamp': vector.timestamp,
      'webhook-signature': vector.signature,
      ...more,
    });
  const then = new Date(1_614_265_330_000);
  const verdict = (headers: Headers, body = vector.body, when = then) => {
    const verified = verify(vector.secret, headers, bodyOf(body), when);
    return verified.ok ? 'good' : verified.refusal.code;
  };

  test('the published example verifies, alone and among signatures with another secret or version', () => {
    expect(verdict(headersOf())).toBe('good');
    const among = `v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= v2,abc ${vector.signature}`;
    expect(verdict(headersOf({ 'webhook-signature': among }))).toBe('good');
    expect(
      signature(vector.secret, vector.id, vector.timestamp, bodyOf(vector.body)).toString('base64'),
    ).toBe(vector.signature.slice(3));
  });

  test.each<[string, () => string, string]>([
    [
      'another signature',
      () => verdict(headersOf({ 'webhook-signature': 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=' })),
      'hook-unproven',
    ],
    [
      'no version before the signature',
      () => verdict(headersOf({ 'webhook-signature': vector.signature.slice(3) })),
      'hook-unproven',
    ],
    ['another id', () => verdict(headersOf({ 'webhook-id': 'msg_2' })), 'hook-unproven'],
    ['another time', () => verdict(headersOf({ 'webhook-timestamp': '1614265331' })), 'hook-unproven'],
    [
      'a body written anew',
      () => verdict(headersOf(), JSON.stringify(JSON.parse(vector.body))),
      'hook-unproven',
    ],
    [
      'no signature',
      () => verdict(new Headers({ 'webhook-id': vector.id, 'webhook-timestamp': vector.timestamp })),
      'hook-unproven',
    ],
    [
      'six minutes late',
      () => verdict(headersOf(), vector.body, new Date(then.getTime() + 361_000)),
      'hook-late',
    ],
    [
      'six minutes ahead',
      () => verdict(headersOf(), vector.body, new Date(then.getTime() - 361_000)),
      'hook-late',
    ],
  ])('%s is refused', (_, refused, code) => {
    expect(refused()).toBe(code);
  });

  const signed = (secret: string, id: string, value: unknown, sent = now) => {
    const timestamp = String(Math.floor(sent.getTime() / 1000));
    const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`${id}.${timestamp}.${JSON.stringify(value)}`)
      .digest('base64');
    return new Headers({
      ...json,
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${mac}`,
    });
  };

  test('a copy of a message is refused, after a restart too; its sender’s second try is answered and counts once', async () => {
    const { id, secret } = await make('signature');
    const value = review('a', 5);
    const headers = signed(secret, 'msg_1', value);
    const receive = async (given: Headers) => {
      const outcome = await hooks.receive(id, given, bodyOf(value));
      await hooks.settled();
      return outcome.ok ? 'taken' : outcome.refusal.code;
    };
    expect(await receive(headers)).toBe('taken');
    expect(await receive(headers)).toBe('hook-replayed');
    await hooks.close();
    hooks = await open();
    expect(await receive(headers)).toBe('hook-replayed');
    now = new Date(now.getTime() + 60_000);
    expect(await receive(signed(secret, 'msg_1', value))).toBe('taken');
    expect(await hooks.raw(await hookOf(id), 10)).toHaveLength(1);
    expect(values()).toEqual([5]);
  });

  test('a secret of the tool’s own is taken, one that was cut off is refused', async () => {
    const { secret } = await make('signature', { given: vector.secret });
    expect(secret).toBe(vector.secret);
    const wrong = await hooks.make({ team: 'one', name: 'X', proof: 'signature', given: 'whsec_abc' }, owner);
    expect(wrong).toMatchObject({
      ok: false,
      refusal: { faults: [{ code: 'hook-secret', path: 'secret' }] },
    });
  });
});

describe('a secret', () => {
  test('in a header opens, whatever the header’s case; another one does not', async () => {
    const { id, secret } = await make('header', { header: 'X-Board' });
    const receive = (headers: Record<string, string>) =>
      hooks.receive(id, new Headers({ ...json, ...headers }), bodyOf(review('a', 4)));
    expect(await receive({ 'x-board': secret })).toMatchObject({ ok: true });
    const wrong: Record<string, string>[] = [
      {},
      { 'x-board': `${secret}x` },
      { 'x-other': secret },
      { 'x-board': '' },
    ];
    for (const headers of wrong)
      expect(await receive(headers)).toMatchObject({ refusal: { code: 'hook-unproven' } });
  });

  test('in the address opens; without it, and once it is taken back, the door is shut', async () => {
    const hook = await make('path');
    expect(await send(hook, review('a', 4))).toBe('taken');
    expect(await send({ ...hook, secret: 'x' }, review('b', 4))).toBe('hook-unproven');
    expect(await hooks.receive(hook.id, new Headers(json), bodyOf(review('b', 4)))).toMatchObject({
      ok: false,
    });
    await at.intake.submit('hook:revoke', { team: 'one', id: hook.id }, owner);
    expect(await send(hook, review('b', 4))).toBe('hook-unknown');
    expect(values()).toEqual([4]);
  });

  test('is in no record but as a hash, and no header that means something else may hold it', async () => {
    const { id, secret } = await make('path');
    expect(JSON.stringify(await hookOf(id))).not.toContain(secret);
    for (const header of ['Cookie', 'content-type', 'webhook-id', 'a b', ''])
      expect(await hooks.make({ team: 'one', name: 'X', proof: 'header', header }, owner)).toMatchObject({
        ok: false,
      });
  });

  test('is made by whoever leads the team, and nobody else', async () => {
    const other = { as: 'account', id: 'x', name: 'X', role: 'leader', teams: ['two'] } as const;
    const outcome = await hooks.make({ team: 'one', name: 'X', proof: 'path' }, { ...other, teams: ['two'] });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
  });
});

describe('what comes', () => {
  test('is counted, updated, and taken back with its words', async () => {
    const hook = await make();
    await send(hook, review('a', 5));
    await send(hook, review('b', 2));
    expect([values().sort(), texts()]).toEqual([
      [2, 5],
      ['Words of a', 'Words of b'],
    ]);
    await send(hook, review('b', 4, 'updated', 'Better now'));
    await send(hook, review('a', 5, 'deleted'));
    expect([values(), texts()]).toEqual([[4], ['Better now']]);
    expect(JSON.stringify(at.store.commits)).not.toContain('Bloggs');
  });

  test('without an id of its own counts each time, and once however often it is read', async () => {
    const hook = await make();
    const answer = { nps: 9 };
    await send(hook, answer);
    await send(hook, answer);
    await send(hook, answer);
    expect(values()).toEqual([9, 9, 9]);
    await hooks.settle(await hookOf(hook.id), owner, {});
    expect(values()).toEqual([9, 9, 9]);
    expect(new Set(at.responses().map((response) => response.at))).toEqual(new Set([now.toISOString()]));
  });

  test('as a form is read like any other', async () => {
    const hook = await make();
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    await send(hook, 'ResponseID=R_1&nps=7&comment=Not+bad', form);
    expect([values(), texts()]).toEqual([[7], ['Not bad']]);
  });

  test('may leave out what the one before had', async () => {
    const hook = await make();
    await send(hook, { id: 'a', nps: 9, comment: 'Good', created_at: '2026-11-20T10:00:00Z' });
    await send(hook, { id: 'b', created_at: '2026-11-20T10:00:00Z', comment: 'Only words' });
    await send(hook, { id: 'c', nps: 3 });
    expect([values().sort(), texts()]).toEqual([
      [3, 9],
      ['Good', 'Only words'],
    ]);
  });

  test.each<[string, unknown, string]>([
    ['no JSON', 'hello', 'not-json'],
    ['half a document', '{"nps": ', 'not-json'],
    ['nothing', '', 'import-empty'],
    ['NULs', '{"a": "\0\0"}', 'import-no-table'],
  ])('%s is refused and not kept', async (_, value, code) => {
    const hook = await make();
    expect(await send(hook, value)).toBe(code);
    expect(await hooks.raw(await hookOf(hook.id), 10)).toEqual([]);
  });

  test('a test message before the first answer does no harm', async () => {
    const hook = await make();
    await send(hook, { event: 'ping' });
    await send(hook, review('a', 5));
    expect(values()).toEqual([5]);
  });
});

describe('what is not certain', () => {
  const nicely = (id: string, score: string) => ({
    count: 1,
    person: { id: '7', email: 'jo@example.org' },
    question: { id, score, comment: '', responded: '1763600000' },
  });

  test('is kept until somebody answers once, then all of it counts, and what comes later too', async () => {
    const hook = await make();
    await send(hook, nicely('1', '5'));
    await send(hook, nicely('2', '4'));
    expect(values()).toEqual([]);
    const looked = await hooks.look(await hookOf(hook.id), owner);
    expect(looked).toMatchObject({
      kept: 2,
      waits: true,
      outcome: { outcome: 'asks', needs: [{ what: 'scale' }] },
    });
    expect(await hooks.settle(await hookOf(hook.id), owner, {})).toMatchObject({ outcome: 'asks' });
    expect(await hooks.settle(await hookOf(hook.id), owner, { scale: '1-5' })).toMatchObject({
      outcome: 'done',
    });
    expect(values().sort()).toEqual([4, 5]);
    await send(hook, nicely('3', '1'));
    expect(values().sort()).toEqual([1, 4, 5]);
    expect(at.responses()[0]).toMatchObject({ metric: 'csat' });
  });

  test('and was answered wrongly is read anew: what is none then is gone', async () => {
    const hook = await make();
    await send(hook, nicely('1', '5'));
    await send(hook, nicely('2', '0'));
    await hooks.settle(await hookOf(hook.id), owner, { scale: '0-10' });
    expect(
      at
        .responses()
        .map(({ metric, value }) => [metric, value])
        .sort(),
    ).toEqual([
      ['nps', 0],
      ['nps', 5],
    ]);
    await hooks.settle(await hookOf(hook.id), owner, { scale: '1-5' });
    expect(at.responses().map(({ metric, value }) => [metric, value])).toEqual([['csat', 5]]);
  });

  test('faces that come one by one are read as the whole was settled', async () => {
    const hook = await make();
    const face = (value: string, id: number) => ({
      id,
      response: { value, comment: '', timestamp: '2026-11-20T09:00:00Z' },
    });
    for (const [i, one] of ['😀', '🙂', '😡'].entries()) await send(hook, face(one, i));
    expect(values()).toEqual([]);
    await hooks.settle(await hookOf(hook.id), owner, { words: { '😀': 5, '🙂': 4, '😡': 1 } });
    expect(values().sort()).toEqual([1, 4, 5]);
    await send(hook, face('🙂', 8));
    expect(values().sort()).toEqual([1, 4, 4, 5]);
    // A face that nobody gave its worth is asked for, not guessed.
    await send(hook, face('😐', 9));
    expect((await hooks.look(await hookOf(hook.id), owner)).waits).toBe(true);
  });

  test('faces that leave no doubt together are read alike one by one', async () => {
    const hook = await make();
    const face = (value: string, id: number) => ({
      id,
      response: { value, comment: '', timestamp: '2026-11-20T09:00:00Z' },
    });
    for (const [i, one] of ['😐', '😀'].entries()) await send(hook, face(one, i));
    expect(
      at
        .responses()
        .map(({ metric, value }) => [metric, value])
        .sort(),
    ).toEqual([
      ['smiley5', 2],
      ['smiley5', 4],
    ]);
  });
});

describe('the raw room', () => {
  test('holds a message before it is answered: a server that stops at once reads it at its next start', async () => {
    const hook = await make();
    at.store.failWith = new Error('the disk of the store is full');
    expect(await send(hook, review('a', 5))).toBe('taken');
    expect(values()).toEqual([]);
    await hooks.close();
    at.store.failWith = undefined;
    hooks = await open();
    await hooks.settled();
    expect(values()).toEqual([5]);
  });

  test('says so when its disk takes nothing, and goes on when it does again', async () => {
    const hook = await make();
    await hooks.close();
    let full = true;
    hooks = await open({
      ...disk,
      open: (path, flags) =>
        full && path.endsWith('.ndjson') ? Promise.reject(new Error('ENOSPC')) : disk.open(path, flags),
    });
    expect(await send(hook, review('a', 5))).toBe('unavailable');
    full = false;
    expect(await send(hook, review('b', 4))).toBe('taken');
    expect(values()).toEqual([4]);
  });

  test('loses none of a thousand that come at once', async () => {
    const hook = await make();
    const all = await Promise.all(
      Array.from({ length: 1_000 }, (_, i) =>
        hooks.receive(`${hook.id}.${hook.secret}`, new Headers(json), bodyOf({ id: `a${i}`, nps: i % 11 })),
      ),
    );
    expect(all.filter(({ ok }) => !ok)).toEqual([]);
    await hooks.settled();
    expect(values()).toHaveLength(1_000);
  });

  test('a line that a power cut has torn takes no other with it', async () => {
    const hook = await make();
    await send(hook, review('a', 5));
    await hooks.close();
    const path = join(directory, hook.id, '2026-11-22.ndjson');
    const whole = await readFile(path);
    const handle = await disk.open(path, 'r+');
    await handle.write(Buffer.from('\n{"key":"torn","at":"2026'), whole.length);
    await handle.close();
    hooks = await open();
    await send(hook, review('b', 4));
    expect((await hooks.raw(await hookOf(hook.id), 10)).map(({ key }) => key)).not.toContain('torn');
    expect(values().sort()).toEqual([4, 5]);
  });

  test('keeps a week, and forgets at once when it is told to', async () => {
    const hook = await make();
    await send(hook, review('a', 5));
    now = new Date('2026-11-29T10:00:00Z');
    await send(hook, review('b', 4));
    await hooks.purge();
    expect(await readdir(join(directory, hook.id))).toContain('2026-11-22.ndjson');
    now = new Date('2026-11-30T10:00:00Z');
    await hooks.purge();
    expect(await readdir(join(directory, hook.id))).toEqual(['2026-11-29.ndjson', 'read']);
    await hooks.forget(await hookOf(hook.id));
    expect(await hooks.raw(await hookOf(hook.id), 10)).toEqual([]);
    expect(values().sort()).toEqual([4, 5]);
  });
});

describe('what is kept as it came', () => {
  test('is searched and erased, on the disk too; what came before and after is read as before', async () => {
    const hook = await make();
    for (const [id, name] of [
      ['a', 'Ann Archer'],
      ['b', 'Zoë Quill'],
      ['c', 'Cy Young'],
    ])
      await send(hook, { id, nps: 9, name, created_at: '2026-11-20T10:00:00Z' });
    const record = await hookOf(hook.id);
    expect(await hooks.erase(record, 'zoë QUILL')).toBe(1);
    expect((await hooks.raw(record, 9)).map(({ body }) => (JSON.parse(body) as { id: string }).id)).toEqual([
      'c',
      'a',
    ]);
    const folder = join(directory, hook.id);
    const files = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
    );
    expect(files.join()).not.toContain('Quill');
    expect(files.join()).toContain('Young');
    await send(hook, { id: 'd', nps: 3, name: 'Di', created_at: '2026-11-20T10:00:00Z' });
    expect(values().sort()).toEqual([3, 9, 9, 9]);
    expect(await hooks.erase(record, ' ')).toBe(0);
  });

  test('has an end: what would be too much is refused, also after a restart, until room is made', async () => {
    const hook = await make();
    await hooks.close();
    hooks = await open(disk, 1_000);
    const message = (id: string) => ({ id, nps: 9, comment: 'x'.repeat(400) });
    expect(await send(hook, message('a'))).toBe('taken');
    expect(await send(hook, message('b'))).toBe('hook-full');
    await hooks.close();
    hooks = await open(disk, 1_000);
    expect(await send(hook, message('c'))).toBe('hook-full');
    await hooks.forget(await hookOf(hook.id));
    expect(await send(hook, message('d'))).toBe('taken');
  });
});

test('a webhook and files of a closed team are turned away, and nothing of them is kept', async () => {
  const hook = await make();
  await at.intake.submit('team:close', { team: 'one' }, owner);
  const outcome = await hooks.receive(`${hook.id}.${hook.secret}`, new Headers(json), bodyOf({ nps: 9 }));
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'team-closed' } });
  expect(await readdir(directory).then((names) => names.filter((name) => name.includes(hook.id)))).toEqual(
    [],
  );
  const file = 'NPS,Date\n9,2026-11-01\n';
  expect(await at.bring(file)).toMatchObject({ outcome: 'refused', refusal: { code: 'team-closed' } });
});
