import { join } from 'node:path';
import type { Change, Kind, Records } from '../../../domain/records';
import {
  Sorts,
  StoreUnavailable,
  type Commit,
  type Page,
  type Store,
  type Tally,
  type TallyQuery,
  type Where,
  type Saying,
  type Snapshot,
} from '../store';
import { Acknowledged } from './acknowledged';
import { Checkpoints } from './checkpoints';
import { Journal, type Begun, type NewLine } from './journal';
import { acknowledgedName, type Loaded, type Opening } from './load';
import type { Release } from './lock';
import { moment, prepare, settle, type Prepared } from './prepare';
import { Stage } from './stage';
import type { Effect, State } from './state';

/** The few words of a logger that the store says. */
export interface StoreLog {
  info(about: object, text: string): void;
  warn(about: object, text: string): void;
  error(about: object, text: string): void;
}

/** What is to be written: a commit, or the line that closes a large one. */
type Writing = { prepared: Prepared[] } | { close: Stage };

/** Waits for its turn in the journal. */
interface Waiting<T, Done> {
  writing: T;
  resolve: (done: Done) => void;
  reject: (error: unknown) => void;
}

/** Commits larger than this are staged part by part, so that smaller ones go on in between. */
const largest = 250;
/** So many records make a part at first and at most: as many as take a millisecond, which are few until the code is warm. */
const firstPart = 12;
const partSize = 100;
const patience = 1;
/** So many parts may be on their way to the disk while the next ones are made. */
const partsAhead = 40;
/** So many parts are written with one sync: a commit that comes meanwhile waits for it. */
const partsAtOnce = 8;
/** So many of a large commit's records move in at once when it has taken effect. */
const movedAtOnce = 2000;
/** One sync serves at most so many changes: a failing disk refuses all of them together. */
const batchSize = 4000;

/** The embedded engine: journal and checkpoints on disk, everything in memory. One writer. */
export class LowdbStore implements Store {
  readonly notices: readonly Saying[];
  readonly #schema: number;
  readonly #state: State;
  readonly #journal: Journal;
  readonly #checkpoints: Checkpoints;
  readonly #acknowledged: Acknowledged;
  readonly #watchers = new Set<(commit: Commit) => void>();
  readonly #queue: Waiting<Writing, Commit>[] = [];
  /** Parts of large commits: they take effect later, so that commits go before them. */
  readonly #parts: Waiting<Begun, void>[] = [];
  #turn: (() => Promise<void>) | null = null;
  readonly #stages = new Set<Stage>();
  #stageCount = 0;
  #working: Promise<void> | null = null;
  #closing: Promise<void> | null = null;
  #head: number;

