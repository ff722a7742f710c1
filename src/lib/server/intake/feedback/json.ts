import { accept, refuse, type Result } from '../../../domain/refusal';
import { plainTitle, recognise, recogniseJson } from './formats';
import { isObject, objectsIn, type Hint, type JsonAnswers, type JsonRecord } from './formats/format';
import { takeTurns } from '../slices';
import { most } from './limits';
import type { Column, Row, Table } from './table';

/** How deep objects may lie in one another: more is no answer of anybody's. */
const deepest = 12;

/** A document, or one line of a file that has one on each. `line` counts from 1. */
export interface JsonLine {
  line: number;
  /** Undefined: the line is not JSON. */
  value: unknown;
  /** The line as it stands, where it could not be read. */
  text?: string;
  /** What its answers are known by where they carry no id. */
  key?: string;
  /** When it came (ISO). */
  came?: string;
}

/** Whether a text is JSON, by how it begins. */
export const beginsAsJson = (text: string): boolean =>
  /^\s*(?:\{\s*["}]|\[\s*(?:["{[\]\d-]|true|false|null))/.test(text.slice(0, 2_000));

/** JSON whose long whole numbers, ids mostly, stay exact: beyond 2^53 they are read as text. */
export function parseJson(text: string): unknown {
  const exact = /\d{16}/.test(text)
    ? text.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?:\.\d+)?(?:[eE][+-]?\d+)?/g, (found) =>
        found.startsWith('"') || !/^-?\d+$/.test(found) ? found : `"${found}"`,
      )
    : text;
  return JSON.parse(exact) as unknown;
}

const attempt = (text: string): { value: unknown } | undefined => {
  try {
    return { value: parseJson(text) };
  } catch {
    return undefined;
  }
};

/** The longest document that is read in one go, in characters: a longer one would hold everybody else up. */
const inOneGo = 2_000_000;

/** The elements of a list, read one by one; undefined where it is none that can be read. */
async function readList(text: string): Promise<unknown[] | undefined> {
  const elements: unknown[] = [];
  const pause = takeTurns();
  let at = text.indexOf('[') + 1;
  let [begin, depth, ends] = [at, 0, false];
  for (; at < text.length && !ends; at++) {
    const sign = text[at];
    if (sign === '"') {
      // To the quote that ends it: one that no backslash, or an even number of them, stands before.
      for (let slashes = 1; slashes % 2 === 1;) {
        at = text.indexOf('"', at + 1);
        if (at < 0) return undefined;
        for (slashes = 0; text[at - 1 - slashes] === '\\';) slashes += 1;
      }
    } else if (sign === '{' || sign === '[') depth += 1;
    else if (depth > 0 && (sign === '}' || sign === ']')) depth -= 1;
    else if (depth === 0 && (sign === ',' || sign === ']')) {
      const element = attempt(text.slice(begin, at));
      if (!element) return undefined;
      elements.push(element.value);
      begin = at + 1;
      ends = sign === ']';
      const wait = pause();
      if (wait) await wait;
    }
  }
  return ends && text.slice(at).trim() === '' ? elements : undefined;
}

/** The documents of a text: one for all of it, or one on each line. In slices. */
export async function readJsonText(text: string): Promise<Result<JsonLine[]>> {
  const long = text.length > inOneGo;
  const isList = /^\s*\[/.test(text);
  const whole = long ? undefined : attempt(text);
  if (whole) return accept([{ line: 1, ...whole }]);
  const list = long && isList ? await readList(text) : undefined;
  if (list) return accept([{ line: 1, value: list }]);
  const lines: JsonLine[] = [];
  let broken = 0;
  const pause = takeTurns();
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === '') continue;
    const read = line.length > inOneGo ? undefined : attempt(line);
    if (!read) broken += 1;
    lines.push({ line: index + 1, ...(read ?? { value: undefined, text: line }) });
    const wait = pause();
    if (wait) await wait;
  }
  if (long && !isList && (lines.length < 2 || broken * 2 >= lines.length))
    return refuse('invalid', 'import-json-too-long', { values: { megabytes: inOneGo / 1_000_000 } });
  const first = lines.find(({ value }) => value === undefined);
  // One document that is broken looks like many broken lines.
  if (first && (lines.length < 2 || broken * 2 >= lines.length || !isObject(lines[0]?.value)))
    return refuse('invalid', 'import-json-broken', { values: { line: brokenLine(text) ?? first.line } });
  return accept(lines);
}

