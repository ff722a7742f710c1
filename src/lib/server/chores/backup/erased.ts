import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Erasure } from '../../../domain/records';
import { accept, refuse, type Result } from '../../../domain/refusal';
import { disk, type Files } from '../../store/lowdb/files';

/** The list beside the archives: ids of what was erased for privacy, a line for each time. */
export const erasedName = 'erased.ndjson';

const isErasure = (value: unknown): value is Erasure =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'at' in value &&
  typeof value.at === 'string' &&
  'erased' in value &&
  Array.isArray(value.erased) &&
  value.erased.every(
    (one: unknown) => typeof one === 'object' && one !== null && 'kind' in one && 'id' in one,
  );

/** The list in a folder; empty where there is none. Refused where a line of it cannot be read. */
export async function readErased(folder: string): Promise<Result<Erasure[]>> {
  const path = join(folder, erasedName);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return accept([]);
    return refuse('unavailable', 'backup-erased-unreadable', { values: { file: path } });
  }
  const list: Erasure[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    let found: unknown;
    try {
      found = JSON.parse(line);
    } catch {
      found = undefined;
    }
    if (!isErasure(found)) return refuse('invalid', 'backup-erased-unreadable', { values: { file: path } });
    list.push(found);
  }
  return accept(list);
}

/** Puts the file in place only when all of it is on the disk. */
export async function writeWhole(path: string, bytes: Uint8Array, files: Files = disk): Promise<void> {
  const temporary = `${path}.part`;
  try {
    const handle = await files.open(temporary, 'w');
    try {
      await handle.write(bytes, 0);
      if ((await handle.size()) !== bytes.length) throw new Error(`${temporary} is not as long as written`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await files.rename(temporary, path);
    await files.syncDirectory(dirname(path));
  } catch (error) {
    await files.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** Adds to the list in a folder what it lacks. */
export async function noteErased(folder: string, erasures: readonly Erasure[], files?: Files): Promise<void> {
  const read = await readErased(folder);
  // A list that cannot be read is left for a person to look at: nothing may drop out of it in silence.
  if (!read.ok) throw new Error(`${join(folder, erasedName)} cannot be read`);
  const known = new Set(read.value.map(({ id }) => id));
  const fresh = erasures.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return;
  const all = [...read.value, ...fresh].map((erasure) => `${JSON.stringify(erasure)}\n`).join('');
  await writeWhole(join(folder, erasedName), Buffer.from(all), files);
}
