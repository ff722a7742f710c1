import type { Change, Kind, Records } from '../../domain/records';
import { kindOfChange, type Store, type Where } from '../store/store';
import { takeTurns } from './slices';

type Which = Pick<Where, 'team' | 'status' | 'batch' | 'from' | 'to'>;

/** What a rule may know: the store as it will stand once everything decided so far is committed. */
export interface Memory {
  get<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined>;
  /** Those of many that there are, by id. */
  getAll<K extends Kind>(kind: K, ids: readonly string[]): Promise<Map<string, Records[K]>>;
  /** All that match, in no promised order; for kinds of which there are few. */
  list<K extends Kind>(kind: K, where?: Which): Promise<Records[K][]>;
}

/** The store with what is about to be committed laid over it. */
export class Overlay implements Memory {
  /** By kind and id, one change a record. */
  readonly #changes = new Map<Kind, Map<string, Change>>();
  /** In which order the records were first touched. */
  readonly #order: [Kind, string][] = [];
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** One change a record, in the order in which the records were first touched. */
  get changes(): Change[] {
    return this.#order.flatMap(([kind, id]) => this.#changes.get(kind)?.get(id) ?? []);
  }

  /** Takes changes in, in slices. A record that changes again keeps the version that its first change saw. */
  async take(changes: readonly Change[]): Promise<void> {
    const pause = takeTurns();
    for (const change of changes) {
      const [kind, id] = [kindOfChange(change), idOf(change)];
      let known = this.#changes.get(kind);
      if (!known) this.#changes.set(kind, (known = new Map()));
      const before = known.get(id);
      if (!before) {
        this.#order.push([kind, id]);
        known.set(id, change);
      } else if ('erase' in change)
        known.set(id, { ...change, saw: 'erase' in before ? before.saw : undefined });
      else known.set(id, { ...change, saw: 'erase' in before ? undefined : before.saw });
      const wait = pause();
      if (wait) await wait;
    }
  }

  async get<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    const change = this.#changes.get(kind)?.get(id);
    return change ? (recordOf(change) as Records[K] | undefined) : this.#store.get(kind, id);
  }

  async getAll<K extends Kind>(kind: K, ids: readonly string[]): Promise<Map<string, Records[K]>> {
    const found = await this.#store.getAll(kind, ids);
    const changes = this.#changes.get(kind);
    if (!changes) return found;
    for (const id of ids) {
      const change = changes.get(id);
      if (!change) continue;
      const record = recordOf(change) as Records[K] | undefined;
      if (record) found.set(id, record);
      else found.delete(id);
    }
    return found;
  }

  async list<K extends Kind>(kind: K, where: Which = {}): Promise<Records[K][]> {
    const found = new Map<string, Records[K]>();
    let after: string | null = null;
    do {
      const page: { records: Records[K][]; next: string | null } = await this.#store.list(kind, where, {
        after,
        limit: 500,
      });
      for (const record of page.records) found.set(record.id, record);
      after = page.next;
    } while (after !== null);
    for (const change of this.#changes.get(kind)?.values() ?? []) {
      const record = recordOf(change) as Records[K] | undefined;
      if (record && matches(record, where)) found.set(record.id, record);
      else found.delete(idOf(change));
    }
    return [...found.values()];
  }
}

const idOf = (change: Change): string => ('erase' in change ? change.id : change.record.id);

/** The version that the record will have, as far as it is known here: what matters is that an edit from before is stale. */
const recordOf = (change: Change) =>
  'erase' in change ? undefined : { ...change.record, version: (change.saw ?? 0) + 1 };

function matches(
  record: { team: string | null; status: string; batch: string | null; at: string },
  { team, status, batch, from, to }: Which,
): boolean {
  if (team !== undefined && record.team !== team) return false;
  if (batch !== undefined && record.batch !== batch) return false;
  if ((from !== undefined && record.at < from) || (to !== undefined && record.at >= to)) return false;
  return (
    status === undefined ||
    (typeof status === 'string' ? record.status === status : status.includes(record.status))
  );
}
