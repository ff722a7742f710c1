import { monthly, type AnyRecord, type Envelope, type Kind, type Response } from '../../../domain/records';
import type { Where } from '../store';
import { ById } from './by-id';
import { Shelf, type Bucket, type Place } from './shelf';
import { Tallies } from './tallies';

/** What a commit does, with the version that each record gets: replayed any number of times it ends the same. */
export type Effect =
  { put: Kind; record: AnyRecord; forget?: boolean } | { erase: Kind; id: string; forget?: boolean };

/** Every kind there is; the compiler sees to it that none is missing. */
const kinds: Record<Kind, true> = {
  organisation: true,
  aim: true,
  asked: true,
  interest: true,
  echo: true,
  journal: true,
  trial: true,
  team: true,
  group: true,
  question: true,
  response: true,
  verbatim: true,
  withdrawal: true,
  'shout-out': true,
  goal: true,
  announcement: true,
  thanks: true,
  picture: true,
  story: true,
  poster: true,
  improvement: true,
  snag: true,
  finding: true,
  experiment: true,
  'library-card': true,
  challenge: true,
  countdown: true,
  takeover: true,
  turn: true,
  seen: true,
  decision: true,
  help: true,
  huddle: true,
  ballot: true,
  note: true,
  commitment: true,
  display: true,
  pairing: true,
  account: true,
  session: true,
  'past-playlist': true,
  outage: true,
  alerts: true,
  invitation: true,
  'api-key': true,
  'import-source': true,
  import: true,
  hook: true,
  audit: true,
  play: true,
  erasure: true,
};

export const isKind = (word: unknown): word is Kind => typeof word === 'string' && Object.hasOwn(kinds, word);

/** One kind's records: by id, and on a shelf for each way that a list is asked for. */
class Collection {
  readonly byId = new ById();
  readonly all = new Shelf();
  readonly #shelves = new Map<string, Shelf>();
  /** By day, where records like the one before go: the next is mostly like it. */
  #last: (Pick<Envelope, 'team' | 'status' | 'batch'> & { days: Map<string, Bucket[]> }) | undefined;

  put(record: AnyRecord): void {
    this.byId.put(record);
    for (const bucket of this.#bucketsFor(record)) bucket.add(record);
  }

  #bucketsFor(record: AnyRecord): Bucket[] {
    const { team, status, batch } = record;
    if (this.#last?.team !== team || this.#last.status !== status || this.#last.batch !== batch)
      this.#last = { team, status, batch, days: new Map() };
    const day = record.at.slice(0, 10);
    let buckets = this.#last.days.get(day);
    if (!buckets) {
      const shelves = [this.all, ...shelvesOf(record).map((name) => this.#shelf(name))];
      buckets = shelves.map((shelf) => shelf.bucket(day));
      this.#last.days.set(day, buckets);
    }
    return buckets;
  }

  #shelf(name: string): Shelf {
    let shelf = this.#shelves.get(name);
    if (!shelf) this.#shelves.set(name, (shelf = new Shelf()));
    return shelf;
  }

  /** Takes in all of a collection that nobody uses any more; it holds nothing that is here. */
  pour(other: Collection): void {
    this.byId.pour(other.byId);
    this.all.pour(other.all);
    for (const [name, shelf] of other.#shelves) {
      const own = this.#shelves.get(name);
      if (own) own.pour(shelf);
      else this.#shelves.set(name, shelf);
    }
  }

  erase(record: AnyRecord): void {
    this.byId.erase(record.id);
    this.#last = undefined;
    this.all.remove(record);
    for (const name of shelvesOf(record)) {
      const shelf = this.#shelves.get(name);
      shelf?.remove(record);
      if (shelf?.isEmpty) this.#shelves.delete(name);
    }
  }

  /** The smallest shelf that holds all that `where` can match; undefined: nothing matches. */
  shelf({ batch, team, status }: Where): Shelf | undefined {
    if (batch !== undefined) return this.#shelves.get(`batch ${batch}`);
    if (team === undefined) return this.all;
    const only = typeof status === 'string' ? status : status?.length === 1 ? status[0] : undefined;
    return this.#shelves.get(only === undefined ? `team ${team}` : `team ${team} ${only}`);
  }
}

function shelvesOf({ team, status, batch }: Envelope): string[] {
  const names = [`team ${team}`, `team ${team} ${status}`];
  if (batch !== null) names.push(`batch ${batch}`);
  return names;
}

/** Which checkpoint a record lies in: `state`, or its month. */
export const checkpointOf = (kind: Kind, at: string): string =>
  monthly.includes(kind) ? at.slice(0, 7) : 'state';

/** All that the store knows, in memory. Changed only by effects that are durable. */
export class State {
  readonly #collections = new Map<Kind, Collection>(
    Object.keys(kinds)
      .filter(isKind)
      .map((kind) => [kind, new Collection()]),
  );
  readonly tallies = new Tallies();

  #of(kind: Kind): Collection {
    const collection = this.#collections.get(kind);
    if (!collection) throw new TypeError(`there is no kind of record called ${String(kind)}`);
    return collection;
  }

