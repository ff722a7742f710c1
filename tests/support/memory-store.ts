import type { AnyRecord, Change, Kind, Records } from '../../src/lib/domain/records';
import { Tallies } from '../../src/lib/server/store/lowdb/tallies';
import {
  Sorts,
  StaleChange,
  type Commit,
  type Saying,
  type Snapshot,
  type Store,
} from '../../src/lib/server/store/store';

/** A store that forgets: for tests of what stands before it. `failWith` makes the next commits fail. */
export class MemoryStore implements Store {
  readonly records = new Map<string, AnyRecord>();
  readonly commits: Commit[] = [];
  readonly notices: readonly Saying[] = [];
  failWith: Error | undefined;
  #watchers = new Set<(commit: Commit) => void>();
  /** Commits wait here while it is set. */
  gate: Promise<void> | undefined;

  get head(): number {
    return this.commits.length;
  }

  async commit(changes: Change[]): Promise<Commit> {
    await this.gate;
    if (this.failWith) throw this.failWith;
    for (const change of changes) {
      const [kind, id] = 'erase' in change ? [change.erase, change.id] : [change.put, change.record.id];
      const have = this.records.get(`${kind}/${id}`)?.version ?? null;
      if (change.saw !== undefined && change.saw !== have) throw new StaleChange(kind, id);
    }
    for (const change of changes) {
      if ('erase' in change) this.records.delete(`${change.erase}/${change.id}`);
      else {
        const key = `${change.put}/${change.record.id}`;
        const version = (this.records.get(key)?.version ?? 0) + 1;
        this.records.set(key, { ...change.record, version } as AnyRecord);
      }
    }
    const { kinds, firsts } = Sorts.of(changes);
    const commit = { head: this.head + 1, changes, kinds, firsts };
    this.commits.push(commit);
    for (const watcher of this.#watchers) watcher(commit);
    return commit;
  }

  get<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined> {
    return Promise.resolve(this.records.get(`${kind}/${id}`) as Records[K] | undefined);
  }

  async getAll<K extends Kind>(kind: K, ids: readonly string[]): Promise<Map<string, Records[K]>> {
    const found = new Map<string, Records[K]>();
    for (const id of ids) {
      const record = await this.get(kind, id);
      if (record) found.set(id, record);
    }
    return found;
  }

  all<K extends Kind>(kind: K): Records[K][] {
    return [...this.records].flatMap(([key, record]) =>
      key.startsWith(`${kind}/`) ? [record as Records[K]] : [],
    );
  }

  list: Store['list'] = async (kind, where = {}, page = {}) => {
    const records = this.all(kind)
      .filter((record) => where.team === undefined || record.team === where.team)
      .filter((record) => where.batch === undefined || record.batch === where.batch)
      .filter(({ at }) => (!where.from || at >= where.from) && (!where.to || at < where.to))
      .filter((record) => where.status === undefined || [where.status].flat().includes(record.status))
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1));
    const start = page.after ? records.findIndex(({ id }) => id === page.after) + 1 : 0;
    const end = start + (page.limit ?? 100);
    return {
      records: records.slice(start, end),
      next: end < records.length ? (records[end - 1]?.id ?? null) : null,
    };
  };

  snapshot(): Promise<Snapshot> {
    const records = [...this.records].map(([key, record]) => [key.split('/')[0] as Kind, record] as const);
    return Promise.resolve({ head: this.head, schema: 1, records });
  }

  tally: Store['tally'] = (query) => {
    const tallies = new Tallies();
    for (const response of this.all('response')) tallies.add(response);
    return Promise.resolve(tallies.read(query));
  };

  watch(onCommit: (commit: Commit) => void): () => void {
    this.#watchers.add(onCommit);
    return () => this.#watchers.delete(onCommit);
  }

  writable(): Promise<boolean> {
    return Promise.resolve(!this.failWith);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
