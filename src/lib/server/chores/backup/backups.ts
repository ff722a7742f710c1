import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Commit, Store } from '../../store/store';
import { disk, type Files } from '../../store/lowdb/files';
import { accept, refuse, type Refusal, type Result } from '../../../domain/refusal';
import { lastDue, lookAgain, lookEvery } from '../nightly';
import { writeArchive, type ArchiveParts } from './archive';
import { noteErased } from './erased';

/** How many scheduled backups are kept. */
export const kept = 14;
/** The hour (0–23, the server’s own time) after which a night’s backup is due. */
const hour = 3;
/** After a backup that failed, how long until the next try, in ms. */
const retryAfter = 3_600_000;
/** Bytes that are left free beside a backup: the store, most likely on the same disk, has to go on. */
const reserve = 64 * 1024 * 1024;

const scheduledName = /^huddleboard-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.ndjson\.gz$/;

/** The name of a backup made at a moment. */
export const nameAt = (made: Date): string =>
  `huddleboard-${made.toISOString().slice(0, 19).replaceAll(':', '-')}Z.ndjson.gz`;

/** A backup in the folder. */
export interface Kept {
  name: string;
  /** When it was made (ISO). */
  at: string;
  bytes: number;
}

/** SLEEP WELL: backups made by the clock into a folder, and one whenever somebody asks. */
export interface Backups {
  /** The folder of scheduled backups; null where none is set. */
  readonly directory: string | null;
  /** What lies in the folder, newest first. */
  list(): Promise<Kept[]>;
  /** Why the last scheduled backup failed; null while all is well. */
  readonly fault: Refusal | null;
  /** The path of a backup in the folder; undefined for anything else. */
  pathOf(name: string): Promise<string | undefined>;
  /** A backup of this moment, as bytes, with its file name; without what a person keeps private. */
  download(): Promise<{ name: string; bytes: Readable }>;
  /** Makes one now where one is due. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export interface BackupsParts {
  directory: string | null;
  store: Store;
  build: string;
  now: () => Date;
  /** A picture’s bytes. */
  picture: ArchiveParts['picture'];
  report: (what: string, error: unknown) => void;
  files?: Files;
  /** Free bytes where a folder lies. */
  free?: (folder: string) => Promise<number>;
  /** Milliseconds between two looks; 0: only when asked. */
  every?: number;
}

const freeAt = async (folder: string) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Reads an archive back from the disk and compares its own checksum. @throws where it is not what was written. */
async function check(path: string): Promise<void> {
  const sum = createHash('sha256');
  let before: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path).pipe(createGunzip()) as AsyncIterable<Buffer>) {
    // The last line names the sum of all before it: it is held back, with a little more, until the end is known.
    const whole = Buffer.concat([before, chunk]);
    const sure = Math.max(0, whole.length - 400);
    sum.update(whole.subarray(0, sure));
    before = whole.subarray(sure);
  }
  const last = before.lastIndexOf(10, before.length - 2) + 1;
  sum.update(before.subarray(0, last));
  const said = JSON.parse(before.subarray(last).toString('utf8')) as { end?: { sha256?: unknown } };
  if (said.end?.sha256 !== sum.digest('hex')) throw new Error(`${path} reads otherwise than it was written`);
}

/**
 * Writes an archive to a file that takes its place only when it is whole, on the disk and was read back. Refused as
 * `backup-no-space` or `backup-not-written`; returns its length in bytes.
 */
export async function writeBackup(
  path: string,
  parts: ArchiveParts,
  {
    files = disk,
    free = freeAt,
    expected = 0,
  }: { files?: Files; free?: typeof freeAt; expected?: number } = {},
): Promise<Result<number>> {
  const folder = dirname(path);
  const temporary = `${path}.part`;
  try {
    await files.makeDirectory(folder);
    const [has, needs] = [await free(folder), expected + reserve];
    if (has < needs) {
      const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
      return refuse('unavailable', 'backup-no-space', {
        values: { folder, has: megabytes(has), needs: megabytes(needs) },
      });
    }
    await pipeline(writeArchive(parts), createWriteStream(temporary, { mode: 0o600 }));
    await check(temporary);
    const handle = await open(temporary, 'r+');
    await handle.sync().finally(() => handle.close());
    const { size } = await stat(temporary);
    await files.rename(temporary, path);
    await files.syncDirectory(folder);
    return accept(size);
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    const why = error instanceof Error ? error.message : String(error);
    return refuse('unavailable', 'backup-not-written', { values: { file: path, why } });
  }
}

