import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '../../domain/command';
import type { Picture } from '../../domain/hung';
import { accept, refuse, type Result } from '../../domain/refusal';
import type { Intake } from '../intake/intake';
import { disk, type Files } from '../store/lowdb/files';
import type { Store } from '../store/store';
import { encode } from './encode';

/** THE PICTURES: their records lie in the store, their bytes in a folder beside it, a file each. */
export interface Media {
  /**
   * Takes a picture in as the team's. Its bytes are on the disk before its record is, so that no record ever points at
   * nothing. Refused as `picture-…` where it is none, as intake refuses, or as `busy` where too many wait.
   */
  keep(bytes: Uint8Array, about: About, actor: Actor): Promise<Result<string>>;
  /** A kept picture; undefined once it was erased, or where its file is missing. */
  read(id: string): Promise<{ picture: Picture; bytes: Buffer } | undefined>;
  /** The folder with the files, `<id>.webp` each: what a backup takes along. */
  readonly directory: string;
  /** Stops following the store. */
  close(): void;
}

/** What a picture's sender says of it. */
export interface About {
  team: string;
  /** What it shows, in words; may be empty. */
  alt: string;
  /** People can be recognised on it. */
  people: boolean;
}

export interface MediaParts {
  directory: string;
  store: Store;
  intake: Intake;
  newId: () => string;
  report: (what: string, error: unknown) => void;
  files?: Files;
}

/** How many pictures may wait for their turn: one is decoded at a time, for its pixels take up to 256 MB. */
const mostWaiting = 8;

const idPattern = /^[0-9a-z]{1,40}$/;
/** Names of files that are the room's own: the picture, or one that is being written. */
const ours = /^([0-9a-z]{1,40})\.webp(\.tmp)?$/;

/** Opens the folder and removes what no record names: pictures whose erasing, or whose keeping, was cut off. */
export async function openMedia(parts: MediaParts): Promise<Media> {
  const { directory, store, intake, newId, report, files = disk } = parts;
  const pathOf = (id: string) => join(directory, `${id}.webp`);

  await files.makeDirectory(directory);
  for (const name of await files.list(directory)) {
    const [, id, rest] = ours.exec(name) ?? [];
    if (!id || (!rest && (await store.get('picture', id)))) continue;
    await files.remove(join(directory, name));
  }

  async function write(id: string, bytes: Buffer): Promise<void> {
    const temporary = `${pathOf(id)}.tmp`;
    try {
      const handle = await files.open(temporary, 'wx');
      try {
        await handle.write(bytes, 0);
        if ((await handle.size()) !== bytes.length) throw new Error(`${temporary} is not as long as written`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await files.rename(temporary, pathOf(id));
      await files.syncDirectory(directory);
    } catch (error) {
      await files.remove(temporary).catch(() => undefined);
      throw error;
    }
  }

  async function remove(id: string): Promise<void> {
    await files.remove(pathOf(id));
    await files.syncDirectory(directory);
  }

  const stop = store.watch(({ changes, kinds }) => {
    if (!kinds.has('picture')) return;
    for (const change of changes) {
      if (!('erase' in change) || change.erase !== 'picture' || !idPattern.test(change.id)) continue;
      // Its record is gone, so nobody is shown it; where the file stays, the next start removes it.
      remove(change.id).catch((error: unknown) => report('A picture could not be removed.', error));
    }
  });

  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting += 1;
    const mine = turn.then(work).finally(() => (waiting -= 1));
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    directory,
    async keep(bytes, { team, alt, people }, actor) {
      if (waiting >= mostWaiting) return refuse('busy', 'busy', { values: { seconds: 10 } });
      const encoded = await inTurn(() => encode(bytes));
      if (!encoded.ok) return encoded;
      const { width, height, tone } = encoded.value;
      const id = newId();
      try {
        await write(id, encoded.value.bytes);
      } catch (error) {
        report('A picture could not be written.', error);
        return refuse('unavailable', 'unavailable');
      }
      const record = { id, team, width, height, tone, alt, people, bytes: encoded.value.bytes.length };
      const outcome = await intake.submit('picture:keep', record, actor);
      if (outcome.ok) return accept(id);
      await remove(id).catch((error: unknown) => report('A picture could not be removed.', error));
      return outcome;
    },
    async read(id) {
      const picture = idPattern.test(id) ? await store.get('picture', id) : undefined;
      if (!picture) return undefined;
      try {
        return { picture, bytes: await readFile(pathOf(id)) };
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    close: stop,
  };
}