  constructor(
    { directory, files, migrations }: Opening,
    loaded: Loaded,
    readonly release: Release,
    readonly log: StoreLog,
    checkpointAfter: number,
  ) {
    const schema = migrations.length + 1;
    this.#schema = schema;
    this.#state = loaded.state;
    this.#head = loaded.head;
    this.notices = loaded.notices;
    this.#journal = new Journal(directory, files, schema, loaded.journalLength);
    this.#acknowledged = new Acknowledged(join(directory, acknowledgedName), files);
    this.#checkpoints = new Checkpoints({
      ...{ directory, files, schema, state: this.#state, journal: this.#journal, after: checkpointAfter },
      ...{ checkpoint: loaded.checkpoint, dirty: loaded.dirty, settling: loaded.settling },
      turnOver: (begin) => this.#turnOver(begin),
      report: (error) => log.error({ err: error }, 'A checkpoint could not be written; it is tried again.'),
    });
    for (const notice of loaded.notices) log.warn({ notice }, 'Opening the store took a step more.');
    if (loaded.renew) this.#checkpoints.renew(loaded.renew === 'forget');
    this.#checkpoints.consider();
  }

  get head(): number {
    return this.#head;
  }

  async commit(changes: Change[], { given = false }: { given?: boolean } = {}): Promise<Commit> {
    if (this.#closing) throw new StoreUnavailable('Nothing was saved: the store is closed.');
    if (changes.length > largest) return this.#commitInParts(changes, given);
    return this.#enqueue({ prepared: changes.map((change) => prepare(change, given)) });
  }

  async get<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    return this.#state.get(kind, id) as Records[K] | undefined;
  }

  async getAll<K extends Kind>(kind: K, ids: readonly string[]): Promise<Map<string, Records[K]>> {
    const found = new Map<string, Records[K]>();
    for (const id of ids) {
      const record = this.#state.get(kind, id) as Records[K] | undefined;
      if (record) found.set(id, record);
    }
    return found;
  }

  async list<K extends Kind>(
    kind: K,
    where: Where = {},
    { after = null, limit = Infinity }: { after?: string | null; limit?: number } = {},
  ): Promise<Page<Records[K]>> {
    const place = after === null ? null : placeOf(after);
    const bounds: Where = { ...where };
    if (where.from !== undefined) bounds.from = moment(where.from);
    if (where.to !== undefined) bounds.to = moment(where.to);
    const records: Records[K][] = [];
    for (const record of this.#state.list(kind, bounds, place)) {
      const last = records.at(-1);
      if (last && records.length >= limit) return { records, next: `${last.at} ${last.id}` };
      records.push(record as Records[K]);
    }
    return { records, next: null };
  }

  async snapshot(): Promise<Snapshot> {
    return { head: this.#head, schema: this.#schema, records: this.#state.everything() };
  }

  async tally(query: TallyQuery): Promise<Tally[]> {
    return this.#state.tallies.read(query);
  }

  watch(onCommit: (commit: Commit) => void): () => void {
    // A function of its own: the same watcher twice is two watchers.
    const watcher = (commit: Commit) => onCommit(commit);
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  async writable(): Promise<boolean> {
    if (this.#closing) return false;
    if (!this.#journal.broken) return true;
    return this.#between(() => this.#journal.probe(this.#head + 1));
  }

  /** Writes a checkpoint now. Resolves when it is on disk, or could not be written (which the log says). */
  async checkpoint(): Promise<void> {
    await this.#checkpoints.settled();
    await this.#checkpoints.run();
  }

  /** Resolves when nothing is being written in the background. */
  async settled(): Promise<void> {
    await this.#checkpoints.settled();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    while (this.#working || this.#stages.size > 0) await (this.#working ?? new Promise(setImmediate));
    await this.#checkpoints.close(3000);
    await this.#journal.close();
    await this.#acknowledged.close();
    this.#watchers.clear();
    await this.release();
  }

  #enqueue(writing: Writing): Promise<Commit> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ writing, resolve, reject });
      this.#wake();
    });
  }

  #enqueuePart(writing: Begun): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#parts.push({ writing, resolve, reject });
      this.#wake();
    });
  }

  /** Stages the changes part by part and lets them take effect by one closing line. */
  async #commitInParts(changes: readonly Change[], given: boolean): Promise<Commit> {
    const stage = new Stage(`${this.#head}-${(this.#stageCount += 1)}`, (kind, id) =>
      this.#versionOf(kind, id),
    );
    const parts: Promise<void>[] = [];
    this.#stages.add(stage);
    try {
      let size = firstPart;
      for (let next = 0; next < changes.length;) {
        const began = performance.now();
        const line = stage.take(changes.slice(next, next + size), given);
        next += size;
        size =
          performance.now() - began < patience
            ? Math.min(size * 2, partSize)
            : Math.max(size >> 1, firstPart);
        const part = this.#enqueuePart(line);
        // A fault is told where it is waited for.
        part.catch(() => undefined);
        parts.push(part);
        if (parts.length > partsAhead) await parts.shift();
        await new Promise(setImmediate);
      }
      await Promise.all(parts);
      return await this.#enqueue({ close: stage });
    } finally {
      this.#stages.delete(stage);
      this.#wake();
    }
  }

  #versionOf(kind: Kind, id: string): number | null {
    return this.#state.get(kind, id)?.version ?? null;
  }

  get #waits(): boolean {
    return this.#queue.length > 0 || this.#parts.length > 0;
  }

  #wake(): void {
    this.#working ??= this.#work().finally(() => {
      this.#working = null;
      if (this.#waits || (this.#turn && this.#stages.size === 0)) this.#wake();
    });
  }

  async #work(): Promise<void> {
    for (;;) {
      const turn = this.#turn;
      // A large commit's parts stay in one stretch of the journal: it does not turn over in their midst.
      if (turn && this.#stages.size === 0) {
        this.#turn = null;
        await turn();
      } else if (this.#waits) await this.#writeBatch();
      else return;
    }
  }

  async #writeBatch(): Promise<void> {
    const coming = new Map<string, number | null>();
    const versionOf = (key: string, kind: Kind, id: string) =>
      coming.has(key) ? (coming.get(key) ?? null) : this.#versionOf(kind, id);
    const lines: NewLine[] = [];
    const written: { waiting: Waiting<Writing, Commit>; effects: Effect[]; stage?: Stage; head: number }[] =
      [];
    let head = this.#head;
    let size = 0;
    let closed = false;
    // What a large commit has done is known to what follows it when it has taken effect.
    while (this.#queue.length > 0 && size < batchSize && !closed) {
      const waiting = this.#queue.shift() as Waiting<Writing, Commit>;
      const { writing } = waiting;
      try {
        if ('close' in writing) {
          const stage = writing.close.settled((kind, id) => versionOf(`${kind} ${id}`, kind, id));
          head += 1;
          lines.push({ head, staged: stage.name, versions: stage.packed });
          written.push({ waiting, effects: stage.effects, stage, head });
          closed = true;
          continue;
        }
        const { effects, versions } = settle(writing.prepared, versionOf);
        size += effects.length;
        written.push({ waiting, effects, head: effects.length > 0 ? head + 1 : head });
        if (effects.length === 0) continue;
        for (const [key, version] of versions) coming.set(key, version);
        this.#tellStages(effects);
        head += 1;
        lines.push({ head, changes: effects });
      } catch (error) {
        waiting.reject(error);
      }
    }
    const parts = this.#parts.splice(0, partsAtOnce);
    for (const { writing } of parts) lines.push(writing);
    try {
      if (lines.length > 0) await this.#journal.append(lines, this.#head + 1);
    } catch (error) {
      this.log.error({ err: error }, 'The store could not be written.');
      for (const waiting of [...parts, ...written.map(({ waiting }) => waiting)]) waiting.reject(error);
      return;
    }
    for (const part of parts) part.resolve();
    for (const { waiting, effects, stage, head } of written) {
      const changes = effects as Change[];
      const { kinds, firsts } = stage?.sorts ?? Sorts.of(changes);
      const commit: Commit = { head, changes, kinds, firsts };
      if (effects.length > 0) this.#takeEffect(commit, effects, stage);
      waiting.resolve(commit);
    }
    this.#acknowledged.note(this.#head);
    this.#checkpoints.consider();
  }

  /** Large commits on their way hear of what others change: before it is written, and again when it is there. */
  #tellStages(effects: readonly Effect[]): void {
    for (const stage of this.#stages)
      for (const effect of effects)
        if ('put' in effect) stage.hear(effect.put, effect.record.id);
        else stage.hear(effect.erase, effect.id);
  }

  #takeEffect(commit: Commit, effects: readonly Effect[], stage: Stage | undefined): void {
    let forget = false;
    if (stage) {
      this.#stages.delete(stage);
      this.#state.pour(stage.fresh);
      void this.#moveIn();
      this.#checkpoints.touch(stage.touched);
    }
    this.#tellStages(effects);
    for (const effect of stage?.rest ?? effects) {
      const touched = this.#state.apply(effect);
      this.#checkpoints.touch(touched);
      if (!('forget' in effect && effect.forget)) continue;
      forget = true;
      // No longer in memory, yet perhaps in a copy: nobody knows in which.
      if (touched.length === 0) this.#checkpoints.touch(this.#state.checkpoints());
    }
    this.#head = commit.head;
    for (const watcher of [...this.#watchers]) {
      try {
        watcher(commit);
      } catch (error) {
        this.log.error({ err: error }, 'A watcher of the store failed.');
      }
    }
    if (forget) this.#checkpoints.renew(true);
  }

  async #moveIn(): Promise<void> {
    while (this.#state.moveIn(movedAtOnce)) await new Promise(setImmediate);
  }

  /** Runs something of the journal's between two batches. */
  #between<T>(task: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const before = this.#turn;
      this.#turn = async () => {
        await before?.();
        await task().then(resolve, reject);
      };
      this.#wake();
    });
  }

  #turnOver<T>(begin: (head: number) => T): Promise<T> {
    return this.#between(async () => {
      await this.#journal.turnOver(this.#head + 1);
      return begin(this.#head);
    });
  }
}

/** The place in the list that a cursor names; one that is none of ours names a place too, and does no harm. */
function placeOf(cursor: string): { at: string; id: string } {
  const [at = '', ...id] = cursor.split(' ');
  return { at, id: id.join(' ') };
}
