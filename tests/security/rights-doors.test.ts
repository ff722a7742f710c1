import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyScopes, type KeyScope } from '../../src/lib/domain/records';
import { hashOf } from '../../src/lib/server/auth/secrets';
import { readConfig } from '../../src/lib/server/config';
import { createHouse, type House } from '../../src/lib/server/house';
import { board } from './rights-table';

// Pages, downloads, the API and sockets, each as everybody asks for it: what is not granted is refused, and says nothing.

const now = new Date('2026-11-22T12:00:00Z');
/** Words of the team north that nobody else may read; its name stands in a sentence that says whose a page is. */
const secrets = [
  'The night porter',
  'Kitchen',
  'How many callers',
  'Say the wait',
  'stood in the rain',
  'sign was dark',
  'umbrellas lent',
  'Nobody sees the sign',
];

/**
 * Who asks, by letter: an owner, a manager, one of the team’s group, one of another group, a leader of the team, a leader of another one,
 * nobody.
 */
const people = { O: 'olga', M: 'mona', G: 'greta', E: 'egon', L: 'lea', X: 'xaver', N: null } as const;
type Letter = keyof typeof people;
const letters = Object.keys(people) as Letter[];

let house: House;
let http: Server;
let port: number;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'huddleboard-rights-'));
  const config = readConfig({ DATA_DIR: join(directory, 'data'), BACKUP_DIR: join(directory, 'backups') });
  house = await createHouse({
    config,
    build: 'b1',
    now: () => now,
    log: pino({ level: 'silent' }),
    takesSlot: false,
  });
  await house.store.commit(board);
  await house.store.commit([
    ...letters.flatMap((letter) => (people[letter] ? [sessionOf(people[letter])] : [])),
    ...['kitchen', 'hall'].map((id) => ({ id })).map(({ id }) => tokenOf(id)),
    ...(['north', 'south'] as const).flatMap((team) =>
      [...keyScopes, null].map((scope) => keyOf(team, scope)),
    ),
  ]);
  http = createServer((_request, response) => response.writeHead(404).end());
  house.live.attach(http);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  port = (http.address() as AddressInfo).port;
}, 60_000);

afterAll(async () => {
  await house.close();
  http.closeAllConnections();
  await new Promise((done) => http.close(done));
  await rm(directory, { recursive: true, force: true });
});

const base = { team: null, at: '2026-11-22T10:00:00.000Z', batch: null };
const sessionOf = (account: string) => ({
  put: 'session' as const,
  record: {
    ...{ ...base, id: hashOf(`session of ${account}`), status: 'open' as const },
    ...{ account, expiresAt: '2026-12-22T10:00:00.000Z' },
  },
});
function tokenOf(id: string) {
  const change = board.find((one) => 'put' in one && one.put === 'display' && one.record.id === id);
  if (!change || !('put' in change) || change.put !== 'display') throw new Error(id);
  return { ...change, record: { ...change.record, tokenHash: hashOf(`token of ${id}`) } };
}
const keyNamed = (team: string, scope: KeyScope | null) =>
  `hb_key-of-${team}-${(scope ?? 'nothing').replace(':', '-')}`;
const keyOf = (team: string, scope: KeyScope | null) => ({
  put: 'api-key' as const,
  record: {
    ...{ ...base, id: hashOf(keyNamed(team, scope)).slice(0, 12), status: 'active' as const, name: team },
    ...{ keyHash: hashOf(keyNamed(team, scope)), hint: 'hb_', teams: [team] },
    ...{ scopes: scope ? [scope] : [], madeBy: 'olga' },
  },
});

const pages = import.meta.glob<{ load?: Load; actions?: Record<string, Load> }>([
  '../../src/routes/admin/**/+page.server.ts',
  '../../src/routes/pair/+page.server.ts',
]);
const downloads = import.meta.glob<{ GET?: Load }>('../../src/routes/admin/**/+server.ts');
const layouts = import.meta.glob<{ load: Load }>('../../src/routes/admin/**/+layout.server.ts');
type Load = (event: never) => unknown;

