import { SaxesParser } from 'saxes';
import { accept, refuse, type Result } from '../../../domain/refusal';
import { most } from './limits';
import { takeTurns } from '../slices';
import type { Row } from './table';
import { openPack, PackRefusal, type Pack } from './zip';

// What a workbook (ECMA-376, part 1, SpreadsheetML) says in its first sheet that holds a table. Formulas count as what they
// came to when it was saved.

/** The most text that one workbook may hold, in characters. */
const mostText = 60_000_000;

type Attributes = Record<string, string>;

/** What is done at the beginnings, ends and texts of a part's elements; names without their prefix. */
interface Reading {
  begin?(name: string, attributes: Attributes): void;
  end?(name: string): void;
  text?(text: string): void;
  /** True: the rest of the part is of no interest. */
  enough?(): boolean;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

async function readPart(pack: Pack, name: string, reading: Reading): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let broken = false;
  parser.on('error', () => (broken = true));
  parser.on('opentag', ({ name: tag, attributes }) => reading.begin?.(local(tag), attributes as Attributes));
  parser.on('closetag', ({ name: tag }) => reading.end?.(local(tag)));
  parser.on('text', (text) => reading.text?.(text));
  parser.on('cdata', (text) => reading.text?.(text));
  const decoder = new TextDecoder('utf-8');
  const stream = await pack.open(name);
  const turn = takeTurns();
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      parser.write(decoder.decode(chunk, { stream: true }));
      if (broken) throw new PackRefusal('import-broken-workbook');
      if (reading.enough?.()) return;
      await turn();
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    throw error instanceof PackRefusal ? error : new PackRefusal('import-broken-workbook');
  } finally {
    stream.destroy();
  }
  if (broken) throw new PackRefusal('import-broken-workbook');
}

/** `_x000D_` and the like stand for characters that XML cannot hold. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

interface Sheet {
  name: string;
  path: string;
  hidden: boolean;
}

interface Book {
  sheets: Sheet[];
  /** Days count from 1904, as on old Macs. */
  from1904: boolean;
}

const resolveTarget = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;

async function readBook(pack: Pack): Promise<Book> {
  const targets = new Map<string, string>();
  await readPart(pack, 'xl/_rels/workbook.xml.rels', {
    begin: (name, { Id, Target }) => {
      if (name === 'Relationship' && Id && Target) targets.set(Id, resolveTarget(Target));
    },
  });
  const book: Book = { sheets: [], from1904: false };
  await readPart(pack, 'xl/workbook.xml', {
    begin: (name, attributes) => {
      if (name === 'workbookPr') book.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const link = Object.entries(attributes).find(([key]) => key !== 'id' && local(key) === 'id')?.[1];
      const path = targets.get(link ?? '');
      if (path && pack.has(path))
        book.sheets.push({
          path,
          name: attributes.name ?? '',
          hidden: Boolean(attributes.state) && attributes.state !== 'visible',
        });
    },
  });
  return book;
}

/** Number formats of Excel's own that show a date or a time (ECMA-376, 18.8.30). */
const isDateFormat = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format code shows a date: a letter of one outside quotes, brackets and escapes. */
const showsDate = (code: string): boolean =>
  /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|general/gi, ''));

