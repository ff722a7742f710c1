import type { Change, Import, Response, Verbatim } from '../records';
import { accept } from '../refusal';
import { readReason } from '../feedback-import';
import { mayRun } from '../rights';
import { mentions } from '../verbatim';
import { edit, forbidden, invalid, notThere, put, type Decider } from './decision';

/**
 * Parts of an import that can be erased by themselves, as ids beside those of records, so that a backup knows of them: the row
 * that stood on a line, the reasons that quote answers, what it replaced.
 */
const partOf = (id: string, part: number | 'reasons' | 'replaced') => `${id}#${part}`;

/** The import without the parts that are gone; itself where none is. */
export function withoutParts(done: Import, isGone: (part: string) => boolean): Import {
  const rows = new Set(done.rejected.flatMap(({ line }, i) => (isGone(partOf(done.id, line)) ? [i] : [])));
  const reasons = isGone(partOf(done.id, 'reasons'));
  const { replaced, ...rest } = done;
  const kept = replaced && !isGone(partOf(done.id, 'replaced')) ? { replaced } : {};
  if (rows.size === 0 && !reasons && (!replaced || 'replaced' in kept)) return done;
  return {
    ...rest,
    ...kept,
    ignored: reasons
      ? done.ignored.map(({ reason, count }) => ({ reason: readReason(reason).code, count }))
      : done.ignored,
    rejected: done.rejected.map((row, i) =>
      rows.has(i) ? { line: row.line, reason: readReason(row.reason).code } : row,
    ),
    rejectedRows: done.rejectedRows.map((cells, i) => (rows.has(i) ? [] : cells)),
  };
}

/** The lines of an import’s kept rows, and whether the reasons it gives, hold these words. */
export function mentionedIn(done: Import, words: string): { lines: number[]; reasons: boolean } {
  return {
    lines: done.rejected.flatMap(({ line, reason }, i) =>
      mentions(reason, words) || done.rejectedRows[i]?.some((cell) => mentions(cell, words)) ? [line] : [],
    ),
    reasons: done.ignored.some(({ reason }) => mentions(reason, words)),
  };
}

/** What goes from an import: parts of it, and what it keeps for an undo of those who are erased. */
function cleared(done: Import, words: string, erased: ReadonlySet<string>): Change[] {
  const { lines, reasons } = mentionedIn(done, words);
  const parts = [
    ...lines.map((line) => partOf(done.id, line)),
    ...(reasons ? [partOf(done.id, 'reasons')] : []),
  ];
  let next = withoutParts(done, (part) => parts.includes(part));
  const { replaced } = done;
  const responses = replaced?.responses.filter(({ id }) => !erased.has(id)) ?? [];
  const verbatims =
    replaced?.verbatims.filter(({ id, text }) => !erased.has(id) && !mentions(text, words)) ?? [];
  if (
    replaced &&
    responses.length + verbatims.length < replaced.responses.length + replaced.verbatims.length
  ) {
    parts.push(partOf(done.id, 'replaced'));
    next = { ...next, replaced: { responses, verbatims } };
  }
  if (next === done) return [];
  return [edit('import', done, next), ...parts.map((id): Change => ({ erase: 'import', id, forget: true }))];
}

/** An imported answer’s id, from one of its comments that came without a score. */
const answerOf = ({ id, response }: Verbatim) => response ?? id.replace(/-[0-9a-f]{8}$/, '');

/** The mark by which the same file, brought again, does not bring the answer back. */
const mark = (id: string, { team, batch }: Response | Verbatim, now: Date): Change =>
  put('withdrawal', {
    ...{ id, team, at: now.toISOString(), status: 'withdrawn', batch, told: null },
  });

/**
 * A person’s answers and comments go, in the scores too, and stay gone: in backups, and when the same file comes again. What
 * was read from them by people, such as a quote in a thanks, is theirs to take down.
 */
export const erasePerson: Decider<'person:erase'> = (
  { words, ids },
  { responses, verbatims, imports },
  actor,
  now,
) => {
  if (!mayRun(actor)) return forbidden();
  const known = new Set([...responses, ...verbatims].map(({ id }) => id));
  if (ids.some((id) => !known.has(id))) return notThere();
  const erased = new Set([...known]);
  const marks = new Map<string, Change>();
  for (const record of [...responses, ...verbatims]) {
    const id = 'text' in record ? answerOf(record) : record.id;
    if (record.source.startsWith('import:')) marks.set(id, mark(id, record, now));
  }
  const changes: Change[] = [
    ...responses.map(({ id, version }): Change => ({ erase: 'response', id, saw: version, forget: true })),
    ...verbatims.map(({ id, version }): Change => ({ erase: 'verbatim', id, saw: version, forget: true })),
    ...marks.values(),
    ...imports.flatMap((done) => cleared(done, words, erased)),
  ];
  if (changes.length === 0) return invalid({ code: 'person-nothing', path: 'words' });
  return accept({
    changes,
    created: 0,
    updated: Math.max(responses.length, new Set(verbatims.map(answerOf)).size),
  });
};