const at = (file: string) => file.replace('../../src/routes', '').replace(/\/\+[\w.]+$/, '');
const params: Record<string, string> = {
  team: 'north',
  hook: 'hook',
  import: 'file',
  trial: 'trial',
  group: 'coast',
};
/** What `[id]` is, below. */
const ids: Record<string, string> = { '/admin/people/[id]': 'xaver' };

async function eventFor(path: string, letter: Letter, form?: Record<string, string>) {
  const account = people[letter];
  const secret = account ? `session of ${account}` : undefined;
  const url = new URL(`http://board.local${path}`);
  const body = form && new URLSearchParams(form);
  return {
    url,
    params: { ...params, id: ids[path] ?? 'kitchen' },
    locals: { house, leader: await house.auth.leader(secret), language: 'en' },
    request: new Request(url, { method: body ? 'POST' : 'GET', body }),
    cookies: {
      get: (name: string) => (name === 'huddleboard_session' ? secret : undefined),
      getAll: () => [],
      set: () => {},
      delete: () => {},
    },
    getClientAddress: () => '10.0.0.1',
    setHeaders: () => {},
    depends: () => {},
    route: { id: path },
  };
}

/** What came of a load or an action: its status, and all that it said. */
async function asked(load: () => unknown): Promise<{ status: number; said: string }> {
  try {
    const data = await load();
    if (data instanceof Response) return { status: data.status, said: await data.text() };
    const status =
      data && typeof data === 'object' && 'status' in data && typeof data.status === 'number'
        ? data.status
        : 200;
    return { status, said: JSON.stringify(data ?? null) };
  } catch (thrown) {
    if (thrown && typeof thrown === 'object' && 'status' in thrown)
      return { status: Number(thrown.status), said: JSON.stringify(thrown) };
    throw thrown;
  }
}

/** A page as Kit loads it: the layouts above it, then the page. */
async function loaded(path: string, load: Load, letter: Letter) {
  const event = await eventFor(path, letter);
  return asked(async () => {
    let parent: Record<string, unknown> = {};
    for (const file of Object.keys(layouts).sort((a, b) => a.length - b.length)) {
      if (path !== at(file) && !path.startsWith(`${at(file)}/`)) continue;
      const layout = await layouts[file]!();
      parent = { ...parent, ...((await layout.load(event as never)) as object) };
    }
    return load({ ...event, parent: () => Promise.resolve(parent) } as never);
  });
}

/** Who opens a page with something of the team north on it; the others get 403, nobody is sent to sign in. */
function opens(path: string): string {
  if (path.startsWith('/admin/[team]') || path.startsWith('/admin/displays/[id]')) return 'OL';
  if (/^\/admin\/(alerts|backups|erase|groups|retention|trials|people\/\[id\])/.test(path)) return 'O';
  if (path === '/admin/people') return 'OMGE';
  if (path === '/admin/sponsor/[team]') return 'OMGL';
  return 'OMGELX';
}

describe('pages', () => {
  const found = Object.keys(pages)
    .map(at)
    .filter((path) => path !== '/admin/sign-in');

  it('are all looked at', () => {
    expect(found.length).toBeGreaterThan(35);
  });

  it.each(found)('%s opens for whom it is', async (path) => {
    const file = Object.keys(pages).find((one) => at(one) === path)!;
    const { load } = await pages[file]!();
    if (!load) return expect(load).toBeUndefined();
    const answers = await Promise.all(letters.map((letter) => loaded(path, load, letter)));
    const open = letters.filter((_, n) => [200, 303].includes(answers[n]!.status) && letters[n] !== 'N');
    expect(open.join('')).toBe(opens(path));
    letters.forEach((letter, n) => {
      const { status, said } = answers[n]!;
      if (letter === 'N') expect([letter, status]).toEqual([letter, 303]);
      else if (!opens(path).includes(letter)) expect([letter, status]).toEqual([letter, 403]);
      // What a leader of another team may open, or a manager of another group, says nothing of this one.
      if (letter === 'X' || letter === 'E' || letter === 'N')
        expect([letter, secrets.filter((words) => said.includes(words))]).toEqual([letter, []]);
    });
  });

  it.each(Object.keys(downloads).map(at))('%s is given to whom it belongs', async (path) => {
    const file = Object.keys(downloads).find((one) => at(one) === path)!;
    const { GET } = await downloads[file]!();
    const given: string[] = [];
    for (const letter of letters) {
      const event = await eventFor(path, letter);
      const { status, said } = await asked(() => GET!(event as never));
      if (status === 200) given.push(letter);
      if (letter === 'X' || letter === 'E')
        expect(secrets.filter((words) => said.includes(words))).toEqual([]);
    }
    const whose: Record<string, string> = {
      '/admin/backups/download': 'O',
      '/admin/journal/download': 'OMGELX',
      '/admin/audit/audit.csv': 'OMGELX',
    };
    expect(given.join('')).toBe(whose[path] ?? 'OL');
  });
});

