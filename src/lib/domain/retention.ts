import { readReason } from './feedback-import';
import type { Change, Import, Kind, Organisation, Records, Verbatim } from './records';

/** A whole number of days or of calendar years, as ISO 8601 writes it: `P400D`, `P3Y`. */
export type Period = `P${number}${'D' | 'Y'}`;

interface Rule {
  /** How long it is kept while nobody has said otherwise. */
  usual: Period;
  /** What an owner may choose, shortest first; none is shorter than what the board reckons with. */
  choices: readonly Period[];
  kinds: readonly Kind[];
}

const years: readonly Period[] = ['P1Y', 'P2Y', 'P3Y', 'P5Y'];

/** WHAT IS LET GO, AND WHEN. What is not here is kept for good or has an end of its own (docs/security.md). */
export const rules = {
  /** The words of comments; their scores and what they were about stay. */
  words: { usual: 'P3Y', choices: years, kinds: ['verbatim'] },
  /** Shout-outs are nothing but words and names. */
  thanked: { usual: 'P3Y', choices: years, kinds: ['shout-out'] },
  /** Rules that got in the way, and what was answered. */
  snags: { usual: 'P3Y', choices: years, kinds: ['snag'] },
  /** What champions found at the steps of the journey, with its picture, what was tried out, and challenges. */
  findings: { usual: 'P3Y', choices: years, kinds: ['finding', 'experiment', 'challenge'] },
  /** Cards of the library, since they last began with their team. */
  library: { usual: 'P5Y', choices: years, kinds: ['library-card'] },
  /** What was said, promised and marked in huddles, and who held them; that one was held stays. */
  huddles: { usual: 'P2Y', choices: years, kinds: ['note', 'commitment', 'ballot', 'huddle'] },
  /** Who changed what. */
  audit: { usual: 'P2Y', choices: years, kinds: ['audit'] },
  /** What hung how often. */
  plays: { usual: 'P400D', choices: ['P400D', 'P2Y', 'P3Y', 'P5Y'], kinds: ['play'] },
  /** Rows of files that could not be read, as they stood; how many, on which lines and why stays. */
  rows: { usual: 'P90D', choices: ['P90D', 'P180D', 'P1Y'], kinds: ['import'] },
} as const satisfies Record<string, Rule>;

/** What has a period of its own, by name. */
export type Kept = keyof typeof rules;
export const allKept = Object.keys(rules) as Kept[];
export type Periods = Record<Kept, Period>;

/** How long everything is kept: as the owner settled it, else as usual. */
export function periodsOf({ keep = {} }: Pick<Organisation, 'keep'> = {}): Periods {
  const one = (kept: Kept): Period => {
    const { usual, choices }: Rule = rules[kept];
    const settled = keep[kept];
    return settled && choices.includes(settled) ? settled : usual;
  };
  return Object.fromEntries(allKept.map((kept) => [kept, one(kept)])) as Periods;
}

/**
 * The moment (ISO) before which everything is older than the period. Years are counted by the calendar and never come out short: a
 * day that the year then did not have is the last of its month.
 */
export function limitOf(period: Period, now: Date): string {
  const count = Number(period.slice(1, -1));
  if (period.endsWith('D')) return new Date(now.getTime() - count * 86_400_000).toISOString();
  const limit = new Date(now);
  limit.setUTCFullYear(limit.getUTCFullYear() - count);
  if (limit.getUTCMonth() !== now.getUTCMonth()) limit.setUTCDate(0);
  return limit.toISOString();
}

/**
 * The import without its rows, the answers that its reasons quote, and what it replaced: nobody can undo it any more. Undefined where
 * it holds none of these.
 */
function withoutRows({ version: _, replaced, ...done }: Import): Omit<Import, 'version'> | undefined {
  const bare = done.rejected.map(({ line, reason }) => ({ line, reason: readReason(reason).code }));
  const isBare = bare.every(({ reason }, i) => reason === done.rejected[i]?.reason);
  if (isBare && done.rejectedRows.length === 0 && !replaced) return undefined;
  return { ...done, rejected: bare, rejectedRows: [] };
}

/**
 * What becomes of a record at the end of its time: its words and names go, or all of it; undefined where it is younger than `limit`
 * (ISO) or has nothing left that could go.
 */
export function letGoOf<K extends Kind>(kind: K, record: Records[K], limit: string): Change | undefined {
  if (record.at >= limit) return undefined;
  const { id, version: saw } = record;
  if (kind === 'verbatim') {
    const { version: _, ourPart: __, ...verbatim } = record as Records['verbatim'];
    if (verbatim.status === 'past') return undefined;
    const past = { ...verbatim, status: 'past' as const, text: '', highlight: null };
    return { put: 'verbatim', record: past, saw };
  }
  if (kind === 'huddle') {
    const { version: _, ...huddle } = record as Records['huddle'];
    if (huddle.host.mark === '' && huddle.host.name === null) return undefined;
    return { put: 'huddle', record: { ...huddle, host: { mark: '', name: null }, acts: [] }, saw };
  }
  if (kind === 'import') {
    const bare = withoutRows(record as Import);
    return bare && { put: 'import', record: bare, saw };
  }
  return { erase: kind, id, saw };
}

/** The comment of an answer of this moment whose words were let go: told again, they do not come back. */
export const pastOf = (before: Verbatim | undefined, at: string): Verbatim | undefined =>
  before?.status === 'past' && before.at === at ? before : undefined;

/** What a comment was about, as it was found while it had its words. */
export const aboutOf = ({ criticals, sorted }: Verbatim): Pick<Verbatim, 'criticals' | 'sorted'> => ({
  ...(criticals && { criticals }),
  ...(sorted && { sorted }),
});

/** So many of the rows that could not be read are kept of an import, and as many characters of them altogether. */
export const mostRowsKept = { rows: 1_000, characters: 1_000_000 };

/** The first rows that could not be read, as far as they are kept; `unreadable` counts all where some are not. */
export function boundedRows({
  rejected,
  rejectedRows,
}: Pick<Import, 'rejected' | 'rejectedRows'>): Pick<Import, 'rejected' | 'rejectedRows' | 'unreadable'> {
  let characters = 0;
  let rows = 0;
  while (rows < Math.min(rejected.length, mostRowsKept.rows)) {
    characters += (rejected[rows]?.reason.length ?? 0) + (rejectedRows[rows] ?? []).join('').length;
    if (characters > mostRowsKept.characters) break;
    rows += 1;
  }
  if (rows === rejected.length) return { rejected, rejectedRows };
  return {
    rejected: rejected.slice(0, rows),
    rejectedRows: rejectedRows.slice(0, rows),
    unreadable: rejected.length,
  };
}

/** What is let go, and for how long things are kept; a part of `Commands`. */
export interface RetentionCommands {
  /** An owner says how long things are kept. `saw`: the version of the organisation. */
  'retention:set': { saw: number; keep: Periods };
  /**
   * The house lets go of what is too old. `last`: nothing else of the kind is as old, so that nothing of it may stay in older copies on
   * the disk either.
   */
  'retention:let-go': { kept: Kept; records: { kind: Kind; id: string }[]; last: boolean };
}
