import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished } from 'vitest';
import type { Account, Change } from '../../src/lib/domain/records';
import { fingerprint, openArchive } from '../../src/lib/server/chores/backup/archive';
import { writeBackup, type BackupsParts } from '../../src/lib/server/chores/backup/backups';
import { planRestore, restore } from '../../src/lib/server/chores/backup/restore';
import { newId } from '../../src/lib/server/intake/ids';
import { openStore } from '../../src/lib/server/store/open-store';
import { Clock } from './clock';
import { emptyDirectory } from './directory';
import { picture, put } from './records';

/** What stands for a picture on the disk. */
export const webp = (words: string) => Buffer.concat([Buffer.from('RIFF....WEBP'), Buffer.from(words)]);

export const owner = (over: Partial<Account> = {}): Change => ({
  put: 'account',
  record: {
    ...{ id: 'dana', team: null, at: '2026-11-01T08:00:00.000Z', status: 'active', batch: null },
    ...{ login: 'dana', name: 'Dana', role: 'owner', teams: [], passwordHash: 'hash one', ...over },
  },
});
export const organisation: Change = {
  put: 'organisation',
  record: {
    ...{ id: 'organisation', team: null, at: '2026-11-01T08:00:00.000Z', status: 'active', batch: null },
    ...{ name: 'Harbour Kitchen', secret: 'ab'.repeat(32), sample: false },
  },
};
export const board = (): Change[] => [organisation, owner(), put.team(), put.display()];

/** Machines that keep their boards and backups in one folder, anew for each test, and the clock that they have. */
export function machines() {
  const clock = new Clock();
  const faults: unknown[] = [];
  const root = { folder: '' };
  beforeEach(async () => {
    root.folder = await emptyDirectory();
    clock.set('2026-11-22T10:00:00.000Z');
  });

  async function machine(name: string) {
    const dir = join(root.folder, name);
    const store = await openStore({ dir });
    onTestFinished(() => store.close());
    const media = join(dir, 'media');
    const bytes = (id: string) => readFile(join(media, `${id}.webp`)).catch(() => undefined);
    const backup = async (file: string) => {
      const path = join(root.folder, file);
      const parts = { snapshot: await store.snapshot(), made: clock.now(), build: 'test', picture: bytes };
      expect(await writeBackup(path, parts)).toMatchObject({ ok: true });
      return path;
    };
    const bring = async (path: string, by: string | null = null) => {
      const archive = await openArchive(path);
      if (!archive.ok) return archive;
      const lists = [root.folder];
      return restore({ store, archive: archive.value, media, lists, by, now: clock.now(), newId });
    };
    const plan = async (path: string, by: string | null = null) => {
      const archive = await openArchive(path);
      if (!archive.ok) return archive;
      return planRestore({ store, archive: archive.value, media, lists: [root.folder], by });
    };
    const print = async () => {
      const { records } = await store.snapshot();
      return fingerprint(records.filter(([kind]) => kind !== 'audit'));
    };
    const keep = async (id: string) => {
      await store.commit([{ put: 'picture', record: picture({ id }) }]);
      await mkdir(media, { recursive: true });
      await writeFile(join(media, `${id}.webp`), webp(id));
    };
    return { dir, store, media, bytes, backup, bring, plan, print, keep };
  }

  /** What follows clock and store, but for the store: backups go into a folder of their own. */
  const folderParts = (): Omit<BackupsParts, 'store'> => ({
    ...{ directory: join(root.folder, 'backups'), build: 'test', now: clock.now, every: 0 },
    ...{ picture: async () => undefined, report: (...what: unknown[]) => void faults.push(what) },
  });

  return { clock, faults, root, machine, folderParts };
}