/** A form that fills what most actions ask for; `id` and the like lead to things of the team north. */
const form: Record<string, string> = {
  ...{ team: 'north', saw: '1', name: 'Zoe', login: 'zoe', title: 'Tea', text: 'At four', to: 'Bo' },
  ...{ from: 'Al', behaviour: 'You smiled.', question: 'Was it warm?', metric: 'nps', routine: 'Handover' },
  ...{ value: '61', point: 'focus', day: '2026-12-01', due: '2026-12-31', review: '2026-12-06' },
  ...{ meaning: 'You know', what: 'complaints', unit: 'in-100', baseline: '1', target: '2', turn: '1' },
  ...{ tone: 'call', minutes: '10', item: 'scene', dwell: 'auto', timeZone: 'UTC', customer: 'guest' },
  ...{ role: 'leader', 'team-north': 'on', 'scope-scores:read': 'on', minimumN: '5', cadenceDays: '7' },
  ...{ moderation: 'all', order: 'scene', panel: 'shout-outs', profile: 'break-room', words: 'The bear' },
  ...{ tried: 'Asked aloud', weDid: 'Warm plates', code: 'BCDFGHJK', framedBy: '', proof: 'path' },
  ...{
    start: '2026-11-22',
    end: '2026-12-20',
    goal: 'Try it',
    critical: 'warmth',
    about: 'on',
    part: 'Plates',
    verdict: 'kept',
    mission: 'Warm plates',
    rule: 'No dogs',
  },
};
const things = [
  ...['words', 'approved', 'bravo', 'waiting', 'quick-calls', 'news', 'thanks', 'flight', 'poster', 'better'],
  ...[
    'fair',
    'drill',
    'decision',
    'promise',
    'hook',
    'key',
    'aim',
    'invited',
    'bear',
    'north.help.focus',
    'no-dogs',
    'sign',
    'brought-sign',
    'lamp',
    'names',
    'bread',
    'door',
    'dare.1',
    'ours',
  ],
];

