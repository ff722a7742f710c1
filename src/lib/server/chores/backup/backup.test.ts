import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { Clock } from '../../../../../tests/support/clock';
import { emptyDirectory } from '../../../../../tests/support/directory';
import { picture, put, story } from '../../../../../tests/support/records';
import type { Actor } from '../../../domain/command';
import type { Account, Change } from '../../../domain/records';
import { createIntake } from '../../intake/intake';
import { newId } from '../../intake/ids';
import { openStore } from '../../store/open-store';
import { fingerprint, openArchive } from './archive';
import { kept, nameAt, openBackups, writeBackup, type BackupsParts } from './backups';
import { backUp, bringBack, drill } from './by-script';
import { newestBackup, planRestore, restore } from './restore';
import { openRestoring } from './restoring';

const clock = new Clock();
const webp = (words: string) => Buffer.concat([Buffer.from('RIFF....WEBP'), Buffer.from(words)]);
let folder: string;
beforeEach(async () => {
  folder = await emptyDirectory();
  clock.set('2026-11-22T10:00:00.000Z');
});

const owner = (over: Partial<Account> = {}): Change => ({
  put: 'account',
  record: {
    ...{ id: 'dana', team: null, at: '2026-11-01T08:00:00.000Z', status: 'active', batch: null },
    ...{ login: 'dana', name: 'Dana', role: 'owner', teams: [], passwordHash: 'hash one', ...over },
  },
});
const organisation: Change = {
  put: 'organisation',
  record: {
    ...{ id: 'organisation', team: null, at: '2026-11-01T08:00:00.000Z', status: 'active', batch: null },
    ...{ name: 'Harbour Kitchen', secret: 'ab'.repeat(32), sample: false },
  },
};
const board = (): Change[] => [organisation, owner(), put.team(), put.display()];

async function machine(name: string) {
  const dir = join(folder, name);
  const store = await openStore({ dir });
  onTestFinished(() => store.close());
  const media = join(dir, 'media');
  const bytes = (id: string) => readFile(join(media, `${id}.webp`)).catch(() => undefined);
  const backup = async (file: string) => {
    const path = join(folder, file);
    const parts = { snapshot: await store.snapshot(), made: clock.now(), build: 'test', picture: bytes };
    expect(await writeBackup(path, parts)).toMatchObject({ ok: true });
    return path;
  };
  const bring = async (path: string, by: string | null = null) => {
    const archive = await openArchive(path);
    if (!archive.ok) return archive;
    const lists = [folder];
    return restore({ store, archive: archive.value, media, lists, by, now: clock.now(), newId });
  };
  const plan = async (path: string, by: string | null = null) => {
    const archive = await openArchive(path);
    if (!archive.ok) return archive;
    return planRestore({ store, archive: archive.value, media, lists: [folder], by });
  };
  const print = async () => {
    const { records } = await store.snapshot();
    return fingerprint(records.filter(([kind]) => kind !== 'audit'));
  };
  const keep = async (id: string) => {
    await store.commit([{ put: 'picture', record: picture({ id }) }]);
    await import('node:fs/promises').then((fs) => fs.mkdir(media, { recursive: true }));
    await writeFile(join(media, `${id}.webp`), webp(id));
  };
  return { dir, store, media, bytes, backup, bring, plan, print, keep };
}

test('what was backed up comes back on an empty machine, equal by hash, with its pictures', async () => {
  const shop = await machine('shop');
  await shop.store.commit(board());
  await shop.store.commit(
    Array.from({ length: 1_200 }, (_, i) => put.response({ id: `answer${i}`, value: i % 11 })),
  );
  await shop.keep('bear');
  const path = await shop.backup('one.ndjson.gz');

  const other = await machine('other');
  expect(await other.bring(path)).toMatchObject({ ok: true, value: { pictures: 1, erased: 0, closed: 0 } });
  expect(await other.print()).toBe(await shop.print());
  expect(await other.bytes('bear')).toEqual(webp('bear'));
  await other.store.commit([put.team({ name: 'another' })]);
  expect(await other.print()).not.toBe(await shop.print());
});

