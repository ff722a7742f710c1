import { execFile } from 'node:child_process';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StoreRefusal } from '../store';

/** Held until released, or until the process ends in whatever way. */
export type Release = () => Promise<void>;

const refusal = (directory: string) => new StoreRefusal({ code: 'in-use', values: { directory } });

/** One writer per directory. @throws {StoreRefusal} */
export function lock(directory: string): Promise<Release> {
  return process.platform === 'linux' ? lockBySocket(directory) : lockByFile(directory);
}

/** An abstract socket is a name that the kernel takes back with the process: nothing is left to clean up. */
async function lockBySocket(directory: string): Promise<Release> {
  // Device and inode: the same directory under another path is the same directory.
  const { dev, ino } = await stat(directory);
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? refusal(directory) : error),
    );
    server.listen({ path: `\0huddleboard-store-${dev}-${ino}` }, resolve);
  });
  server.unref();
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** For systems without abstract sockets: a file with process id and start time, so that a reused id is no lock. */
export async function lockByFile(directory: string, started = startOf): Promise<Release> {
  const path = join(directory, 'lock.json');
  for (let attempt = 0; ; attempt += 1) {
    try {
      const file = await open(path, 'wx');
      await file.writeFile(JSON.stringify({ pid: process.pid, started: await started(process.pid) }));
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      if (attempt > 0 || (await isHeld(path, started))) throw refusal(directory);
      await rm(path, { force: true });
    }
  }
}

async function isHeld(path: string, started: typeof startOf): Promise<boolean> {
  try {
    const held: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof held !== 'object' || held === null || !('pid' in held) || !('started' in held)) return false;
    return (
      typeof held.pid === 'number' && held.started !== null && held.started === (await started(held.pid))
    );
  } catch {
    return false;
  }
}

/** When a process began, in the system's words; null where there is none. */
async function startOf(pid: number): Promise<string | null> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Another user's process cannot be signalled, but it is there.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return null;
  }
  return promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim() || null,
    () => 'running',
  );
}
