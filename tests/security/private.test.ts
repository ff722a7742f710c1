import { createServer, type Server } from 'node:http';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Written } from '../../src/lib/domain/journal';
import { keyScopes } from '../../src/lib/domain/records';
import { hashOf } from '../../src/lib/server/auth/secrets';
import { readConfig } from '../../src/lib/server/config';
import { createHouse, type House } from '../../src/lib/server/house';
import { actors, board } from './rights-table';

// What a leader keeps private, by construction: every route there is, every export, socket and backup is tried by everybody else,
// and the disk is read byte by byte. A route that comes to be later is tried without being named here.

/** An entry of every kind, each with words of its own; a new kind has to be added before the types hold. */
const secrets: { [K in Written['kind']]: { words: string[]; written: Extract<Written, { kind: K }> } } = {
  tried: {
    words: ['Zq1 asked before telling', 'Zq2 they told me'],
    written: {
      ...{ kind: 'tried', team: 'north', turn: 1 },
      ...{ tried: 'Zq1 asked before telling', happened: 'Zq2 they told me' },
    },
  },
  time: {
    words: ['Zq3 with people', 'Zq4 with papers', 'Zq5 on the road', 'Zq6 at the pass'],
    written: {
      kind: 'time',
      buckets: [
        { name: 'Zq3 with people', minutes: 45 },
        { name: 'Zq4 with papers', minutes: 120 },
        { name: 'Zq5 on the road', minutes: 0 },
        { name: 'Zq6 at the pass', minutes: 15 },
      ],
    },
  },
  coaching: {
    words: ['Zq7 after handover', 'Zq8 the rota is mine alone'],
    written: {
      ...{ kind: 'coaching', slots: [{ when: 'Zq7 after handover', held: false }] },
      ...{ noTime: true, noSkill: false, whys: ['Zq8 the rota is mine alone'] },
    },
  },
  listening: {
    words: ['Zq9 what is hard', 'Zq10 the door', 'Zq11 past each other'],
    written: {
      ...{ kind: 'listening', asked: 'Zq9 what is hard', heard: 'Zq10 the door' },
      spoke: 'Zq11 past each other',
    },
  },
  observation: {
    words: ['Zq12 Otto', 'Zq13 he waited'],
    written: { kind: 'observation', whom: 'Zq12 Otto', seen: ['listened'], note: 'Zq13 he waited' },
  },
  habits: {
    words: ['Zq14 greet first'],
    written: { kind: 'habits', habits: [{ text: 'Zq14 greet first', kept: false }] },
  },
  // These have no words of their own but yes and no.
  mirror: { words: ['"wish":false'], written: { kind: 'mirror', wish: false } },
  closing: {
    words: ['"coached":false,"modelled":true'],
    written: { kind: 'closing', coached: false, modelled: true },
  },
};
const kinds = Object.keys(secrets) as Written['kind'][];
const allWords = kinds.flatMap((kind) => secrets[kind].words);
/** A face that one phone chose: nobody at all reads it. */
const chosen = '"face":2';
/** What one leader said makes it tough: in no pool yet, so nobody reads it either, whoever said it included. */
const tough = 'Zq99 my own shifts';
const foundIn = (text: string) => [...allWords, chosen, tough].filter((words) => text.includes(words));

let clock = new Date('2026-11-22T12:00:00Z');
let house: House;
let http: Server;
let directory: string;
let ticket: string;

