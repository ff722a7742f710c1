import { maySee, mayRun } from '$lib/domain/rights';
import type { Audit } from '$lib/domain/records';
import type { Leader } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

/** What somebody looks for in the trail; what is left out is not narrowed. `what` is the part of a command before its colon. */
export interface Sought {
  team?: string;
  by?: string;
  what?: string;
  /** Cursor of the page before. */
  after?: string | null;
}

/** So many lines stand on a page. */
export const perPage = 50;
/** So many are looked through for one page: a narrow search in a long trail goes on with the next. */
const lookedThrough = 5_000;

/** Whether this leader may read a line: an owner all, others what concerns a team that they see. */
const mayRead = (leader: Leader, { team }: Audit) =>
  mayRun(leader) || (team !== null && maySee(leader, team));

/** A page of who changed what, newest first, and the cursor of the next; null at the end. */
export async function trail(
  house: House,
  leader: Leader,
  { team, by, what, after = null }: Sought,
  limit = perPage,
): Promise<{ lines: Audit[]; next: string | null }> {
  const lines: Audit[] = [];
  let cursor = after;
  for (let looked = 0; looked < lookedThrough; looked += 500) {
    const page = await house.store.list('audit', team ? { team } : {}, { after: cursor, limit: 500 });
    for (const line of page.records) {
      const isSought = (!by || line.by === by) && (!what || line.command.startsWith(`${what}:`));
      if (!isSought || !mayRead(leader, line)) continue;
      lines.push(line);
      if (lines.length <= limit) continue;
      // One more than fits: the page ends with the one before.
      return {
        lines: lines.slice(0, limit),
        next: (await cursorAt(house, team, after, lines[limit - 1]!)) ?? null,
      };
    }
    cursor = page.next;
    if (cursor === null) return { lines, next: null };
  }
  return { lines, next: cursor };
}

/** The cursor right after a line: the store gives one at the end of each page, so the page is cut there. */
async function cursorAt(
  house: House,
  team: string | undefined,
  after: string | null,
  line: Audit,
): Promise<string | null> {
  let cursor = after;
  for (;;) {
    const page = await house.store.list('audit', team ? { team } : {}, { after: cursor, limit: 500 });
    const at = page.records.findIndex(({ id }) => id === line.id);
    if (at >= 0) {
      const cut = await house.store.list('audit', team ? { team } : {}, { after: cursor, limit: at + 1 });
      return cut.next;
    }
    cursor = page.next;
    if (cursor === null) return null;
  }
}
