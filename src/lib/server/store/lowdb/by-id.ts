import type { AnyRecord } from '../../../domain/records';
import { SpreadMap } from '../spread-map';

/** Records by their id. What a large commit brings is found at once and moves in some at a time, so that nobody waits for it. */
export class ById {
  readonly #own = new SpreadMap<AnyRecord>();
  readonly #coming: { records: SpreadMap<AnyRecord>; left: Iterator<AnyRecord, undefined> }[] = [];

  get(id: string): AnyRecord | undefined {
    let record = this.#own.get(id);
    for (const { records } of this.#coming) record ??= records.get(id);
    return record;
  }

  put(record: AnyRecord): void {
    this.#own.set(record.id, record);
  }

  erase(id: string): void {
    this.#own.delete(id);
    for (const { records } of this.#coming) records.delete(id);
  }

  /** Takes in all of a list that nobody uses any more; it holds nothing that is here. */
  pour(other: ById): void {
    const records = other.#own;
    if (records.size > 0) this.#coming.push({ records, left: records.values() });
    this.#coming.push(...other.#coming);
  }

  /** Moves in up to so many of those that came; true where there are more. */
  moveIn(most: number): boolean {
    const [first] = this.#coming;
    for (let i = 0; first && i < most; i += 1) {
      const { value, done } = first.left.next();
      if (done) {
        this.#coming.shift();
        break;
      }
      this.#own.set(value.id, value);
    }
    return this.#coming.length > 0;
  }

  all(): AnyRecord[] {
    const coming = this.#coming.flatMap(({ records }) => [...records.values()]);
    return [...this.#own.values(), ...coming.filter(({ id }) => !this.#own.has(id))];
  }
}
