import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Actor } from '../../../domain/command';
import { accept, refuse, type Result } from '../../../domain/refusal';
import { mayRun } from '../../../domain/rights';
import { disk } from '../../store/lowdb/files';
import type { Store } from '../../store/store';
import { openArchive, type Archive } from './archive';
import type { Backups } from './backups';
import { listsFor, planRestore, restore, type RestorePlan } from './restore';
import { planWords } from './say-restore';

/** A restore as an owner reads it: what the backup is called here, when it was made (ISO), what changes. */
export interface Told {
  key: string;
  made: string;
  lines: string[];
}

/** RESTORING from the page: an upload, or a scheduled backup by its name; looked at first, then done. For owners. */
export interface Restoring {
  /** Keeps an uploaded file until the next one, or until the server stops; returns its key. */
  take(file: Blob, actor: Actor): Promise<Result<string>>;
  /** What restoring it would change. */
  look(key: string, actor: Actor): Promise<Result<Told>>;
  restore(key: string, actor: Actor): Promise<Result<Told>>;
}

export interface RestoringParts {
  /** Where an upload lies meanwhile. */
  directory: string;
  media: string;
  store: Store;
  backups: Backups;
  now: () => Date;
  newId: () => string;
}

const uploaded = /^upload-([0-9a-z]{1,40})$/;

/** Opens the folder for uploads and empties it. */
export async function openRestoring(parts: RestoringParts): Promise<Restoring> {
  const { directory, media, store, backups, now, newId } = parts;
  const pathOf = (id: string) => join(directory, `${id}.ndjson.gz`);
  const empty = async () => {
    for (const name of await disk.list(directory)) await disk.remove(join(directory, name));
  };
  await disk.makeDirectory(directory);
  await empty();

  let working = false;
  /** A backup is in memory while it is looked at: one at a time. */
  async function alone<T>(actor: Actor, work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (!mayRun(actor)) return refuse('forbidden', 'not-yours');
    if (working) return refuse('busy', 'busy', { values: { seconds: 10 } });
    working = true;
    try {
      return await work();
    } finally {
      working = false;
    }
  }

  async function withArchive(
    key: string,
    actor: Actor,
    work: (archive: Archive, lists: string[], by: string | null) => Promise<Result<RestorePlan>>,
  ): Promise<Result<Told>> {
    const id = uploaded.exec(key)?.[1];
    const path = id ? pathOf(id) : await backups.pathOf(key);
    if (path === undefined) return refuse('unknown', 'backup-not-there');
    const archive = await openArchive(path);
    if (!archive.ok) {
      const gone = id !== undefined && archive.refusal.code === 'backup-not-there';
      return gone ? refuse('unknown', 'backup-gone') : archive;
    }
    const by = actor.as === 'account' ? actor.id : null;
    const plan = await work(archive.value, listsFor(path, backups.directory), by);
    return plan.ok ? accept({ key, made: plan.value.made, lines: planWords(plan.value) }) : plan;
  }

  return {
    take: (file, actor) =>
      alone(actor, async () => {
        const id = newId();
        try {
          await empty();
          const bytes = Readable.fromWeb(file.stream() as ReadableStream<Uint8Array>);
          await pipeline(bytes, createWriteStream(pathOf(id), { mode: 0o600 }));
          return accept(`upload-${id}`);
        } catch (error) {
          await disk.remove(pathOf(id)).catch(() => undefined);
          if (error instanceof Error && 'code' in error) return refuse('unavailable', 'unavailable');
          throw error;
        }
      }),
    look: (key, actor) =>
      alone(actor, () =>
        withArchive(key, actor, (archive, lists, by) => planRestore({ store, archive, lists, media, by })),
      ),
    restore: (key, actor) =>
      alone(actor, async () => {
        const done = await withArchive(key, actor, (archive, lists, by) =>
          restore({ store, archive, lists, media, by, now: now(), newId }),
        );
        if (done.ok) await empty();
        return done;
      }),
  };
}
