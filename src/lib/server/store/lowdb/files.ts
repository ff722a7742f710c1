import { link, mkdir, open, readdir, rename, rm } from 'node:fs/promises';

/** An open file. Writes are whole or throw; a position past the end is never used. */
export interface Handle {
  write(bytes: Uint8Array, position: number): Promise<void>;
  /** Data and what is needed to find it again are on the disk. */
  datasync(): Promise<void>;
  sync(): Promise<void>;
  size(): Promise<number>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/** Everything the store writes goes through here, so that a test can make the disk fail. */
export interface Files {
  /** `wx` makes a new file and fails where one exists, `w` empties it, `r+` keeps what is there. */
  open(path: string, flags: 'wx' | 'w' | 'r+'): Promise<Handle>;
  rename(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  list(directory: string): Promise<string[]>;
  makeDirectory(path: string): Promise<void>;
  /** Names made, renamed and removed in the directory are on the disk. */
  syncDirectory(path: string): Promise<void>;
}

/** The disk as Node sees it. */
export const disk: Files = {
  async open(path, flags) {
    const file = await open(path, flags, 0o600);
    return {
      async write(bytes, position) {
        for (let done = 0; done < bytes.length;) {
          // A disk that is filling up writes less than asked, without an error.
          const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
          if (bytesWritten === 0) throw new Error(`nothing more could be written to ${path}`);
          done += bytesWritten;
        }
      },
      datasync: () => file.datasync(),
      sync: () => file.sync(),
      size: async () => (await file.stat()).size,
      truncate: (size) => file.truncate(size),
      close: () => file.close(),
    };
  },
  rename,
  link,
  remove: (path) => rm(path, { force: true }),
  list: readdir,
  makeDirectory: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  async syncDirectory(path) {
    // Windows cannot open a directory; NTFS journals its names by itself.
    if (process.platform === 'win32') return;
    const directory = await open(path, 'r');
    try {
      await directory.sync();
    } finally {
      await directory.close();
    }
  },
};
