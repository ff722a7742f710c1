import { writeSync } from 'node:fs';
import type { Change } from '../../src/lib/domain/records';
import { disk, type Files } from '../../src/lib/server/store/lowdb/files';
import { openStore } from '../../src/lib/server/store/open-store';
import { put } from '../support/records';

/**
 * A server that writes until it is stopped: each writer counts up, in one commit a new response and the same number in
 * the writer's display. Each acknowledged commit is a line on standard output, `<writer> <n>`, written at once.
 */
export interface WriterOrder {
  directory: string;
  writers: number;
  from: number;
  /** What is taken away from the disk, so that a control can show that it matters. */
  without?: 'sync' | 'write';
}

const order: WriterOrder = JSON.parse(process.argv[2] ?? '');

/** Nothing is ever synced: what a program does that trusts `write`. */
const withoutSync: Files = {
  ...disk,
  syncDirectory: async () => undefined,
  open: async (path, flags) => {
    const handle = await disk.open(path, flags);
    return { ...handle, sync: async () => undefined, datasync: async () => undefined };
  },
};

/** Writes are kept back in memory for a while: what a program does that acknowledges first. */
const withoutWrite: Files = {
  ...disk,
  open: async (path, flags) => {
    const handle = await disk.open(path, flags);
    if (!path.endsWith('.ndjson') || flags !== 'wx') return handle;
    const kept: [Uint8Array, number][] = [];
    return {
      ...handle,
      write: async (bytes, position) => {
        kept.push([bytes, position]);
        if (kept.length < 20) return;
        for (const [bytes, position] of kept.splice(0)) await handle.write(bytes, position);
      },
    };
  },
};

const files = order.without === 'sync' ? withoutSync : order.without === 'write' ? withoutWrite : disk;
const store = await openStore({ dir: order.directory, files, checkpointAfter: 60_000 });

async function write(writer: number): Promise<void> {
  for (let n = order.from; ; n += 1) {
    const changes: Change[] = [
      put.response({ id: `${writer} ${n}`, value: n % 11 }),
      put.display({ id: `writer ${writer}`, name: String(n) }),
    ];
    await store.commit(changes);
    writeSync(1, `${writer} ${n}\n`);
  }
}

await Promise.all(Array.from({ length: order.writers }, (_, writer) => write(writer))).catch(
  (error: unknown) => {
    writeSync(2, `${String(error)}\n`);
    process.exit(1);
  },
);
