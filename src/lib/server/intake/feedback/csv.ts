import { most } from './limits';
import { takeTurns } from '../slices';
import type { OpenRow, Row } from './table';

/** The records of a text. Those that are blank are left out. */
export interface Records {
  records: Row[];
  /** There are more of them than a table may have. */
  tooMany: boolean;
  /** The line on which the record that could not be read begins, and what is wrong with it. */
  failed: { line: number; code: 'open-quote' | 'too-large' } | undefined;
}

/** The longest record, in characters: no answer of anybody's is as long. */
const longest = 4_000_000;

const [quote, feed, turn] = [34, 10, 13];

/** How many line ends a stretch of text holds: `\r\n`, `\n` or `\r`, mixed as they may be. */
function linesIn(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++) {
    const sign = text.charCodeAt(at);
    if (sign === feed || (sign === turn && text.charCodeAt(at + 1) !== feed)) lines++;
  }
  return lines;
}

/** Goes through a text cell by cell. */
class Scanner {
  /** The cell’s text, without its quotes: from `from` to `to`, then what follows its closing quote up to `at`. */
  from = 0;
  to = 0;
  quoted = false;
  /** There are doubled quotes in it. */
  doubled = false;
  /** Its closing quote is missing. */
  open = false;

  constructor(
    readonly text: string,
    readonly between: number,
    /** Where the next cell begins, or its record ends. */
    public at: number,
  ) {}

  /** Goes to the next cell; true where another one follows it in its record. */
  next(): boolean {
    const { text, between } = this;
    this.quoted = text.charCodeAt(this.at) === quote;
    this.doubled = false;
    let end = this.at;
    if (this.quoted) {
      this.from = this.at + 1;
      let close = this.at;
      for (;;) {
        close = text.indexOf('"', close + 1);
        if (close < 0 || text.charCodeAt(close + 1) !== quote) break;
        this.doubled = true;
        close += 1;
      }
      this.open = close < 0;
      this.to = close < 0 ? text.length : close;
      end = close < 0 ? text.length : close + 1;
    } else this.from = end;
    for (; end < text.length; end++) {
      const sign = text.charCodeAt(end);
      if (sign === between || sign === feed || sign === turn) break;
    }
    if (!this.quoted) this.to = end;
    const more = text.charCodeAt(end) === between;
    this.at = more ? end + 1 : end;
    return more;
  }

  /** What the cell that begins there says. */
  read(begin: number): string {
    this.at = begin;
    return this.cell(this.next());
  }

  /** What the cell says; `more` as `next` told it. */
  cell(more: boolean): string {
    const { text, to } = this;
    const plain = text.slice(this.from, to);
    if (!this.quoted) return plain;
    const cell = this.doubled ? plain.replaceAll('""', '"') : plain;
    const end = more ? this.at - 1 : this.at;
    return end > to + 1 ? `"${cell}${text.slice(to, end)}` : cell;
  }
}

/** Where the cells of the row that was opened last begin. */
const begins: number[] = [];

/** One row of a text, whose cells are read when somebody asks for them: a large file is in memory once. */
class TextRow implements Row {
  #cells: string[] | undefined;

  constructor(
    private readonly text: string,
    private readonly between: number,
    private readonly begin: number,
    public line: number,
  ) {}

  get cells(): string[] {
    if (this.#cells) return this.#cells;
    const row = this.open();
    return Array.from({ length: row.width }, (_, i) => row.at(i) ?? '');
  }

  set cells(cells: string[]) {
    this.#cells = cells;
  }

  cell(index: number): string | undefined {
    if (this.#cells) return this.#cells[index];
    const scanner = new Scanner(this.text, this.between, this.begin);
    for (let i = 0; ; i++) {
      const more = scanner.next();
      if (i === index) return scanner.cell(more);
      if (!more) return undefined;
    }
  }

  open(): OpenRow {
    const kept = this.#cells;
    if (kept) return { width: kept.length, at: (index) => kept[index] };
    const scanner = new Scanner(this.text, this.between, this.begin);
    let width = 0;
    for (let more = true; more; width += 1) {
      begins[width] = scanner.at;
      more = scanner.next();
    }
    return { width, at: (index) => (index < width ? scanner.read(begins[index] ?? 0) : undefined) };
  }
}

/**
 * Reads comma-separated values as RFC 4180 has them, in slices: cells in quotes, quotes in them doubled, line ends of any kind,
 * also mixed. What people's files have besides: records of different lengths; a quote in the midst of a cell is a quote; a cell
 * whose closing quote is followed by more stands as it is written, its quotes with it.
 *
 * The text comes in parts, wherever they are cut; the list is emptied, so that what was read is in memory once.
 */
export async function readRecords(parts: string[], delimiter: string): Promise<Records> {
  const between = delimiter.charCodeAt(0);
  const found: Records = { records: [], tooMany: false, failed: undefined };
  const pause = takeTurns();
  let [line, rest] = [1, ''];
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    const text = rest + part;
    const whole = parts.length === 0;
    const scanner = new Scanner(text, between, 0);
    rest = '';
    while (scanner.at < text.length) {
      const begin = scanner.at;
      let [blank, more, lines] = [true, true, 0];
      while (more) {
        more = scanner.next();
        if (blank) blank = scanner.cell(more).trim() === '';
        if (scanner.quoted) lines += linesIn(text, scanner.from, scanner.to);
      }
      const { at } = scanner;
      const tooLarge = at - begin > longest;
      // It, or its line end, may go on in the next part.
      if (!whole && !tooLarge && at >= text.length - 1) {
        rest = text.slice(begin);
        break;
      }
      if (scanner.open || tooLarge) {
        found.failed = { line, code: tooLarge ? 'too-large' : 'open-quote' };
        return found;
      }
      if (!blank) found.records.push(new TextRow(text, between, begin, line));
      if (found.records.length > most.rows + 3) {
        found.tooMany = true;
        return found;
      }
      scanner.at += text.charCodeAt(at) === turn && text.charCodeAt(at + 1) === feed ? 2 : 1;
      line += 1 + lines;
      const wait = pause();
      if (wait) await wait;
    }
  }
  return found;
}