  get(kind: Kind, id: string): AnyRecord | undefined {
    return this.#of(kind).byId.get(id);
  }

  /** Carries out one effect; returns the checkpoints that no longer hold the truth. */
  apply(effect: Effect): string[] {
    const kind = 'put' in effect ? effect.put : effect.erase;
    const id = 'put' in effect ? effect.record.id : effect.id;
    const collection = this.#of(kind);
    const old = collection.byId.get(id);
    const touched: string[] = [];
    if (old) {
      collection.erase(old);
      if (kind === 'response') this.tallies.remove(old as Response);
      touched.push(checkpointOf(kind, old.at));
    }
    if ('put' in effect) touched.push(this.add(kind, effect.record));
    return touched;
  }

  /** Takes in a record that is new here; returns the checkpoint that no longer holds the truth. */
  add(kind: Kind, record: AnyRecord): string {
    this.#of(kind).put(freeze(record));
    if (kind === 'response') this.tallies.add(record as Response);
    return checkpointOf(kind, record.at);
  }

  /** Takes in all of a state that nobody uses any more: records that are new here, put in order before. */
  pour(other: State): void {
    for (const [kind, collection] of other.#collections)
      if (!collection.all.isEmpty) this.#of(kind).pour(collection);
    this.tallies.pour(other.tallies);
  }

  /** Brings up to so many of what was poured in to where it stays; true where there are more. Nobody sees a difference. */
  moveIn(most: number): boolean {
    for (const { byId } of this.#collections.values()) if (byId.moveIn(most)) return true;
    return false;
  }

  /** Newest first; to be used up without an `await` in between. */
  *list(kind: Kind, where: Where, after: Place | null): Generator<AnyRecord> {
    const statuses = typeof where.status === 'string' ? [where.status] : where.status;
    const to = where.to === undefined ? null : { at: where.to, id: '' };
    const before = after && (!to || after.at < to.at) ? after : to;
    for (const record of this.#of(kind)
      .shelf(where)
      ?.newestFirst(before, where.from ?? null) ?? []) {
      if (where.team !== undefined && record.team !== where.team) continue;
      if (where.batch !== undefined && record.batch !== where.batch) continue;
      if (statuses && !statuses.includes(record.status)) continue;
      yield record;
    }
  }

  /** Every record of this moment. */
  everything(): (readonly [Kind, AnyRecord])[] {
    const all: (readonly [Kind, AnyRecord])[] = [];
    for (const [kind, { byId }] of this.#collections) {
      for (const record of byId.all()) all.push([kind, record]);
    }
    return all;
  }

  /** Names of the checkpoints that all records together need. */
  checkpoints(): Set<string> {
    const names = new Set(['state']);
    for (const kind of monthly) {
      for (const day of this.#of(kind).all.days()) names.add(day.slice(0, 7));
    }
    return names;
  }

  /**
   * What belongs in a checkpoint. May be read with pauses while commits go on: a record that none of them touches is
   * there, and what they touch is in the journal.
   */
  *entries(checkpoint: string): Generator<readonly [Kind, AnyRecord]> {
    for (const [kind, collection] of this.#collections) {
      if (monthly.includes(kind) === (checkpoint === 'state')) continue;
      const days = collection.all
        .days()
        .filter((day) => checkpoint === 'state' || day.startsWith(checkpoint));
      for (const day of days) {
        for (const record of [...collection.all.day(day)]) yield [kind, record];
      }
    }
  }
}

/** Readers get the store's own records, so nobody may write into them. */
function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const name in value) {
    const inner = value[name];
    if (typeof inner === 'object') freeze(inner);
  }
  return value;
}
