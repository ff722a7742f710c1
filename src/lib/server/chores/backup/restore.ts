import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Signature } from '../../../domain/declaration';
import { withoutParts } from '../../../domain/decide/person';
import type { AnyRecord, Change, Erasure, Import, Kind, Organisation } from '../../../domain/records';
import { accept, refuse, type Result } from '../../../domain/refusal';
import { disk, type Files } from '../../store/lowdb/files';
import { migrations } from '../../store/lowdb/migrations';
import type { StoreBackup } from '../../store/open-store';
import { StaleChange, StoreUnavailable, type Snapshot, type Store } from '../../store/store';
import { isKept, openArchive, textOf, type Archive } from './archive';
import { keptIn } from './backups';
import { readErased, writeWhole } from './erased';

/** What a restore does to the records of one kind: how many come back, change, and go. */
export interface KindPlan {
  kind: Kind;
  back: number;
  changed: number;
  gone: number;
}

/** What a restore would do, or did. */
export interface RestorePlan {
  /** When the backup was made (ISO). */
  made: string;
  /** Only kinds of which something changes. */
  kinds: KindPlan[];
  /** How many records are as the backup has them. */
  same: number;
  /** How many records of the backup stay erased, and how many stay closed, revoked, hidden or withdrawn. */
  erased: number;
  closed: number;
  /** How many pictures’ files come back. */
  pictures: number;
  /** False: whoever restores has no account afterwards. */
  keepsYou: boolean;
}

/** What a leader closed stays closed: keys and accounts would open doors, withdrawn words had a reason. */
const closedBy: Partial<Record<Kind, string>> = {
  account: 'closed',
  'api-key': 'revoked',
  hook: 'revoked',
  story: 'withdrawn',
  poster: 'withdrawn',
  verbatim: 'hidden',
  'shout-out': 'hidden',
  snag: 'hidden',
  finding: 'hidden',
  experiment: 'dropped',
  'library-card': 'withdrawn',
  challenge: 'withdrawn',
};
/** What happened has happened, whichever backup is restored; a pool of echoes that was told stays as it was told. */
const neverGone: readonly Kind[] = ['audit', 'erasure', 'echo'];

/** A name that was taken from under the declaration since, or that stood under other words, does not come back: nobody signs for somebody else. */
function withSignaturesOf(record: Organisation, { declaration: now }: Organisation): Organisation {
  const { declaration } = record;
  if (!declaration) return record;
  const still = ({ account }: Signature) =>
    now?.said === declaration.said && now.signatures.some((one) => one.account === account);
  return { ...record, declaration: { ...declaration, signatures: declaration.signatures.filter(still) } };
}

type Entry = readonly [Kind, AnyRecord];
const keyOf = (kind: Kind, id: string) => `${kind} ${id}`;

interface Target {
  records: Map<string, Entry>;
  erased: number;
  closed: number;
}

/** The records as they are to be: the backup’s, less what was erased or closed since. */
function targetOf(
  archive: Pick<Archive, 'about' | 'records'>,
  now: ReadonlyMap<string, Entry>,
  list: readonly Erasure[],
): Target {
  const records = new Map<string, Entry>(
    archive.records.map((entry) => [keyOf(entry[0], entry[1].id), entry]),
  );
  const known = new Set(archive.records.flatMap(([kind, { id }]) => (kind === 'erasure' ? [id] : [])));
  const stays = [...neverGone, ...archive.about.without];
  for (const [key, entry] of now) if (stays.includes(entry[0])) records.set(key, entry);
  const erasures = new Map(list.map((erasure) => [erasure.id, erasure]));
  for (const [kind, record] of now.values()) {
    if (kind === 'erasure') erasures.set(record.id, record as Erasure);
  }
  const gone = new Set<string>();
  for (const erasure of erasures.values()) {
    records.set(keyOf('erasure', erasure.id), ['erasure', erasure]);
    // What the backup knows of is erased in it already, and may have been brought anew since.
    if (known.has(erasure.id)) continue;
    for (const { kind, id } of erasure.erased) {
      const key = keyOf(kind, id);
      if (!now.has(key)) gone.add(key);
    }
  }

  let [erased, closed] = [0, 0];
  for (const [key, [kind, record]] of records) {
    const today = now.get(key)?.[1];
    const picture = 'picture' in record && record.picture;
    if (gone.has(key)) {
      records.delete(key);
      erased += 1;
    } else if (kind === 'goal' && typeof picture === 'string' && gone.has(keyOf('picture', picture))) {
      records.set(key, [kind, { ...record, picture: null } as AnyRecord]);
    } else if (typeof picture === 'string' && gone.has(keyOf('picture', picture))) {
      // Its picture was erased because it was withdrawn.
      if (today) records.set(key, [kind, today]);
      else records.delete(key);
      erased += 1;
    } else if (kind === 'import') {
      records.set(key, [kind, withoutParts(record as Import, (part) => gone.has(keyOf(kind, part)))]);
    } else if (
      kind === 'team' &&
      'logo' in record &&
      record.logo &&
      gone.has(keyOf('picture', record.logo))
    ) {
      records.set(key, [kind, { ...record, logo: null }]);
    } else if (kind === 'organisation' && today) {
      records.set(key, [kind, withSignaturesOf(record as Organisation, today as Organisation)]);
    } else if (today && today.status === closedBy[kind] && record.status !== today.status) {
      records.set(key, [kind, today]);
      closed += 1;
    } else if (kind === 'verbatim' && today?.status === 'past' && record.status !== 'past') {
      // It may have been hidden before its words went: they come back, and hang nowhere by themselves.
      records.set(key, [kind, { ...record, status: 'hidden' } as AnyRecord]);
      closed += 1;
    } else if (kind === 'account' && today && 'passwordHash' in record && 'passwordHash' in today) {
      // A password that was changed since had a reason.
      records.set(key, [kind, { ...record, passwordHash: today.passwordHash }]);
    }
  }
  return { records, erased, closed };
}

