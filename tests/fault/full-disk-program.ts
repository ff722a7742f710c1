import { statfs, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { disk, type Files } from '../../src/lib/server/store/lowdb/files';
import { openStore } from '../../src/lib/server/store/open-store';
import { StoreUnavailable, type Saying } from '../../src/lib/server/store/store';
import { put } from '../support/records';

/**
 * Fills a small disk through the store until it refuses, makes room, goes on, opens it again, and prints what happened as
 * one line of JSON.
 */
export interface FullDiskReport {
  acknowledged: number;
  /** Refusals while the disk was full, and those that were no StoreUnavailable. */
  refused: number;
  otherErrors: number;
  /** Slowest answer of a refused commit in milliseconds. */
  slowestRefusal: number;
  shownWhileFull: number;
  writableWhileFull: boolean;
  reopenedWhileFull: number;
  /** Whether the very first commit after room was made is taken. */
  firstAfterRoom: boolean;
  writableAfterRoom: boolean;
  missing: number;
  extra: number;
  notices: readonly Saying[];
}

const order: { directory: string; careless: boolean } = JSON.parse(process.argv[2] ?? '');

/** A program that does not look at how much `write` wrote, nor at its error. */
const careless: Files = {
  ...disk,
  open: async (path, flags) => {
    const handle = await disk.open(path, flags);
    return { ...handle, write: (bytes, position) => handle.write(bytes, position).catch(() => undefined) };
  },
};

const dir = join(order.directory, 'data');
const open = () => openStore({ dir, files: order.careless ? careless : disk, checkpointAfter: 8_000 });

const filler = join(order.directory, 'filler');
const { bavail, bsize } = await statfs(order.directory);
await writeFile(filler, Buffer.alloc(Math.floor((bavail * bsize) / 2)));

let store = await open();
const acknowledged: string[] = [];
const report = { refused: 0, otherErrors: 0, slowestRefusal: 0 };

async function write(id: string): Promise<boolean> {
  const start = performance.now();
  try {
    await store.commit([put.verbatim({ id, text: 'The soup was warm and so was the welcome. '.repeat(5) })]);
    acknowledged.push(id);
    return true;
  } catch (error) {
    report.slowestRefusal = Math.max(report.slowestRefusal, performance.now() - start);
    if (error instanceof StoreUnavailable) report.refused += 1;
    else report.otherErrors += 1;
    return false;
  }
}

for (let i = 0; i < 2_000 && report.refused < 10; i += 1) await write(`before ${i}`);
await store.settled();
// Checkpoints take room and give it back: full is full when nothing is being written.
for (let i = 0, first = report.refused; i < 2_000 && report.refused < first + 10; i += 1)
  await write(`full ${i}`);
const shownWhileFull = (await store.list('verbatim')).records.length - acknowledged.length;
const writableWhileFull = await store.writable();
await store.close();
store = await open();
const reopenedWhileFull = (await store.list('verbatim')).records.length - acknowledged.length;
await write('full again');
await unlink(filler);
const firstAfterRoom = await write('first after');
const writableAfterRoom = await store.writable();
for (let i = 0; i < 20; i += 1) await write(`after ${i}`);
await store.close();
store = await open();
const found = new Set((await store.list('verbatim')).records.map(({ id }) => id));
const known = new Set(acknowledged);
const whole: FullDiskReport = {
  acknowledged: known.size,
  ...report,
  shownWhileFull,
  writableWhileFull,
  reopenedWhileFull,
  firstAfterRoom,
  writableAfterRoom,
  missing: [...known].filter((id) => !found.has(id)).length,
  extra: [...found].filter((id) => !known.has(id)).length,
  notices: store.notices,
};
await store.close();
console.log(JSON.stringify(whole));