/** For each cell style whether it shows dates. */
async function readStyles(pack: Pack): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCells = false;
  if (!pack.has('xl/styles.xml')) return styles;
  await readPart(pack, 'xl/styles.xml', {
    begin: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt') own.set(Number(numFmtId), showsDate(formatCode ?? ''));
      if (name === 'xf' && inCells) styles.push(own.get(Number(numFmtId)) ?? isDateFormat(Number(numFmtId)));
    },
    end: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

async function readTexts(pack: Pack): Promise<string[]> {
  const texts: string[] = [];
  if (!pack.has('xl/sharedStrings.xml')) return texts;
  let [text, size, inText, spoken] = ['', 0, false, 0];
  await readPart(pack, 'xl/sharedStrings.xml', {
    begin: (name) => {
      if (name === 'si') text = '';
      // How a word is spoken stands beside it in Japanese.
      if (name === 'rPh') spoken += 1;
      inText = name === 't' && spoken === 0;
    },
    text: (part) => {
      if (!inText) return;
      text += part;
      size += part.length;
      if (size > mostText) throw new PackRefusal('import-unpacks-too-big');
    },
    end: (name) => {
      inText = false;
      if (name === 'rPh') spoken -= 1;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

const two = (value: number) => String(value).padStart(2, '0');

/** A day number as the local date and time that it shows; undefined where it is none. */
function dateOf(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 0) || serial > 2_958_466) return undefined;
  // 1900 counts a 29 February that never was: before it the days lie one off.
  const days = from1904 ? serial + 1_462 : serial < 60 ? serial + 1 : serial;
  const seconds = Math.round((days - 25_569) * 86_400);
  const date = new Date(seconds * 1000);
  if (serial < 1)
    return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** A number as it would be written by hand; whole ones stay as they stand, so that long ids keep every digit. */
const numberOf = (text: string): string =>
  /^-?\d+$/.test(text) || !Number.isFinite(Number(text))
    ? text
    : String(Number(Number(text).toPrecision(15)));

const columnOf = (reference: string): number => {
  let column = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
};

async function readSheet(
  pack: Pack,
  path: string,
  { texts, styles, from1904 }: { texts: string[]; styles: boolean[]; from1904: boolean },
): Promise<Result<Row[]>> {
  const rows: Row[] = [];
  let row: Row | undefined;
  let size = 0;
  let wide = false;
  let cell = { column: 0, type: '', style: 0, value: '', inside: false };
  let inText = false;
  const shown = (): string => {
    const { type, value, style } = cell;
    if (type === 's') return texts[Number(value)] ?? '';
    if (type === 'inlineStr' || type === 'str') return unescaped(value);
    if (type === 'b') return value === '1' ? 'true' : value === '' ? '' : 'false';
    if (type === 'e') return '';
    if (type === 'd') return value.replace('T', ' ').replace(/\.\d+$/, '');
    if (value === '') return '';
    return (styles[style] ? dateOf(Number(value), from1904) : undefined) ?? numberOf(value);
  };
  await readPart(pack, path, {
    begin: (name, attributes) => {
      if (name === 'row') {
        row = { line: Number(attributes.r) || (rows.at(-1)?.line ?? 0) + 1, cells: [] };
        cell.column = -1;
      } else if (name === 'c') {
        const column = attributes.r ? columnOf(attributes.r) : cell.column + 1;
        cell = {
          column,
          type: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: '',
          inside: true,
        };
      } else inText = cell.inside && (name === 'v' || name === 't');
    },
    text: (text) => {
      if (!inText) return;
      cell.value += text;
    },
    end: (name) => {
      inText = false;
      if (name === 'c') {
        const value = shown();
        size += value.length + 8;
        if (size > mostText) throw new PackRefusal('import-unpacks-too-big');
        if (cell.column >= most.columns) wide ||= value !== '';
        else if (row && cell.column >= 0 && value !== '') row.cells[cell.column] = value;
        cell.inside = false;
      } else if (name === 'row' && row) {
        if (row.cells.length > 0) rows.push({ ...row, cells: Array.from(row.cells, (value) => value ?? '') });
        row = undefined;
      }
    },
    enough: () => rows.length > most.rows + 3 || wide,
  });
  if (wide) return refuse('invalid', 'import-too-wide', { values: { most: most.columns } });
  return accept(rows);
}

/** What is read of a workbook: one sheet's rows, its name, and the names of all that a person sees. */
export interface Workbook {
  rows: Row[];
  sheet: string;
  sheets: string[];
}

/** The rows of `wanted`, else of the first visible sheet that has a header and something below it. */
export async function readWorkbook(
  bytes: Uint8Array,
  wanted: string | null = null,
): Promise<Result<Workbook>> {
  let pack: Pack | undefined;
  try {
    pack = await openPack(bytes);
    if (!pack.has('xl/workbook.xml')) return refuse('invalid', 'import-no-workbook');
    const book = await readBook(pack);
    const visible = book.sheets.filter(({ hidden }) => !hidden);
    const sheets = visible.map(({ name }) => name);
    const able = wanted === null ? visible : visible.filter(({ name }) => name === wanted);
    if (wanted !== null && able.length === 0)
      return refuse('invalid', 'import-no-sheet', {
        values: { sheet: wanted.slice(0, 60), sheets: sheets.join(', ') },
      });
    const [texts, styles] = [await readTexts(pack), await readStyles(pack)];
    let first: Workbook = { rows: [], sheet: able[0]?.name ?? '', sheets };
    for (const { path, name } of able) {
      const read = await readSheet(pack, path, { texts, styles, from1904: book.from1904 });
      if (!read.ok) return read;
      const found = { rows: read.value, sheet: name, sheets };
      if (read.value.length > 1) return accept(found);
      if (first.rows.length === 0) first = found;
    }
    return accept(first);
  } catch (error) {
    if (error instanceof PackRefusal) return refuse('invalid', error.code, { values: { megabytes: 256 } });
    throw error;
  } finally {
    pack?.close();
  }
}
