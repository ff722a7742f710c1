import type { Adapter } from 'lowdb';
import { basename, dirname } from 'node:path';
import { stat } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { AnyRecord, Kind } from '../../../domain/records';
import { Damaged } from './damage';
import type { Files, Handle } from './files';
import { readLines } from './lines';
import { isKind } from './state';

/** What one lowdb file holds. `about` is what the file says of itself; `records` may be made while it is written. */
export interface Checkpoint {
  name: string;
  schema: number;
  about: Record<string, unknown>;
  records: Iterable<readonly [Kind, AnyRecord]>;
}

const sliceSize = 64 * 1024;
const syncEvery = 1024 * 1024;

/**
 * lowdb's own adapter never syncs and keeps no second copy. This one writes a line per record in small slices, so that
 * commits go on meanwhile, and puts the file in place only when all of it is on the disk: temporary file, size checked,
 * fsync, the good file kept as `.previous`, rename, fsync of the directory.
 */
export class DurableFile implements Adapter<Checkpoint> {
  /** Bytes of the newest copy that this object wrote. */
  written = 0;

  constructor(
    readonly path: string,
    readonly files: Files,
    readonly stop?: AbortSignal,
  ) {}

  /** Null where there is no such file. @throws {Damaged} */
  async read(): Promise<Checkpoint | null> {
    if (!(await exists(this.path))) return null;
    let found: Checkpoint | undefined;
    const records: [Kind, AnyRecord][] = [];
    let closed = false;
    let sum = 0;
    for await (const lines of readLines(this.path)) {
      for (const { bytes, whole } of lines) {
        if (!whole || closed) throw new Damaged('no-end');
        const line = parse(bytes);
        if (!found) found = head(line);
        else if (Array.isArray(line)) records.push(entry(line));
        else {
          if (line.end !== records.length || line.checksum !== sum) throw new Damaged('checksum-wrong');
          closed = true;
        }
        sum = crc32('\n', crc32(bytes, sum));
      }
    }
    if (!found || !closed) throw new Damaged('cut-short');
    return { ...found, records };
  }

  async write(data: Checkpoint): Promise<void> {
    const { path } = this;
    if (!(await exists(path)) && !(await exists(previousOf(path)))) {
      // Before its first write a checkpoint held nothing: that is its previous good copy.
      await this.#store(previousOf(path), { ...data, records: [] });
    }
    await this.#store(path, data);
  }

  async #store(path: string, data: Checkpoint): Promise<void> {
    const { files } = this;
    const temporary = `${path}.tmp`;
    try {
      const handle = await files.open(temporary, 'w');
      try {
        await this.#fill(handle, data);
      } finally {
        await handle.close();
      }
      if (path === this.path && (await exists(path))) await this.#keepPrevious();
      await files.rename(temporary, path);
      await files.syncDirectory(dirname(path));
    } catch (error) {
      await files.remove(temporary).catch(() => undefined);
      throw error;
    }
  }

  async #fill(handle: Handle, { name, schema, about, records }: Checkpoint): Promise<void> {
    let slice = JSON.stringify({ huddleboard: 'checkpoint', name, schema, about }) + '\n';
    let [written, synced, sum, count] = [0, 0, 0, 0];
    const flush = async () => {
      this.stop?.throwIfAborted();
      const bytes = Buffer.from(slice);
      slice = '';
      sum = crc32(bytes, sum);
      await handle.write(bytes, written);
      written += bytes.length;
      // Synced as it goes: one large flush at the end would hold up the journal's own small ones.
      if (written - synced < syncEvery) return;
      synced = written;
      await handle.datasync();
    };
    for (const entry of records) {
      slice += JSON.stringify(entry) + '\n';
      count += 1;
      if (slice.length >= sliceSize) await flush();
    }
    await flush();
    slice = JSON.stringify({ end: count, checksum: sum }) + '\n';
    await flush();
    if ((await handle.size()) !== written)
      throw new Error(`${basename(this.path)} is not as long as it was written`);
    await handle.sync();
    this.written = written;
  }

  /** A second name for the good file, so that it is there at every moment; where links cannot be had, a rename. */
  async #keepPrevious(): Promise<void> {
    const previous = previousOf(this.path);
    await this.files.remove(previous);
    try {
      await this.files.link(this.path, previous);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(String(error.code))) throw error;
      await this.files.rename(this.path, previous);
    }
  }
}

/** Only a file that is surely not there does not exist: a disk that cannot say throws. */
async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

export const previousOf = (path: string): string => `${path}.previous`;

type Line = unknown[] | { [name: string]: unknown };

function parse(bytes: Buffer): Line {
  let line: unknown;
  try {
    line = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Damaged('line-unreadable');
  }
  if (typeof line !== 'object' || line === null) throw new Damaged('something-else');
  return line as Line;
}

function head(line: Line): Checkpoint {
  if (Array.isArray(line) || line.huddleboard !== 'checkpoint') throw new Damaged('something-else');
  const { name, schema, about } = line;
  if (typeof name !== 'string' || typeof schema !== 'number' || typeof about !== 'object' || about === null) {
    throw new Damaged('first-line-wrong');
  }
  return { name, schema, about: about as Record<string, unknown>, records: [] };
}

function entry([kind, record]: unknown[]): [Kind, AnyRecord] {
  if (!isKind(kind) || typeof record !== 'object' || record === null) throw new Damaged('line-wrong');
  return [kind, record as AnyRecord];
}