test('a dry run says what would change and changes nothing; the restore does just that, in one commit', async () => {
  const shop = await machine('shop');
  await shop.store.commit([...board(), put.response({ id: 'kept' }), put.response({ id: 'lost' })]);
  const before = await shop.print();
  const path = await shop.backup('one.ndjson.gz');
  await shop.store.commit([
    put.team({ name: 'Renamed' }),
    put.response({ id: 'newer' }),
    { erase: 'response', id: 'lost' },
  ]);
  const [head, later] = [shop.store.head, await shop.print()];
  const kinds = [
    { kind: 'team', back: 0, changed: 1, gone: 0 },
    { kind: 'response', back: 1, changed: 0, gone: 1 },
  ];
  const plan = await shop.plan(path);
  expect(plan).toMatchObject({ ok: true, value: { same: 4, keepsYou: true } });
  expect(plan.ok && plan.value.kinds).toEqual(expect.arrayContaining(kinds));
  expect([shop.store.head, await shop.print()]).toEqual([head, later]);

  expect(await shop.bring(path, 'dana')).toMatchObject({ ok: true, value: { same: 4 } });
  expect(shop.store.head).toBe(head + 1);
  expect(await shop.print()).toBe(before);
  expect((await shop.store.list('audit')).records[0]).toMatchObject({
    ...{ by: 'dana', command: 'backup:restore', about: '2026-11-22T10:00:00.000Z' },
  });
});

test('a damaged, cut, altered or foreign file is refused with a sentence of its own, and nothing is changed', async () => {
  const shop = await machine('shop');
  await shop.store.commit(board());
  await shop.keep('bear');
  const path = await shop.backup('one.ndjson.gz');
  await shop.store.commit([put.team({ name: 'Renamed' })]);
  const [head, print] = [shop.store.head, await shop.print()];
  const whole = await readFile(path);
  const text = gunzipSync(whole).toString();
  const tried: [string, Uint8Array][] = [
    ...Array.from({ length: 40 }, (_, i): [string, Uint8Array] => [
      'backup-damaged',
      whole.subarray(0, Math.max(20, Math.floor((whole.length * i) / 40))),
    ]),
    ['backup-damaged', gzipSync(text.replace('North desk', 'South desk'))],
    ['backup-damaged', gzipSync(text.split('\n').slice(0, -2).join('\n') + '\n')],
    ['backup-damaged', gzipSync(`${text}["team",{}]\n`)],
    ['backup-newer', gzipSync(text.replace('"schema":1', '"schema":99'))],
    ['backup-foreign', gzipSync('{"another":"program"}\n')],
    ['backup-foreign', gzipSync('')],
    ['backup-foreign', Buffer.from('PK\u0003\u0004 a zip')],
    ['backup-foreign', Buffer.from('')],
  ];
  for (const [code, bytes] of tried) {
    await writeFile(path, bytes);
    expect(await shop.bring(path), `${code}, ${bytes.length} bytes`).toMatchObject({
      ...{ ok: false, refusal: { code } },
    });
  }
  expect(await shop.bring(join(folder, 'none'))).toMatchObject({ refusal: { code: 'backup-not-there' } });
  expect([shop.store.head, await shop.print()]).toEqual([head, print]);
  await writeFile(path, whole);
  expect(await shop.bring(path)).toMatchObject({ ok: true });
});

test('a backup that names a file outside the folder of pictures, or a picture that is none, is refused', async () => {
  const shop = await machine('shop');
  await shop.store.commit(board());
  await shop.keep('bear');
  const path = await shop.backup('one.ndjson.gz');
  const text = gunzipSync(await readFile(path)).toString();
  const forged = async (from: string, to: string) => {
    const { createHash } = await import('node:crypto');
    const lines = text.replace(from, to).split('\n').slice(0, -2);
    const sum = createHash('sha256')
      .update(`${lines.join('\n')}\n`)
      .digest('hex');
    const end = JSON.parse(text.split('\n').at(-2) ?? '');
    await writeFile(
      path,
      gzipSync(`${lines.join('\n')}\n${JSON.stringify({ end: { ...end.end, sha256: sum } })}\n`),
    );
    return openArchive(path);
  };
  const [script] = [Buffer.from('<script>alert(1)</script>').toString('base64')];
  expect(await forged('"picture":"bear"', '"picture":"../../bear"')).toMatchObject({ ok: false });
  expect(await forged(webp('bear').toString('base64'), script)).toMatchObject({ ok: false });
  expect(await forged('["team",', '["no-kind",')).toMatchObject({ ok: false });
  // The control: the same forgery with nothing forged is taken.
  expect(await forged('', '')).toMatchObject({ ok: true });
});

