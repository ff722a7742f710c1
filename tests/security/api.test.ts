import { beforeEach, describe, expect, it } from 'vitest';
import { GET as takeAll } from '../../src/routes/api/v1/teams/[team]/export.ndjson/+server';
import { POST as record } from '../../src/routes/api/v1/teams/[team]/responses/+server';
import { GET as score } from '../../src/routes/api/v1/teams/[team]/score/+server';
import { StoreUnavailable } from '../../src/lib/server/store/store';
import { bearer, Doors, owner } from './doors';

const responses = '/api/v1/teams/cafe/responses';
const everything = ['responses:write', 'imports:write', 'scores:read', 'export:read'] as const;

let doors: Doors;
let key: string;

beforeEach(async () => {
  doors = await Doors.open();
  key = await doors.key(['cafe'], [...everything]);
});

const post = (body: unknown, headers = bearer(key), path = responses) =>
  doors.ask(record, path, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: { path: string; message: string }[];
}

/** The problem of an answer, after a look at what every problem has. */
async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  const problem = (await answer.json()) as Problem;
  expect(problem.status).toBe(answer.status);
  for (const words of [problem.type, problem.title, problem.detail]) expect(words.length).toBeGreaterThan(4);
  for (const { message } of problem.errors) expect(message).toMatch(/^[A-Z].+[.?]$/s);
  return problem;
}

describe('POST responses', () => {
  it('stores one answer or many, and updates by id', async () => {
    const one = await post({ id: 'a', metric: 'nps', value: 9, comment: 'Lovely' });
    expect([one.status, await one.json()]).toEqual([201, { created: 1, updated: 0 }]);
    const many = await post([
      { id: 'a', metric: 'nps', value: 2 },
      {
        id: 'b',
        metric: 'rating',
        value: 7,
        scale: { min: 1, max: 10, top: 8 },
        at: '2026-11-01T10:00:00+01:00',
      },
    ]);
    expect([many.status, await many.json()]).toEqual([201, { created: 1, updated: 1 }]);
    expect(doors.store.all('verbatim')).toMatchObject([{ text: 'Lovely', value: 2 }]);
    expect(doors.store.all('response').map(({ day }) => day)).toEqual(['2026-11-22', '2026-11-01']);
  });

  it.each([
    [{ metric: 'nps', value: 11 }, 'value'],
    [{ metric: 'nps', value: 9.5 }, 'value'],
    [{ metric: 'smiley4', value: 4 }, 'value'],
    [{ metric: 'csat', value: 0 }, 'value'],
    [{ metric: 'nps', value: '9' }, 'value'],
    [{ metric: 'nps' }, 'value'],
    [{ metric: 'joy', value: 1 }, 'metric'],
    [{ value: 1 }, 'metric'],
    [{ metric: 'rating', value: 5 }, 'scale'],
    [{ metric: 'rating', value: 5, scale: { min: 5, max: 1, top: 4 } }, 'scale'],
    [{ metric: 'rating', value: 11, scale: { min: 1, max: 10, top: 8 } }, 'value'],
    [{ metric: 'nps', value: 9, at: '2026-11-22T10:06:00Z' }, 'at'],
    [{ metric: 'nps', value: 9, at: '2026-11-22T10:00:00' }, 'at'],
    [{ metric: 'nps', value: 9, at: '2026-02-30T10:00:00Z' }, 'at'],
    [{ metric: 'nps', value: 9, at: 'yesterday' }, 'at'],
    [{ metric: 'nps', value: 9, from: 'robot' }, 'from'],
    [{ metric: 'nps', value: 9, id: '' }, 'id'],
    [{ metric: 'nps', value: 9, comment: 7 }, 'comment'],
  ])('refuses %j with 422 naming %s, and stores nothing of the list', async (wrong, path) => {
    expect((await problemOf(await post(wrong))).errors.map((fault) => fault.path)).toEqual([path]);
    const answer = await post([{ metric: 'nps', value: 9 }, wrong]);
    expect(answer.status).toBe(422);
    expect((await problemOf(answer)).errors.map((fault) => fault.path)).toEqual([`1.${path}`]);
    expect(doors.store.all('response')).toEqual([]);
  });

  it('refuses a comment that is a book', async () => {
    expect((await post({ metric: 'nps', value: 9, comment: 'x'.repeat(20_001) })).status).toBe(422);
  });

  it('lets a clock run ahead by less than five minutes', async () => {
    expect((await post({ metric: 'nps', value: 9, at: '2026-11-22T10:04:59Z' })).status).toBe(201);
  });

  it('refuses an id that is in the list twice, and a list that is empty or too long', async () => {
    const twice = await post([
      { id: 'a', metric: 'nps', value: 1 },
      { id: 'a', metric: 'nps', value: 2 },
    ]);
    expect([twice.status, (await problemOf(twice)).errors[0]?.path]).toEqual([422, '1.id']);
    expect((await post([])).status).toBe(422);
    const long = Array.from({ length: 1001 }, () => ({ metric: 'nps', value: 1 }));
    expect((await post(long)).status).toBe(422);
    expect((await post(long.slice(1))).status).toBe(201);
  });

  it.each([
    ['{"metric":"nps"', 400],
    ['', 400],
    ['null', 422],
    ['"nine"', 422],
    ['[7]', 422],
    ['{}', 422],
  ])('answers %j with %i', async (body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    await problemOf(answer);
  });

  it('answers invalid UTF-8 with 400', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('{"metric":"nps","value":9,"comment":"'),
      0xc3,
      0x28,
      0x22,
      0x7d,
    ]);
    const answer = await doors.ask(record, responses, { method: 'POST', headers: bearer(key), body: bytes });
    expect(answer.status).toBe(400);
    expect((await problemOf(answer)).detail).toContain('UTF-8');
  });

  it('answers a body that is cut off with 400, and stores nothing', async () => {
    let sent = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent) controller.error(new Error('aborted'));
        else controller.enqueue(new TextEncoder().encode('{"metric":"nps","value":9}'));
        sent = true;
      },
    });
    const answer = await doors.ask(record, responses, {
      method: 'POST',
      headers: bearer(key),
      body,
      duplex: 'half',
    });
    expect(answer.status).toBe(400);
    expect(doors.store.all('response')).toEqual([]);
  });

  it('answers 50 MB with 413 without keeping more of it than the limit', async () => {
    const part = new Uint8Array(1024 * 1024).fill(0x20);
    let parts = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (parts++ < 50) controller.enqueue(part);
        else controller.close();
      },
    });
    const answer = await doors.ask(record, responses, {
      method: 'POST',
      headers: bearer(key),
      body,
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
    expect((await problemOf(answer)).detail).toContain('4 MB');
  });

  it('answers 503 while the disk refuses', async () => {
    doors.store.failWith = new StoreUnavailable('full');
    const answer = await post({ metric: 'nps', value: 9 });
    expect(answer.status).toBe(503);
    await problemOf(answer);
  });
});

