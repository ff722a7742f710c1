import { resolve } from 'node:path';
import { disk, type Files } from './lowdb/files';
import { openLowdb, readLowdb } from './lowdb/open';
import type { StoreLog } from './lowdb/engine';
import type { Migration } from './lowdb/migrations';
import type { LowdbStore } from './lowdb/engine';
import type { Snapshot } from './store';

/** What a store is filled with again; `name` is how people know the backup. */
export interface StoreBackup extends Snapshot {
  name: string;
}

/** `dir` is made where it is missing; the rest has its place in tests and in restoring. */
export interface OpenStoreOptions {
  dir: string;
  now?: () => Date;
  log?: StoreLog;
  /** The newest backup that can be read, for a directory whose own files cannot; null where there is none. */
  restore?: () => Promise<StoreBackup | null>;
  /** The disk, for a test to make it fail. */
  files?: Files;
  migrations?: readonly Migration[];
  /** Bytes of journal after which checkpoints are written. */
  checkpointAfter?: number;
}

/** Opens the embedded store and locks its directory. @throws {StoreRefusal} */
export function openStore(options: OpenStoreOptions): Promise<LowdbStore> {
  return openLowdb({ ...options, dir: resolve(options.dir), files: options.files ?? disk });
}

/**
 * What lies in the directory, read beside whoever may be writing there: everything up to one commit that was acknowledged a
 * moment ago. Changes nothing. Undefined where there is no store. @throws {StoreRefusal}
 */
export function readStore(
  options: Pick<OpenStoreOptions, 'dir' | 'migrations'>,
): Promise<Snapshot | undefined> {
  return readLowdb({ ...options, dir: resolve(options.dir), files: disk });
}
