import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDirectory } from '../../../../../tests/support/directory';
import { faultyFiles } from '../../../../../tests/support/faulty-files';
import { ids, put } from '../../../../../tests/support/records';
import { openStore, readStore, type OpenStoreOptions } from '../open-store';

async function opened(options: Partial<OpenStoreOptions> = {}) {
  const dir = options.dir ?? join(await emptyDirectory(), 'data');
  const store = await openStore({ ...options, dir });
  onTestFinished(() => store.close());
  return { dir, store };
}

/** Names of the files in which the words stand. */
async function filesWith(dir: string, words: string): Promise<string[]> {
  const found = [];
  for (const name of await readdir(dir))
    if ((await readFile(join(dir, name), 'utf8')).includes(words)) found.push(name);
  return found;
}

test('an erase for privacy reaches the journal, the checkpoints and the copies before them', async () => {
  const { dir, store } = await opened();
  await store.commit([put.verbatim({ text: 'Ask for Gwendolyn' }), put.shoutOut({ to: 'Gwendolyn' })]);
  await store.checkpoint();
  await store.commit([put.verbatim({ text: 'Ask for Gwendolyn again', at: '2026-10-02T08:00:00Z' })]);
  await store.checkpoint();
  await store.commit([put.verbatim({ text: 'Gwendolyn once more', at: '2026-10-02T08:00:00Z' })]);
  expect((await filesWith(dir, 'Gwendolyn')).length).toBeGreaterThan(3);
  await store.commit([
    { erase: 'verbatim', id: 'words', forget: true },
    { erase: 'shout-out', id: 'bravo', forget: true },
  ]);
  await store.settled();
  expect(await filesWith(dir, 'Gwendolyn')).toEqual([]);
});

test('a put for privacy takes all that was changed and erased before it out of every copy, also after a crash', async () => {
  const home = await emptyDirectory();
  const { dir, store } = await opened({ dir: join(home, 'data') });
  await store.commit([put.verbatim({ text: 'Ask for Gwendolyn' }), put.shoutOut({ to: 'Gwendolyn' })]);
  await store.checkpoint();
  await store.commit([put.verbatim({ text: '' })]);
  await store.commit([{ erase: 'shout-out', id: 'bravo' }]);
  expect(await filesWith(dir, 'Gwendolyn')).not.toEqual([]);
  await store.commit([{ ...put.team(), forget: true }]);
  const copy = join(home, 'copy');
  await cp(dir, copy, { recursive: true });
  await store.settled();
  expect(await filesWith(dir, 'Gwendolyn')).toEqual([]);
  const { store: next } = await opened({ dir: copy });
  await next.settled();
  expect(await filesWith(copy, 'Gwendolyn')).toEqual([]);
});

test('control: an ordinary erase leaves it in the copies', async () => {
  const { dir, store } = await opened();
  await store.commit([put.shoutOut({ to: 'Gwendolyn' })]);
  await store.checkpoint();
  await store.commit([{ erase: 'shout-out', id: 'bravo' }]);
  await store.settled();
  expect(await filesWith(dir, 'Gwendolyn')).not.toEqual([]);
});

test('an erase for privacy that a crash interrupted is finished at the next start', async () => {
  const home = await emptyDirectory();
  const dir = join(home, 'data');
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  let held = false;
  const files = faultyFiles(async (operation, path) => {
    if (held && operation === 'open' && path.endsWith('.tmp')) await gate;
  });
  const { store } = await opened({ dir, files });
  await store.commit([put.shoutOut({ to: 'Gwendolyn' })]);
  await store.checkpoint();
  // Nothing moves while the directory is copied as the crash leaves it.
  held = true;
  await store.commit([{ erase: 'shout-out', id: 'bravo', forget: true }]);
  const copy = join(home, 'copy');
  await cp(dir, copy, { recursive: true });
  open();
  const { store: next } = await opened({ dir: copy });
  await next.settled();
  expect(await filesWith(copy, 'Gwendolyn')).toEqual([]);
});

test('what is committed while a checkpoint is being written is there after a crash in its midst and after its end', async () => {
  const home = await emptyDirectory();
  const dir = join(home, 'data');
  let open = () => {};
  const gate = new Promise<void>((resolve) => (open = resolve));
  let reached = () => {};
  const writing = new Promise<void>((resolve) => (reached = resolve));
  let held = false;
  const files = faultyFiles(async (operation, path) => {
    if (!held || operation !== 'write' || !path.includes('2026-11.json')) return;
    reached();
    await gate;
  });
  const { store } = await opened({ dir, files });
  const answers = Array.from({ length: 900 }, (_, i) => put.response({ id: `a${i}`, value: i % 11 }));
  await store.commit(answers.slice(0, 450));
  await store.commit(answers.slice(450));
  held = true;
  const checkpoint = store.checkpoint();
  await writing;
  await store.commit([
    put.response({ id: 'a1', value: 3, at: '2026-10-30T10:00:00Z' }),
    { erase: 'response', id: 'a2' },
  ]);
  await store.commit([put.response({ id: 'late', value: 8 }), put.team()]);
  const look = async (directory: string) => {
    const other = await openStore({ dir: directory });
    const seen = JSON.stringify([
      other.head,
      await other.list('response'),
      await other.tally({ team: 'north' }),
    ]);
    await other.close();
    return seen;
  };
  const expected = JSON.stringify([
    store.head,
    await store.list('response'),
    await store.tally({ team: 'north' }),
  ]);
  await cp(dir, join(home, 'midst'), { recursive: true });
  open();
  await checkpoint;
  await cp(dir, join(home, 'end'), { recursive: true });
  expect(await look(join(home, 'midst'))).toBe(expected);
  expect(await look(join(home, 'end'))).toBe(expected);
});

