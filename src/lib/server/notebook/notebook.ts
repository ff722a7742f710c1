import * as v from 'valibot';
import type { Actor } from '../../domain/command';
import type { JournalEntry, Tried, Written } from '../../domain/journal';
import { refuse } from '../../domain/refusal';
import { faultsOf } from '../intake/faults';
import type { Intake, Outcome } from '../intake/intake';
import type { Store } from '../store/store';
import { written } from './entry';
import { keysIn } from './keys';
import { seal, unseal } from './seal';

/** An entry as its author reads it. */
export interface Opened {
  id: string;
  version: number;
  /** When it was begun (ISO). */
  at: string;
  written: Written;
}

/** NOTEBOOKS: what leaders write for themselves. It is sealed before it becomes a record, and opened for its author alone. */
export interface Notebook {
  /** An account’s own entries, newest first; `closed`: how many there are that no key here opens. */
  of(account: string): Promise<{ entries: Opened[]; closed: number }>;
  /**
   * Writes a new entry, or with `saw`, the version it was read in, one in the place of an own. Faults are named by the fields of what is
   * written.
   */
  write(entry: { id: string; saw?: number; written: unknown }, actor: Actor): Promise<Outcome>;
  /** Shares the answers to “Why?” of an own entry with the managers who help a team. */
  share(what: { id: string; of: string; team: string }, actor: Actor): Promise<Outcome>;
  /** What an account shares, newest first: which entry’s answers, and with the managers of which team. */
  sharedBy(account: string): Promise<{ id: string; of: string; team: string }[]>;
  /** What is shared with the managers who help a team, newest first, for their eyes alone: `by` is an account’s id, `at` ISO. */
  sharedWith(team: string): Promise<{ id: string; by: string; at: string; whys: string[] }[]>;
  /** Stops following the store. */
  close(): Promise<void>;
}

export interface NotebookParts {
  /** DATA_DIR, where the key lies. */
  directory: string;
  store: Store;
  intake: Intake;
  report: (what: string, error: unknown) => void;
}

/** An entry as it was kept before entries were sealed. */
type Plain = JournalEntry & { sealed?: never; about: string } & Omit<Tried, 'kind' | 'team'>;
const isPlain = (entry: JournalEntry | Plain): entry is Plain => entry.sealed === undefined;
const writtenOn = ({ about, turn, tried, happened }: Plain): Written => ({
  ...{ kind: 'tried', team: about, turn, tried, happened },
});

/** Opens the notebooks, and seals what an older version, or a backup of one, left open. */
export async function openNotebook({ directory, store, intake, report }: NotebookParts): Promise<Notebook> {
  const keys = keysIn(directory);

  async function sealPlain(): Promise<void> {
    for (const entry of (await store.list('journal')).records) {
      if (!isPlain(entry)) continue;
      const { id, version: saw } = entry;
      const sealed = seal(await keys.own(), JSON.stringify(writtenOn(entry)), entry);
      const outcome = await intake.submit('journal:seal', { id, saw, sealed }, { as: 'house' });
      if (!outcome.ok) throw new Error(outcome.refusal.code);
    }
  }
  let sealing: Promise<void> = Promise.resolve();
  const look = () =>
    (sealing = sealing
      .then(sealPlain)
      .catch((error: unknown) =>
        report('Notebooks could not be sealed; it is tried again with the next start.', error),
      ));
  await look();
  const stop = store.watch(({ changes, kinds }) => {
    const plain = (change: (typeof changes)[number]) =>
      'put' in change && change.put === 'journal' && !('sealed' in change.record);
    if (kinds.has('journal') && changes.some(plain)) void look();
  });

  return {
    async of(account) {
      const own = (await store.list('journal', { status: 'kept' })).records.filter(
        ({ by }) => by === account,
      );
      const all = own.length > 0 ? await keys.all() : [];
      const entries: Opened[] = [];
      for (const entry of own) {
        const { id, version, at } = entry;
        const json = isPlain(entry) ? JSON.stringify(writtenOn(entry)) : unseal(all, entry.sealed, entry);
        if (json !== undefined) entries.push({ id, version, at, written: JSON.parse(json) as Written });
      }
      return { entries, closed: own.length - entries.length };
    },
    async write({ id, saw, written: input }, actor) {
      const checked = v.safeParse(written, input);
      if (!checked.success) return refuse('invalid', 'invalid', { faults: faultsOf(checked.issues) });
      if (actor.as !== 'account') return refuse('forbidden', 'not-yours');
      let key: Buffer;
      try {
        key = await keys.own();
      } catch (error) {
        report('The key for notebooks cannot be used.', error);
        return refuse('unavailable', 'unavailable');
      }
      const sealed = seal(key, JSON.stringify(checked.output), { id, by: actor.id });
      return intake.submit('journal:write', { id, saw, sealed }, actor);
    },
    async share({ id, of, team }, actor) {
      const entry = await store.get('journal', of);
      if (actor.as !== 'account' || entry?.by !== actor.id || isPlain(entry))
        return refuse('unknown', 'not-there');
      const json = unseal(await keys.all(), entry.sealed, entry);
      const own = json === undefined ? undefined : (JSON.parse(json) as Written);
      if (own?.kind !== 'coaching' || own.whys.length === 0) return refuse('unknown', 'not-there');
      const sealed = seal(await keys.own(), JSON.stringify({ whys: own.whys }), { id, by: actor.id });
      return intake.submit('journal:share', { id, of, team, sealed }, actor);
    },
    async sharedBy(account) {
      const { records } = await store.list('journal', { status: 'shared' });
      return records.flatMap(({ id, by, of = '', readers }) =>
        by === account && readers !== undefined ? [{ id, of, team: readers }] : [],
      );
    },
    async sharedWith(team) {
      const { records } = await store.list('journal', { status: 'shared' });
      const theirs = records.filter(({ readers }) => readers === team);
      const all = theirs.length > 0 ? await keys.all() : [];
      return theirs.flatMap((entry) => {
        const { id, by, at } = entry;
        const json = unseal(all, entry.sealed, entry);
        return json === undefined ? [] : [{ id, by, at, ...(JSON.parse(json) as { whys: string[] }) }];
      });
    },
    async close() {
      stop();
      await sealing;
    },
  };
}
