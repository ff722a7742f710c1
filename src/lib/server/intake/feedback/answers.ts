import { createHash } from 'node:crypto';
import type { ImportedAnswer, ImportReason } from '../../../domain/feedback-import';
import { cleanText, maskPersonal } from '../../../domain/verbatim';
import { roleByHeader } from './columns';
import { placeDate, readDate } from './dates';
import { formatNamed } from './formats';
import type { Mapping } from './mapping';
import type { ScoreReader } from './scale';
import { takeTurns } from './slices';
import type { Row, Table } from './table';

/** A team as the reader needs it: whose rows it gets and in which zone its times are. */
export interface TeamOfRow {
  id: string;
  timeZone: string;
}

export interface RejectedRow {
  line: number;
  reason: ImportReason;
  cells: string[];
}

export interface ReadAnswers {
  answers: ImportedAnswer[];
  ignored: Map<string, number>;
  rejected: RejectedRow[];
  /** Local dates of the oldest and newest moment taken, as ISO moments. */
  from: string | null;
  to: string | null;
}

/** The longest comment that is kept, in characters. */
export const longestComment = 2_000;

const digest = (...parts: string[]) =>
  createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 32);

/** A customer's words as a survey tool exports them, without its tags, tabs and guards against formulas. */
export function ownWordsOf(cell: string): string {
  return cell
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .replace(/<(?:br|\/p|\/div)\s*\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(
      /&(amp|lt|gt|quot|#39|nbsp);/gi,
      (_, name: string) =>
        ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' })[name.toLowerCase()] ?? ' ',
    )
    .trim();
}

const isEmptyComment = (text: string) => /^(n\/?a|none|nil|null|nan|-+|\.+|)$/i.test(text);

/** What the reader is told: how to read, whose rows they are, when it is. */
export interface Reading {
  table: Table;
  mapping: Mapping;
  reader: ScoreReader | undefined;
  /** Part of every id, so that the same file of the same source updates. */
  source: string;
  /** The team of a row: all rows' team, or by what the team column says; a reason where there is none. */
  teamOf: (name: string) => TeamOfRow | ImportReason;
  now: Date;
}

/** Reads every row of a table, in slices; rows that cannot be read are set aside with their line and the reason. */
export async function readAnswersOf({
  table,
  mapping,
  reader,
  source,
  teamOf,
  now,
}: Reading): Promise<ReadAnswers> {
  const at = (name: string | null) =>
    name === null ? -1 : table.columns.findIndex((column) => column.name === name);
  const columns = {
    score: at(mapping.score),
    at: at(mapping.at),
    id: at(mapping.id),
    touchpoint: at(mapping.touchpoint),
    team: at(mapping.team),
  };
  const comments = mapping.comment.map(at);
  const kept = table.columns.flatMap((column, i) => {
    const role = roleByHeader(column, table.format, table.columns);
    return role === 'private' || role === 'machine' ? [] : [i];
  });
  const format = formatNamed(table.format);
  const byHeader = new Map(table.columns.map(({ name }, i) => [name.toLowerCase(), i]));
  const found: ReadAnswers = { answers: [], ignored: new Map(), rejected: [], from: null, to: null };
  const ignore = (reason: string) => found.ignored.set(reason, (found.ignored.get(reason) ?? 0) + 1);
  const firstLine = new Map<string, number>();
  const alike = new Map<string, number>();
  const latest = now.getTime() + 5 * 60_000;
  const turn = takeTurns();

  const readRow = (row: Row): ImportReason | undefined => {
    const cell = (i: number) => (i < 0 ? '' : (row.cells[i] ?? ''));
    if (
      row.cells.length > table.columns.length &&
      row.cells.slice(table.columns.length).some((extra) => extra.trim() !== '')
    ) {
      return { code: 'too-many-cells', values: { cells: row.cells.length, columns: table.columns.length } };
    }
    const out = format.keepsOut?.((header) => cell(byHeader.get(header) ?? -1));
    if (out) {
      ignore(out);
      return undefined;
    }
    const team = teamOf(cell(columns.team).trim());
    if ('code' in team) return team;

    let moment: Date | null = null;
    if (columns.at >= 0) {
      const written = cell(columns.at).trim();
      const read = readDate(written);
      moment = (read && placeDate(read, mapping.order, mapping.zone ?? team.timeZone, team.timeZone)) ?? null;
      if (!moment || Number.isNaN(moment.getTime())) {
        if (row.cells.every((other, i) => i === columns.at || other.trim() === ''))
          return { code: 'nothing-else', values: { cell: written.slice(0, 60) } };
        return written === ''
          ? { code: 'no-date' }
          : { code: 'not-a-date', values: { cell: written.slice(0, 60) } };
      }
      if (moment.getTime() > latest) return { code: 'ahead', values: { cell: written.slice(0, 60) } };
    }

    const written = cell(columns.score).trim();
    const value = reader ? reader.read(written) : null;
    if (value === undefined) return { code: 'not-on-scale', values: { cell: written.slice(0, 60) } };
    const words = comments.flatMap((i) => {
      const { text, masked } = maskPersonal(cleanText(ownWordsOf(cell(i)), longestComment));
      return isEmptyComment(text) ? [] : [{ column: table.columns[i]?.name ?? '', text, masked }];
    });

    let own = cell(columns.id).trim();
    if (own !== '') {
      const before = firstLine.get(`${team.id}\u001f${own}`);
      if (before !== undefined) return { code: 'id-twice', values: { line: before } };
      firstLine.set(`${team.id}\u001f${own}`, row.line);
    } else {
      const same = digest('row', ...kept.map((i) => cell(i).trim().normalize('NFC')));
      const times = (alike.get(same) ?? 0) + 1;
      alike.set(same, times);
      own = `${same}\u001f${times}`;
    }
    if (value === null && reader) ignore(written === '' ? 'no-score' : `no-opinion:${written.slice(0, 60)}`);
    if (value === null && words.length === 0) {
      if (!reader) ignore('no-comment');
      return undefined;
    }
    const id = `import-${digest(team.id, source, own)}`;
    const iso = moment?.toISOString() ?? null;
    if (iso && (!found.from || iso < found.from)) found.from = iso;
    if (iso && (!found.to || iso > found.to)) found.to = iso;
    found.answers.push({
      id,
      team: team.id,
      value,
      at: iso,
      touchpoint: cleanText(ownWordsOf(cell(columns.touchpoint)), 60) || null,
      comments: words.map(({ column, text, masked }) => ({
        id: `${id}-${digest(column).slice(0, 8)}`,
        text,
        masked,
      })),
    });
    return undefined;
  };

  for (const row of table.rows) {
    const reason = readRow(row);
    if (reason) found.rejected.push({ line: row.line, reason, cells: row.cells });
    await turn();
  }
  return found;
}
