import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { m } from '../../../paraglide/messages';
import { newId } from '../../intake/ids';
import { inWords, sentenceOf } from '../../intake/say';
import type { Refusal } from '../../../domain/refusal';
import { openStore, readStore } from '../../store/open-store';
import { fingerprint, openArchive, type Archive } from './archive';
import { keptIn, writeBackup } from './backups';
import { asStore, listsFor, planRestore, restore } from './restore';
import { planWords } from './say-restore';

/** Where a board lies, and where its scheduled backups go. */
export interface Place {
  dataDir: string;
  backupDir: string | null;
}

/** A script ends here; `message` is a sentence for whoever ran it. */
export class ScriptRefusal extends Error {
  override name = 'ScriptRefusal';
}

function giveUp(refusal: Pick<Refusal, 'code' | 'values'>): never {
  throw new ScriptRefusal(sentenceOf(refusal));
}

const mediaOf = (dataDir: string) => join(resolve(dataDir), 'media');
const pictureIn = (media: string) => (id: string) =>
  readFile(join(media, `${id}.webp`)).catch(() => undefined);

async function archiveOf(file: string): Promise<Archive> {
  const archive = await openArchive(file);
  return archive.ok ? archive.value : giveUp(archive.refusal);
}

/** Backs the board up to a file that is not there yet, while its server runs or not. Says what is in it. @throws {ScriptRefusal} */
export async function backUp({ dataDir }: Place, file: string, made: Date): Promise<string> {
  if (existsSync(file)) giveUp({ code: 'backup-taken', values: { file } });
  const snapshot = await readStore({ dir: dataDir }).catch(inWords);
  if (!snapshot || snapshot.head === 0) giveUp({ code: 'backup-no-board', values: { folder: dataDir } });
  const parts = { snapshot, made, build: 'script', picture: pictureIn(mediaOf(dataDir)) };
  const written = await writeBackup(resolve(file), parts);
  if (!written.ok) giveUp(written.refusal);
  const { records, pictures } = await archiveOf(file);
  return m.backup_script_made({
    ...{ file, records: records.length, pictures: pictures.size, bytes: written.value },
    made: made.toISOString(),
  });
}

/**
 * Restores a backup to the board’s folder, which no server may be using; `dryRun`: only says what it would do. A store
 * that cannot be read is set aside first. @throws {ScriptRefusal} @throws {StartRefusal}
 */
export async function bringBack(
  { dataDir, backupDir }: Place,
  file: string,
  { dryRun, now }: { dryRun: boolean; now: Date },
): Promise<string[]> {
  const archive = await archiveOf(file);
  const lists = listsFor(resolve(file), backupDir);
  const media = mediaOf(dataDir);
  const { made } = archive.about;
  const folder = dataDir;
  if (dryRun) {
    const snapshot = await readStore({ dir: dataDir }).catch(inWords);
    const store = { snapshot: async () => snapshot ?? { head: 0, schema: 1, records: [] } };
    const plan = await planRestore({ store, archive, lists, media, by: null });
    if (!plan.ok) giveUp(plan.refusal);
    return [m.backup_script_would({ made, folder }), ...planWords(plan.value), m.backup_script_dry()];
  }
  const plan = await planRestore({
    ...{ archive, lists, media, by: null },
    store: { snapshot: async () => ({ head: 0, schema: 1, records: [] }) },
  });
  // Found out before anything is touched.
  if (!plan.ok) giveUp(plan.refusal);
  const filled = await asStore(archive, lists);
  if (!filled.ok) giveUp(filled.refusal);
  const store = await openStore({ dir: dataDir, restore: async () => filled.value }).catch(inWords);
  try {
    const done = await restore({ store, archive, media, lists, by: null, now, newId });
    if (!done.ok) giveUp(done.refusal);
    const aside = store.notices.flatMap(({ code, values }) =>
      code === 'backup-used' ? [m.backup_script_damaged({ folder, aside: String(values?.aside) })] : [],
    );
    return [m.backup_script_done({ made, folder }), ...planWords(done.value), ...aside];
  } finally {
    await store.close();
  }
}

/**
 * Restores a backup (the newest scheduled one where none is named) to a folder of its own, opens a board there, compares
 * every record and picture with the backup, and takes the folder away. @throws {ScriptRefusal} where anything differs
 */
export async function drill(
  { backupDir }: Place,
  named: string | undefined,
  now: () => Date,
): Promise<string> {
  if (named === undefined && backupDir === null) giveUp({ code: 'backup-no-folder' });
  const [newest] = backupDir === null ? [] : await keptIn(backupDir);
  const file = named ?? (newest && backupDir !== null ? join(backupDir, newest.name) : undefined);
  if (file === undefined) giveUp({ code: 'backup-none-made', values: { folder: backupDir ?? '' } });
  const began = now().getTime();
  const archive = await archiveOf(file);
  const dir = await mkdtemp(join(tmpdir(), 'huddleboard-drill-'));
  try {
    const media = join(dir, 'media');
    const first = await openStore({ dir });
    try {
      // Without the list of what was erased: the drill is about the file alone.
      const done = await restore({
        ...{ store: first, archive, media, lists: [] },
        by: null,
        now: now(),
        newId,
      });
      if (!done.ok) giveUp(done.refusal);
    } finally {
      await first.close();
    }
    const store = await openStore({ dir });
    try {
      const { records } = await store.snapshot();
      // The restore itself is one line more of who did what.
      const before = new Set(archive.records.map(([kind, { id }]) => `${kind} ${id}`));
      const hash = fingerprint(
        records.filter(([kind, { id }]) => kind !== 'audit' || before.has(`${kind} ${id}`)),
      );
      if (hash !== fingerprint(archive.records)) giveUp({ code: 'backup-drill-failed', values: { file } });
      for await (const { id, bytes } of archive.readPictures()) {
        const found = await pictureIn(media)(id);
        if (!found?.equals(bytes)) giveUp({ code: 'backup-drill-failed', values: { file } });
      }
      return m.backup_drill_passed({
        ...{ file, made: archive.about.made, hash: hash.slice(0, 16) },
        ...{ records: archive.records.length, pictures: archive.pictures.size },
        seconds: Math.round((now().getTime() - began) / 100) / 10,
      });
    } finally {
      await store.close();
    }
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