test('checkpoints cut the journal, so that it does not grow for ever', async () => {
  const { dir, store } = await opened({ checkpointAfter: 2000 });
  for (let i = 0; i < 60; i += 1) {
    await store.commit([put.shoutOut({ id: `s${i % 5}` })]);
    await store.settled();
  }
  const journals = (await readdir(dir)).filter((name) => name.endsWith('.ndjson'));
  expect(journals.length).toBeLessThanOrEqual(3);
  const lines = await Promise.all(
    journals.map(async (name) => (await readFile(join(dir, name), 'utf8')).split('\n').length),
  );
  expect(lines.reduce((sum, n) => sum + n, 0)).toBeLessThan(45);
});

test('data of an older version is brought to today’s, in checkpoints and journal, and stays so', async () => {
  const { dir, store } = await opened();
  await store.commit([put.team({ name: 'old' }), put.shoutOut()]);
  await store.checkpoint();
  await store.commit([put.team({ id: 'south', name: 'old too' })]);
  await store.close();
  const migrations: OpenStoreOptions['migrations'] = [
    (kind, record) =>
      kind === 'team' ? { ...record, name: 'migrated' } : kind === 'shout-out' ? null : record,
  ];
  for (let i = 0; i < 2; i += 1) {
    const migrated = await openStore({ dir, migrations });
    expect((await migrated.list('team')).records.map(({ name }) => name)).toEqual(['migrated', 'migrated']);
    expect(ids(await migrated.list('shout-out'))).toEqual([]);
    await migrated.settled();
    await migrated.close();
  }
  await expect(openStore({ dir })).rejects.toThrow('newer');
});

test('where neither copy can be read, the newest backup is put in place, and admin is told', async () => {
  const home = await emptyDirectory();
  const dir = join(home, 'data');
  const { store } = await opened({ dir });
  await store.commit([put.team()]);
  await store.commit([put.response()]);
  const backup = { ...(await store.snapshot()), name: 'monday' };
  await store.close();
  const damage = faultyFiles(() => undefined);
  for (const name of ['state.json', 'state.json.previous']) {
    const handle = await damage.open(join(dir, name), 'w');
    await handle.close();
  }
  await expect(openStore({ dir })).rejects.toThrow('damaged');
  await expect(openStore({ dir, restore: async () => null })).rejects.toThrow('damaged');
  const { store: restored } = await opened({ dir, restore: async () => backup });
  expect(await restored.snapshot()).toEqual({ head: 2, schema: 1, records: backup.records });
  expect(restored.notices[0]).toMatchObject({ code: 'backup-used', values: { backup: 'monday' } });
  await restored.commit([put.team({ name: 'after' })]);
  await restored.close();
  const { store: again } = await opened({ dir });
  expect(again.head).toBe(3);
  expect(await again.get('response', 'answer')).toBeDefined();
});

test('beside a server that writes, a reader sees every commit whole up to one, and changes nothing', async () => {
  const { dir, store } = await opened({ checkpointAfter: 2_000 });
  expect(await readStore({ dir: join(dir, 'none') })).toBeUndefined();
  await store.commit([put.team()]);
  let writing = true;
  const written = (async () => {
    for (let n = 1; writing; n += 1) {
      const day = `2026-${String(1 + (n % 9)).padStart(2, '0')}-11T10:00:00Z`;
      await store.commit([
        put.response({ id: `answer${n}`, at: day }),
        put.shoutOut({ id: `bravo${n}`, behaviour: `${n}` }),
        put.team({ cadenceDays: n }),
      ]);
      // Now and then one that is staged in parts.
      if (n % 40 === 0)
        await store.commit(
          Array.from({ length: 600 }, (_, i) => put.response({ id: `many${n}-${i}`, at: day })),
        );
    }
  })();
  const heads: number[] = [];
  // A slow disk may hold the writer up for all of twelve looks.
  for (let round = 0; round < 12 || heads.at(-1) === heads[0]; round += 1) {
    const seen = await readStore({ dir });
    const of = (kind: string) => seen?.records.filter(([one]) => one === kind) ?? [];
    const last = Number((of('team')[0]?.[1] as { cadenceDays?: number }).cadenceDays);
    const single = of('response').filter(([, { id }]) => id.startsWith('answer'));
    expect(single.length).toBe(of('shout-out').length);
    if (of('shout-out').length > 0) expect(of('shout-out').length).toBe(last);
    expect(of('response').filter(([, { id }]) => id.startsWith('many')).length % 600).toBe(0);
    heads.push(seen?.head ?? 0);
  }
  writing = false;
  await written;
  expect(heads).toEqual([...heads].sort((a, b) => a - b));
  expect(heads.at(-1)).toBeGreaterThan(heads[0] ?? 0);
  await store.close();
  expect((await readStore({ dir }))?.head).toBe(store.head);
});
