import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import type { AnyRecord, Kind } from '../../../domain/records';
import { accept, refuse, type Result } from '../../../domain/refusal';
import { migrate, migrations } from '../../store/lowdb/migrations';
import { prepare } from '../../store/lowdb/prepare';
import { isKind } from '../../store/lowdb/state';
import type { Snapshot } from '../../store/store';

/** What an archive says of itself on its first line. */
export interface About {
  huddleboard: 'backup';
  /** Of this file; another number is another file. */
  format: 1;
  /** When it was made (ISO). */
  made: string;
  /** The build that made it. */
  build: string;
  /** The commit up to which it holds everything. */
  head: number;
  /** The form of its records. */
  schema: number;
  /** Kinds that were left out of it, because they are private. */
  without: Kind[];
}

/** An archive that was read to its end and is whole. */
export interface Archive {
  about: About;
  /** In today’s form, checked. */
  records: (readonly [Kind, AnyRecord])[];
  /** Bytes of each picture, by its id. */
  pictures: ReadonlyMap<string, number>;
  /** Reads the pictures anew, one at a time. */
  readPictures(): AsyncGenerator<{ id: string; bytes: Buffer }>;
}

export interface ArchiveParts {
  snapshot: Snapshot;
  made: Date;
  build: string;
  /** True: what a person keeps private is left out, so that whoever downloads it cannot read it. */
  withoutPrivate?: boolean;
  /** The picture’s bytes; undefined where they are gone. */
  picture: (id: string) => Promise<Buffer | undefined>;
}

/** Sessions, pairings and invitations are of the moment: who was signed out stays out. */
const leftOut: readonly Kind[] = ['session', 'pairing', 'invitation'];
/** What only its author may read, and what is told in pools alone. */
const privateKinds: Kind[] = ['journal', 'echo'];
/** Whether records of this kind are kept in backups. */
export const isKept = (kind: Kind): boolean => !leftOut.includes(kind);

const format = 1;
const sliceSize = 64 * 1024;
/** No line that we write comes near this, in bytes: a picture has 64 million pixels at most, and is a WebP. */
const longestLine = 128 * 1024 * 1024;
const pictureId = /^[0-9a-z]{1,40}$/;

/**
 * The archive, uncompressed: a line of JSON that says what it is, a line `[kind, record]` for each record, a line
 * `{ picture, webp }` for each picture, and a last one with their numbers and the SHA-256 of all lines before it.
 */
async function* lines({
  snapshot,
  made,
  build,
  withoutPrivate,
  picture,
}: ArchiveParts): AsyncGenerator<Buffer> {
  const sum = createHash('sha256');
  const summed = (text: string): Buffer => {
    const bytes = Buffer.from(text);
    sum.update(bytes);
    return bytes;
  };
  const about: About = {
    ...{ huddleboard: 'backup', format, made: made.toISOString(), build },
    ...{ head: snapshot.head, schema: snapshot.schema, without: withoutPrivate ? privateKinds : [] },
  };
  let slice = `${JSON.stringify(about)}\n`;
  const ids: string[] = [];
  let records = 0;
  for (const [kind, record] of snapshot.records) {
    if (!isKept(kind) || about.without.includes(kind)) continue;
    if (kind === 'picture') ids.push(record.id);
    slice += `${JSON.stringify([kind, record])}\n`;
    records += 1;
    if (slice.length < sliceSize) continue;
    yield summed(slice);
    slice = '';
    // Walls and phones go on meanwhile.
    await new Promise(setImmediate);
  }
  yield summed(slice);
  let pictures = 0;
  for (const id of ids) {
    const bytes = await picture(id);
    // Erased since the snapshot was taken.
    if (!bytes) continue;
    pictures += 1;
    yield summed(`${JSON.stringify({ picture: id, webp: bytes.toString('base64') })}\n`);
  }
  yield Buffer.from(`${JSON.stringify({ end: { records, pictures, sha256: sum.digest('hex') } })}\n`);
}

/** The archive as a stream of bytes, gzipped. */
export function writeArchive(parts: ArchiveParts): Transform {
  const gzip = createGzip({ level: 6 });
  pipeline(Readable.from(lines(parts), { objectMode: false, highWaterMark: sliceSize }), gzip, () => {
    // What went wrong, the reader of the stream hears.
  });
  return gzip;
}

/** A file cannot be used as a backup: `code` is a refusal’s. */
class Unusable extends Error {
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** The lines of an archive, each with its line feed. @throws {Unusable} */
async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  pipeline(createReadStream(path), gunzip, () => undefined);
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, start)) {
        yield Buffer.concat([...rest, chunk.subarray(start, end + 1)]);
        rest = [];
        length = 0;
        start = end + 1;
      }
      if (start < chunk.length) rest.push(chunk.subarray(start));
      length += chunk.length - start;
      if (length > longestLine) throw new Unusable('backup-damaged');
    }
  } catch (error) {
    if (error instanceof Unusable || !/^Z_|^ERR_/.test(codeOf(error))) throw error;
    throw new Unusable('backup-damaged', { cause: error });
  }
  if (length > 0) throw new Unusable('backup-damaged');
}

type Line = { [name: string]: unknown } | unknown[];

function parse(bytes: Buffer): Line {
  try {
    const line: unknown = JSON.parse(bytes.toString('utf8'));
    if (typeof line === 'object' && line !== null) return line as Line;
  } catch {
    // Told below.
  }
  throw new Unusable('backup-damaged');
}