/** On which line a document breaks off, as far as the parser says. */
function brokenLine(text: string): number | undefined {
  try {
    JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    return at === undefined ? text.split('\n').length : text.slice(0, Number(at)).split('\n').length;
  }
  return undefined;
}

const titles = ['question', 'title', 'label', 'field', 'name', 'key'];
const values = ['answer', 'value', 'response', 'text', 'score', 'free_response', 'scale'];

/** A value as one cell; undefined where it is more than that. */
function cellOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const cells = value.map((one) => (isObject(one) ? soleText(one) : cellOf(one)));
    return cells.every((cell) => cell !== undefined) ? cells.filter(Boolean).join(', ') : undefined;
  }
  return undefined;
}

/** The text of an object that is a text with something about it: `{ "id": …, "text": … }`. */
function soleText(object: JsonRecord): string | undefined {
  const wordy = ['text', 'label', 'value', 'name'].find(
    (key) => typeof object[key] === 'string' || typeof object[key] === 'number',
  );
  return wordy !== undefined && Object.keys(object).length <= 3 ? String(object[wordy]) : undefined;
}

/** What a question and its answer are, in a list of such; undefined where an object is none. */
function pairOf(object: JsonRecord): { title: string; value: unknown } | undefined {
  const title = titles
    .map((key) => object[key])
    .map((found) => (isObject(found) ? (found.text ?? found.title ?? found.label) : found))
    .find((found) => typeof found === 'string' && found.trim() !== '');
  const key = values.find((name) => name in object && object[name] !== title);
  if (typeof title !== 'string' || key === undefined) return undefined;
  const value = object[key];
  if (!isObject(value)) return { title, value };
  // One of several kinds of answer is filled.
  const filled = Object.values(value).find(
    (one) => one !== null && cellOf(isObject(one) ? soleText(one) : one),
  );
  return { title, value: isObject(filled) ? soleText(filled) : filled };
}

class Deep extends Error {}

/** An object's values by dotted names; lists of questions and answers become columns of their own. */
function flatten(record: JsonRecord): Map<string, string> {
  const cells = new Map<string, string>();
  const put = (name: string, cell: string) => {
    if (!cells.get(name)) cells.set(name, cell);
  };
  const walk = (object: JsonRecord, before: string, depth: number) => {
    if (depth > deepest) throw new Deep();
    for (const [key, value] of Object.entries(object)) {
      const name = before + key;
      const cell = cellOf(value);
      if (cell !== undefined) put(name, cell);
      else if (isObject(value)) walk(value, `${name}.`, depth + 1);
      else {
        const pairs = objectsIn(value).map(pairOf);
        for (const pair of pairs) {
          if (!pair) continue;
          const inside = cellOf(pair.value);
          if (inside !== undefined) put(plainTitle(pair.title), inside);
        }
      }
    }
  };
  walk(record, '', 1);
  return cells;
}

/** The lists of objects directly in an object, but for lists of questions and answers: those belong to one answer. */
const listsIn = (object: JsonRecord): JsonRecord[][] =>
  Object.values(object)
    .filter(Array.isArray)
    .map((list) => objectsIn(list))
    .filter((list) => list.length > 0 && !list.every(pairOf));

/** The answers of a document that no format knows: a list, an object with one list, or one answer. */
function answersIn(document: unknown): JsonAnswers | undefined {
  if (Array.isArray(document)) {
    const objects = objectsIn(document);
    if (objects.length === document.length && objects.length > 0) return { records: objects };
    const plain = document.every((one) => typeof one !== 'object');
    return plain && document.length > 0 ? { records: document.map((value) => ({ value })) } : undefined;
  }
  if (!isObject(document)) return undefined;
  const inside = [document, ...Object.values(document).filter(isObject)];
  for (const object of inside) {
    const lists = listsIn(object);
    // With a score or an id of its own it is one answer, whatever lists it has.
    const own = Object.keys(object).some((key) => /^(score|rating|value|stars|nps|csat|answer)$/i.test(key));
    if (lists.length === 1 && !own) return { records: lists[0] ?? [] };
  }
  return { records: [document] };
}

