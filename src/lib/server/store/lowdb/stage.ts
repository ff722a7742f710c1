import type { Change, Kind } from '../../../domain/records';
import { Sorts, StaleChange } from '../store';
import { pack } from './alike';
import { begin, type Begun } from './journal';
import { prepare, type Prepared } from './prepare';
import { State, type Effect } from './state';

/** What a record's version is now; null where there is none. */
export type VersionOf = (kind: Kind, id: string) => number | null;

/**
 * A large commit on its way: its parts are checked, written and put in order one after the other, so that what is left when
 * it takes effect is to pour them into the state, which is quick however many they are.
 */
export class Stage {
  /** Its changes as they will take effect, in order. */
  readonly effects: Effect[] = [];
  /** The records that are new, in the order that lists and tallies have. */
  readonly fresh = new State();
  /** The checkpoints that these lie in. */
  readonly touched = new Set<string>();
  /** What takes the place of something, or erases it: after the new ones, in order. */
  readonly rest: Effect[] = [];
  readonly sorts = new Sorts();
  /** Versions as pairs of version and how often in a row; erases count as 0. */
  readonly packed: number[] = [];
  /** Versions of the records that `rest` changes, by `kind id`. */
  readonly #versions = new Map<string, number | null>();
  /** The version that a change saw, by its place, where it is said. */
  readonly #saws = new Map<number, number | null>();
  #disturbed = false;

  constructor(
    readonly name: string,
    readonly versionOf: VersionOf,
  ) {}

  /**
   * Takes in the next changes, as ones that are `given` or not; returns their line. They take effect kind by kind: for what
   * becomes of a record only its own changes count.
   * @throws {StaleChange} @throws {TypeError}
   */
  take(changes: readonly Change[], given: boolean): Begun {
    const byKind = new Map<Kind, Prepared[]>();
    for (const change of changes) {
      const prepared = prepare(change, given);
      const known = byKind.get(prepared.kind);
      if (known) known.push(prepared);
      else byKind.set(prepared.kind, [prepared]);
    }
    const from = this.effects.length;
    for (const list of byKind.values()) for (const prepared of list) this.#settle(prepared);
    return begin({ stage: this.name, changes: pack(this.effects.slice(from)) });
  }

  #settle({ effect, kind, id, saw }: Prepared): void {
    const met = this.#met(kind, id);
    const has = met === undefined ? this.versionOf(kind, id) : met;
    if (saw !== undefined && saw !== has) throw new StaleChange(kind, id);
    if (saw !== undefined) this.#saws.set(this.effects.length, saw);
    this.effects.push(effect);
    this.sorts.take(effect as Change);
    if (!('put' in effect)) {
      this.#versions.set(`${kind} ${id}`, null);
      this.#pack(0);
      this.rest.push(effect);
      return;
    }
    const version = (has ?? 0) + 1;
    effect.record.version = version;
    this.#pack(version);
    if (has !== null || met !== undefined) {
      this.#versions.set(`${kind} ${id}`, version);
      this.rest.push(effect);
    } else this.touched.add(this.fresh.add(kind, effect.record));
  }

  /** The version that a record has by what was taken in so far; undefined where that does not speak of it. */
  #met(kind: Kind, id: string): number | null | undefined {
    const last = this.#versions.size > 0 ? this.#versions.get(`${kind} ${id}`) : undefined;
    return last === undefined ? this.fresh.get(kind, id)?.version : last;
  }

  #pack(version: number): void {
    const { packed } = this;
    if (packed.length > 0 && packed.at(-2) === version) packed[packed.length - 1] = (packed.at(-1) ?? 0) + 1;
    else packed.push(version, 1);
  }

  /** Hears of a record that another commit changed meanwhile. */
  hear(kind: Kind, id: string): void {
    if (this.#met(kind, id) !== undefined) this.#disturbed = true;
  }

  /**
   * The same once more, where another commit changed one of its records meanwhile: by what they are now. `versionOf` also
   * counts what goes before it in the same write. @throws {StaleChange}
   */
  settled(versionOf: VersionOf): Stage {
    if (!this.#disturbed) return this;
    const anew = new Stage(this.name, versionOf);
    for (const [i, effect] of this.effects.entries()) {
      const saw = this.#saws.get(i);
      if ('put' in effect) {
        const record = { ...effect.record };
        anew.#settle({ effect: { ...effect, record }, kind: effect.put, id: record.id, saw });
      } else anew.#settle({ effect, kind: effect.erase, id: effect.id, saw });
    }
    return anew;
  }
}