/** The backups in a folder, newest first; other files there are nobody’s business. */
export async function keptIn(directory: string): Promise<Kept[]> {
  const names = await readdir(directory).catch(() => [] as string[]);
  const found = await Promise.all(
    names.map(async (name): Promise<Kept[]> => {
      const [, day, h, m, s] = scheduledName.exec(name) ?? [];
      const about = day ? await stat(join(directory, name)).catch(() => undefined) : undefined;
      return about?.isFile() ? [{ name, at: `${day}T${h}:${m}:${s}.000Z`, bytes: about.size }] : [];
    }),
  );
  return found.flat().sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Starts to follow clock and store. */
export function openBackups(parts: BackupsParts): Backups {
  const {
    directory,
    store,
    build,
    now,
    picture,
    report,
    files = disk,
    free = freeAt,
    every = lookEvery,
  } = parts;
  let fault: Refusal | null = null;
  let tryAgain = 0;
  let working: Promise<void> | undefined;
  let closed = false;

  const list = async () => (directory === null ? [] : keptIn(directory));

  const parting = async (made: Date): Promise<ArchiveParts> => ({
    ...{ snapshot: await store.snapshot(), made, build, picture },
  });

  async function thin(folder: string): Promise<void> {
    for (const { name } of (await list()).slice(kept)) await files.remove(join(folder, name));
    for (const name of await files.list(folder)) {
      // Cut off in the midst of writing, by a stop of the server.
      if (/^huddleboard-.*\.ndjson\.gz\.part$/.test(name)) await files.remove(join(folder, name));
    }
  }

  async function make(folder: string, newest: Kept | undefined): Promise<void> {
    const made = now();
    const expected = Math.ceil((newest?.bytes ?? 0) * 1.5);
    const written = await writeBackup(join(folder, nameAt(made)), await parting(made), {
      ...{ files, free, expected },
    });
    fault = written.ok ? null : written.refusal;
    if (!written.ok) {
      tryAgain = made.getTime() + retryAfter;
      report('A backup could not be made.', written.refusal);
      return;
    }
    await thin(folder);
  }

  async function lookOnce(folder: string): Promise<void> {
    const [newest] = await list();
    // A clock that was ahead once must not keep backups from being made.
    const future = newest !== undefined && newest.at > now().toISOString();
    const due = newest === undefined || future || Date.parse(newest.at) < lastDue(now(), hour).getTime();
    if (due && store.head > 0 && now().getTime() >= tryAgain) await make(folder, future ? undefined : newest);
  }

  const look = (): Promise<void> => {
    if (directory === null || closed) return Promise.resolve();
    working ??= lookOnce(directory)
      .catch((error: unknown) => report('A backup could not be made.', error))
      .finally(() => (working = undefined));
    return working;
  };

  let noting: Promise<void> = Promise.resolve();
  /** What is erased is on the list beside the backups at once: they may be all that is left tomorrow. */
  const note = (folder: string): void => {
    noting = noting
      .then(async () => {
        const { records } = await store.list('erasure');
        if (records.length === 0) return;
        await files.makeDirectory(folder);
        await noteErased(folder, records, files);
      })
      .catch((error: unknown) => report('The list of what was erased could not be written.', error));
  };
  const erases = ({ kinds }: Commit) => kinds.has('erasure');
  const stop =
    directory === null ? () => undefined : store.watch((commit) => erases(commit) && note(directory));
  if (directory !== null) note(directory);

  let timer: NodeJS.Timeout | undefined;
  if (directory !== null && every > 0) {
    timer = lookAgain(look, every);
    void look();
  }

  return {
    directory,
    list,
    get fault() {
      return fault;
    },
    async pathOf(name) {
      if (directory === null || !(await list()).some((one) => one.name === name)) return undefined;
      return join(directory, name);
    },
    async download() {
      const made = now();
      return { name: nameAt(made), bytes: writeArchive({ ...(await parting(made)), withoutPrivate: true }) };
    },
    look,
    async close() {
      closed = true;
      clearInterval(timer);
      stop();
      await working;
      await noting;
    },
  };
}
