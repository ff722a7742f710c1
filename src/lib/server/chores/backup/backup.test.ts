import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { board, machines, webp } from '../../../../../tests/support/backup-machine';
import { put } from '../../../../../tests/support/records';
import { openStore } from '../../store/open-store';
import { fingerprint, openArchive } from './archive';
import { kept, nameAt, openBackups } from './backups';
import { backUp, bringBack, drill } from './by-script';
import { newestBackup } from './restore';

// When backups are made, what is kept of them, and the scripts.

const { clock, folderParts, machine, root } = machines();

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

  await writeFile(join(root.folder, 'file'), 'no folder');
  const nowhere = openBackups({ ...folderParts(), store, directory: join(root.folder, 'file') });
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
  await writeFile(join(root.folder, nameAt(clock.now())), 'torn');
  await shop.store.close();
  await rm(join(shop.media, 'bear.webp'));
  for (const name of ['state.json', 'state.json.previous']) await writeFile(join(shop.dir, name), 'broken');
  const again = await openStore({ dir: shop.dir, restore: () => newestBackup(root.folder, shop.media) });
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
  const [file, place] = [join(root.folder, 'one.ndjson.gz'), { dataDir: shop.dir, backupDir: null }];
  expect(await backUp(place, file, clock.now())).toContain('6 records, 1 pictures');
  await expect(backUp(place, file, clock.now())).rejects.toThrow('is there already');
  await expect(
    backUp({ ...place, dataDir: root.folder }, join(root.folder, 'b'), clock.now()),
  ).rejects.toThrow('no board');

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
