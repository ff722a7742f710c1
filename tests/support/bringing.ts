import type { Actor } from '../../src/lib/domain/command';
import type { Response, Verbatim } from '../../src/lib/domain/records';
import {
  createFeedback,
  type Feedback,
  type ImportOutcome,
} from '../../src/lib/server/intake/feedback/feedback';
import { createIntake, type Intake } from '../../src/lib/server/intake/intake';
import { MemoryStore } from './memory-store';

export const owner: Actor = { as: 'account', id: 'o', name: 'Ada', role: 'owner', teams: [] };

export interface Bringing {
  store: MemoryStore;
  intake: Intake;
  feedback: Feedback;
  /** Brings a file to the team `one`; text, bytes, or a value that is sent as JSON. */
  bring(
    file: string | Uint8Array | object,
    options?: { mapping?: unknown; actor?: Actor; team?: string | null; dryRun?: boolean; source?: string },
  ): Promise<ImportOutcome>;
  responses(): Response[];
  verbatims(): Verbatim[];
}

export const bringingNow = new Date('2026-11-22T10:00:00Z');

/** A board with the team `one` (Europe/London), whose clock stands at `bringingNow`. */
export async function bringingTo(now: () => Date = () => bringingNow): Promise<Bringing> {
  const store = new MemoryStore();
  const intake = createIntake({ store, now, log: { error: (about) => console.error(about) } });
  let made = 0;
  const feedback = createFeedback({ store, intake, now, newId: () => `import-${++made}` });
  await intake.submit(
    'setup:claim',
    {
      organisation: { name: 'House', secret: 'a'.repeat(64) },
      account: { id: 'o', login: 'ada', name: 'Ada', passwordHash: '$argon2id$x' },
      team: { id: 'one', name: 'One', timeZone: 'Europe/London', customer: 'guest' },
    },
    { as: 'house' },
  );
  return {
    store,
    intake,
    feedback,
    bring: (file, { actor = owner, team = 'one', dryRun = false, mapping, source } = {}) =>
      feedback.run({
        actor,
        team,
        fileName: 'export',
        bytes:
          file instanceof Uint8Array
            ? file
            : Buffer.from(typeof file === 'string' ? file : JSON.stringify(file)),
        mapping,
        source: source ?? null,
        dryRun,
      }),
    responses: () =>
      store.all('response').sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)),
    verbatims: () => store.all('verbatim').sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}

export function reportOf(outcome: ImportOutcome) {
  if (outcome.outcome !== 'done') throw new Error(JSON.stringify({ ...outcome, found: undefined }));
  return outcome.report;
}

/** What an outcome asks, or else what it is. */
export const needsOf = (outcome: ImportOutcome) =>
  outcome.outcome === 'asks'
    ? Object.fromEntries(outcome.needs.map(({ what, candidates }) => [what, candidates]))
    : outcome.outcome === 'refused'
      ? outcome.refusal.code
      : outcome.outcome;

export const refusalOf = (outcome: ImportOutcome) =>
  outcome.outcome === 'refused' ? outcome.refusal.code : outcome.outcome;