test('what was erased stays erased: here, and on an empty machine by the list beside the backups', async () => {
  const shop = await machine('shop');
  const house: Actor = { as: 'account', id: 'dana', name: 'Dana', role: 'owner', teams: [] };
  const intake = createIntake({ store: shop.store, now: clock.now, log: { error: () => undefined } });
  await shop.store.commit(board());
  await shop.keep('bear');
  await shop.store.commit([{ put: 'story', record: story({ picture: 'bear' }) }, put.verbatim()]);
  const path = await shop.backup(nameAt(clock.now()));
  const control = await machine('control');

  const backups = openBackups({ ...folderParts(), store: shop.store, directory: folder, every: 0 });
  clock.turn(60_000);
  expect(await intake.submit('story:withdraw', { team: 'north', id: 'flight' }, house)).toMatchObject({
    ok: true,
  });
  await backups.close();
  expect(await shop.store.get('picture', 'bear')).toBeUndefined();
  await rm(join(shop.media, 'bear.webp'));

  const list = join(folder, 'erased.ndjson');
  expect(await readFile(list, 'utf8')).toContain('"bear"');
  const other = await machine('other');
  for (const one of [shop, other]) {
    expect(await one.bring(path)).toMatchObject({ ok: true });
    expect(await one.store.get('picture', 'bear')).toBeUndefined();
    expect(await one.bytes('bear')).toBeUndefined();
    expect((await one.store.get('story', 'flight'))?.picture ?? null).toBeNull();
    expect(await one.store.get('verbatim', 'words')).toBeDefined();
  }
  // Once more from a backup of the restored machine: it carries its list along.
  const again = await other.backup('again.ndjson.gz');
  expect(gunzipSync(await readFile(again)).toString()).not.toContain('A bear in a window');
  // The control: without any list it comes back.
  await rm(list);
  await control.bring(path);
  expect(await control.bytes('bear')).toEqual(webp('bear'));
  await writeFile(list, '{"torn');
  const torn = await machine('torn');
  expect(await torn.bring(path)).toMatchObject({ refusal: { code: 'backup-erased-unreadable' } });
  expect(torn.store.head).toBe(0);
});

test('a person who was erased stays erased, also in what reports of imports kept of them', async () => {
  const shop = await machine('shop');
  const control = await machine('control');
  const dana: Actor = { as: 'account', id: 'dana', name: 'Dana', role: 'owner', teams: [] };
  const intake = createIntake({ store: shop.store, now: clock.now, log: { error: () => undefined } });
  const said = { ...{ id: 'said', response: 'answer', text: 'Jo Smith was kind' } };
  const envelope = { team: 'north', at: '2026-11-01T08:00:00.000Z', batch: null };
  await shop.store.commit([
    ...board(),
    put.response({ id: 'answer' }),
    put.verbatim({ ...said, at: '2026-11-22T10:00:00.000Z' }),
    put.verbatim({ id: 'other', text: 'Warm soup' }),
    {
      put: 'import',
      record: {
        ...{ ...envelope, id: 'run', status: 'done', source: 'csv', fileName: 'a.csv', format: 'table' },
        ...{ rows: 3, created: 1, updated: 0, header: ['Score', 'Comment'], from: null, to: null, by: null },
        ignored: [{ reason: 'no-opinion:Jo Smith', count: 1 }],
        rejected: [
          { line: 3, reason: 'not-on-scale:{"cell":"44"}' },
          { line: 4, reason: 'not-on-scale:{"cell":"45"}' },
        ],
        rejectedRows: [
          ['44', 'by Jo Smith'],
          ['45', 'Cold soup'],
        ],
        replaced: { responses: [], verbatims: [{ ...said, id: 'older', version: 1 } as never] },
      },
    },
  ]);
  const path = await shop.backup(nameAt(clock.now()));
  const backups = openBackups({ ...folderParts(), store: shop.store, directory: folder, every: 0 });
  clock.turn(60_000);
  const ids = ['said'];
  expect(await intake.submit('person:erase', { words: 'Jo Smith', ids }, dana)).toMatchObject({ ok: true });
  await backups.close();
  const list = join(folder, 'erased.ndjson');
  expect(await readFile(list, 'utf8')).not.toContain('Smith');

  const other = await machine('other');
  for (const one of [shop, other]) {
    expect(await one.bring(path)).toMatchObject({ ok: true });
    const records = JSON.stringify((await one.store.snapshot()).records);
    expect(records).not.toContain('Jo Smith');
    expect(records).toContain('Warm soup');
    expect(records).toContain('Cold soup');
    expect(await one.store.get('response', 'answer')).toBeUndefined();
    expect(await one.store.tally({ team: 'north' })).toEqual([]);
  }
  // The control: without the list they come back.
  await rm(list);
  await control.bring(path);
  expect(JSON.stringify((await control.store.snapshot()).records).split('Jo Smith')).toHaveLength(5);
});

