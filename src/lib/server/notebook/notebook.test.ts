import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDirectory } from '../../../../tests/support/directory';
import type { Actor } from '../../domain/command';
import type { Change } from '../../domain/records';
import { createIntake } from '../intake/intake';
import { openStore } from '../store/open-store';
import { openNotebook } from './notebook';

const lea: Actor = { as: 'account', id: 'lea', name: 'Lea', role: 'leader', teams: ['north'] };
const tried = (words: string) => ({ kind: 'tried', team: 'north', turn: 3, tried: words, happened: '' });

/** A notebook on a disk; what went wrong is listed in `faults`. */
async function shop(directory: string, before: Change[] = []) {
  const faults: unknown[] = [];
  const now = () => new Date('2026-11-22T10:00:00Z');
  const store = await openStore({ dir: directory, now });
  if (before.length > 0) await store.commit(before);
  const intake = createIntake({ store, now, log: { error: (about) => faults.push(about) } });
  const open = () =>
    openNotebook({ directory, store, intake, report: (_, error) => faults.push(String(error)) });
  onTestFinished(() => store.close());
  return { store, faults, open };
}

async function onDisk(directory: string): Promise<string> {
  const names = await readdir(directory);
  const texts = await Promise.all(
    names.map((name) => readFile(join(directory, name), 'latin1').catch(() => '')),
  );
  return texts.join('\n');
}

test('an entry is kept sealed, with a key that is made when it is needed first, and opens for its author', async () => {
  const directory = await emptyDirectory();
  const { store, open } = await shop(directory);
  const notebook = await open();
  expect(await notebook.of('lea')).toEqual({ entries: [], closed: 0 });
  expect(await readdir(directory)).not.toContain('private.key');
  const both = [
    notebook.write({ id: 'one', written: tried('Asked first') }, lea),
    notebook.write({ id: 'two', written: tried('Then listened') }, lea),
  ];
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }]);
  const { size, mode } = await stat(join(directory, 'private.key'));
  expect([size, mode & 0o777]).toEqual([32, 0o600]);
  const { entries } = await notebook.of('lea');
  expect(entries.map(({ written }) => written)).toEqual(
    expect.arrayContaining([
      { ...tried('Asked first'), happened: null },
      { ...tried('Then listened'), happened: null },
    ]),
  );
  expect(await notebook.of('olga')).toEqual({ entries: [], closed: 0 });
  // Neither what it says nor how long it is.
  const [one, two] = [(await store.get('journal', 'one'))!, (await store.get('journal', 'two'))!];
  expect(Object.keys(one).sort()).toEqual(
    ['id', 'team', 'at', 'status', 'batch', 'by', 'sealed', 'version'].sort(),
  );
  expect(one.sealed).not.toBe(two.sealed);
  expect(one.sealed).toHaveLength(two.sealed.length);
  expect(await onDisk(directory)).not.toContain('Asked first');
});

test('an entry that is put under another id, or another name, stays closed', async () => {
  const { store, open } = await shop(await emptyDirectory());
  const notebook = await open();
  await notebook.write({ id: 'mine', written: tried('Asked first') }, lea);
  const { version: _, ...mine } = (await store.get('journal', 'mine'))!;
  await store.commit([
    { put: 'journal', record: { ...mine, id: 'copy' } },
    { put: 'journal', record: { ...mine, id: 'theirs', by: 'olga' } },
  ]);
  expect(await notebook.of('lea')).toMatchObject({ entries: [{ id: 'mine' }], closed: 1 });
  expect(await notebook.of('olga')).toEqual({ entries: [], closed: 1 });
});

test('without the key of the server that it comes from it stays closed, and new entries are written all the same', async () => {
  const [directory, elsewhere] = [await emptyDirectory(), await emptyDirectory()];
  const former = await shop(directory);
  await (await former.open()).write({ id: 'old', written: tried('Asked first') }, lea);
  const { version: _, ...record } = (await former.store.get('journal', 'old'))!;

  const { open, faults } = await shop(elsewhere, [{ put: 'journal', record }]);
  const notebook = await open();
  expect(await notebook.of('lea')).toEqual({ entries: [], closed: 1 });
  expect(await notebook.write({ id: 'new', written: tried('Began anew') }, lea)).toMatchObject({ ok: true });
  expect(await notebook.of('lea')).toMatchObject({ entries: [{ id: 'new' }], closed: 1 });
  // The key is copied by hand while the server runs: both open.
  const key = await readFile(join(directory, 'private.key'));
  await writeFile(join(elsewhere, 'private-former.key'), key);
  const { entries, closed } = await notebook.of('lea');
  expect([entries.map(({ id }) => id).sort(), closed]).toEqual([['new', 'old'], 0]);
  expect(faults).toEqual([]);
});

