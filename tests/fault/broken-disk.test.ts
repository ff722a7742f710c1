import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Files } from '../../src/lib/server/store/lowdb/files';
import { openStore } from '../../src/lib/server/store/open-store';
import { StoreUnavailable } from '../../src/lib/server/store/store';
import { emptyDirectory } from '../support/directory';
import { faultyFiles, systemError, type Operation } from '../support/faulty-files';
import { ids, put } from '../support/records';

/** What a start would find if the machine stopped at this moment. */
async function afterCrash(dir: string, home: string): Promise<string[]> {
  const copy = join(home, `copy-${Math.random()}`);
  await cp(dir, copy, { recursive: true });
  const store = await openStore({ dir: copy });
  const found = ids(await store.list('shout-out'));
  await store.close();
  return found.sort();
}

async function withFaults(failing: (operation: Operation, path: string) => boolean, code = 'EIO') {
  const home = await emptyDirectory();
  const dir = join(home, 'data');
  let faulty = false;
  const files: Files = faultyFiles((operation, path) => {
    if (faulty && failing(operation, path)) throw systemError(code);
  });
  const store = await openStore({ dir, files });
  onTestFinished(() => store.close());
  return { home, dir, store, break: () => (faulty = true), mend: () => (faulty = false) };
}

const commit = (
  store: { commit: (changes: [ReturnType<typeof put.shoutOut>]) => Promise<unknown> },
  id: string,
) => store.commit([put.shoutOut({ id })]);

test('a failed fsync refuses all that waited for it: nothing of it shows, now or after a crash', async () => {
  const { home, dir, store, ...disk } = await withFaults((operation) => operation === 'datasync');
  await commit(store, 'a');
  disk.break();
  const refused = await Promise.allSettled([commit(store, 'b'), commit(store, 'c'), commit(store, 'd')]);
  for (const each of refused) {
    expect(each).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailable) });
  }
  expect(ids(await store.list('shout-out'))).toEqual(['a']);
  expect(await store.tally({ team: 'north' })).toEqual([]);
  expect(store.head).toBe(1);
  expect(await afterCrash(dir, home)).toEqual(['a']);
  disk.mend();
  await commit(store, 'e');
  expect(store.head).toBe(2);
  expect(await afterCrash(dir, home)).toEqual(['a', 'e']);
});

test('where not even the failed line can be taken back, the next file says that it was refused', async () => {
  const { home, dir, store, ...disk } = await withFaults((operation) =>
    ['datasync', 'truncate'].includes(operation),
  );
  await commit(store, 'a');
  disk.break();
  await expect(commit(store, 'b')).rejects.toThrow(StoreUnavailable);
  disk.mend();
  await commit(store, 'c');
  expect(await afterCrash(dir, home)).toEqual(['a', 'c']);
});

test('the handle whose fsync failed is never written to again', async () => {
  const written: string[] = [];
  const home = await emptyDirectory();
  let failing = false;
  const files = faultyFiles((operation, path) => {
    if (operation === 'write' && path.endsWith('.ndjson')) written.push(path);
    if (failing && operation === 'datasync') throw systemError('EIO');
  });
  const store = await openStore({ dir: join(home, 'data'), files });
  onTestFinished(() => store.close());
  await commit(store, 'a');
  const before = written.at(-1);
  failing = true;
  await expect(commit(store, 'b')).rejects.toThrow(StoreUnavailable);
  failing = false;
  written.length = 0;
  await commit(store, 'c');
  expect(written).not.toContain(before);
});

test('writable says whether a commit would be taken, found out at that moment', async () => {
  const { store, ...disk } = await withFaults(() => true, 'ENOSPC');
  expect(await store.writable()).toBe(true);
  disk.break();
  await expect(commit(store, 'a')).rejects.toThrow('the disk is full');
  expect(await store.writable()).toBe(false);
  disk.mend();
  expect(await store.writable()).toBe(true);
  await commit(store, 'a');
  expect(store.head).toBe(1);
});

test('a large import that the disk refuses half-way leaves nothing behind', async () => {
  let lines = 0;
  const { home, dir, store, ...disk } = await withFaults(
    (operation) => operation === 'datasync' && (lines += 1) > 3,
  );
  disk.break();
  const rows = Array.from({ length: 16_200 }, (_, i) => put.shoutOut({ id: `row ${i}` }));
  await expect(store.commit(rows)).rejects.toThrow(StoreUnavailable);
  disk.mend();
  expect((await store.list('shout-out')).records).toEqual([]);
  await commit(store, 'a');
  expect(await afterCrash(dir, home)).toEqual(['a']);
});

test('a checkpoint that cannot be written costs nothing: commits go on, and the journal holds them', async () => {
  const { home, dir, store, ...disk } = await withFaults(
    (operation, path) => operation === 'rename' && path.endsWith('.json'),
  );
  await commit(store, 'a');
  disk.break();
  await store.checkpoint();
  await commit(store, 'b');
  expect(await store.writable()).toBe(true);
  expect(await afterCrash(dir, home)).toEqual(['a', 'b']);
});

test('control: a disk that says it has synced and has not is found out, not believed', async () => {
  const home = await emptyDirectory();
  const dir = join(home, 'data');
  const kept = await openStore({ dir });
  await commit(kept, 'a');
  await kept.close();
  const files = faultyFiles(() => undefined);
  const liar: Files = {
    ...files,
    open: async (path, flags) => {
      const handle = await files.open(path, flags);
      return path.endsWith('.ndjson') ? { ...handle, write: async () => undefined } : handle;
    },
  };
  const store = await openStore({ dir, files: liar });
  await commit(store, 'b');
  await store.close();
  await expect(openStore({ dir })).rejects.toThrow('damaged');
});
