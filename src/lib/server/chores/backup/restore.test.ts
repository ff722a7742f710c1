import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { board, machines, organisation, owner, webp } from '../../../../../tests/support/backup-machine';
import { put } from '../../../../../tests/support/records';
import type { Actor } from '../../../domain/command';
import { newId } from '../../intake/ids';
import { openArchive } from './archive';
import { openBackups } from './backups';
import { restore } from './restore';
import { openRestoring } from './restoring';

// What a backup brings back, what it would change, and what is refused.

const { clock, folderParts, machine, root } = machines();

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
  expect(await shop.bring(join(root.folder, 'none'))).toMatchObject({
    refusal: { code: 'backup-not-there' },
  });
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

test('an owner looks at an upload and restores it; nobody else may, and one upload is kept until it is done', async () => {
  const shop = await machine('shop');
  await shop.store.commit(board());
  const backups = openBackups({ ...folderParts(), store: shop.store });
  onTestFinished(() => backups.close());
  const directory = join(root.folder, 'restoring');
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
