import type { ImportReason } from '../../../domain/feedback-import';
import { accept, refuse, type Result } from '../../../domain/refusal';
import { nextTurn } from '../slices';
import type { DecodedFile, Encoding } from './bytes';
import { readRecords } from './csv';
import { columnsOf, recognise } from './formats';
import type { Hint } from './formats/format';
import { beginsAsJson, readJsonText, tableOfJson } from './json';
import { most } from './limits';

/** One column: `name` is its header, made unique; `label` what the survey's tool says about it, often the question. */
export interface Column {
  name: string;
  label: string;
  /** What the tool itself says of it. */
  hint?: Hint;
}

/** A row’s cells, each read when it is asked for; of no use once another row of the text was opened. */
export interface OpenRow {
  /** So many cells it has. */
  width: number;
  /** One cell; undefined where the row ends before it. */
  at(index: number): string | undefined;
}

/** One row of data and the line of the file on which it begins, counted from 1; in a JSON list its place in it. */
export interface Row {
  line: number;
  /** A new list each time where they are read from the file’s text: ask once. */
  cells: string[];
  /** One of them, where it can be had for less than all. */
  cell?(index: number): string | undefined;
  /** All of them, one by one, where that is less work. */
  open?(): OpenRow;
  /** Why it cannot be read at all. */
  broken?: ImportReason;
  /** Places of columns that this row leaves out, which is another thing than leaving them empty. */
  missing?: number[];
  /** What it is known by where it carries no id. */
  key?: string;
  /** When it came (ISO), where it came by itself: its moment, where it tells none. */
  came?: string;
}

/** A row to be read cell by cell. */
export function openRow(row: Row): OpenRow {
  if (row.open) return row.open();
  const { cells } = row;
  return { width: cells.length, at: (index) => cells[index] };
}

/** One cell of a row; undefined where the row ends before it. */
export const cellOf = (row: Row, index: number): string | undefined =>
  row.cell ? row.cell(index) : row.cells[index];

export interface Table {
  /** The tool that wrote it, `table` where none is recognised. */
  format: string;
  encoding: Encoding;
  delimiter: string;
  columns: Column[];
  rows: Row[];
  /** The time zone that the file itself names. */
  zone: string | null;
  /** The sheet of a workbook that it was read from, and the names of all that a person sees. */
  sheet?: string;
  sheets?: string[];
}

const delimiters = [',', ';', '\t', '|'] as const;
const chunk = 65_536;

/** The number of cells of each record at the beginning of a text, quotes respected. */
function widths(text: string, delimiter: string): number[] {
  const found: number[] = [];
  let [cells, quoted, fresh, blank] = [1, false, true, true];
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (quoted) {
      if (sign === '"') quoted = false;
    } else if (sign === '"' && fresh) {
      [quoted, fresh, blank] = [true, false, false];
    } else if (sign === delimiter) {
      cells++;
      [fresh, blank] = [true, false];
    } else if (sign === '\n' || sign === '\r') {
      if (!blank) found.push(cells);
      [cells, fresh, blank] = [1, true, true];
    } else {
      // A quote that follows a closing one belongs to the text: "" inside quotes.
      fresh = false;
      blank = false;
    }
    if (!quoted && sign === '"') fresh = true;
  }
  if (!blank && text.length < chunk) found.push(cells);
  return found;
}

/** What stands between the cells: the sign that gives most records the same, and the largest, number of cells. */
export async function findDelimiter(text: string): Promise<string | undefined> {
  const named = /^sep=(.)\r?\n/.exec(text)?.[1];
  if (named) return named;
  const start = text.slice(0, chunk);
  let best: { delimiter: string; worth: number } | undefined;
  for (const delimiter of delimiters) {
    await nextTurn();
    const counts = widths(start, delimiter);
    const header = counts[0] ?? 1;
    if (header < 2) continue;
    const alike = counts.filter((count) => count === header).length / counts.length;
    const worth = alike * 100 + Math.min(header, 50) / 10;
    if (!best || worth > best.worth) best = { delimiter, worth };
  }
  return best?.delimiter;
}

/** Whether nothing stands in a row. */
export const isBlank = ({ cells }: Row): boolean => cells.every((cell) => cell.trim() === '');
/** A first line of figures and dates is an answer, not a header. */
const isFigure = (cell: string) => /^[\d\s.,:/+-]+(T[\d:.]+Z?)?$/.test(cell.trim()) && /\d/.test(cell);

/** Reads a decoded file as a table: what separates its cells, its header lines, its rows. Its parts are used up. */
export async function readTable({ parts, encoding }: DecodedFile): Promise<Result<Table>> {
  const start = parts[0] ?? '';
  const begin = start.slice(0, 2_000).trimStart().toLowerCase();
  if (begin.startsWith('<!doctype') || begin.startsWith('<html') || begin.startsWith('<?xml')) {
    return refuse('invalid', 'import-web-page');
  }
  if (beginsAsJson(start)) {
    const lines = await readJsonText(parts.join(''));
    return lines.ok ? await tableOfJson(lines.value, encoding) : lines;
  }
  const delimiter = await findDelimiter(start);
  const named = /^sep=.\r?\n/.exec(start)?.[0] ?? '';
  parts[0] = start.slice(named.length);
  const read = await readRecords(parts, delimiter ?? ',');
  if (read.failed) {
    const { line, code } = read.failed;
    return refuse('invalid', code === 'open-quote' ? 'import-open-quote' : 'import-no-table', {
      values: { line: line + (named ? 1 : 0) },
    });
  }
  const { records } = read;
  if (named) for (const row of records) row.line += 1;
  return tableOf(records, { encoding, delimiter: delimiter ?? ',', tooMany: read.tooMany });
}

/** Records, none of them blank, as a table: its header lines, its rows. */
export function tableOf(
  records: readonly Row[],
  { encoding, delimiter, tooMany = false }: Pick<Table, 'encoding' | 'delimiter'> & { tooMany?: boolean },
): Result<Table> {
  const first = records.slice(0, 3).map(({ cells }) => cells.map((cell) => cell.trim()));
  const header = first[0];
  if (!header) return refuse('invalid', 'import-empty');
  if (header.length > most.columns)
    return refuse('invalid', 'import-too-wide', { values: { most: most.columns } });
  const filled = header.filter((cell) => cell !== '');
  if (filled.filter(isFigure).length * 2 > filled.length) return refuse('invalid', 'import-no-header');
  const { format, headerRows, zone } = recognise(first);
  const columns = columnsOf(first.slice(0, headerRows), headerRows);
  const rows = records.slice(headerRows);
  if (tooMany || rows.length > most.rows) {
    return refuse('invalid', 'import-too-long', { values: { most: most.rows } });
  }
  if (rows.length === 0) return refuse('invalid', 'import-no-rows');
  return accept({ format, encoding, delimiter, columns, rows, zone });
}
