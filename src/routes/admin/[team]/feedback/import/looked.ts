import type { Found, ImportOutcome, ImportReport, Mapping, Need } from '$lib/server/intake/feedback/feedback';
import { ignoredWords, rejectedWords } from '$lib/server/intake/feedback/say-import';

interface Counted {
  reason: string;
  count: number;
}

/** What a page knows after a look at what came. */
export interface Looked {
  /** The file on the tray; null: it has to be chosen again. */
  kept: string | null;
  fileName: string;
  message: string;
  fields: Record<string, string>;
  typed: Partial<Mapping>;
  found: Found | null;
  needs: Need[];
  /** What the import would bring, in figures. */
  report:
    | (Omit<ImportReport, 'rejected' | 'ignored'> & {
        ignored: Counted[];
        rejected: { line: number; reason: string }[];
        unreadable: number;
      })
    | null;
}

/** A report as a page shows it: with the reasons in words, and the first of the rows that could not be read. */
export const reportWords = (report: ImportReport): NonNullable<Looked['report']> => ({
  ...report,
  ignored: report.ignored.map(({ reason, count }) => ({ reason: ignoredWords(reason), count })),
  rejected: report.rejected.slice(0, 5).map(({ line, reason }) => ({ line, reason: rejectedWords(reason) })),
  unreadable: report.rejected.length,
});

/** What came of a look, for the page. */
export function lookedAt(outcome: ImportOutcome, known: Pick<Looked, 'kept' | 'fileName' | 'typed'>): Looked {
  return {
    ...known,
    message: '',
    fields: {},
    found: outcome.found ?? null,
    needs: outcome.outcome === 'asks' ? outcome.needs : [],
    report: outcome.outcome === 'done' ? reportWords(outcome.report) : null,
  };
}
