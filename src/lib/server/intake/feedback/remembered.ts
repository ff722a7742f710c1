import { createHash } from 'node:crypto';
import type { ImportSource } from '../../../domain/records';
import { columnMeant, readAnswers, type Answers } from './mapping';
import type { Table } from './table';

/** A short mark for texts, the same for the same ones. */
export const digest = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 24);

/** What a file of this kind looks like: its tool and its headers. */
export const fingerprintOf = (table: Table): string =>
  digest(
    table.format,
    // A tool's JSON leaves out what is empty; which columns there are says nothing about what it is.
    ...(table.delimiter === 'json' && table.format !== 'table' ? [] : headersOf(table)),
  );

const headersOf = (table: Table): string[] => {
  const headers = table.columns.map(({ name, label }) => `${name.toLowerCase()}\u001e${label.toLowerCase()}`);
  return table.delimiter === 'json' ? headers.sort() : headers;
};

/** What was remembered, under what is said now; an answer about another column takes what hung on the old one with it. */
export function merge(remembered: Answers, said: Answers): Answers {
  const kept = { ...remembered };
  if (said.score !== undefined && said.score !== remembered.score) {
    delete kept.scale;
    delete kept.words;
    delete kept.reversed;
  }
  if (said.scale !== undefined && said.scale !== remembered.scale) {
    delete kept.words;
    delete kept.reversed;
  }
  if (said.at !== undefined && said.at !== remembered.at) delete kept.order;
  if (said.day && said.at === undefined) delete kept.at;
  return { ...kept, ...said };
}

/** A remembered mapping, as far as this table has its columns. */
export function recall(source: Pick<ImportSource, 'mapping'> | undefined, table: Table): Answers {
  if (!source || typeof source.mapping !== 'object' || source.mapping === null) return {};
  const stored = { ...source.mapping } as Record<string, unknown>;
  // A day is one file's own, and so is the name of a sheet.
  if (typeof stored.day === 'string') delete stored.at;
  delete stored.day;
  delete stored.sheet;
  if (Array.isArray(stored.keep))
    stored.keep = stored.keep.filter((name) => typeof name === 'string' && columnMeant(table.columns, name));
  for (const key of ['score', 'at', 'id', 'touchpoint', 'team']) {
    const header = stored[key];
    if (typeof header === 'string' && !columnMeant(table.columns, header)) delete stored[key];
  }
  if (Array.isArray(stored.comment)) {
    stored.comment = stored.comment.filter(
      (header) => typeof header === 'string' && columnMeant(table.columns, header),
    );
  }
  // A file that happened to hold no comments says nothing about the next one.
  if (Array.isArray(stored.comment) && stored.comment.length === 0) delete stored.comment;
  const read = readAnswers(stored, table.columns);
  return read.ok ? read.value : {};
}
