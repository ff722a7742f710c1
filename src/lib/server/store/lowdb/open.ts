import { Low } from 'lowdb';
import { join } from 'node:path';
import type { OpenStoreOptions } from '../open-store';
import { StoreRefusal } from '../store';
import { Damaged, sayingOf } from './damage';
import { DurableFile, type Checkpoint } from './durable-file';
import { LowdbStore, type StoreLog } from './engine';
import type { Files } from './files';
import { Journal } from './journal';
import { isStore, load, markerName, pathOf, type Loaded, type Opening } from './load';
import { lock } from './lock';
import { migrations } from './migrations';
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
    const backup = await restore(opening.directory);
    if (backup === null) {
      await putBack(opening, aside);
      throw error;
    }
    const loaded = await load(opening);
    const notice = { code: 'backup-used', values: { why: error.saying, backup, aside } };
    return { ...loaded, notices: [notice, ...loaded.notices], renew: loaded.renew ?? 'repair' };
  }
}

/** An empty store: the checkpoints of nothing, a journal to go on from. The marker comes last, when all is in place. */
async function create({ directory, files, migrations }: Opening): Promise<void> {
  const schema = migrations.length + 1;
  const write = (name: string, about: Checkpoint['about']) =>
    new Low<Checkpoint>(new DurableFile(pathOf(directory, name), files), {
      ...{ name, schema, about, records: [] },
    }).write();
  await write('state', {});
  const journal = new Journal(directory, files, schema, 0);
  await journal.turnOver(1);
  await journal.close();
  const head = { head: 0, before: 0, names: ['state'], settling: [], renew: null };
  // Twice: its previous copy is a head too.
  await write('head', head);
  await write('head', head);
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