const base = { team: null, at: '2026-11-22T10:00:00.000Z', batch: null };
/** Who asks: the author, an owner, managers, another leader of the same team, one of another, a phone of the team, a key, nobody. */
const people = ['lea', 'olga', 'mona', 'greta', 'egon', 'lou', 'xaver', 'phone', 'key', 'nobody'] as const;
type Who = (typeof people)[number];
const others = people.filter((who) => who !== 'lea');
const accounts = people.slice(0, 7);
const apiKey = 'hb_key-of-north-for-everything';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'huddleboard-private-'));
  const config = readConfig({ DATA_DIR: join(directory, 'data'), BACKUP_DIR: join(directory, 'backups') });
  const log = pino({ level: 'silent' });
  house = await createHouse({ config, build: 'b1', now: () => clock, log, takesSlot: false });
  await house.store.commit(board);
  const lea = (await house.store.get('account', 'lea'))!;
  const { version: _, ...kitchen } = (await house.store.get('display', 'kitchen'))!;
  await house.store.commit([
    { put: 'account', record: { ...lea, id: 'lou', login: 'lou', name: 'Lou' } },
    { put: 'display', record: { ...kitchen, tokenHash: hashOf('token') } },
    ...accounts.map((account) => ({
      put: 'session' as const,
      record: {
        ...{ ...base, id: hashOf(`session of ${account}`), status: 'open' as const },
        ...{ account, expiresAt: '2026-12-22T10:00:00.000Z' },
      },
    })),
    {
      put: 'api-key',
      record: {
        ...{
          ...base,
          id: hashOf(apiKey).slice(0, 12),
          status: 'active' as const,
          name: 'Key',
          keyHash: hashOf(apiKey),
          hint: 'hb_',
        },
        ...{ teams: ['north'], scopes: [...keyScopes], madeBy: 'olga' },
      },
    },
  ]);
  for (const kind of kinds) {
    const { written } = secrets[kind];
    expect(await house.notebook.write({ id: `of-${kind}`, written }, actors.L![1])).toMatchObject({
      ok: true,
    });
  }
  const code = await house.auth.joinCode('north', '2026-11-22');
  ticket = (await house.auth.ticketFor('north', code, clock))!.ticket;
  const phone = (await house.auth.phone(ticket, clock))!;
  const echo = { team: 'north', topic: 'leading' as const, face: 2, phone: 'own' };
  expect(await house.echoes.tap(echo, phone)).toMatchObject({ ok: true });
  await house.intake.submit('team:leadership', { team: 'north', on: true }, actors.O![1]);
  const said = { team: 'north', text: tough, account: 'lea' };
  expect(await house.echoes.say(said)).toMatchObject({ ok: true });
  http = createServer((_request, response) => response.writeHead(404).end());
  house.live.attach(http);
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
}, 60_000);

afterAll(async () => {
  await house.close();
  http.closeAllConnections();
  await new Promise((done) => http.close(done));
  await rm(directory, { recursive: true, force: true });
});

type Handler = (event: never) => unknown;
const layouts = import.meta.glob<{ load?: Handler }>('../../src/routes/**/+layout.server.ts');
const pages = import.meta.glob<{ load?: Handler; actions?: Record<string, Handler> }>(
  '../../src/routes/**/+page.server.ts',
);
const servers = import.meta.glob<Record<string, Handler>>('../../src/routes/**/+server.ts');
const at = (file: string) => file.replace('../../src/routes', '').replace(/\/\+[\w.]+$/, '') || '/';

/** Everything that an address may name, entries of the notebook among it. */
const ids = [...kinds.map((kind) => `of-${kind}`), 'kitchen', 'lea', 'file', 'picture', 'bear'];

async function eventFor(path: string, who: Who, id: string, form?: Record<string, string>) {
  const secret = accounts.some((account) => account === who) ? `session of ${who}` : undefined;
  const cookies: Record<string, string | undefined> = {
    huddleboard_session: secret,
    huddleboard_ticket: who === 'phone' ? ticket : undefined,
  };
  const url = new URL(`http://board.local${path}?metric=nps&days=30&q=Zq1&by=lea&name=${id}`);
  const headers = who === 'key' ? { authorization: `Bearer ${apiKey}` } : undefined;
  const params = {
    team: 'north',
    hook: 'hook',
    import: 'file',
    trial: 'trial',
    group: 'coast',
    source: 'x',
    id,
  };
  return {
    ...{
      url,
      params,
      cookies: { get: (name: string) => cookies[name], getAll: () => [], set() {}, delete() {} },
    },
    locals: { house, leader: await house.auth.leader(secret), language: 'en' },
    request: new Request(url, form ? { method: 'POST', body: new URLSearchParams(form) } : { headers }),
    getClientAddress: () => '10.0.0.1',
    setHeaders() {},
    depends() {},
    fetch: () => Promise.reject(new Error('no fetch')),
    route: { id: path },
  };
}

