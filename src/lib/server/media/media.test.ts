import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, expect, it } from 'vitest';
import { emptyDirectory } from '../../../../tests/support/directory';
import { faultyFiles, systemError } from '../../../../tests/support/faulty-files';
import { MemoryStore } from '../../../../tests/support/memory-store';
import { picture, team } from '../../../../tests/support/records';
import type { Actor } from '../../domain/command';
import { createIntake } from '../intake/intake';
import type { Files } from '../store/lowdb/files';
import { openMedia } from './media';

const ada: Actor = { as: 'account', id: 'ada', name: 'Ada', role: 'leader', teams: ['north'] };
const silent = { error: () => undefined };
const about = { team: 'north', alt: 'A bear', people: false };

let store: MemoryStore;
let directory: string;
let ids: number;

const open = (files?: Files) =>
  openMedia({
    directory,
    store,
    intake: createIntake({ store, now: () => new Date('2026-11-22T10:00:00Z'), log: silent }),
    newId: () => `picture${(ids += 1)}`,
    report: () => undefined,
    files,
  });
const bear = () =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#805030' } })
    .png()
    .toBuffer();

beforeEach(async () => {
  store = new MemoryStore();
  ids = 0;
  directory = join(await emptyDirectory(), 'media');
  await store.commit([{ put: 'team', record: team() }]);
});

it('keeps a picture and what is known of it, and gives it back', async () => {
  const media = await open();
  expect(await media.keep(await bear(), about, ada)).toEqual({ ok: true, value: 'picture1' });
  const found = await media.read('picture1');
  expect(found?.picture).toMatchObject({
    team: 'north',
    width: 60,
    height: 40,
    alt: 'A bear',
    people: false,
  });
  expect(found?.picture.bytes).toBe(found?.bytes.length);
  expect((await readFile(join(directory, 'picture1.webp'))).equals(found!.bytes)).toBe(true);
});

it('has the bytes on the disk before the record says so', async () => {
  const order: string[] = [];
  const media = await open(faultyFiles((operation) => void order.push(operation)));
  store.watch(() => order.push('committed'));
  await media.keep(await bear(), about, ada);
  expect(order).toEqual(['open', 'write', 'sync', 'rename', 'committed']);
});

it('keeps nothing of what it refuses', async () => {
  const media = await open();
  const foreign: Actor = { as: 'account', id: 'eve', name: 'Eve', role: 'leader', teams: ['south'] };
  expect(await media.keep(await bear(), about, foreign)).toMatchObject({ refusal: { code: 'not-yours' } });
  expect(await media.keep(Buffer.from('GIF89a'), about, ada)).toMatchObject({
    refusal: { code: 'picture-gif' },
  });
  store.failWith = new Error('the disk refuses');
  expect(await media.keep(await bear(), about, ada)).toMatchObject({ refusal: { kind: 'unavailable' } });
  expect(await readdir(directory)).toEqual([]);
});

it('says so when the disk refuses, and leaves no part of the picture', async () => {
  const media = await open(
    faultyFiles((operation) => {
      if (operation === 'sync') throw systemError('ENOSPC');
    }),
  );
  expect(await media.keep(await bear(), about, ada)).toMatchObject({ refusal: { kind: 'unavailable' } });
  expect(await readdir(directory)).toEqual([]);
  expect(store.all('picture')).toEqual([]);
});

it('removes a picture’s bytes as soon as its record is erased, and gives it to nobody any more', async () => {
  const media = await open();
  await media.keep(await bear(), about, ada);
  await store.commit([{ erase: 'picture', id: 'picture1', forget: true }]);
  expect(await media.read('picture1')).toBeUndefined();
  await expect.poll(() => readdir(directory)).toEqual([]);
});

it('removes at its start what no record names, and nothing else', async () => {
  const media = await open();
  await media.keep(await bear(), about, ada);
  media.close();
  await writeFile(join(directory, 'orphan.webp'), 'no record');
  await writeFile(join(directory, 'half.webp.tmp'), 'cut off');
  await writeFile(join(directory, 'README'), 'not ours');
  await open();
  expect((await readdir(directory)).sort()).toEqual(['README', 'picture1.webp']);
});

it('gives nothing for ids that lead elsewhere or whose file is missing', async () => {
  const media = await open();
  await store.commit([
    { put: 'picture', record: picture({ id: '../north' }) },
    { put: 'picture', record: picture({ id: 'bare' }) },
  ]);
  expect(await media.read('../north')).toBeUndefined();
  expect(await media.read('bare')).toBeUndefined();
});

it('turns away what would have to wait behind too many others', async () => {
  const media = await open();
  const bytes = await bear();
  const results = await Promise.all(Array.from({ length: 12 }, () => media.keep(bytes, about, ada)));
  expect(results.filter(({ ok }) => ok)).toHaveLength(8);
  expect(results.at(-1)).toMatchObject({ refusal: { kind: 'busy' } });
});