test('a key that was cut short is not written over: nothing is kept, and it is said', async () => {
  const directory = await emptyDirectory();
  const { open, faults, store } = await shop(directory);
  await writeFile(join(directory, 'private.key'), 'half of it');
  const notebook = await open();
  expect(await notebook.write({ id: 'new', written: tried('Asked') }, lea)).toMatchObject({
    refusal: { kind: 'unavailable' },
  });
  expect(await readFile(join(directory, 'private.key'), 'utf8')).toBe('half of it');
  expect(String(faults)).toContain('private.key is not a key');
  expect(store.head).toBe(0);
});

test('what is wrong with an entry is said of its fields, and nothing is kept', async () => {
  const { open, store } = await shop(await emptyDirectory());
  const notebook = await open();
  const write = async (written: unknown, actor: Actor = lea) => {
    const outcome = await notebook.write({ id: 'new', written }, actor);
    return outcome.ok ? true : (outcome.refusal.faults?.[0] ?? outcome.refusal.code);
  };
  expect(await write(tried('  '))).toMatchObject({ path: 'tried', code: 'missing' });
  expect(await write({ kind: 'gossip', tried: 'x' })).toMatchObject({ path: 'kind' });
  const coaching = { kind: 'coaching', slots: [], noTime: false, noSkill: false, whys: [] };
  expect(await write(coaching)).toMatchObject({ path: 'slots', code: 'missing' });
  const bucket = { name: 'People', minutes: 15 };
  const time = { kind: 'time', buckets: [bucket, bucket, bucket, { ...bucket, minutes: 1441 }] };
  expect(await write(time)).toMatchObject({ path: 'buckets.3.minutes', code: 'too-large' });
  expect(await write({ kind: 'listening', asked: ' ' })).toMatchObject({ path: 'heard', code: 'missing' });
  expect(await write({ kind: 'mirror' })).toMatchObject({ path: 'wish', code: 'missing' });
  expect(await write({ kind: 'habits', habits: [] })).toMatchObject({ path: 'habits', code: 'missing' });
  expect(await write(tried('Asked'), { as: 'phone', team: 'north', mark: 'p' })).toBe('not-yours');
  expect(store.head).toBe(0);
});

test('what was written before entries were sealed is sealed, and its words leave the disk', async () => {
  const directory = await emptyDirectory();
  const plain = (id: string, words: string) =>
    ({
      put: 'journal',
      record: {
        ...{ id, team: null, at: '2026-11-20T10:00:00.000Z', status: 'kept', batch: null, by: 'lea' },
        ...{ about: 'north', turn: 2, tried: words, happened: null },
      },
    }) as unknown as Change;
  const { open, store, faults } = await shop(directory, [plain('old', 'I was short with Ben')]);
  // The control: they stand there.
  expect(await onDisk(directory)).toContain('short with Ben');
  const notebook = await open();
  onTestFinished(() => notebook.close());
  await expect.poll(() => onDisk(directory), { timeout: 10_000 }).not.toContain('short with Ben');
  expect(await notebook.of('lea')).toEqual({
    entries: [
      {
        ...{ id: 'old', version: 2, at: '2026-11-20T10:00:00.000Z' },
        written: { kind: 'tried', team: 'north', turn: 2, tried: 'I was short with Ben', happened: null },
      },
    ],
    closed: 0,
  });
  // An old backup brings such an entry again while the server runs.
  await store.commit([plain('older', 'I shouted at Al')]);
  await expect.poll(async () => (await store.get('journal', 'older'))?.sealed).toMatch(/^1\./);
  await expect.poll(() => onDisk(directory), { timeout: 10_000 }).not.toContain('shouted at Al');
  expect(faults).toEqual([]);
});
