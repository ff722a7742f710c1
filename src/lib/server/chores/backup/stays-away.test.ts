import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { board, machines, owner, webp } from '../../../../../tests/support/backup-machine';
import { goal, put, story } from '../../../../../tests/support/records';
import type { Actor } from '../../../domain/command';
import type { Change } from '../../../domain/records';
import { createIntake } from '../../intake/intake';
import { nameAt, openBackups } from './backups';

// What a backup brings back to nobody: what was erased or closed since, and what is private.

const { clock, folderParts, machine, root } = machines();

test('what was erased stays erased: here, and on an empty machine by the list beside the backups', async () => {
  const shop = await machine('shop');
  const house: Actor = { as: 'account', id: 'dana', name: 'Dana', role: 'owner', teams: [] };
  const intake = createIntake({ store: shop.store, now: clock.now, log: { error: () => undefined } });
  await shop.store.commit(board());
  await shop.keep('bear');
  await shop.keep('laid');
  await shop.store.commit([
    { put: 'story', record: story({ picture: 'bear' }) },
    { put: 'goal', record: goal({ picture: 'laid' }) },
    put.verbatim(),
  ]);
  const path = await shop.backup(nameAt(clock.now()));
  const control = await machine('control');

  const backups = openBackups({ ...folderParts(), store: shop.store, directory: root.folder, every: 0 });
  clock.turn(60_000);
  expect(await intake.submit('story:withdraw', { team: 'north', id: 'flight' }, house)).toMatchObject({
    ok: true,
  });
  const without = { team: 'north', id: 'quick-calls', picture: null };
  expect(await intake.submit('goal:picture', without, house)).toMatchObject({ ok: true });
  await backups.close();
  expect(await shop.store.get('picture', 'bear')).toBeUndefined();
  for (const id of ['bear', 'laid']) await rm(join(shop.media, `${id}.webp`));

  const list = join(root.folder, 'erased.ndjson');
  expect(await readFile(list, 'utf8')).toContain('"bear"');
  const other = await machine('other');
  for (const one of [shop, other]) {
    expect(await one.bring(path)).toMatchObject({ ok: true });
    expect(await one.store.get('picture', 'bear')).toBeUndefined();
    expect(await one.bytes('bear')).toBeUndefined();
    expect((await one.store.get('story', 'flight'))?.picture ?? null).toBeNull();
    // A goal is more than its picture.
    expect(await one.store.get('goal', 'quick-calls')).toMatchObject({ target: 80, picture: null });
    expect(await one.bytes('laid')).toBeUndefined();
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
  const backups = openBackups({ ...folderParts(), store: shop.store, directory: root.folder, every: 0 });
  clock.turn(60_000);
  const ids = ['said'];
  expect(await intake.submit('person:erase', { words: 'Jo Smith', ids }, dana)).toMatchObject({ ok: true });
  await backups.close();
  const list = join(root.folder, 'erased.ndjson');
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
  const note = {
    put: 'journal' as const,
    record: {
      ...{
        id: 'note',
        team: null,
        at: '2026-11-20T10:00:00.000Z',
        status: 'kept' as const,
        batch: null,
        by: 'dana',
      },
      sealed: '1.c2hvcnQgd2l0aCBCZW4',
    },
  };
  await shop.store.commit([...board(), note]);
  const backups = openBackups({ ...folderParts(), store: shop.store, directory: null });
  const path = join(root.folder, 'download.ndjson.gz');
  await writeFile(path, (await backups.download()).bytes);
  expect(gunzipSync(await readFile(path)).toString()).not.toContain(note.record.sealed);
  expect(gunzipSync(await readFile(await shop.backup('full.ndjson.gz'))).toString()).toContain(
    note.record.sealed,
  );
  expect(await shop.bring(path)).toMatchObject({ value: { kinds: [] } });
  expect(await shop.store.get('journal', 'note')).toMatchObject(note.record);
});

test('a name that was taken from under the declaration since stays off; those that stand stay', async () => {
  const shop = await machine('shop');
  const signature = (account: string) => ({ account, name: account, at: '2026-11-20T10:00:00.000Z' });
  const declare = async (said: string, ...accounts: string[]) => {
    const { version, ...before } = (await shop.store.get('organisation', 'organisation'))!;
    const words = { text: `Said ${said}`, ambition: null, measure: null, fact: null, said };
    const declaration = { ...words, signatures: accounts.map(signature) };
    await shop.store.commit([{ put: 'organisation', record: { ...before, declaration }, saw: version }]);
  };
  const names = async () =>
    (await shop.store.get('organisation', 'organisation'))?.declaration?.signatures.map(({ name }) => name);
  await shop.store.commit(board());
  await declare('2026-11-20T09:00:00.000Z', 'dana', 'lea');
  const path = await shop.backup('before.ndjson.gz');

  await declare('2026-11-20T09:00:00.000Z', 'dana');
  expect(await shop.bring(path)).toMatchObject({ ok: true });
  expect(await names()).toEqual(['dana']);

  await declare('2026-11-21T09:00:00.000Z', 'dana');
  expect(await shop.bring(path)).toMatchObject({ ok: true });
  expect(await shop.store.get('organisation', 'organisation')).toMatchObject({
    declaration: { text: 'Said 2026-11-20T09:00:00.000Z', signatures: [] },
  });
});
