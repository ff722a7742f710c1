import { resolve } from 'node:path';
import { disk, type Files } from './lowdb/files';
import { openLowdb } from './lowdb/open';
import type { StoreLog } from './lowdb/engine';
import type { Migration } from './lowdb/migrations';
import type { LowdbStore } from './lowdb/engine';

/** `dir` is made where it is missing; the rest has its place in tests and in restoring. */
export interface OpenStoreOptions {
  dir: string;
  now?: () => Date;
  log?: StoreLog;
  /** Puts the newest backup's files into the empty directory and returns its name; null where there is none. */
  restore?: (directory: string) => Promise<string | null>;
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