const textOf = (bytes: Buffer) =>
  (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');

/** All that came of it: data, a body, a refusal. */
async function said(load: () => unknown): Promise<{ text: string; ok: boolean }> {
  try {
    const data = await load();
    if (!(data instanceof Response)) return { text: JSON.stringify(data ?? null), ok: true };
    return { text: textOf(Buffer.from(await data.arrayBuffer())), ok: data.ok };
  } catch (thrown) {
    return { text: `${JSON.stringify(thrown)} ${String(thrown)}`, ok: false };
  }
}

/** A page as Kit loads it, with what the layouts above it say. */
const loaded = (path: string, load: Handler | undefined, who: Who, id: string) =>
  said(async () => {
    const event = await eventFor(path, who, id);
    let parent: Record<string, unknown> = {};
    for (const file of Object.keys(layouts).sort((a, b) => a.length - b.length)) {
      if (path !== at(file) && !path.startsWith(`${at(file)}/`)) continue;
      const layout = await layouts[file]!();
      parent = { ...parent, ...((await layout.load?.(event as never)) as object) };
    }
    const data = await load?.({ ...event, parent: () => Promise.resolve(parent) } as never);
    return { parent, data };
  });

/** Every word of it that any page says, to whom and where; and who was let in where. */
async function saidByPages(): Promise<{ leaks: string[]; opened: Set<string> }> {
  const leaks: string[] = [];
  const opened = new Set<string>();
  for (const [file, read] of Object.entries(pages)) {
    const { load } = await read();
    for (const who of people)
      for (const id of at(file).includes('[id]') ? ids : ['kitchen']) {
        const { text, ok } = await loaded(at(file), load, who, id);
        if (ok) opened.add(`${who} ${at(file)}`);
        leaks.push(...foundIn(text).map((words) => `${who} ${at(file)}: ${words}`));
      }
  }
  return { leaks: leaks.sort(), opened };
}

/** The same of downloads and routes of the API; and who was given what. */
async function saidByServers(): Promise<{ leaks: string[]; given: Set<string> }> {
  const leaks: string[] = [];
  const given = new Set<string>();
  for (const [file, read] of Object.entries(servers)) {
    const { GET } = await read();
    if (!GET) continue;
    for (const who of people)
      for (const id of at(file).includes('[id]') ? ids : ['kitchen']) {
        const { text, ok } = await said(async () => GET((await eventFor(at(file), who, id)) as never));
        if (ok) given.add(`${who} ${at(file)}`);
        leaks.push(...foundIn(text).map((words) => `${who} ${at(file)}: ${words}`));
      }
  }
  return { leaks: leaks.sort(), given };
}
const onOwnPage = allWords.map((words) => `lea /admin/journal: ${words}`).sort();
const inOwnDownload = allWords.map((words) => `lea /admin/journal/download: ${words}`).sort();

it('no page says a word of it, to anybody but its author on the page of the notebook', async () => {
  const { leaks, opened } = await saidByPages();
  expect(leaks).toEqual(onOwnPage);
  // The control: they were let in, each to many.
  const letIn = (who: Who) => [...opened].filter((one) => one.startsWith(`${who} `)).length;
  expect(letIn('olga')).toBeGreaterThan(40);
  expect(letIn('lou')).toBeGreaterThan(25);
  expect(letIn('mona')).toBeGreaterThan(8);
  expect([...opened]).toContain('phone /team/[team]');
}, 120_000);

it('no download, route of the API or backup holds a word of it but its author’s own', async () => {
  const { leaks, given } = await saidByServers();
  expect(leaks).toEqual(inOwnDownload);
  // The control: this is what the others were given.
  for (const what of ['olga /admin/backups/download', 'lou /admin/[team]/plays/plays.ndjson'])
    expect([...given]).toContain(what);
  for (const what of ['key /api/v1/teams/[team]/export.ndjson', 'mona /admin/audit/audit.csv'])
    expect([...given]).toContain(what);
}, 60_000);

it('no form of the notebook gives it away, changes or drops it for anybody else', async () => {
  const { actions = {} } = await pages['../../src/routes/admin/journal/+page.server.ts']!();
  const records = async () => (await house.store.list('journal')).records.filter(({ by }) => by === 'lea');
  const before = await records();
  // One of them came with the board, and no key here opens it.
  expect(before).toHaveLength(kinds.length + 1);
  for (const act of Object.values(actions))
    for (const who of others)
      for (const id of ids) {
        const form = { id, once: id, saw: '1', team: 'north', tried: 'Mine now' };
        const { text } = await said(async () =>
          act((await eventFor('/admin/journal', who, id, form)) as never),
        );
        expect([who, foundIn(text)]).toEqual([who, []]);
      }
  expect(await records()).toEqual(before);
});

it('answers to “Why?” that its author shares are read by managers who help the team alone, until they are taken back', async () => {
  const { actions = {} } = await pages['../../src/routes/admin/journal/+page.server.ts']!();
  const act = async (name: string, form: Record<string, string>, who: Who = 'lea') => {
    const event = await eventFor('/admin/journal', who, 'x', form);
    return (await said(async () => actions[name]!(event as never))).text.includes('"ok":true');
  };
  const what = { id: 'of-coaching', team: 'north', once: 'copy' };
  // Neither another leader nor an owner shares it; nor is it shared with a team that its author does not lead, nor anything but answers.
  expect(await act('share', what, 'lou')).toBe(false);
  expect(await act('share', what, 'olga')).toBe(false);
  expect(await act('share', { ...what, team: 'south' })).toBe(false);
  expect(await act('share', { ...what, id: 'of-tried' })).toBe(false);
  expect(await act('share', what)).toBe(true);
  const [why = ''] = secrets.coaching.written.whys;
  const read = ['mona', 'greta'].map((who) => `${who} /admin/grid: ${why}`);
  expect((await saidByPages()).leaks).toEqual([...onOwnPage, ...read].sort());
  expect((await saidByServers()).leaks).toEqual(inOwnDownload);
  // That it was shared is said, by whom, and none of the words.
  const audit = await loaded(
    '/admin/audit',
    (await pages['../../src/routes/admin/audit/+page.server.ts']!()).load,
    'olga',
    'x',
  );
  expect(audit.text).toContain('journal:share');
  // A second time is in place of the first; nobody else takes it back.
  expect(await act('share', { ...what, once: 'again' })).toBe(true);
  expect(await house.store.get('journal', 'copy')).toBeUndefined();
  expect(await act('back', { id: 'again' }, 'mona')).toBe(false);
  expect(await act('back', { id: 'again' })).toBe(true);
  expect((await saidByPages()).leaks).toEqual(onOwnPage);
  expect((await house.store.list('journal', { status: 'shared' })).records).toEqual([]);
}, 240_000);

it('no socket says a word of it, not even while it is written', async () => {
  const { port } = http.address() as AddressInfo;
  const heard: string[] = [];
  const sockets: Socket[] = [];
  const connect = async (space: string, cookie: string, auth: object = {}) => {
    const socket = io(`http://127.0.0.1:${port}/${space}`, {
      ...{ path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, auth },
      extraHeaders: { cookie },
    });
    sockets.push(socket);
    socket.onAny((...message) => heard.push(JSON.stringify(message)));
    await new Promise<void>((done) => {
      socket.once('connect', () => done());
      socket.once('connect_error', () => done());
    });
    return socket;
  };
  for (const account of accounts) {
    await connect('leaders', `huddleboard_session=${encodeURIComponent(`session of ${account}`)}`);
    await connect('screens', `huddleboard_session=${encodeURIComponent(`session of ${account}`)}`, {
      ...{ display: 'kitchen', protocol: 1 },
    });
  }
  await connect('phones', `huddleboard_ticket=${encodeURIComponent(ticket)}`);
  const tv = await connect('screens', '', { display: 'kitchen', protocol: 1, token: 'token' });
  tv.emit('board:sync', null, (board: unknown) => heard.push(JSON.stringify(board)));
  for (const kind of kinds) {
    const { version } = (await house.store.get('journal', `of-${kind}`))!;
    const entry = { id: `of-${kind}`, saw: version, written: secrets[kind].written };
    expect(await house.notebook.write(entry, actors.L![1])).toMatchObject({ ok: true });
  }
  await expect.poll(() => heard.some((one) => one.includes('display:state'))).toBe(true);
  await expect.poll(() => heard.some((one) => one.includes('"layout"'))).toBe(true);
  expect(foundIn(heard.join('\n'))).toEqual([]);
  sockets.forEach((socket) => socket.disconnect());
});

/** Every file below a folder, archives unpacked. */
async function bytesBelow(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // Some come and go while the server runs.
    const bytes = await readFile(path).catch(() => Buffer.of());
    found.set(path.slice(folder.length + 1), bytes.toString('latin1') + textOf(bytes));
  }
  return found;
}

it('neither the journal nor checkpoints nor backups hold a word of it, and no backup holds the key', async () => {
  clock = new Date('2026-11-24T12:00:00Z');
  await house.backups.look();
  const data = await bytesBelow(join(directory, 'data'));
  const backups = await bytesBelow(join(directory, 'backups'));
  await house.close();
  const closed = await bytesBelow(join(directory, 'data'));
  expect([...backups.keys()].filter((name) => name.endsWith('.gz')).length).toBeGreaterThan(0);
  for (const files of [data, backups, closed])
    for (const [name, text] of files) expect([name, foundIn(text)]).toEqual([name, []]);

  // The controls: what is sealed stands there, and so would words, for those of the team’s own pages do.
  const sealed = await readFile(join(directory, 'data', 'private.key'));
  const [archive] = [...backups.values()].filter((text) => text.includes('["journal",'));
  for (const text of [[...closed.values()].join(), archive!]) {
    for (const kind of kinds) expect(text).toContain(`"of-${kind}"`);
    expect(text).toContain('The night porter');
  }
  for (const text of backups.values())
    for (const form of ['latin1', 'hex', 'base64', 'base64url'] as const)
      expect(text.includes(sealed.toString(form))).toBe(false);
});
