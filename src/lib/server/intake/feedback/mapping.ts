import * as v from 'valibot';
import { isTimeZone } from '../../../domain/calendar';
import { accept, refuse, type Fault, type Result } from '../../../domain/refusal';
import { namesStaff } from './columns';
import { readDate, type DateOrder } from './dates';
import { readScale } from './scale';
import type { Column } from './table';

/** How a file's columns are read; columns by their header. This is what a source remembers. */
export interface Mapping {
  /** Null: the file has no score, its comments are taken alone. */
  score: string | null;
  /** The scale's name (`0-10`, `1-5`, `stars`, `1-10:8`, …) or `words`; null without a score. */
  scale: string | null;
  reversed: boolean;
  /** What words are worth that no known scale has; null: the answer says nothing. */
  words: Record<string, number | null> | null;
  comment: string[];
  /** Null: the file has no date, its answers are of the day it is imported. */
  at: string | null;
  order: DateOrder | null;
  /** The zone of times that name none; null: the team's. */
  zone: string | null;
  id: string | null;
  touchpoint: string | null;
  team: string | null;
  /** The day (local date) that all answers of a file without dates are from; null: the day of the import. */
  day: string | null;
  /** Personal columns that are used all the same, because somebody named them. */
  keep: string[];
  /** The sheet of a workbook; null: its first with a table, or no workbook. */
  sheet: string | null;
  /** The kind of survey whose rows are taken, where a file has several; null: it has no kinds. */
  kind: string | null;
}

/** What somebody has said about a file so far: only what is there is decided. */
export type Answers = Partial<Mapping>;

const column = v.nullable(v.pipe(v.string(), v.maxLength(2_000)));
const orders: Record<string, DateOrder> = {
  'day-first': 'day-first',
  'd/m': 'day-first',
  dmy: 'day-first',
  'month-first': 'month-first',
  'm/d': 'month-first',
  mdy: 'month-first',
};

const schema = v.strictObject({
  score: v.optional(column),
  scale: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(40)))),
  reversed: v.optional(v.boolean()),
  words: v.optional(v.nullable(v.record(v.string(), v.nullable(v.pipe(v.number(), v.integer()))))),
  comment: v.optional(v.union([v.array(v.string()), v.string(), v.null()])),
  at: v.optional(column),
  order: v.optional(v.nullable(v.picklist(Object.keys(orders)))),
  zone: v.optional(v.nullable(v.string())),
  id: v.optional(column),
  touchpoint: v.optional(column),
  team: v.optional(column),
  kind: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100)))),
  day: v.optional(v.nullable(v.string())),
  keep: v.optional(v.array(v.string())),
  sheet: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100)))),
});

/** Whether a text is a local date, `YYYY-MM-DD`. */
const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && readDate(text) !== undefined;

/** The column that an answer means: by its name, or by the question above it. */
export function columnMeant(columns: readonly Column[], header: string): Column | undefined {
  const wanted = header.trim().toLowerCase();
  return (
    columns.find((column) => column.name === header.trim()) ??
    columns.find((column) => column.name.toLowerCase() === wanted) ??
    columns.find((column) => column.label.toLowerCase() === wanted)
  );
}

/** Checks what a stranger sent as a mapping against the file's columns; headers become the columns' names. */
export function readAnswers(input: unknown, columns: readonly Column[]): Result<Answers> {
  const checked = v.safeParse(schema, input);
  if (!checked.success) {
    const faults: Fault[] = checked.issues.map((issue) => ({
      code: 'import-mapping',
      path: `mapping.${v.getDotPath(issue) ?? ''}`.replace(/\.$/, ''),
    }));
    return refuse('invalid', 'import-mapping', { faults });
  }
  const faults: Fault[] = [];
  const named = (header: string | null | undefined, path: string): string | null | undefined => {
    if (header === null || header === undefined) return header;
    const found = columnMeant(columns, header);
    if (!found)
      faults.push({
        code: 'import-no-column',
        path: `mapping.${path}`,
        values: { column: header.slice(0, 100) },
      });
    // Whoever serves is no touchpoint and no comment: a team at most.
    else if (path !== 'team' && namesStaff(found))
      faults.push({
        code: 'import-staff-column',
        path: `mapping.${path}`,
        values: { column: header.slice(0, 100) },
      });
    return found?.name;
  };
  const { order, comment, keep, ...rest } = checked.output;
  const answers: Answers = {};
  for (const path of ['score', 'at', 'id', 'touchpoint', 'team'] as const) {
    const name = named(rest[path], path);
    if (name !== undefined) answers[path] = name;
  }
  if (comment !== undefined) {
    const list = comment === null ? [] : Array.isArray(comment) ? comment : [comment];
    answers.comment = [...new Set(list.flatMap((header) => named(header, 'comment') ?? []))];
  }
  if (keep !== undefined) answers.keep = [...new Set(keep.flatMap((header) => named(header, 'keep') ?? []))];
  if (rest.day !== undefined) {
    if (rest.day !== null && !isDate(rest.day))
      faults.push({ code: 'import-no-day', path: 'mapping.day', values: { day: rest.day.slice(0, 60) } });
    else answers.day = rest.day;
  }
  if (rest.sheet !== undefined) answers.sheet = rest.sheet;
  if (rest.scale !== undefined) {
    if (rest.scale !== null && rest.scale !== 'words' && !readScale(rest.scale)) {
      faults.push({ code: 'import-no-scale', path: 'mapping.scale', values: { scale: rest.scale } });
    } else answers.scale = rest.scale;
  }
  if (rest.zone !== undefined) {
    if (rest.zone !== null && !isTimeZone(rest.zone)) {
      faults.push({ code: 'import-no-zone', path: 'mapping.zone', values: { zone: rest.zone.slice(0, 60) } });
    } else answers.zone = rest.zone;
  }
  if (order !== undefined) answers.order = order === null ? null : (orders[order] ?? null);
  if (rest.reversed !== undefined) answers.reversed = rest.reversed;
  if (rest.words !== undefined) answers.words = rest.words;
  if (rest.kind !== undefined) answers.kind = rest.kind;
  return faults.length > 0 ? refuse('invalid', 'import-mapping', { faults }) : accept(answers);
}
