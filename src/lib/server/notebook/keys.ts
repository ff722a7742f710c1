import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { disk, type Files } from '../store/lowdb/files';

/** The file in DATA_DIR with which this server seals notebooks; no backup holds it. */
export const keyFile = 'private.key';
/** As what a former server’s key is put beside it, by hand. */
export const formerKeyFile = 'private-former.key';
const anyKey = /^private(-[\w-]+)?\.key$/;
/** In bytes. */
const keyLength = 32;

/** The keys in a folder. They are read whenever they are needed: one that is put there works at once. */
export interface Keys {
  /** The key that seals, made where there is none. @throws where it cannot be written, or is no key. */
  own(): Promise<Buffer>;
  /** All that may open something. */
  all(): Promise<Buffer[]>;
}

export function keysIn(directory: string, files: Files = disk): Keys {
  const path = join(directory, keyFile);
  const read = (name: string) =>
    readFile(join(directory, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });

  /** Either whole or not there, even if the power fails meanwhile. */
  async function make(): Promise<Buffer> {
    const key = randomBytes(keyLength);
    const temporary = `${path}.part`;
    await files.remove(temporary);
    const handle = await files.open(temporary, 'wx');
    try {
      await handle.write(key, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await files.rename(temporary, path);
    await files.syncDirectory(directory);
    return key;
  }

  let making: Promise<Buffer> | undefined;
  return {
    async own() {
      const key = await read(keyFile);
      // What lies there may be all that is left of a key: nothing is put in its place.
      if (key && key.length !== keyLength) throw new Error(`${path} is not a key of ${keyLength} bytes`);
      return key ?? (making ??= make().finally(() => (making = undefined)));
    },
    async all() {
      const names = (await files.list(directory)).filter((name) => anyKey.test(name)).sort();
      const found = await Promise.all(names.map(read));
      return found.filter((key) => key !== undefined).filter(({ length }) => length === keyLength);
    },
  };
}
