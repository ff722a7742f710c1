import { lstat, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { m } from '../../../paraglide/messages';
import { disk, type Files } from '../../store/lowdb/files';
import type { Store } from '../../store/store';
import type { Feedback, ImportOutcome } from '../feedback/feedback';
import { ignoredWords, rejectedWords } from '../feedback/say-import';
import { say, sentenceOf } from '../say';

/** THE INBOX: a folder for each team; a file that somebody puts in is brought in, and moves to `done` or `failed`. */
export interface Inbox {
  /** Looks once: files that are as they were at the look before are whole, and are taken. */
  scan(): Promise<void>;
  close(): Promise<void>;
}

export interface InboxParts {
  directory: string;
  store: Store;
  feedback: Feedback;
  now: () => Date;
  report: (what: string, error: unknown) => void;
  files?: Files;
  /** Milliseconds between two looks; 0: only when asked. */
  every?: number;
}

/** The most that one file may weigh, in bytes, as through the door. */
const heaviest = 25 * 1024 * 1024;
/** How long an empty file is waited for, in ms: a copy begins with one. */
const emptyFor = 60_000;
/** For how long what was taken lies in `done` and `failed`, in days. */
const keptDays = 30;
/** How often it is looked for what is older, in ms. */
const purgeEvery = 3_600_000;

/** Names that programs give to files they are still writing, and files of the system. */
const unfinished = /^[.~]|\.(part|partial|tmp|temp|crdownload|download|filepart|swp)$|~$/i;

const stamp = (now: Date) => now.toISOString().slice(0, 19).replaceAll(':', '-');

/** What came of a file, in sentences. */
function sentences(fileName: string, outcome: ImportOutcome): string {
  if (outcome.outcome === 'done') {
    const { rows, created, updated, ignored, rejected } = outcome.report;
    return [
      m.inbox_done({ file: fileName, rows, created, updated }),
      ...ignored.map(({ reason, count }) =>
        m.import_ignored({ number: count, reason: ignoredWords(reason) }),
      ),
      ...rejected.map(({ line, reason }) => m.import_line({ line, reason: rejectedWords(reason) })),
    ].join('\n');
  }
  const { message } = say(outcome.refusal);
  const faults = (outcome.refusal.faults ?? []).map(
    (fault) => `${fault.path.replace(/^mapping\./, '')}: ${sentenceOf(fault)}`,
  );
  return [
    m.inbox_failed({ file: fileName }),
    message,
    ...faults,
    ...(outcome.outcome === 'asks' ? [m.inbox_asks()] : []),
  ].join('\n');
}

/** Watches the folders, which are made for teams that have none. */
export async function openInbox(parts: InboxParts): Promise<Inbox> {
  const { directory, store, feedback, now, report, files = disk, every = 2_000 } = parts;
  /** How a file was at the look before. */
  const before = new Map<string, { size: number; changed: number; since: number }>();
  /** When what was taken is next looked through for what is too old, by folder (ms). */
  const purges = new Map<string, number>();
  let working: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  async function settle(folder: string, name: string, ended: 'done' | 'failed', text: string): Promise<void> {
    const place = join(folder, ended);
    await files.makeDirectory(place);
    const kept = join(place, `${stamp(now())} ${name}`);
    await files.rename(join(folder, name), kept);
    const handle = await files.open(`${kept}.txt`, 'w');
    try {
      await handle.write(Buffer.from(`${text}\n`), 0);
    } finally {
      await handle.close();
    }
    // From today on they are kept, whatever day the sender gave the file.
    for (const path of [kept, `${kept}.txt`]) await utimes(path, now(), now());
  }

  async function take(team: string, folder: string, name: string, size: number): Promise<void> {
    const refuse = (code: string, values?: Record<string, number>) =>
      settle(
        folder,
        name,
        'failed',
        [m.inbox_failed({ file: name }), sentenceOf({ code, values })].join('\n'),
      );
    if (size === 0) return refuse('import-empty');
    if (size > heaviest) return refuse('too-big', { megabytes: heaviest / 1024 / 1024 });
    const outcome = await feedback.run({
      actor: { as: 'source', id: 'inbox', team },
      team,
      fileName: name,
      bytes: new Uint8Array(await readFile(join(folder, name))),
      dryRun: false,
    });
    // The store takes nothing at the moment: the file stays where it is.
    if (outcome.outcome === 'refused' && outcome.refusal.kind === 'unavailable') return;
    await settle(folder, name, outcome.outcome === 'done' ? 'done' : 'failed', sentences(name, outcome));
  }

  async function purge(folder: string): Promise<void> {
    const oldest = now().getTime() - keptDays * 86_400_000;
    for (const ended of ['done', 'failed']) {
      for (const name of await files.list(join(folder, ended)).catch(() => [])) {
        const path = join(folder, ended, name);
        if ((await lstat(path)).mtimeMs < oldest) await files.remove(path);
      }
    }
  }

  async function look(team: string): Promise<void> {
    const folder = join(directory, team);
    await files.makeDirectory(folder);
    if (now().getTime() >= (purges.get(folder) ?? 0)) {
      await purge(folder);
      purges.set(folder, now().getTime() + purgeEvery);
    }
    const waiting: { name: string; size: number; changed: number }[] = [];
    for (const name of await files.list(folder)) {
      if (unfinished.test(name)) continue;
      const about = await lstat(join(folder, name));
      // A link could lead anywhere on this machine.
      if (about.isFile()) waiting.push({ name, size: about.size, changed: about.mtimeMs });
    }
    for (const { name, size, changed } of waiting.sort((a, b) => a.changed - b.changed)) {
      const path = join(folder, name);
      const known = before.get(path);
      const same = known && known.size === size && known.changed === changed;
      const since = same ? known.since : now().getTime();
      before.set(path, { size, changed, since });
      if (!same || (size === 0 && now().getTime() - since < emptyFor)) continue;
      before.delete(path);
      await take(team, folder, name, size);
    }
    for (const path of before.keys())
      if (path.startsWith(join(folder, '/')) && !waiting.some(({ name }) => join(folder, name) === path))
        before.delete(path);
  }

  async function scanAll(): Promise<void> {
    const { records } = await store.list('team', { status: 'active' });
    for (const { id } of records) {
      try {
        await look(id);
      } catch (error) {
        report('A file in the inbox could not be taken.', error);
      }
    }
  }

  const scan = (): Promise<void> => (working ??= scanAll().finally(() => (working = undefined)));

  function again(): void {
    if (closed || every === 0) return;
    timer = setTimeout(() => void scan().finally(again), every);
    timer.unref();
  }
  await files.makeDirectory(directory);
  again();

  return {
    scan,
    async close() {
      closed = true;
      clearTimeout(timer);
      await working;
    },
  };
}