test('what was closed or revoked since stays so, passwords stay as they are, sessions are in no backup', async () => {
  const shop = await machine('shop');
  const key: Change = {
    put: 'api-key',
    record: {
      ...{ id: 'key', team: null, at: '2026-11-01T08:00:00.000Z', status: 'active', batch: null },
      ...{ name: 'till', keyHash: 'ab', hint: 'hb_', teams: ['north'], scopes: [], madeBy: 'dana' },
    },
  };
  const manager = { id: 'mo', login: 'mo', role: 'manager' } as const;
  const session: Change = {
    put: 'session',
    record: {
      ...{ id: 'ef'.repeat(32), team: null, at: '2026-11-01T08:00:00.000Z', status: 'open', batch: null },
      ...{ account: 'dana', expiresAt: '2026-12-01T08:00:00.000Z' },
    },
  };
  await shop.store.commit([...board(), key, session, owner(manager)]);
  const path = await shop.backup('one.ndjson.gz');
  expect(gunzipSync(await readFile(path)).toString()).not.toContain('ef'.repeat(32));
  await shop.store.commit([
    { ...key, record: { ...key.record, status: 'revoked' } } as Change,
    owner({ ...manager, status: 'closed' }),
    owner({ passwordHash: 'hash two' }),
  ]);
  expect(await shop.bring(path)).toMatchObject({ value: { closed: 2 } });
  expect(await shop.store.get('api-key', 'key')).toMatchObject({ status: 'revoked' });
  expect(await shop.store.get('account', 'mo')).toMatchObject({ status: 'closed' });
  expect(await shop.store.get('account', 'dana')).toMatchObject({ passwordHash: 'hash two' });
  expect(await shop.store.get('session', 'ef'.repeat(32))).toBeDefined();
});

test('what a leader keeps private is not in a download, and restoring one leaves it alone', async () => {
  const shop = await machine('shop');
  const note: Change = {
    put: 'journal',
    record: {
      ...{ id: 'note', team: null, at: '2026-11-20T10:00:00.000Z', status: 'kept', batch: null, by: 'dana' },
      ...{ about: 'north', turn: 1, tried: 'I was short with Ben', happened: null },
    },
  };
  await shop.store.commit([...board(), note]);
  const backups = openBackups({ ...folderParts(), store: shop.store, directory: null });
  const path = join(folder, 'download.ndjson.gz');
  await writeFile(path, (await backups.download()).bytes);
  expect(gunzipSync(await readFile(path)).toString()).not.toContain('short with Ben');
  expect(gunzipSync(await readFile(await shop.backup('full.ndjson.gz'))).toString()).toContain(
    'short with Ben',
  );
  expect(await shop.bring(path)).toMatchObject({ value: { kinds: [] } });
  expect(await shop.store.get('journal', 'note')).toMatchObject({ tried: 'I was short with Ben' });
});

test('a backup without an owner is refused, and an owner who is in none is told so', async () => {
  const [shop, other] = [await machine('shop'), await machine('other')];
  await shop.store.commit([organisation, put.team()]);
  expect(await other.bring(await shop.backup('a.ndjson.gz'))).toMatchObject({
    refusal: { code: 'backup-without-owner' },
  });
  expect(other.store.head).toBe(0);
  await shop.store.commit(board());
  await other.store.commit([organisation, owner({ id: 'eve', login: 'eve' })]);
  expect(await other.plan(await shop.backup('b.ndjson.gz'), 'eve')).toMatchObject({
    value: { keepsYou: false },
  });
});

test('a disk that fills up in the midst of a restore leaves everything as it was', async () => {
  const shop = await machine('shop');
  await shop.store.commit(board());
  await shop.keep('bear');
  const archive = await openArchive(await shop.backup('one.ndjson.gz'));
  if (!archive.ok) throw new Error(archive.refusal.code);
  const other = await machine('other');
  const parts = { archive: archive.value, media: other.media, lists: [], by: null, now: clock.now(), newId };
  other.store.commit = () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
  expect(await restore({ ...parts, store: other.store })).toMatchObject({ refusal: { code: 'unavailable' } });
  expect(other.store.head).toBe(0);
  expect(await readdir(other.media)).toEqual([]);
});