describe('forms', () => {
  /** What somebody may send though the team is not theirs to lead. */
  const granted = [
    'M /admin/grid end',
    'M /admin/grid offer',
    'M /admin/grid sign',
    'M /admin/people drop',
    'M /admin/people invite',
    // The help that she offered herself.
    'M /admin/[team] helped',
    // She stands behind the team, and steps down.
    'M /admin/sponsor/[team] express',
    'M /admin/sponsor/[team] model',
    'M /admin/sponsor/[team] name',
    'M /admin/sponsor/[team] reinforce',
  ].sort();

  it('change nothing for whoever is not granted it, whatever they send', async () => {
    let sent = 0;
    const done = new Set<string>();
    for (const [file, read] of Object.entries(pages)) {
      const path = at(file);
      if (path === '/admin/sign-in') continue;
      const { actions = {} } = await read();
      for (const [action, act] of Object.entries(actions)) {
        if (action === 'sign-out') continue;
        for (const letter of ['M', 'E', 'X', 'N'] as const) {
          for (const id of things) {
            const before = house.store.head;
            const event = await eventFor(path, letter, { ...form, id });
            const { status } = await asked(() => act({ ...event, params: { ...event.params } } as never));
            sent += 1;
            if (house.store.head !== before || status < 300) done.add(`${letter} ${path} ${action}`);
          }
        }
      }
    }
    expect(sent).toBeGreaterThan(3000);
    expect([...done].sort()).toEqual(granted);
  }, 120_000);

  it('control: the same forms change a lot for the team’s own leader', async () => {
    const changed = new Set<string>();
    for (const [file, read] of Object.entries(pages)) {
      const path = at(file);
      if (!path.startsWith('/admin/[team]')) continue;
      const { actions = {} } = await read();
      for (const [action, act] of Object.entries(actions))
        for (const id of things) {
          const before = house.store.head;
          await asked(async () => act((await eventFor(path, 'L', { ...form, id })) as never));
          if (house.store.head > before) changed.add(`${path} ${action}`);
        }
    }
    expect(changed.size).toBeGreaterThan(20);
  }, 120_000);
});

describe('the API', () => {
  const routes = import.meta.glob<Record<string, Load>>('../../src/routes/api/v1/**/+server.ts');
  const scopes: Record<string, KeyScope> = {
    'GET /api/v1/teams/[team]/score': 'scores:read',
    'GET /api/v1/teams/[team]/export.ndjson': 'export:read',
    'POST /api/v1/teams/[team]/responses': 'responses:write',
    'POST /api/v1/teams/[team]/imports': 'imports:write',
    'POST /api/v1/imports': 'imports:write',
  };

  it('lets in a key of the team with the permission, and no other', async () => {
    const seen: string[] = [];
    for (const [file, read] of Object.entries(routes)) {
      const path = at(file);
      if (path.endsWith('openapi.json')) continue;
      for (const [method, answer] of Object.entries(await read())) {
        const needed = scopes[`${method} ${path}`];
        seen.push(`${method} ${path}`);
        for (const team of ['north', 'south'] as const)
          for (const scope of [...keyScopes, null]) {
            const url = new URL(`http://board.local${path.replace('[team]', 'north')}?metric=nps&days=30`);
            const body = path.endsWith('responses') ? '{"metric":"nps","value":9}' : 'score\n9\n';
            const headers = {
              authorization: `Bearer ${keyNamed(team, scope)}`,
              'content-type': path.endsWith('responses') ? 'application/json' : 'text/csv',
            };
            const request = new Request(url, { method, headers, ...(method === 'POST' ? { body } : {}) });
            const event = { url, request, params: { team: 'north' }, locals: { house, language: 'en' } };
            const { status } = await asked(() => answer(event as never));
            const mayIn = scope === needed && (team === 'north' || !path.includes('[team]'));
            expect([path, team, scope, status === 403]).toEqual([path, team, scope, !mayIn]);
          }
      }
    }
    expect(seen.sort()).toEqual(Object.keys(scopes).sort());
  });
});

