import type { Day } from '../../domain/calendar';
import type { Measure } from '../../domain/metric';
import type { AnyRecord, Change, Kind, Records, Respondent } from '../../domain/records';

/**
 * A durable commit: `head` counts commits from 1; `changes` are as they took effect. There may be a hundred thousand, so a watcher looks
 * at their `kinds` first, or goes through `firsts`: the first of each sort, which tell for which teams and from which sources all are.
 */
export interface Commit {
  head: number;
  changes: Change[];
  kinds: ReadonlySet<Kind>;
  firsts: readonly Change[];
}

/** What a change puts or erases, for which team (of a team: which it is), from which source. */
function sortOf(change: Change): string {
  if ('erase' in change) return `erase ${change.erase}`;
  const { put, record } = change;
  return `${put} ${put === 'team' ? record.id : record.team} ${'source' in record ? record.source : ''}`;
}

/** Collects `kinds` and `firsts` of a commit’s changes as they come. */
export class Sorts {
  readonly kinds = new Set<Kind>();
  readonly firsts: Change[] = [];
  readonly #known = new Set<string>();

  take(change: Change): void {
    const sort = sortOf(change);
    if (this.#known.has(sort)) return;
    this.#known.add(sort);
    this.kinds.add(kindOfChange(change));
    this.firsts.push(change);
  }

  static of(changes: readonly Change[]): Sorts {
    const sorts = new Sorts();
    for (const change of changes) sorts.take(change);
    return sorts;
  }
}

/** The kind of record that a change puts or erases. */
export const kindOfChange = (change: Change): Kind => ('put' in change ? change.put : change.erase);

/** Filters on the envelope only; `at` is half-open (`from` ≤ at < `to`). */
export interface Where {
  team?: string | null;
  status?: string | readonly string[];
  batch?: string;
  from?: string;
  to?: string;
}

/** Newest first by `at`; of the same moment, the larger id first. */
export interface Page<T> {
  records: T[];
  /** Cursor for the next page; null at the end. */
  next: string | null;
}

/**
 * Counted responses (status `counted`) of one team. Either `from` and `to` (local dates, both included) or `newest`:
 * for each measure the `days` days that end on its newest answered day at or before `upTo`, counting only what `where`
 * lets through; neither: all days. Answers from employees are a stream of their own: only `from: 'employee'` counts them, and them alone.
 */
export interface TallyQuery {
  team: string;
  measure?: Measure;
  from?: Day;
  to?: Day;
  newest?: { days: number; upTo: Day };
  /** What was said of coming back, a stream of its own, too (`returningMeasure`); nothing else counts it. */
  returning?: boolean;
  where?: { touchpoint?: string; source?: string; from?: Respondent; critical?: string };
  /** By `critical` an answer counts for each that its comments are about, and in a row without one where they are about none. */
  by?: readonly ('day' | 'touchpoint' | 'source' | 'critical')[];
}

/** `count` answers of `value`; `day`, `touchpoint`, `source` and `critical` are there when asked for with `by`. */
export interface TallyRow {
  value: number;
  count: number;
  day?: Day;
  touchpoint?: string | null;
  source?: string;
  critical?: string | null;
}

export interface Tally {
  measure: Measure;
  /** The newest answer's moment (ISO) within the days asked for. */
  latest: string;
  rows: TallyRow[];
}

/** Everything that the store held at one moment, after commit `head`. The records are frozen and stay as they are. */
export interface Snapshot {
  head: number;
  /** The form that the records are in; a later version of the program may have another. */
  schema: number;
  records: (readonly [Kind, AnyRecord])[];
}

/** An edit whose version is no longer the record's: nothing of the commit took effect. */
export class StaleChange extends Error {
  override name = 'StaleChange';
  constructor(
    readonly kind: Kind,
    readonly id: string,
  ) {
    super(`${kind} ${id} changed in the meantime`);
  }
}

/** The disk refused (full, broken): nothing of the commit took effect, in memory or on disk. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/**
 * What the store has to say to whoever runs it: `store_<code>` in messages/ is the sentence, `values` fill it. A value may
 * be a saying of its own, or several.
 */
export interface Saying {
  code: string;
  values?: Record<string, string | number | Saying | Saying[]>;
}

/** The store cannot be opened, and why. */
export class StoreRefusal extends Error {
  override name = 'StoreRefusal';
  constructor(
    readonly saying: Saying,
    options?: ErrorOptions,
  ) {
    super(JSON.stringify(saying), options);
  }
}

/**
 * THE MEMORY. One promise for every engine: tests/contract/store.ts. Records that it hands out are frozen: spread them
 * into new ones. `at` is stored in the form of `toISOString`, whatever form it came in.
 */
export interface Store {
  /**
   * Puts and erases, all or nothing; resolves when durable. What is no record (unknown kind, no moment) is a TypeError.
   * `given`: the caller touches the changes and their records no more, so they need not be copied.
   * @throws {StaleChange} @throws {StoreUnavailable}
   */
  commit(changes: Change[], how?: { given?: boolean }): Promise<Commit>;
  get<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined>;
  /** Those of many that there are, by id. */
  getAll<K extends Kind>(kind: K, ids: readonly string[]): Promise<Map<string, Records[K]>>;
  /** `after` is the page before's `next`; without `limit` everything that matches. */
  list<K extends Kind>(
    kind: K,
    where?: Where,
    page?: { after?: string | null; limit?: number },
  ): Promise<Page<Records[K]>>;
  /** All records at one moment, between two commits. */
  snapshot(): Promise<Snapshot>;
  /** The measure with the newest answer first; measures without an answer in the days asked for are left out. */
  tally(query: TallyQuery): Promise<Tally[]>;
  /** Called after each durable commit, in order; returns how to stop. */
  watch(onCommit: (commit: Commit) => void): () => void;
  /** The newest durable commit's number; 0 for an empty store. */
  readonly head: number;
  /** Whether commits are taken at the moment; false after a disk fault until a write succeeds again. */
  writable(): Promise<boolean>;
  /** Steps that opening had to take (a set-aside file, a previous copy used), for admin. */
  readonly notices: readonly Saying[];
  close(): Promise<void>;
}
