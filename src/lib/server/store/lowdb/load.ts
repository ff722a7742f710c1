import { Low } from 'lowdb';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { StoreRefusal, type Saying } from '../store';
import { Damaged, sayingOf } from './damage';
import { DurableFile, previousOf, type Checkpoint } from './durable-file';
import type { Files } from './files';
import { segmentsIn } from './journal';
import { migrate, type Migration } from './migrations';
import { NewerData, replay } from './replay';
import { State, type Effect } from './state';

/** A store as it was found, brought up to date. */
export interface Loaded {
  state: State;
  head: number;
  /** The commit up to which the newest whole set of checkpoints held everything. */
  checkpoint: number;
  /** Checkpoints that no longer hold the truth, and those whose previous copy is older than they are. */
  dirty: Set<string>;
  settling: Set<string>;
  /** Why every copy has to be written anew: a repair or migration, or an erase for privacy; null: no need. */
  renew: 'repair' | 'forget' | null;
  /** Bytes of journal that were replayed. */
  journalLength: number;
  notices: Saying[];
}

export interface Opening {
  directory: string;
  files: Files;
  now: () => Date;
  migrations: readonly Migration[];
  /** True: another process may be writing here, so nothing is changed and the newest commits may be missing. */
  onlyReads?: boolean;
}

export const markerName = 'huddleboard-store.json';
export const acknowledgedName = 'acknowledged';
const month = /^(\d{4}-\d{2})\.json(?:\.previous)?$/;

export const pathOf = (directory: string, name: string): string => join(directory, `${name}.json`);

/** Whether there is, or once was, a store in the directory. */
export async function isStore(opening: Opening): Promise<boolean> {
  const { directory, files } = opening;
  if (existsSync(join(directory, markerName))) return true;
  const names = await files.list(directory);
  if (names.some((name) => month.test(name) || /^head\.json(\.previous)?$/.test(name))) return true;
  // The very first start writes the head last. Cut before that, it leaves a state and a journal of nothing: it begins anew.
  for (const name of names.filter((name) => /^state\.json(\.previous)?$/.test(name)))
    if (await holdsSomething(opening, name)) return true;
  for (const { path, first } of await segmentsIn(directory, files)) {
    const [, ...lines] = (await readFile(path, 'utf8')).split('\n');
    if (first > 1 || lines.some((line) => line !== '')) return true;
  }
  return false;
}

async function holdsSomething({ directory, files }: Opening, name: string): Promise<boolean> {
  try {
    const checkpoint = await new DurableFile(join(directory, name), files).read();
    return [...(checkpoint?.records ?? [])].length > 0;
  } catch {
    return true;
  }
}

/** Checkpoint, else the copy before it; then the journal. @throws {StoreRefusal} @throws {Damaged} */
export async function load(opening: Opening): Promise<Loaded> {
  const { directory, files, migrations } = opening;
  const schema = migrations.length + 1;
  const reader = new Reader(opening);
  for (const name of opening.onlyReads ? [] : await files.list(directory)) {
    if (name.endsWith('.json.tmp') || name.endsWith('.previous.tmp'))
      await files.remove(join(directory, name)).catch(() => undefined);
  }

  const head = await reader.read('head');
  if (!head) throw reader.lost('head');
  const { about } = head;
  const olderHead = reader.repaired;
  const listed = strings(about.names);
  const found = (await files.list(directory)).flatMap((name) => month.exec(name)?.[1] ?? []);
  const state = new State();
  const dirty = new Set<string>();
  let forget = about.renew === 'forget';
  let older = about.renew === 'repair';
  for (const name of new Set(['state', ...listed, ...found])) {
    const checkpoint = await reader.read(name);
    if (!checkpoint) throw reader.lost(name);
    if (checkpoint.schema < schema) older = true;
    for (const [kind, record] of checkpoint.records) {
      const migrated = migrate(migrations, checkpoint.schema, kind, record);
      if (migrated) state.apply({ put: kind, record: migrated });
    }
  }
  if (reader.repaired) older = true;

  const checkpoint = number(about.head);
  // A previous copy lacks at most what the round before the newest brought; a previous head names that round itself.
  const from = reader.repaired && !olderHead ? number(about.before) : checkpoint;
  const apply = (effects: Effect[], written: number) => {
    if (written < schema) older = true;
    for (const effect of effects) {
      if ('put' in effect) {
        const record = migrate(migrations, written, effect.put, effect.record);
        const migrated: Effect = record
          ? { put: effect.put, record }
          : { erase: effect.put, id: effect.record.id };
        for (const name of state.apply(migrated)) dirty.add(name);
      } else {
        for (const name of state.apply(effect)) dirty.add(name);
      }
      if (effect.forget) forget = true;
    }
  };
  const replayed = await replay(directory, files, from, schema, apply);
  if (!opening.onlyReads) await checkAcknowledged(directory, replayed.head);
  if (replayed.torn) {
    reader.notices.push({ code: 'torn', values: { file: basename(replayed.torn) } });
  }
  if (!opening.onlyReads) await reader.setAside();
  return {
    state,
    head: replayed.head,
    checkpoint,
    dirty: older || forget ? new Set([...state.checkpoints(), ...listed, ...found]) : dirty,
    settling: new Set(strings(about.settling)),
    renew: forget ? 'forget' : older ? 'repair' : null,
    journalLength: replayed.length,
    notices: reader.notices,
  };
}

