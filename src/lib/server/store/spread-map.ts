/** So many maps share what is in one. */
const parts = 64;

/** By two signs from the middle: many ids begin alike, or end alike. Ids that are shorter share the first part. */
const placeOf = (id: string): number => (id.charCodeAt(9) * 31 + id.charCodeAt(10)) & (parts - 1);

/**
 * A map by id that may hold millions. A `Map` that has to grow puts everything that it holds in place anew, 10 ms for a hundred
 * thousand, while everybody waits; of many small ones each grows by itself.
 */
export class SpreadMap<V> {
  readonly #parts: (Map<string, V> | undefined)[] = new Array<undefined>(parts).fill(undefined);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(id: string): V | undefined {
    return this.#parts[placeOf(id)]?.get(id);
  }

  has(id: string): boolean {
    return this.#parts[placeOf(id)]?.has(id) ?? false;
  }

  set(id: string, value: V): void {
    const place = placeOf(id);
    const part = (this.#parts[place] ??= new Map<string, V>());
    const before = part.size;
    part.set(id, value);
    this.#size += part.size - before;
  }

  delete(id: string): boolean {
    const gone = this.#parts[placeOf(id)]?.delete(id) ?? false;
    if (gone) this.#size -= 1;
    return gone;
  }

  *values(): Generator<V, undefined> {
    for (const part of this.#parts) if (part) yield* part.values();
  }
}
