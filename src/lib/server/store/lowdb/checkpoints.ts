import { Low } from 'lowdb';
import { join } from 'node:path';
import { DurableFile, type Checkpoint } from './durable-file';
import type { Files } from './files';
import type { Journal } from './journal';
import { pathOf } from './load';
import type { State } from './state';

/** Both copies of everything touched are to be written anew; `forget`: so that nothing of an erased record stays. */
interface Renewal {
  rounds: number;
  forget: boolean;
}

export interface CheckpointsOptions {
  directory: string;
  files: Files;
  schema: number;
  state: State;
  journal: Journal;
  /** Turns the journal over between two commits; `begin` runs at that very moment, with the last commit before it. */
  turnOver: <T>(begin: (head: number) => T) => Promise<T>;
  /** Journal bytes after which a round begins. */
  after: number;
  report: (error: unknown) => void;
  checkpoint: number;
  dirty: Set<string>;
  settling: Set<string>;
}

/**
 * Writes checkpoints in the background, a round at a time: the journal turns over, every checkpoint that no longer
 * holds the truth is written, the head last, then the journal is cut. A checkpoint is written again in the round after,
 * so that its previous copy is never more than one round behind; the journal is kept that far back.
 */
export class Checkpoints {
  readonly #options: CheckpointsOptions;
  readonly #stop = new AbortController();
  #dirty: Set<string>;
  #settling: Set<string>;
  #checkpoint: number;
  #renewal: Renewal | null = null;
  #running: Promise<void> | null = null;
  #retry: NodeJS.Timeout | null = null;
  #due: number;

  constructor(options: CheckpointsOptions) {
    this.#options = options;
    this.#dirty = options.dirty;
    this.#settling = options.settling;
    this.#checkpoint = options.checkpoint;
    this.#due = options.after;
  }

  touch(names: Iterable<string>): void {
    for (const name of names) this.#dirty.add(name);
  }

  /** Two rounds that begin after this moment: then neither copy nor journal is older than it. */
  renew(forget: boolean): void {
    this.#renewal = { rounds: 0, forget: forget || (this.#renewal?.forget ?? false) };
    this.consider();
  }

  /** Begins a round where one is due. */
  consider(): void {
    if (this.#running || this.#retry || this.#stop.signal.aborted) return;
    if (this.#renewal || this.#options.journal.length >= this.#due) void this.run();
  }

  /** Runs a round now, and what is due after it; never rejects. */
  run(): Promise<void> {
    this.#running ??= this.#rounds().finally(() => (this.#running = null));
    return this.#running;
  }

  /** Resolves when no round is running. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Gives up what is being written; an erase for privacy gets `patience` milliseconds to reach every copy. */
  async close(patience: number): Promise<void> {
    if (this.#running && this.#renewal?.forget) {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([this.#running, new Promise((resolve) => (timer = setTimeout(resolve, patience)))]);
      clearTimeout(timer);
    }
    this.#stop.abort();
    if (this.#retry) clearTimeout(this.#retry);
    await this.#running;
  }

  async #rounds(): Promise<void> {
    try {
      do await this.#round();
      while (this.#renewal && !this.#stop.signal.aborted);
    } catch (error) {
      if (this.#stop.signal.aborted) return;
      this.#options.report(error);
      // Most likely the disk is full: the journal holds everything, there is no hurry.
      this.#retry = setTimeout(() => {
        this.#retry = null;
        this.consider();
      }, 30_000).unref();
    }
  }

  async #round(): Promise<void> {
    const { state, journal, turnOver } = this.#options;
    const { head, fresh, names, renewal } = await turnOver((head) => {
      const fresh = this.#dirty;
      this.#dirty = new Set();
      return { head, fresh, names: [...state.checkpoints()], renewal: this.#renewal };
    });
    const writing = new Set([...fresh, ...this.#settling]);
    try {
      let bytes = 0;
      for (const name of writing) bytes += await this.#write(name, {}, state.entries(name));
      const about = {
        head,
        before: this.#checkpoint,
        names,
        settling: [...fresh],
        // A crash must not end a renewal half-way.
        renew: renewal && renewal.rounds === 0 ? (renewal.forget ? 'forget' : 'repair') : null,
      };
      await this.#write('head', about, []);
      // Rewriting a large store after few new lines would cost more than replaying them.
      this.#due = Math.min(Math.max(this.#options.after, bytes / 4), 64 * 1024 * 1024);
    } catch (error) {
      this.touch(writing);
      throw error;
    }
    const before = this.#checkpoint;
    this.#checkpoint = head;
    this.#settling = fresh;
    await journal.cut(before + 1);
    if (renewal) await this.#countRound(renewal);
  }

  async #countRound(renewal: Renewal): Promise<void> {
    const { directory, files } = this.#options;
    renewal.rounds += 1;
    if (renewal.rounds < 2 || renewal !== this.#renewal) return;
    if (renewal.forget) {
      for (const name of await files.list(directory)) {
        if (name.includes('.damaged-')) await files.remove(join(directory, name));
      }
    }
    this.#renewal = null;
  }

  async #write(name: string, about: Checkpoint['about'], records: Checkpoint['records']): Promise<number> {
    const { directory, files, schema } = this.#options;
    const file = new DurableFile(pathOf(directory, name), files, this.#stop.signal);
    await new Low<Checkpoint>(file, { name, schema, about, records }).write();
    return file.written;
  }
}