describe('keys', () => {
  it('are asked for: 401 without one, with a wrong one and with one that was revoked', async () => {
    const id = doors.store.all('api-key')[0]?.id ?? '';
    for (const headers of [{}, bearer('hb_nobody_has_this_key_at_all'), { authorization: 'Basic YTpi' }]) {
      const answer = await post({ metric: 'nps', value: 9 }, headers as Record<string, string>);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      await problemOf(answer);
    }
    await doors.intake.submit('key:revoke', { id }, owner);
    expect((await post({ metric: 'nps', value: 9 })).status).toBe(401);
  });

  it('open their own teams only: 403 for another, 422 for one that is not there', async () => {
    expect(
      (await post({ metric: 'nps', value: 9 }, bearer(key), '/api/v1/teams/kitchen/responses')).status,
    ).toBe(403);
    const unknown = await post({ metric: 'nps', value: 9 }, bearer(key), '/api/v1/teams/nobody/responses');
    expect(unknown.status).toBe(422);
    expect((await problemOf(unknown)).errors[0]?.path).toBe('team');
  });

  it.each([
    ['responses:write', record, responses, 'POST', 201],
    ['scores:read', score, '/api/v1/teams/cafe/score?metric=nps', 'GET', 200],
    ['export:read', takeAll, '/api/v1/teams/cafe/export.ndjson', 'GET', 200],
  ] as const)('need the permission %s', async (scope, handler, path, method, status) => {
    const body = method === 'POST' ? JSON.stringify({ metric: 'nps', value: 9 }) : undefined;
    for (const own of everything) {
      const only = await doors.key(['cafe'], [own]);
      const answer = await doors.ask(handler, path, { method, headers: bearer(only), body });
      expect(answer.status).toBe(own === scope ? status : 403);
    }
  });

  it('keep their answers apart: the same id from two keys is two answers', async () => {
    const other = await doors.key(['cafe'], ['responses:write']);
    await post({ id: 'a', metric: 'nps', value: 9 });
    expect(await (await post({ id: 'a', metric: 'nps', value: 1 }, bearer(other))).json()).toEqual({
      created: 1,
      updated: 0,
    });
  });
});

