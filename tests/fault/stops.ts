import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/lib/server/store/open-store';
import { PowerDisk } from '../support/power';
import { Running } from '../support/program';
import type { WriterOrder } from './writer';

/** What was wrong after a number of sudden ends. */
export interface Toll {
  acknowledged: number;
  lost: number;
  half: number;
  /** Starts that were refused, with their sentence. */
  refused: string[];
}

const none = (): Toll => ({ acknowledged: 0, lost: 0, half: 0, refused: [] });

/** Compares what was acknowledged with what a start finds. */
async function look(directory: string, lines: readonly string[], toll: Toll): Promise<number> {
  toll.acknowledged += lines.length;
  let newest = 0;
  try {
    const store = await openStore({ dir: directory });
    try {
      for (const line of lines) if (!(await store.get('response', line))) toll.lost += 1;
      for (const { id, name } of (await store.list('display')).records) {
        const writer = id.replace('writer ', '');
        const n = Number(name);
        newest = Math.max(newest, n);
        const [has, beyond] = [
          await store.get('response', `${writer} ${n}`),
          await store.get('response', `${writer} ${n + 1}`),
        ];
        if (!has || beyond) toll.half += 1;
      }
    } finally {
      await store.close();
    }
  } catch (error) {
    toll.lost += lines.length;
    toll.refused.push(error instanceof Error ? error.message : String(error));
  }
  return newest;
}

/** `rounds` times: twenty writers, killed after a number of acknowledged commits that the seed decides. */
export async function killRounds(
  program: string,
  rounds: number,
  random: () => number,
  without?: WriterOrder['without'],
): Promise<Toll> {
  const toll = none();
  let directory = await mkdtemp(join(tmpdir(), 'huddleboard-kill-'));
  let from = 1;
  for (let round = 1; round <= rounds; round += 1) {
    const order: WriterOrder = { directory, writers: 20, from, without };
    const server = new Running(program, order);
    await server.printed(1 + Math.floor(random() * 800));
    await server.kill();
    from = (await look(directory, server.lines, toll)) + 1;
    // Now and then a new store: else the looking would take longer each time.
    if (round % 20 === 0 || round === rounds || toll.refused.length > 0) {
      await rm(directory, { recursive: true });
      if (round === rounds) break;
      directory = await mkdtemp(join(tmpdir(), 'huddleboard-kill-'));
      from = 1;
    }
  }
  return toll;
}

/** `rounds` times: twenty writers on a file system whose power is cut; every other one mounted `noauto_da_alloc`. */
export async function powerRounds(
  program: string,
  rounds: number,
  random: () => number,
  without?: WriterOrder['without'],
): Promise<Toll> {
  const toll = none();
  for (let round = 1; round <= rounds; round += 1) {
    const disk = await PowerDisk.make(round % 2 === 0 ? 'noauto_da_alloc' : 'defaults');
    try {
      const directory = join(disk.directory, 'data');
      const server = new Running(program, { directory, writers: 20, from: 1, without } satisfies WriterOrder);
      await server.printed(1 + Math.floor(random() * 1500));
      await disk.cut(server.pid);
      await server.kill();
      await disk.restorePower();
      await look(directory, server.lines, toll);
    } finally {
      await disk.remove();
    }
  }
  return toll;
}
