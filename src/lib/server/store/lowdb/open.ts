import { Low } from 'lowdb';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyRecord, Kind } from '../../../domain/records';
import type { OpenStoreOptions } from '../open-store';
import { StoreRefusal, type Snapshot } from '../store';
import { Damaged, sayingOf } from './damage';
import { DurableFile, type Checkpoint } from './durable-file';
import { LowdbStore, type StoreLog } from './engine';
import type { Files } from './files';
import { Journal } from './journal';
import { isStore, load, markerName, pathOf, type Loaded, type Opening } from './load';
import { lock } from './lock';
import { migrations } from './migrations';
import { checkpointOf } from './state';
import { NewerData } from './replay';

const silent: StoreLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** @throws {StoreRefusal} */
export async function openLowdb(options: OpenStoreOptions & { files: Files }): Promise<LowdbStore> {
  const { dir: directory, files, now = () => new Date(), log = silent } = options;
  const opening: Opening = { directory, files, now, migrations: options.migrations ?? migrations };
  try {
    await files.makeDirectory(directory);
  } catch (error) {
    throw new StoreRefusal(
      { code: 'no-directory', values: { directory, why: sayingOf(error) } },
      { cause: error },
    );
  }
  const release = await lock(directory);
  try {
    if (!(await isStore(opening))) await create(opening);
    const loaded = await loadOrRestore(opening, options.restore);
    await mark(opening);
    return new LowdbStore(opening, loaded, release, log, options.checkpointAfter ?? 4 * 1024 * 1024);
  } catch (error) {
    await release();
    throw refusal(directory, error);
  }
}

async function loadOrRestore(opening: Opening, restore: OpenStoreOptions['restore']): Promise<Loaded> {
  try {
    return await load(opening);
  } catch (error) {
    if (!(error instanceof Damaged) || !restore) throw error;
    const aside = await clear(opening);
    const backup = await restore().catch(async (cause: unknown) => {
      await putBack(opening, aside);
      throw cause;
    });
    if (backup === null) {
      await putBack(opening, aside);
      throw error;
    }
    await fill(opening, backup);
    const loaded = await load(opening);
    const notice = { code: 'backup-used', values: { why: error.saying, backup: backup.name, aside } };
    return { ...loaded, notices: [notice, ...loaded.notices], renew: loaded.renew ?? 'repair' };
  }
}

/** An empty store: the checkpoints of nothing, a journal to go on from. The marker comes last, when all is in place. */
const create = (opening: Opening): Promise<void> =>
  fill(opening, { head: 0, schema: opening.migrations.length + 1, records: [] });

/** A store that holds these records. Until its head is written, which comes last, it is none that could be read. */
async function fill({ directory, files }: Opening, { head, schema, records }: Snapshot): Promise<void> {
  const months = new Map<string, (readonly [Kind, AnyRecord])[]>([['state', []]]);
  for (const entry of records) {
    const name = checkpointOf(entry[0], entry[1].at);
    const month = months.get(name);
    if (month) month.push(entry);
    else months.set(name, [entry]);
  }
  const write = (name: string, about: Checkpoint['about'], records: Checkpoint['records']) =>
    new Low<Checkpoint>(new DurableFile(pathOf(directory, name), files), {
      ...{ name, schema, about, records },
    }).write();
  const full = head > 0;
  for (const [name, entries] of months) {
    await write(name, {}, entries);
    // Twice: what a previous copy lacks, only the journal could bring, and there is none.
    if (full) await write(name, {}, entries);
  }
  const journal = new Journal(directory, files, schema, 0);
  await journal.turnOver(head + 1);
  await journal.close();
  const about = { head, before: head, names: [...months.keys()], settling: [], renew: null };
  // Twice: its previous copy is a head too.
  await write('head', about, []);
  await write('head', about, []);
}

/** Says that there was a store here, even if everything else is lost. */
async function mark({ directory, files, now }: Opening): Promise<void> {
  const path = join(directory, markerName);
  if ((await files.list(directory)).includes(markerName)) return;
  const handle = await files.open(path, 'w');
  try {
    await handle.write(
      Buffer.from(JSON.stringify({ store: 'huddleboard', since: now().toISOString() }) + '\n'),
      0,
    );
    await handle.sync();
  } finally {
    await handle.close();
  }
  await files.syncDirectory(directory);
}

/** Moves the store's files out of the way of a backup; returns the folder. */
async function clear({ directory, files, now }: Opening): Promise<string> {
  const aside = join(directory, `damaged-${now().toISOString().replace(/[:.]/g, '-')}`);
  await files.makeDirectory(aside);
  for (const name of await files.list(directory)) {
    if (/\.(json|ndjson|previous)$|^acknowledged$/.test(name))
      await files.rename(join(directory, name), join(aside, name));
  }
  return aside;
}

async function putBack({ directory, files }: Opening, aside: string): Promise<void> {
  for (const name of await files.list(aside)) await files.rename(join(aside, name), join(directory, name));
}

/** How often a reader begins anew whose files were written again under its eyes. */
const readings = 5;

/** @throws {StoreRefusal} */
export async function readLowdb(
  options: Pick<OpenStoreOptions, 'dir' | 'migrations'> & { files: Files },
): Promise<Snapshot | undefined> {
  const { dir: directory, files } = options;
  const steps = options.migrations ?? migrations;
  const opening = { directory, files, now: () => new Date(), migrations: steps, onlyReads: true };
  if (!existsSync(directory)) return undefined;
  for (let reading = 1; ; reading += 1) {
    try {
      if (!(await isStore(opening))) return undefined;
      const { head, state } = await load(opening);
      return { head, schema: steps.length + 1, records: state.everything() };
    } catch (error) {
      if (reading === readings || error instanceof StoreRefusal) throw refusal(directory, error);
    }
  }
}

/** Whatever went wrong, as what the store says of it. */
function refusal(directory: string, error: unknown): unknown {
  if (error instanceof StoreRefusal) return error;
  if (error instanceof NewerData) {
    return new StoreRefusal({ code: 'newer', values: { directory } });
  }
  if (error instanceof Damaged) {
    return new StoreRefusal({ code: 'damaged', values: { directory, why: error.saying } });
  }
  return new StoreRefusal(
    { code: 'cannot-open', values: { directory, why: sayingOf(error) } },
    { cause: error },
  );
}
