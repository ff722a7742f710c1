import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { StoreUnavailable } from '../store';
import type { Alike } from './alike';
import type { Files, Handle } from './files';
import type { Effect } from './state';

/**
 * A line of the journal. `synced` is how much of its file was known to be on the disk when the line was written: a line
 * that cannot be read although a later one had already found it synced is damage, anything else is a torn end.
 *
 *     { journal, schema, first }          the first line of a file: the number of its first commit
 *     { head, synced, changes }           a commit
 *     { stage, synced, changes }          a part of a large commit, without effect by itself; puts that are alike in one piece
 *     { head, synced, staged, versions }  closes it: `versions` as pairs of version and how often
 */
export type Line =
  | { journal: 1; schema: number; first: number; synced: number }
  | { head: number; synced: number; changes: Effect[] }
  | { stage: string; synced: number; changes: (Effect | Alike)[] }
  | { head: number; synced: number; staged: string; versions: number[] };

/** `Omit` for each member of a union by itself. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A line but for its end, which is known when its turn to be written comes. */
export interface Begun {
  bytes: Buffer;
  checksum: number;
}
export type NewLine = Without<Line, 'synced'> | Begun;

const ending = /^,"checksum":"([0-9a-f]{8})"\}$/;
const endingLength = ',"checksum":"00000000"}'.length;

const checksum = (sum: number) => sum.toString(16).padStart(8, '0');

/** A line up to its end, with its changes as they are now. */
export function begin(line: Without<Line, 'synced'>): Begun {
  const bytes = Buffer.from(JSON.stringify(line).slice(0, -1));
  return { bytes, checksum: crc32(bytes) };
}

function piecesOf(line: NewLine, synced: number): Buffer[] {
  const begun = 'bytes' in line ? line : begin(line);
  const end = `,"synced":${synced}`;
  return [begun.bytes, Buffer.from(`${end},"checksum":"${checksum(crc32(end, begun.checksum))}"}\n`)];
}

/** One line as it stands in the file. */
export const writeLine = (line: NewLine, synced: number): Buffer => Buffer.concat(piecesOf(line, synced));

/** The line, or undefined where it is not what was written. */
export function readLine(bytes: Buffer): Line | undefined {
  const end = bytes.length - endingLength;
  if (end <= 0) return undefined;
  const found = ending.exec(bytes.toString('latin1', end));
  if (!found || found[1] !== checksum(crc32(bytes.subarray(0, end)))) return undefined;
  return JSON.parse(bytes.toString('utf8')) as Line;
}

/** A file of the journal: `journal-<first commit>-<attempt>.ndjson`. */
export interface Segment {
  path: string;
  first: number;
  attempt: number;
}

const segmentName = /^journal-(\d{12})-(\d{4})\.ndjson$/;

/** The journal's files in the order they were written. */
export async function segmentsIn(directory: string, files: Files): Promise<Segment[]> {
  const found: Segment[] = [];
  for (const name of await files.list(directory)) {
    const match = segmentName.exec(name);
    if (match)
      found.push({ path: join(directory, name), first: Number(match[1]), attempt: Number(match[2]) });
  }
  return found.sort((a, b) => a.first - b.first || a.attempt - b.attempt);
}

/** The journal's writing end: appends lines and syncs them; after a fault it goes on in a new file. */
export class Journal {
  #current: (Segment & { handle: Handle; size: number }) | null = null;
  #broken = false;
  #length: number;

  constructor(
    readonly directory: string,
    readonly files: Files,
    readonly schema: number,
    length: number,
  ) {
    this.#length = length;
  }

  /** True from a fault until a write succeeds. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Bytes that a start would have to replay: what was written since the journal was last turned over. */
  get length(): number {
    return this.#length;
  }

  /** Appends the lines with one sync. `next` is the number of the commit to come. @throws {StoreUnavailable} */
  async append(lines: readonly NewLine[], next: number): Promise<void> {
    const current = this.#current ?? (await this.#begin(next));
    try {
      const bytes = Buffer.concat(lines.flatMap((line) => piecesOf(line, current.size)));
      await current.handle.write(bytes, current.size);
      await current.handle.datasync();
      current.size += bytes.length;
      this.#length += bytes.length;
      this.#broken = false;
    } catch (error) {
      this.#broken = true;
      this.#current = null;
      await this.#giveUp(current);
      throw unavailable(error);
    }
  }

  /** Goes on in a new file whose first commit will be `next`. @throws {StoreUnavailable} */
  async turnOver(next: number): Promise<void> {
    const old = this.#current;
    this.#current = null;
    await old?.handle.close().catch(() => undefined);
    await this.#begin(next);
    this.#length = 0;
  }

  /** Whether a new file can be begun, tried out. */
  async probe(next: number): Promise<boolean> {
    if (!this.#broken) return true;
    return this.#begin(next).then(
      () => true,
      () => false,
    );
  }

  /** Removes the files that hold only commits before `first`. */
  async cut(first: number): Promise<void> {
    for (const segment of await segmentsIn(this.directory, this.files)) {
      if (segment.first < first && segment.path !== this.#current?.path)
        await this.files.remove(segment.path);
    }
    await this.files.syncDirectory(this.directory);
  }

  async close(): Promise<void> {
    await this.#current?.handle.close().catch(() => undefined);
    this.#current = null;
  }

  async #begin(first: number): Promise<Segment & { handle: Handle; size: number }> {
    const { files, directory } = this;
    let begun: { handle: Handle; path: string } | undefined;
    try {
      const same = (await segmentsIn(directory, files)).filter((segment) => segment.first === first);
      const attempt = (same.at(-1)?.attempt ?? -1) + 1;
      const name = `journal-${String(first).padStart(12, '0')}-${String(attempt).padStart(4, '0')}.ndjson`;
      const path = join(directory, name);
      const handle = await files.open(path, 'wx');
      begun = { handle, path };
      const header = writeLine({ journal: 1, schema: this.schema, first }, 0);
      await handle.write(header, 0);
      await handle.sync();
      await files.syncDirectory(directory);
      this.#broken = false;
      this.#current = { path, first, attempt, handle, size: header.length };
      return this.#current;
    } catch (error) {
      this.#broken = true;
      await begun?.handle.close().catch(() => undefined);
      if (begun) await files.remove(begun.path).catch(() => undefined);
      throw unavailable(error);
    }
  }

  /** Takes back what a failed append may have left behind. The handle that failed is never used again. */
  async #giveUp({ handle, path, size }: { handle: Handle; path: string; size: number }): Promise<void> {
    await handle.close().catch(() => undefined);
    try {
      const again = await this.files.open(path, 'r+');
      try {
        await again.truncate(size);
        await again.sync();
      } finally {
        await again.close();
      }
    } catch {
      // What is left there is refused at the next start: the file that follows begins with the same commit.
    }
  }
}

export function unavailable(error: unknown): StoreUnavailable {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason =
    code === 'ENOSPC' || code === 'EDQUOT'
      ? 'the disk is full'
      : error instanceof Error
        ? error.message
        : String(error);
  return new StoreUnavailable(`Nothing was saved: ${reason}.`, { cause: error });
}
