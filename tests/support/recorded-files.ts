import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { disk, type Files } from '../../src/lib/server/store/lowdb/files';

/** What a disk was asked to do, by names in one directory and files behind them. */
type Step =
  | { do: 'name'; name: string; file: number }
  | { do: 'unname'; name: string }
  | { do: 'fill'; file: number; bytes: Buffer; synced: boolean }
  | { do: 'names-synced' }
  | { do: 'told'; what: string };

/**
 * Writes to the disk and writes down each step, so that a test can make the directory as a power cut after any of them
 * may leave it: names in the order they were made, at least up to the last sync of the directory; of a file's bytes at
 * least those that were synced.
 */
export class RecordedFiles {
  readonly steps: Step[] = [];
  readonly #names = new Map<string, number>();
  #files = 0;

  /** Somebody was told that this is saved. */
  told(what: string): void {
    this.steps.push({ do: 'told', what });
  }

  readonly files: Files = {
    ...disk,
    open: async (path, flags) => {
      const handle = await disk.open(path, flags);
      const name = basename(path);
      let file = this.#names.get(name);
      let bytes: Buffer = Buffer.alloc(0);
      if (file === undefined) {
        file = this.#files++;
        this.#name(name, file);
        this.#fill(file, bytes, false);
      } else {
        bytes = flags === 'w' ? bytes : (this.#bytes(file) ?? bytes);
        if (flags === 'w') this.#fill(file, bytes, false);
      }
      const known = file;
      const sync = () => this.#fill(known, bytes, true);
      return {
        ...handle,
        write: async (part, position) => {
          await handle.write(part, position);
          const longer = Buffer.alloc(Math.max(bytes.length, position + part.length));
          bytes.copy(longer);
          longer.set(part, position);
          bytes = longer;
          this.#fill(known, bytes, false);
        },
        datasync: () => handle.datasync().then(sync),
        sync: () => handle.sync().then(sync),
        truncate: async (size) => {
          await handle.truncate(size);
          bytes = bytes.subarray(0, size);
          this.#fill(known, bytes, false);
        },
      };
    },
    rename: async (from, to) => {
      await disk.rename(from, to);
      const file = this.#names.get(basename(from));
      if (file === undefined) return;
      // One step: a rename is whole or not at all.
      this.#names.delete(basename(from));
      this.#names.set(basename(to), file);
      this.steps.push({ do: 'name', name: basename(to), file });
      this.steps.push({ do: 'unname', name: basename(from) });
    },
    link: async (from, to) => {
      await disk.link(from, to);
      const file = this.#names.get(basename(from));
      if (file !== undefined) this.#name(basename(to), file);
    },
    remove: async (path) => {
      await disk.remove(path);
      if (this.#names.delete(basename(path))) this.steps.push({ do: 'unname', name: basename(path) });
    },
    syncDirectory: async (path) => {
      await disk.syncDirectory(path);
      this.steps.push({ do: 'names-synced' });
    },
  };

  /**
   * Every directory that a cut after the first `cut` steps may leave behind, without repeats of one another: `kept` says
   * how many of the steps' names were kept, `unsynced` whether bytes that were not synced got there too.
   */
  *after(cut: number): Generator<Map<string, Buffer>> {
    const done = this.steps.slice(0, cut);
    const sure = done.findLastIndex((step) => step.do === 'names-synced') + 1;
    const seen = new Set<string>();
    for (const unsynced of [false, true]) {
      const bytes = new Map<number, Buffer>();
      for (const step of done) {
        if (step.do !== 'fill') continue;
        if (unsynced || step.synced) bytes.set(step.file, step.bytes);
      }
      for (let kept = sure; kept <= cut; kept += 1) {
        const names = new Map<string, number>();
        for (const step of done.slice(0, kept)) {
          if (step.do === 'name') names.set(step.name, step.file);
          else if (step.do === 'unname') names.delete(step.name);
        }
        const key = JSON.stringify([unsynced, ...names]);
        if (seen.has(key)) continue;
        seen.add(key);
        yield new Map([...names].map(([name, file]) => [name, bytes.get(file) ?? Buffer.alloc(0)]));
      }
    }
  }

  #name(name: string, file: number): void {
    this.#names.set(name, file);
    this.steps.push({ do: 'name', name, file });
  }

  #fill(file: number, bytes: Buffer, synced: boolean): void {
    this.steps.push({ do: 'fill', file, bytes, synced });
  }

  #bytes(file: number): Buffer | undefined {
    const step = this.steps.findLast((step) => step.do === 'fill' && step.file === file);
    return step?.do === 'fill' ? step.bytes : undefined;
  }
}

/** Makes the directory hold just these files. */
export async function lay(directory: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const [name, bytes] of files) await writeFile(join(directory, name), bytes);
}