const isOwner = ([kind, record]: Entry) =>
  kind === 'account' && record.status === 'active' && 'role' in record && record.role === 'owner';

const mapOf = ({ records }: Pick<Snapshot, 'records'>) =>
  new Map<string, Entry>(
    records.flatMap((entry) => (isKept(entry[0]) ? [[keyOf(entry[0], entry[1].id), entry]] : [])),
  );

interface Planned {
  plan: RestorePlan;
  changes: Change[];
  pictures: Set<string>;
}

/** Compares the backup with what is there. `by`: the account that restores; null: a script does. */
function planOf(
  archive: Archive,
  snapshot: Snapshot,
  list: readonly Erasure[],
  by: string | null,
): Result<Planned> {
  const now = mapOf(snapshot);
  const { records, erased, closed } = targetOf(archive, now, list);
  if (!records.has(keyOf('organisation', 'organisation')) || ![...records.values()].some(isOwner))
    return refuse('invalid', 'backup-without-owner');

  const kinds = new Map<Kind, KindPlan>();
  const count = (kind: Kind, what: 'back' | 'changed' | 'gone') => {
    const plan = kinds.get(kind) ?? { kind, back: 0, changed: 0, gone: 0 };
    plan[what] += 1;
    kinds.set(kind, plan);
  };
  const changes: Change[] = [];
  let same = 0;
  for (const [key, [kind, record]] of records) {
    const today = now.get(key)?.[1];
    if (today && (today === record || textOf(today) === textOf(record))) {
      same += 1;
      continue;
    }
    count(kind, today ? 'changed' : 'back');
    changes.push({ put: kind, record, saw: today?.version ?? null } as Change);
  }
  for (const [key, [kind, { id, version }]] of now) {
    if (records.has(key)) continue;
    count(kind, 'gone');
    changes.push({ erase: kind, id, saw: version });
  }
  const pictures = new Set([...archive.pictures.keys()].filter((id) => records.has(keyOf('picture', id))));
  const you = by === null ? undefined : records.get(keyOf('account', by))?.[1];
  const plan: RestorePlan = {
    ...{ made: archive.about.made, kinds: [...kinds.values()], same, erased, closed },
    ...{ pictures: pictures.size, keepsYou: by === null || you?.status === 'active' },
  };
  return accept({ plan, changes, pictures });
}

export interface RestoreParts {
  store: Store;
  archive: Archive;
  /** The folder with the pictures’ files. */
  media: string;
  /** Folders in which a list of what was erased may lie: the archive’s own, and that of the scheduled backups. */
  lists: readonly string[];
  /** Who restores: an owner’s account, or null for a script. */
  by: string | null;
  now: Date;
  newId: () => string;
  files?: Files;
}

/** Whether the picture’s file is there, as long as it ought to be. */
const hasFile = (path: string, length: number) =>
  stat(path).then(
    ({ size }) => size === length,
    () => false,
  );

async function erasedIn(lists: readonly string[]): Promise<Result<Erasure[]>> {
  const all: Erasure[] = [];
  for (const folder of new Set(lists)) {
    const list = await readErased(folder);
    if (!list.ok) return list;
    all.push(...list.value);
  }
  return accept(all);
}