describe('GET score', () => {
  const ask = async (query: string) =>
    doors.ask(score, `/api/v1/teams/cafe/score?${query}`, { headers: bearer(key) });
  const answersAt = (at: string, metric: string, values: number[], more = {}) =>
    post(values.map((value) => ({ metric, value, at, ...more })));

  it('gives the period by the local days of the team, and the equal one before', async () => {
    // In Auckland 22 November has ended: 11:30 UTC is the 23rd.
    doors.clock = new Date('2026-11-22T11:30:00Z');
    await answersAt('2026-11-22T11:10:00Z', 'nps', [10, 10, 9, 9, 8, 7, 6, 0]);
    await answersAt('2026-11-20T10:59:00Z', 'nps', [0, 0, 0, 10, 10]);
    const answer = (await (await ask('metric=nps&days=3')).json()) as Record<string, unknown>;
    expect(answer).toMatchObject({
      metric: 'nps',
      score: 25,
      n: 8,
      from: '2026-11-21',
      to: '2026-11-23',
      previous: { score: -20, n: 5, from: '2026-11-18', to: '2026-11-20' },
      asOf: '2026-11-22T11:10:00.000Z',
    });
    // Rocks 2016: (4 + ¾ − (2 + ¾)) / 11 ± z √((p + d − (p − d)²) / 11).
    const [p, d] = [4.75 / 11, 2.75 / 11];
    const reach = 1.959964 * Math.sqrt((p + d - (p - d) ** 2) / 11);
    expect(answer.low).toBeCloseTo(100 * (p - d - reach), 3);
    expect(answer.high).toBeCloseTo(100 * (p - d + reach), 3);
  });

  it('gives no score below the minimum of answers, in either period', async () => {
    await answersAt('2026-11-22T09:00:00Z', 'csat', [5, 5, 5, 5]);
    expect(await (await ask('metric=csat')).json()).toMatchObject({
      score: null,
      low: null,
      high: null,
      n: 4,
      previous: { score: null, low: null, high: null, n: 0 },
    });
  });

  it('keeps what employees answered apart, and gives it where asked', async () => {
    await answersAt('2026-11-22T09:00:00Z', 'csat', [5, 5, 5, 5, 5]);
    await answersAt('2026-11-22T09:30:00Z', 'csat', [1, 1, 1, 5, 5], { from: 'employee' });
    expect(await (await ask('metric=csat')).json()).toMatchObject({ score: 100, n: 5 });
    expect(await (await ask('metric=csat&from=employee')).json()).toMatchObject({ score: 40, n: 5 });
    expect((await ask('metric=csat&from=everybody')).status).toBe(422);
  });

  it('asks which of several rating scales is meant, and never mixes them', async () => {
    await answersAt('2026-11-22T09:00:00Z', 'rating', [9, 9, 9, 9, 2], {
      scale: { min: 1, max: 10, top: 8 },
    });
    expect(await (await ask('metric=rating')).json()).toMatchObject({ score: 80, n: 5 });
    await answersAt('2026-11-22T09:00:00Z', 'rating', [5, 5, 1, 1, 1], { scale: { min: 1, max: 5, top: 4 } });
    const unclear = await ask('metric=rating');
    expect(unclear.status).toBe(422);
    expect((await problemOf(unclear)).errors[0]?.message).toMatch(
      /scale=1-10.*scale=1-5|scale=1-5.*scale=1-10/,
    );
    expect(await (await ask('metric=rating&scale=1-5')).json()).toMatchObject({ score: 40, n: 5 });
    expect(await (await ask('metric=rating&scale=1-10:8')).json()).toMatchObject({ score: 80, n: 5 });
  });

  it.each([
    'metric=joy',
    '',
    'metric=nps&days=0',
    'metric=nps&days=-3',
    'metric=nps&days=1e3',
    'metric=nps&days=9999',
  ])('refuses ?%s', async (query) => {
    expect((await ask(query)).status).toBe(422);
  });
});

describe('GET export.ndjson', () => {
  it('gives every record of the team, and no secret, no other team', async () => {
    await post({ id: 'a', metric: 'nps', value: 9, comment: 'Lovely soup' });
    const kitchen = await doors.key(['kitchen'], ['responses:write']);
    await post(
      { metric: 'nps', value: 1, comment: 'Elsewhere' },
      bearer(kitchen),
      '/api/v1/teams/kitchen/responses',
    );
    const display = {
      id: 'tv',
      team: 'cafe',
      at: '2026-11-22T10:00:00Z',
      status: 'active',
      batch: null,
      version: 1,
      name: 'TV',
      tokenHash: 'f'.repeat(64),
      enrolHash: 'e'.repeat(64),
    };
    doors.store.records.set('display/tv', display as never);
    const bear = { ...display, id: 'bear', words: 'The bear went home by post.' };
    doors.store.records.set('story/bear', bear as never);
    const answer = await doors.ask(takeAll, '/api/v1/teams/cafe/export.ndjson', { headers: bearer(key) });
    const text = await answer.text();
    const kinds = text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { kind: string }).kind);
    expect(kinds).toEqual(['team', 'story', 'display', 'response', 'verbatim']);
    expect(text).toContain('Lovely soup');
    expect(text).not.toMatch(/Elsewhere|f{64}|e{64}|passwordHash|keyHash|secret/);
  });
});