const faults: unknown[] = [];
const folderParts = (): Omit<BackupsParts, 'store'> => ({
  ...{ directory: join(folder, 'backups'), build: 'test', now: clock.now, every: 0 },
  ...{ picture: async () => undefined, report: (...what: unknown[]) => void faults.push(what) },
});

test('a backup is made each night, fourteen are kept, and nothing else in the folder is touched', async () => {
  const { store } = await machine('shop');
  const parts = folderParts();
  const backups = openBackups({ ...parts, store });
  onTestFinished(() => backups.close());
  await backups.look();
  expect(await backups.list()).toEqual([]);
  await store.commit(board());
  await backups.look();
  expect((await backups.list()).map(({ at }) => at)).toEqual(['2026-11-22T10:00:00.000Z']);
  clock.turn(3_600_000);
  await backups.look();
  expect(await backups.list()).toHaveLength(1);
  await writeFile(join(parts.directory ?? '', 'holiday.jpg'), 'sun');
  await writeFile(join(parts.directory ?? '', 'huddleboard-2026-11-20T03-00-00Z.ndjson.gz.part'), 'cut off');
  for (let day = 0; day < 20; day += 1) {
    clock.turn(86_400_000);
    await backups.look();
    await backups.look();
  }
  const all = await backups.list();
  expect(all).toHaveLength(kept);
  expect(all[0]?.at).toBe('2026-12-12T11:00:00.000Z');
  expect((await readdir(parts.directory ?? '')).filter((name) => !name.startsWith('huddleboard'))).toEqual([
    'holiday.jpg',
  ]);
  expect(await readdir(parts.directory ?? '')).toHaveLength(kept + 1);
  const newest = await openArchive((await backups.pathOf(all[0]?.name ?? '')) ?? '');
  expect(newest).toMatchObject({ ok: true });
  expect(await backups.pathOf('../shop/state.json')).toBeUndefined();
});

test('where there is no room, or no folder, the older backups stay, the fault is told, and it is tried again', async () => {
  const { store } = await machine('shop');
  await store.commit(board());
  let space = 1e12;
  const backups = openBackups({ ...folderParts(), store, free: async () => space });
  onTestFinished(() => backups.close());
  await backups.look();
  clock.turn(86_400_000);
  space = 5_000_000;
  await backups.look();
  expect(backups.fault).toMatchObject({ code: 'backup-no-space', values: { has: 5 } });
  expect(await backups.list()).toHaveLength(1);
  space = 1e12;
  await backups.look();
  expect(await backups.list()).toHaveLength(1);
  clock.turn(3_600_000);
  await backups.look();
  expect([backups.fault, (await backups.list()).length]).toEqual([null, 2]);

  await writeFile(join(folder, 'file'), 'no folder');
  const nowhere = openBackups({ ...folderParts(), store, directory: join(folder, 'file') });
  onTestFinished(() => nowhere.close());
  await nowhere.look();
  expect(nowhere.fault).toMatchObject({ code: 'backup-not-written' });
});

test('a backup taken while answers come in holds every commit whole, up to one', async () => {
  const shop = await machine('shop');
  await shop.store.commit(board());
  let writing = true;
  const written = (async () => {
    for (let n = 1; writing; n += 1)
      await shop.store.commit([
        put.response({ id: `a${n}`, day: '2026-11-22' }),
        put.verbatim({ id: `v${n}`, text: `${'words '.repeat(30)}${n}` }),
      ]);
  })();
  for (let round = 0; round < 8; round += 1) {
    const archive = await openArchive(await shop.backup(`${round}.ndjson.gz`));
    if (!archive.ok) throw new Error(archive.refusal.code);
    const of = (kind: string) => archive.value.records.filter(([one]) => one === kind).length;
    // The first commit is the board’s; each after it brings one answer with its words.
    expect([of('response'), of('verbatim')]).toEqual(Array(2).fill(archive.value.about.head - 1));
  }
  writing = false;
  await written;
});

test('a server whose store cannot be read starts from the newest backup', async () => {
  const shop = await machine('shop');
  await shop.store.commit([...board(), put.response()]);
  await shop.keep('bear');
  const print = await shop.print();
  await shop.backup(nameAt(clock.now()));
  clock.turn(86_400_000);
  await writeFile(join(folder, nameAt(clock.now())), 'torn');
  await shop.store.close();
  await rm(join(shop.media, 'bear.webp'));
  for (const name of ['state.json', 'state.json.previous']) await writeFile(join(shop.dir, name), 'broken');
  const again = await openStore({ dir: shop.dir, restore: () => newestBackup(folder, shop.media) });
  onTestFinished(() => again.close());
  expect(fingerprint((await again.snapshot()).records)).toBe(print);
  expect(await shop.bytes('bear')).toEqual(webp('bear'));
  const backup = 'huddleboard-2026-11-22T10-00-00Z.ndjson.gz';
  expect(again.notices[0]).toMatchObject({ code: 'backup-used', values: { backup } });
});

