import { readReason } from '../../../domain/feedback-import';
import { m } from '../../../paraglide/messages';
import { sentenceOf } from '../say';

/** Why answers were ignored, in a few words. */
export function ignoredWords(reason: string): string {
  const { code, values } = readReason(reason);
  if (code === 'unfinished') return m.import_ignored_unfinished();
  if (code === 'preview') return m.import_ignored_preview();
  if (code === 'spam') return m.import_ignored_spam();
  if (code === 'no-score') return m.import_ignored_no_score();
  if (code === 'no-comment') return m.import_ignored_no_comment();
  if (code === 'same-answer') return m.import_ignored_same_answer();
  if (code === 'another-kind') return m.import_ignored_another_kind({ kind: String(values.answer ?? '') });
  return m.import_ignored_no_opinion({ answer: String(values.answer ?? '') });
}

/** Why a row could not be read, as a sentence. */
export function rejectedWords(reason: string): string {
  const { code, values } = readReason(reason);
  return sentenceOf({ code: `import-row-${code}`, values });
}

/** A cell as a spreadsheet may open it: what begins like a formula is shown, never run. */
export const safeCell = (cell: string): string => {
  const defused = /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell;
  return /[",;\r\n\t']/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
};

/** Rows that could not be read as a CSV file that Excel opens too: line, reason, and the cells as they stood. */
export function rejectedCsv(
  {
    header,
    rejected,
    rejectedRows,
  }: { header: string[]; rejected: { line: number; reason: string }[]; rejectedRows: string[][] },
  titles: { line: string; reason: string },
): string {
  const rows = rejected.map(({ line, reason }, i) => [
    String(line),
    rejectedWords(reason),
    ...(rejectedRows[i] ?? []),
  ]);
  return `\uFEFF${[[titles.line, titles.reason, ...header], ...rows].map((row) => row.map(safeCell).join(',')).join('\r\n')}\r\n`;
}
