import { setTimeout as sleep } from 'node:timers/promises';
import type { AnyRecord, Kind, Records } from '../../domain/records';
import { allKept, letGoOf, limitOf, periodsOf, rules, type Kept } from '../../domain/retention';
import { mostAtOnce } from '../intake/commands/retention';
import type { Intake } from '../intake/intake';
import { takeTurns } from '../intake/slices';
import type { Store } from '../store/store';
import { lastDue, lookAgain, lookEvery } from './nightly';

/** LETS GO, each night, of what is older than its period: words, names, counts of plays, rows that could not be read. */
export interface Retention {
  /** How many records were let go since the server started, by what they were. */
  readonly counts: ReadonlyMap<Kept, number>;
  /** Lets go now where a night’s work is due. */
  look(): Promise<void>;
  close(): Promise<void>;
}

export interface RetentionParts {
  store: Store;
  intake: Intake;
  now: () => Date;
  log: { info(about: object, message: string): void };
  report: (what: string, error: unknown) => void;
  /** Resolves after so many milliseconds; left out: by the clock. */
  pause?: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds between two looks; 0: only when asked. */
  every?: number;
}

/** The hour (0–23, the server’s own time) after which a night’s work is due: before the backup, which then holds no more of it. */
const hour = 2;
/** After each bite everybody else has the store for so long, in milliseconds: a wall that a bite touches composes its board anew, and rests. */
const rest = 5000;
/** So many records are looked through at once. */
const pageSize = 500;

/** Keeps no process alive. */
const byTheClock = (milliseconds: number) => sleep(milliseconds, undefined, { ref: false });

interface Found {
  kind: Kind;
  id: string;
}

/**
 * Starts to look. What one night does not get done, because the server stops or the disk is full, the next look does: nothing is
 * remembered but what is gone.
 */
export function openRetention(parts: RetentionParts): Retention {
  const { store, intake, now, log, report, pause = byTheClock, every = lookEvery } = parts;
  const counts = new Map<Kept, number>();
  /** When a night’s work was last begun; 0 where it is to be begun anew. */
  let begun = 0;
  let working: Promise<void> | undefined;
  let closed = false;

  /** What is too old, a bite at a time: each but the last is full, so that the last is never empty. */
  async function* bites(kept: Kept): AsyncGenerator<{ records: Found[]; last: boolean }> {
    const organisation = await store.get('organisation', 'organisation');
    const limit = limitOf(periodsOf(organisation)[kept], now());
    const turn = takeTurns();
    let found: Found[] = [];
    for (const kind of rules[kept].kinds) {
      let after: string | null = null;
      do {
        const page: { records: AnyRecord[]; next: string | null } = await store.list(
          kind,
          { to: limit },
          { after, limit: pageSize },
        );
        for (const record of page.records)
          if (letGoOf<Kind>(kind, record as Records[typeof kind], limit)) found.push({ kind, id: record.id });
        after = page.next;
        while (found.length > mostAtOnce) {
          yield { records: found.slice(0, mostAtOnce), last: false };
          found = found.slice(mostAtOnce);
        }
        const wait = turn();
        if (wait) await wait;
      } while (after !== null && !closed);
    }
    if (found.length > 0 && !closed) yield { records: found, last: true };
  }

  async function lookOnce(): Promise<void> {
    if (begun >= lastDue(now(), hour).getTime()) return;
    begun = now().getTime();
    const removed: Partial<Record<Kept, number>> = {};
    for (const kept of allKept) {
      for await (const bite of bites(kept)) {
        const outcome = await intake.submit('retention:let-go', { kept, ...bite }, { as: 'house' });
        if (!outcome.ok) {
          throw new Error(outcome.refusal.code);
        }
        removed[kept] = (removed[kept] ?? 0) + outcome.updated;
        counts.set(kept, (counts.get(kept) ?? 0) + outcome.updated);
        await pause(rest);
        if (closed) return;
      }
    }
    if (Object.keys(removed).length > 0) log.info({ removed }, 'What was too old was let go.');
  }

  const look = (): Promise<void> => {
    if (closed) return Promise.resolve();
    working ??= lookOnce()
      .catch((error: unknown) => {
        begun = 0;
        report('What is too old could not be let go; it is tried again.', error);
      })
      .finally(() => (working = undefined));
    return working;
  };

  // What a restore brings back does not wait for the night.
  const stop = store.watch(({ changes, kinds }) => {
    const restored = (change: (typeof changes)[number]) =>
      'put' in change &&
      change.put === 'audit' &&
      'command' in change.record &&
      change.record.command === 'backup:restore';
    if (kinds.has('audit') && changes.some(restored)) begun = 0;
  });
  const timer = every > 0 ? lookAgain(look, every) : undefined;

  return {
    counts,
    look,
    async close() {
      closed = true;
      clearInterval(timer);
      stop();
      await working;
    },
  };
}