describe('sockets', () => {
  const sockets: Socket[] = [];
  afterAll(() => sockets.forEach((socket) => socket.disconnect()));

  function connect(space: string, letter: Letter, auth: object = {}): Socket {
    const account = people[letter];
    const socket = io(`http://127.0.0.1:${port}/${space}`, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth,
      extraHeaders: account
        ? { cookie: `huddleboard_session=${encodeURIComponent(`session of ${account}`)}` }
        : {},
    });
    sockets.push(socket);
    return socket;
  }
  const isIn = (socket: Socket) =>
    new Promise<boolean>((done) => {
      socket.once('connect', () => done(true));
      socket.once('connect_error', () => done(false));
    });
  const preview = (letter: Letter) => connect('screens', letter, { display: 'kitchen', protocol: 1 });

  it('open for those who may look, and for the TV itself', async () => {
    const [leaders, previews]: string[][] = [[], []];
    for (const letter of letters) {
      if (await isIn(connect('leaders', letter))) leaders!.push(letter);
      if (await isIn(preview(letter))) previews!.push(letter);
    }
    expect([leaders!.join(''), previews!.join('')]).toEqual(['OMGELX', 'OMGL']);
    const tv = (token: string) => connect('screens', 'N', { display: 'kitchen', protocol: 1, token });
    expect(await isIn(tv('token of kitchen'))).toBe(true);
    expect(await isIn(tv('token of hall'))).toBe(false);
    expect(await isIn(connect('other', 'O'))).toBe(false);
  });

  it('tell each leader of the displays of their own teams, and follow when that changes', async () => {
    const heard: Record<string, string[]> = { O: [], M: [], G: [], E: [], L: [], X: [] };
    const open = {} as Record<string, Socket>;
    for (const letter of ['O', 'M', 'G', 'E', 'L', 'X'] as const) {
      open[letter] = connect('leaders', letter);
      open[letter].on('display:state', ({ display }: { display: string }) => heard[letter]!.push(display));
      expect(await isIn(open[letter])).toBe(true);
    }
    const looking = preview('L');
    expect(await isIn(looking)).toBe(true);
    const helping = preview('G');
    expect(await isIn(helping)).toBe(true);
    const tv = async () => {
      for (const list of Object.values(heard)) list.length = 0;
      const socket = connect('screens', 'N', { display: 'kitchen', protocol: 1, token: 'token of kitchen' });
      expect(await isIn(socket)).toBe(true);
      await expect.poll(() => heard.O!.includes('kitchen')).toBe(true);
      const who = Object.keys(heard).filter((letter) => heard[letter]!.includes('kitchen'));
      socket.disconnect();
      return who.join('');
    };
    expect(await tv()).toBe('OMGL');

    // Lea goes to the other team, Xaver comes to this one: what is open follows.
    const owner = await house.auth.leader('session of olga');
    for (const [id, team] of [
      ['lea', 'south'],
      ['xaver', 'north'],
    ] as const) {
      const { version } = (await house.store.get('account', id))!;
      const input = { id, saw: version, role: 'leader' as const, teams: [team] };
      expect(await house.intake.submit('account:edit', input, owner!)).toMatchObject({ ok: true });
    }
    await expect.poll(() => looking.connected, { timeout: 5000 }).toBe(false);
    expect(await tv()).toBe('OMGX');

    // The team goes from one group to the other: so does the help of its managers.
    const group = { id: 'inland', saw: 1, name: 'Inland', teams: ['north', 'south'] };
    expect(await house.intake.submit('group:edit', group, owner!)).toMatchObject({ ok: true });
    await expect.poll(() => helping.connected, { timeout: 5000 }).toBe(false);
    expect(await tv()).toBe('OMEX');
    // The group is removed: whoever helped by it alone helps nobody, and not everybody.
    expect(await house.intake.submit('group:drop', { id: 'inland' }, owner!)).toMatchObject({ ok: true });
    await expect.poll(tv, { timeout: 5000 }).toBe('OMX');

    // Her session is ended, the manager’s account is closed: both are out.
    const lea = await house.auth.leader('session of lea');
    const end = { id: hashOf('session of lea') };
    expect(await house.intake.submit('session:close', end, lea!)).toMatchObject({ ok: true });
    expect(await house.intake.submit('account:close', { id: 'mona' }, owner!)).toMatchObject({ ok: true });
    await expect
      .poll(() => [open.L!.connected, open.M!.connected], { timeout: 5000 })
      .toEqual([false, false]);
    expect([open.O!.connected, open.X!.connected]).toEqual([true, true]);

    // Its display is taken down: the TV is out, too.
    const hanging = connect('screens', 'N', { display: 'kitchen', protocol: 1, token: 'token of kitchen' });
    expect(await isIn(hanging)).toBe(true);
    expect(await house.intake.submit('display:revoke', { id: 'kitchen' }, owner!)).toMatchObject({
      ok: true,
    });
    await expect.poll(() => hanging.connected, { timeout: 5000 }).toBe(false);
  });
});
