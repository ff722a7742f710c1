import type { Metric, Scale } from './metric';

/** Why a row could not be read; `code` picks its words. */
export interface ImportReason {
  code:
    | 'too-many-cells'
    | 'no-date'
    | 'not-a-date'
    | 'nothing-else'
    | 'ahead'
    | 'not-on-scale'
    | 'id-twice'
    | 'no-team'
    | 'unknown-team'
    | 'not-your-team'
    | 'no-id'
    | 'not-json'
    | 'another-format';
  values?: Record<string, string | number>;
}

/** One answer of an imported file, read, cleaned and masked. */
export interface ImportedAnswer {
  /** Derived from source and row, so that the same row updates. */
  id: string;
  team: string;
  /** Null: it gave no score, only words. */
  value: number | null;
  /** ISO, UTC; null where the file has no dates: the moment of the import. */
  at: string | null;
  touchpoint: string | null;
  /** `id` is `commentId` of the answer and its column’s mark. */
  comments: readonly { id: string; text: string; masked: boolean }[];
  /** What its sender’s own clock (ms) or count said when it last told of it; absent: it has none. */
  told?: number;
  /** Marks of the comments that it leaves empty, where it has an id of its own: one list for all that leave the same empty. */
  silent?: readonly string[];
}

/** The id of what an answer says in the column with this mark. */
export const commentId = (answer: string, mark: string): string => `${answer}-${mark}`;

/** An answer that its sender takes back; `comments` are all that it may have had. */
export interface WithdrawnAnswer {
  id: string;
  team: string;
  told?: number;
  comments: string[];
}

/** A file as it is taken into the store, all or nothing. */
export interface ImportRun {
  /** Also the batch of what it brings. */
  id: string;
  /** The team it was imported for; null where the rows name their teams. */
  team: string | null;
  /** How its columns were read, remembered for files that look the same. */
  source: { id: string; name: string; fingerprint: string; mapping: unknown };
  fileName: string;
  format: string;
  header: string[];
  rows: number;
  metric: Metric | null;
  scale: Scale | null;
  answers: ImportedAnswer[];
  withdrawn: WithdrawnAnswer[];
  /**
   * `file`: kept as an import, each row tells all of its answer. `news`: comes piece by piece, by a webhook. `again`: all news
   * that is kept, read anew.
   */
  as: 'file' | 'news' | 'again';
  /** Answers that were taken before and, read anew, are none. */
  gone: WithdrawnAnswer[];
  /** Teams that the file names and an owner makes with it. */
  newTeams: { id: string; name: string; timeZone: string }[];
  ignored: { reason: string; count: number }[];
  rejected: { line: number; reason: string }[];
  rejectedRows: string[][];
  /** Local dates of the oldest and newest answer. */
  from: string | null;
  to: string | null;
}

/** A reason as it is stored: its code, and its values as JSON where it has some. */
export const writeReason = ({ code, values }: ImportReason): string =>
  values ? `${code}:${JSON.stringify(values)}` : code;

/** A stored reason, of a rejected row or of ignored ones (those carry the answer's own words after the colon). */
export function readReason(reason: string): { code: string; values: Record<string, string | number> } {
  const end = reason.indexOf(':');
  if (end < 0) return { code: reason, values: {} };
  const [code, rest] = [reason.slice(0, end), reason.slice(end + 1)];
  if (!rest.startsWith('{')) return { code, values: { answer: rest } };
  try {
    return { code, values: JSON.parse(rest) as Record<string, string | number> };
  } catch {
    return { code, values: { answer: rest } };
  }
}
