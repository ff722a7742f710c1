import { type AnyRecord, type Kind, type SecretKind } from '$lib/domain/records';
import { problem } from '$lib/server/intake/problem';
import { callerOf } from '../../../caller';
import type { RequestHandler } from './$types';

/** What a team owns: not what is private, and not what is the whole organisation’s. */
type OwnKind = Exclude<Kind, SecretKind | 'aim' | 'group' | 'trial'>;

/** What a team owns, in the order in which it is written; the compiler names a kind that is missing. */
const written: Record<OwnKind, true> = {
  team: true,
  asked: true,
  interest: true,
  question: true,
  goal: true,
  announcement: true,
  thanks: true,
  turn: true,
  seen: true,
  decision: true,
  help: true,
  huddle: true,
  ballot: true,
  note: true,
  commitment: true,
  'shout-out': true,
  picture: true,
  story: true,
  improvement: true,
  snag: true,
  finding: true,
  experiment: true,
  'library-card': true,
  challenge: true,
  poster: true,
  countdown: true,
  takeover: true,
  display: true,
  'past-playlist': true,
  outage: true,
  'import-source': true,
  import: true,
  response: true,
  verbatim: true,
  withdrawal: true,
  play: true,
};
const kinds = Object.keys(written) as OwnKind[];

/** What opens doors, and what a file held before personal data was masked, stays here. */
const kept = new Set(['tokenHash', 'enrolHash', 'rejectedRows', 'replaced', 'marks', 'mark', 'takeBackHash']);

const line = (kind: Kind, record: AnyRecord): string =>
  `${JSON.stringify({ kind, ...record }, (name, value: unknown) => (kept.has(name) ? undefined : value))}\n`;

/** Everything that the team owns, a record a line, page by page as fast as it is read. */
export const GET: RequestHandler = async (event) => {
  const caller = await callerOf(event, 'export:read');
  if (!caller.ok) return problem(caller.refusal);
  const { team } = caller.value;
  const { store } = event.locals.house;

  async function* lines() {
    for (const kind of kinds) {
      let after: string | null = null;
      do {
        const page: { records: AnyRecord[]; next: string | null } = await store.list(
          kind,
          { team: team.id },
          { after, limit: 500 },
        );
        if (page.records.length > 0) yield page.records.map((record) => line(kind, record)).join('');
        after = page.next;
      } while (after !== null);
    }
  }

  const pages = lines();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pages.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await pages.return();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="huddleboard-${team.id.replace(/[^\w-]/g, '')}.ndjson"`,
      'cache-control': 'no-store',
    },
  });
};