function readAbout(bytes: Buffer): About {
  let line: unknown;
  try {
    line = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Unusable('backup-foreign');
  }
  if (typeof line !== 'object' || line === null || !('huddleboard' in line) || line.huddleboard !== 'backup')
    throw new Unusable('backup-foreign');
  const about = line as Partial<About>;
  const { made, build, head, schema, without } = about;
  if (typeof about.format !== 'number' || typeof schema !== 'number') throw new Unusable('backup-damaged');
  if (about.format !== format || schema > migrations.length + 1) throw new Unusable('backup-newer');
  if (typeof made !== 'string' || Number.isNaN(Date.parse(made))) throw new Unusable('backup-damaged');
  if (typeof head !== 'number' || typeof build !== 'string') throw new Unusable('backup-damaged');
  if (!Array.isArray(without) || !without.every(isKind)) throw new Unusable('backup-damaged');
  return { huddleboard: 'backup', format, made, build, head, schema, without };
}

/** One record as the store takes it, in today’s form; null where it is no longer kept. @throws {Unusable} */
function readRecord([kind, found]: unknown[], schema: number): readonly [Kind, AnyRecord] | null {
  if (!isKind(kind) || !isKept(kind) || typeof found !== 'object' || found === null)
    throw new Unusable('backup-damaged');
  const { version, team, status, batch } = found as Partial<AnyRecord>;
  const textOrNull = (value: unknown) => value === null || typeof value === 'string';
  if (!Number.isSafeInteger(version) || !textOrNull(team) || !textOrNull(batch) || typeof status !== 'string')
    throw new Unusable('backup-damaged');
  const record = migrate(migrations, schema, kind, found as AnyRecord);
  if (!record) return null;
  try {
    const { effect } = prepare({ put: kind, record } as Parameters<typeof prepare>[0]);
    return 'put' in effect ? [kind, effect.record] : null;
  } catch (cause) {
    throw new Unusable('backup-damaged', { cause });
  }
}

const isWebP = (bytes: Buffer) =>
  bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';

function readPicture(line: { [name: string]: unknown }): { id: string; bytes: Buffer } {
  const { picture: id, webp } = line;
  if (typeof id !== 'string' || !pictureId.test(id) || typeof webp !== 'string')
    throw new Unusable('backup-damaged');
  const bytes = Buffer.from(webp, 'base64');
  // Ours are WebP, and nothing else may be served as one.
  if (!isWebP(bytes)) throw new Unusable('backup-damaged');
  return { id, bytes };
}

async function read(path: string): Promise<Archive> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    if (bytesRead < 2 || buffer.readUInt16BE(0) !== 0x1f8b) throw new Unusable('backup-foreign');
  } finally {
    await file.close();
  }
  const sum = createHash('sha256');
  const records: (readonly [Kind, AnyRecord])[] = [];
  const seen = new Set<string>();
  const pictures = new Map<string, number>();
  let about: About | undefined;
  let [count, closed] = [0, false];
  for await (const bytes of linesOf(path)) {
    if (closed) throw new Unusable('backup-damaged');
    if (!about) about = readAbout(bytes);
    else {
      const line = parse(bytes);
      if (Array.isArray(line)) {
        const entry = readRecord(line, about.schema);
        count += 1;
        if (entry) {
          const key = `${entry[0]} ${entry[1].id}`;
          if (seen.has(key)) throw new Unusable('backup-damaged');
          seen.add(key);
          records.push(entry);
        }
      } else if ('picture' in line) {
        const { id, bytes: picture } = readPicture(line);
        pictures.set(id, picture.length);
      } else {
        const { end } = line as { end?: { records?: unknown; pictures?: unknown; sha256?: unknown } };
        if (end?.records !== count || end.pictures !== pictures.size || end.sha256 !== sum.digest('hex'))
          throw new Unusable('backup-damaged');
        closed = true;
        continue;
      }
    }
    sum.update(bytes);
  }
  if (!about) throw new Unusable('backup-foreign');
  if (!closed) throw new Unusable('backup-damaged');
  const readPictures = async function* () {
    for await (const bytes of linesOf(path)) {
      if (bytes.subarray(0, 11).toString('latin1') === '{"picture":')
        yield readPicture(parse(bytes) as { [name: string]: unknown });
    }
  };
  return { about, records, pictures, readPictures };
}

/** Reads an archive to its end. Refused as `backup-…` where it is not there, foreign, damaged or newer than this program. */
export async function openArchive(path: string): Promise<Result<Archive>> {
  try {
    return accept(await read(path));
  } catch (error) {
    if (error instanceof Unusable) return refuse('invalid', error.code);
    const code = codeOf(error);
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(code)) return refuse('unknown', 'backup-not-there');
    if (['EACCES', 'EPERM'].includes(code)) return refuse('forbidden', 'backup-not-readable');
    throw error;
  }
}

/** The value with its fields in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}

/** A record as text that is the same wherever it is kept: without its version, which each store counts for itself. */
export const textOf = (record: AnyRecord): string => JSON.stringify(sorted({ ...record, version: 0 }));

/** SHA-256 (hex) of all that backups keep of these records, in whatever order they come. */
export function fingerprint(records: Snapshot['records']): string {
  const sum = createHash('sha256');
  const texts = records.flatMap(([kind, record]) => (isKept(kind) ? [`${kind} ${textOf(record)}\n`] : []));
  for (const text of texts.sort()) sum.update(text);
  return sum.digest('hex');
}