/** Says what a restore would do, and does nothing. Refused where the backup has no owner, or a list cannot be read. */
export async function planRestore(
  parts: Pick<RestoreParts, 'archive' | 'lists' | 'by' | 'media'> & { store: Pick<Store, 'snapshot'> },
): Promise<Result<RestorePlan>> {
  const list = await erasedIn(parts.lists);
  if (!list.ok) return list;
  const planned = planOf(parts.archive, await parts.store.snapshot(), list.value, parts.by);
  if (!planned.ok) return planned;
  let pictures = 0;
  for (const id of planned.value.pictures) {
    const length = parts.archive.pictures.get(id) ?? 0;
    if (!(await hasFile(join(parts.media, `${id}.webp`), length))) pictures += 1;
  }
  return accept({ ...planned.value.plan, pictures });
}

/** How often it is tried anew when somebody changes something in between. */
const tries = 5;

/**
 * Brings the store to where the backup was, by one commit: all of it or nothing. Pictures’ files come first, so that no
 * record points at nothing. Everything that watches the store, the walls too, follows as with any commit.
 */
export async function restore(parts: RestoreParts): Promise<Result<RestorePlan>> {
  const { store, archive, media, by, now, newId, files = disk } = parts;
  const list = await erasedIn(parts.lists);
  if (!list.ok) return list;
  const first = planOf(archive, await store.snapshot(), list.value, by);
  if (!first.ok) return first;

  const written: string[] = [];
  const takeBack = async () => {
    for (const path of written) await files.remove(path).catch(() => undefined);
  };
  try {
    await files.makeDirectory(media);
    for await (const { id, bytes } of archive.readPictures()) {
      const path = join(media, `${id}.webp`);
      if (!first.value.pictures.has(id) || (await hasFile(path, bytes.length))) continue;
      await writeWhole(path, bytes, files);
      written.push(path);
    }
    for (let attempt = 1; ; attempt += 1) {
      const planned = planOf(archive, await store.snapshot(), list.value, by);
      if (!planned.ok) {
        await takeBack();
        return planned;
      }
      try {
        const audit = {
          ...{ id: newId(), team: null, at: now.toISOString(), status: 'done' as const, batch: null },
          ...{ by: by ?? 'script', command: 'backup:restore', about: archive.about.made },
        };
        await store.commit([...planned.value.changes, { put: 'audit', record: audit, saw: null }]);
        return accept({ ...planned.value.plan, pictures: written.length });
      } catch (error) {
        if (!(error instanceof StaleChange) || attempt === tries) throw error;
      }
    }
  } catch (error) {
    await takeBack();
    if (error instanceof StaleChange) return refuse('busy', 'busy', { values: { seconds: 10 } });
    if (error instanceof StoreUnavailable || (error instanceof Error && 'code' in error))
      return refuse('unavailable', 'unavailable');
    throw error;
  }
}

/** The folders whose lists of what was erased count for an archive. */
export const listsFor = (path: string, backupDir: string | null): string[] =>
  backupDir === null ? [dirname(path)] : [dirname(path), backupDir];

/** The archive as what an empty store is filled with, less what was erased since. */
export async function asStore(archive: Archive, lists: readonly string[]): Promise<Result<StoreBackup>> {
  const list = await erasedIn(lists);
  if (!list.ok) return list;
  const records = [...targetOf(archive, new Map(), list.value).records.values()];
  const { made, head } = archive.about;
  return accept({ name: made, head, schema: migrations.length + 1, records });
}

/**
 * For a store whose own files cannot be read: the newest scheduled backup that can, less what was erased since, its
 * pictures’ files in place. Null where there is none.
 */
export async function newestBackup(directory: string, media: string): Promise<StoreBackup | null> {
  const list = await readErased(directory);
  if (!list.ok) return null;
  for (const { name } of await keptIn(directory)) {
    const archive = await openArchive(join(directory, name));
    if (!archive.ok) continue;
    const { about, readPictures } = archive.value;
    const { records } = targetOf(archive.value, new Map(), list.value);
    await disk.makeDirectory(media);
    for await (const { id, bytes } of readPictures()) {
      const path = join(media, `${id}.webp`);
      if (records.has(keyOf('picture', id)) && !(await hasFile(path, bytes.length)))
        await writeWhole(path, bytes);
    }
    return { name, head: about.head, schema: migrations.length + 1, records: [...records.values()] };
  }
  return null;
}