test('scripts back up beside a running server, restore when it is stopped, and try a backup out', async () => {
  const shop = await machine('shop');
  await shop.store.commit([...board(), put.response()]);
  await shop.keep('bear');
  const [file, place] = [join(folder, 'one.ndjson.gz'), { dataDir: shop.dir, backupDir: null }];
  expect(await backUp(place, file, clock.now())).toContain('6 records, 1 pictures');
  await expect(backUp(place, file, clock.now())).rejects.toThrow('is there already');
  await expect(backUp({ ...place, dataDir: folder }, join(folder, 'b'), clock.now())).rejects.toThrow(
    'no board',
  );

  await shop.store.commit([put.team({ name: 'Renamed' }), { erase: 'response', id: 'answer' }]);
  const head = shop.store.head;
  const options = { dryRun: true, now: clock.now() };
  expect(await bringBack(place, file, options)).toEqual(
    expect.arrayContaining(['Comes back: 1 answer', 'Changes: 1 team']),
  );
  await expect(bringBack(place, file, { ...options, dryRun: false })).rejects.toThrow('Stop that one first');
  await shop.store.close();
  expect(await bringBack(place, file, { ...options, dryRun: false })).toContain('Comes back: 1 answer');
  const again = await openStore({ dir: shop.dir });
  expect(again.head).toBe(head + 1);
  expect(await again.get('team', 'north')).toMatchObject({ name: 'North desk' });
  await again.close();

  for (const name of ['state.json', 'state.json.previous']) await writeFile(join(shop.dir, name), 'broken');
  const said = await bringBack(place, file, { ...options, dryRun: false });
  expect(said.at(-1)).toContain('could not be read and are kept in');
  const mended = await openStore({ dir: shop.dir });
  expect(await mended.get('response', 'answer')).toBeDefined();
  await mended.close();

  expect(await drill(place, file, clock.now)).toContain('equal by hash');
  await expect(drill(place, undefined, clock.now)).rejects.toThrow('set BACKUP_DIR');
  await writeFile(file, (await readFile(file)).subarray(0, -30));
  await expect(drill(place, file, clock.now)).rejects.toThrow('damaged');
});

test('an owner looks at an upload and restores it; nobody else may, and one upload is kept until it is done', async () => {
  const shop = await machine('shop');
  await shop.store.commit(board());
  const backups = openBackups({ ...folderParts(), store: shop.store });
  onTestFinished(() => backups.close());
  const directory = join(folder, 'restoring');
  const parts = { directory, media: shop.media, store: shop.store, backups, now: clock.now, newId };
  const restoring = await openRestoring(parts);
  const dana: Actor = { as: 'account', id: 'dana', name: 'Dana', role: 'owner', teams: [] };
  const file = new Blob([await readFile(await shop.backup('one.ndjson.gz'))]);
  await shop.store.commit([put.team({ name: 'Renamed' })]);

  for (const role of ['manager', 'leader'] as const) {
    const other: Actor = { ...dana, role, teams: ['north'] };
    expect(await restoring.take(file, other)).toMatchObject({ refusal: { code: 'not-yours' } });
    expect(await restoring.restore('upload-a', other)).toMatchObject({ refusal: { code: 'not-yours' } });
  }
  const taken = await restoring.take(file, dana);
  if (!taken.ok) throw new Error(taken.refusal.code);
  expect(await restoring.look(taken.value, dana)).toMatchObject({
    value: { lines: ['Changes: 1 team', 'Stays as it is: 3 records'] },
  });
  expect(await shop.store.get('team', 'north')).toMatchObject({ name: 'Renamed' });
  expect(await restoring.restore(taken.value, dana)).toMatchObject({ ok: true });
  expect(await shop.store.get('team', 'north')).toMatchObject({ name: 'North desk' });
  expect(await readdir(directory)).toEqual([]);
  expect(await restoring.look(taken.value, dana)).toMatchObject({ refusal: { code: 'backup-gone' } });
  expect(await restoring.look('../shop/state.json', dana)).toMatchObject({
    refusal: { code: 'backup-not-there' },
  });
});
