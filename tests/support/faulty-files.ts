import { disk, type Files, type Handle } from '../../src/lib/server/store/lowdb/files';

/** What the disk is asked to do. */
export type Operation = 'open' | 'write' | 'datasync' | 'sync' | 'truncate' | 'rename' | 'link';

/** A disk that fails when it is told to: `before` is asked ahead of each operation, and may throw or wait. */
export function faultyFiles(before: (operation: Operation, path: string) => void | Promise<void>): Files {
  return {
    ...disk,
    open: async (path, flags) => {
      await before('open', path);
      const handle = await disk.open(path, flags);
      const faulty: Handle = {
        ...handle,
        write: async (bytes, position) => {
          await before('write', path);
          await handle.write(bytes, position);
        },
        datasync: async () => {
          await before('datasync', path);
          await handle.datasync();
        },
        sync: async () => {
          await before('sync', path);
          await handle.sync();
        },
        truncate: async (size) => {
          await before('truncate', path);
          await handle.truncate(size);
        },
      };
      return faulty;
    },
    rename: async (from, to) => {
      await before('rename', to);
      await disk.rename(from, to);
    },
    link: async (from, to) => {
      await before('link', to);
      await disk.link(from, to);
    },
  };
}

/** An error as the system makes it. */
export const systemError = (code: string): Error =>
  Object.assign(new Error(`${code}: the test's fault`), { code });