const listNames =
  /^(reviews|responses|answers|results|items|data|records|ratings|satisfaction_ratings|events|entries|submissions|feedback|values|rows)$/i;

/** Whether a document is a list of answers with none in it. */
const isEmptyList = (document: unknown): boolean =>
  Array.isArray(document)
    ? document.length === 0
    : isObject(document) &&
      Object.entries(document).some(
        ([name, value]) => listNames.test(name) && Array.isArray(value) && value.length === 0,
      );

/** Puts documents together as a table, in slices; columns in the order in which they are met, then those of `also` that are missing. */
export async function tableOfJson(
  lines: readonly JsonLine[],
  encoding: Table['encoding'],
  also: readonly string[] = [],
): Promise<Result<Table>> {
  const pause = takeTurns();
  const good = lines.filter(({ value }) => value !== undefined);
  const [first] = good;
  if (!first) return refuse('invalid', 'import-json-broken', { values: { line: lines[0]?.line ?? 1 } });
  const format = good.map(({ value }) => recogniseJson(value)).find(Boolean) ?? null;
  const columns = new Map<string, number>();
  const hints: Record<string, Hint> = {};
  const rows: Row[] = [];
  let other = 0;
  for (const { line, value, text, key, came } of lines) {
    if (value === undefined) {
      rows.push({ line, cells: [text ?? ''], broken: { code: 'not-json' } });
      continue;
    }
    if (!format && isEmptyList(value)) continue;
    const found = format?.json ? format.json(value) : answersIn(value);
    if (!found) {
      other += 1;
      rows.push({ line, cells: [''], broken: { code: 'another-format' } });
      continue;
    }
    Object.assign(hints, found.hints);
    for (const [index, record] of found.records.entries()) {
      let flat: Map<string, string>;
      try {
        flat = flatten(record);
      } catch (error) {
        if (error instanceof Deep)
          return refuse('invalid', 'import-json-deep', { values: { most: deepest } });
        throw error;
      }
      const cells: string[] = [];
      for (const [name, cell] of flat) {
        let at = columns.get(name);
        if (at === undefined) columns.set(name, (at = columns.size));
        cells[at] = cell;
      }
      if (columns.size > most.columns)
        return refuse('invalid', 'import-too-wide', { values: { most: most.columns } });
      rows.push({
        line: good.length > 1 || key !== undefined ? line : index + 1,
        cells,
        ...(key === undefined ? {} : { key: found.records.length > 1 ? `${key}#${index + 1}` : key }),
        ...(came === undefined ? {} : { came }),
      });
      const wait = pause();
      if (wait) await wait;
      if (rows.length > most.rows)
        return refuse('invalid', 'import-too-long', { values: { most: most.rows } });
    }
  }
  if (columns.size === 0) {
    if (format?.name === 'surveymonkey-webhook') return refuse('invalid', 'import-only-a-ping');
    const empty = format !== null || good.every(({ value }) => isEmptyList(value));
    return refuse('invalid', empty ? 'import-no-rows' : 'import-json-no-answers');
  }
  if (other > 0 && other === good.length) return refuse('invalid', 'import-json-no-answers');
  const named: Column[] = [...columns.keys()].map((name) => ({
    name,
    label: '',
    ...(hints[name] ? { hint: hints[name] } : {}),
  }));
  // What a tool leaves out of one event it may tell in the next.
  for (const [name, role] of Object.entries(format?.roles ?? {}))
    if (/^(score|comment)$/.test(role) && !named.some((column) => column.name.toLowerCase() === name))
      named.push({ name, label: '' });
  for (const name of also) if (!columns.has(name)) named.push({ name, label: '' });
  const header = named.map(({ name }) => name);
  for (const row of rows) {
    // A cell that is missing is another thing than one that is empty: an event may leave out what did not change.
    if (row.broken) continue;
    const missing = header.flatMap((_, i) => (i in row.cells ? [] : [i]));
    if (missing.length > 0) row.missing = missing;
    row.cells = header.map((_, i) => row.cells[i] ?? '');
    const wait = pause();
    if (wait) await wait;
  }
  const byHeader = recognise([header]);
  return accept({
    format: format?.name ?? (byHeader.headerRows === 1 ? byHeader.format : 'table'),
    encoding,
    delimiter: 'json',
    columns: named,
    rows,
    zone: null,
  });
}
