import type { AnyRecord } from '../../../domain/records';

/** A place in the order of a list: by `at`, then by id. */
export interface Place {
  at: string;
  id: string;
}

/** Oldest first, then by id. */
export function inOrder(a: Place, b: Place): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The first index whose item does not lie before `place`. */
function firstFrom(items: readonly Place[], place: Place): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (inOrder(items[middle] as Place, place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Records in order of time. Adding and removing are cheap at any size; order is made when somebody looks. */
export class Bucket {
  #items: AnyRecord[] = [];
  #inOrder = true;
  readonly #gone = new Set<AnyRecord>();

  get size(): number {
    return this.#items.length - this.#gone.size;
  }

  add(record: AnyRecord): void {
    const items = this.#items;
    const last = items[items.length - 1];
    if (last && this.#inOrder && inOrder(last, record) > 0) this.#inOrder = false;
    items.push(record);
  }

  /** `record` is the very object that was added. */
  remove(record: AnyRecord): void {
    this.#gone.add(record);
    if (this.size === 0) {
      this.#items = [];
      this.#gone.clear();
      this.#inOrder = true;
    }
  }

  /** Takes in all of a bucket that nobody uses any more. */
  pour(other: Bucket): void {
    const [last, first] = [this.#items.at(-1), other.#items[0]];
    if (!other.#inOrder || (last && first && inOrder(last, first) > 0)) this.#inOrder = false;
    for (const record of other.#items) this.#items.push(record);
    for (const record of other.#gone) this.#gone.add(record);
  }

  /** Oldest first. The list is the bucket's own: copy it to keep it over an `await`. */
  items(): readonly AnyRecord[] {
    if (!this.#inOrder) {
      this.#items.sort(inOrder);
      this.#inOrder = true;
    }
    if (this.#gone.size > 8) this.#items = this.#items.filter((record) => !this.#gone.has(record));
    else {
      for (const record of this.#gone) {
        this.#items.splice(this.#items.indexOf(record, firstFrom(this.#items, record)), 1);
      }
    }
    this.#gone.clear();
    return this.#items;
  }
}

/** Records by day (UTC), so that a page of a list costs what it holds, whatever the history. */
export class Shelf {
  readonly #buckets = new Map<string, Bucket>();
  #days: string[] = [];
  #daysInOrder = true;

  get isEmpty(): boolean {
    return this.#buckets.size === 0;
  }

  /** Where a day’s records go; something has to be put there, and it is to be asked for again once something was removed. */
  bucket(day: string): Bucket {
    let bucket = this.#buckets.get(day);
    if (!bucket) {
      bucket = new Bucket();
      this.#buckets.set(day, bucket);
      const last = this.#days.at(-1);
      if (last !== undefined && last > day) this.#daysInOrder = false;
      this.#days.push(day);
    }
    return bucket;
  }

  remove(record: AnyRecord): void {
    const day = record.at.slice(0, 10);
    const bucket = this.#buckets.get(day);
    if (!bucket) return;
    bucket.remove(record);
    if (bucket.size === 0) {
      this.#buckets.delete(day);
      this.#days = this.days().filter((other) => other !== day);
    }
  }

  /** Takes in all of a shelf that nobody uses any more. */
  pour(other: Shelf): void {
    for (const [day, bucket] of other.#buckets) {
      const own = this.#buckets.get(day);
      if (own) own.pour(bucket);
      else {
        this.#buckets.set(day, bucket);
        this.#days.push(day);
        this.#daysInOrder = false;
      }
    }
  }

  /** Days (UTC) that hold records, oldest first. */
  days(): readonly string[] {
    if (!this.#daysInOrder) {
      this.#days.sort();
      this.#daysInOrder = true;
    }
    return this.#days;
  }

  /** One day's records, oldest first; the list is the shelf's own. */
  day(day: string): readonly AnyRecord[] {
    return this.#buckets.get(day)?.items() ?? [];
  }

  /** Newest first, from just before `before` down to `from` (included). To be used up without an `await` in between. */
  *newestFirst(before: Place | null, from: string | null): Generator<AnyRecord> {
    const days = this.days();
    const lastDay = before?.at.slice(0, 10);
    for (let d = days.length - 1; d >= 0; d -= 1) {
      const day = days[d] as string;
      if (lastDay !== undefined && day > lastDay) continue;
      if (from !== null && day < from.slice(0, 10)) return;
      const items = this.day(day);
      for (
        let i = (before && day === lastDay ? firstFrom(items, before) : items.length) - 1;
        i >= 0;
        i -= 1
      ) {
        const record = items[i] as AnyRecord;
        if (from !== null && record.at < from) return;
        yield record;
      }
    }
  }
}