/** Reads checkpoints, each from its previous copy where the newer one is damaged. */
class Reader {
  readonly notices: Saying[] = [];
  /** True once a previous copy had to be used. */
  repaired = false;
  readonly #bad: { path: string; why: Saying | string }[] = [];

  constructor(readonly opening: Opening) {}

  async read(name: string): Promise<Checkpoint | undefined> {
    const path = pathOf(this.opening.directory, name);
    const newest = await this.#try(path, name);
    if (newest) return newest;
    const previous = await this.#try(previousOf(path), name);
    if (previous) this.repaired = true;
    return previous;
  }

  /** Neither copy of a checkpoint can be read: why. */
  lost(name: string): Damaged {
    const why = this.#bad
      .filter(({ path }) => basename(path).startsWith(`${name}.json`))
      .map(({ why }) => (typeof why === 'string' ? { code: 'system', values: { why } } : why));
    return new Damaged('both-unreadable', { file: `${name}.json`, why });
  }

  async #try(path: string, name: string): Promise<Checkpoint | undefined> {
    const nothing: Checkpoint = { name: '', schema: 0, about: {}, records: [] };
    const low = new Low<Checkpoint>(new DurableFile(path, this.opening.files), nothing);
    try {
      await low.read();
      if (low.data === nothing) throw new Damaged('not-there');
      if (low.data.schema > this.opening.migrations.length + 1) throw new NewerData();
      if (low.data.name !== name) throw new Damaged('another-file');
      return low.data;
    } catch (error) {
      if (error instanceof NewerData) throw error;
      if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')) {
        throw new StoreRefusal({ code: 'not-allowed', values: { file: path } });
      }
      this.#bad.push({ path, why: sayingOf(error) });
      return undefined;
    }
  }

  /** Only once the start is sure to go on: whoever has to look into a refusal finds everything as it was. */
  async setAside(): Promise<void> {
    const { files, now } = this.opening;
    const stamp = now().toISOString().replace(/[:.]/g, '-');
    for (const { path, why } of this.#bad) {
      const name = basename(path);
      const aside = `${path}.damaged-${stamp}`;
      const moved =
        existsSync(path) &&
        (await files.rename(path, aside).then(
          () => true,
          () => false,
        ));
      this.notices.push(
        moved
          ? { code: 'copy-used-aside', values: { file: name, why, aside: basename(aside) } }
          : { code: 'copy-used', values: { file: name, why } },
      );
    }
  }
}

/** The number of the newest commit that somebody was told of, as far as it reached the disk. */
async function checkAcknowledged(directory: string, head: number): Promise<void> {
  const text = await readFile(join(directory, acknowledgedName), 'utf8').catch(() => '');
  const acknowledged = /^\d{12}\n$/.test(text) ? Number(text) : 0;
  if (acknowledged > head) {
    throw new Damaged('acknowledged-gone', { head, acknowledged, file: acknowledgedName });
  }
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

function number(value: unknown): number {
  if (typeof value !== 'number') throw new Damaged('head-wrong');
  return value;
}
