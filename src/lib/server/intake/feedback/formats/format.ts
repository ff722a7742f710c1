import type { WordScale } from '../word-scales';

/** What a column is for; `private` and `machine` columns are never kept. */
export type Role = 'score' | 'comment' | 'at' | 'id' | 'touchpoint' | 'team' | 'private' | 'machine';

/** What a tool says of a column beside its name. */
export interface Hint {
  role?: Role;
  /** The scale's name, where the tool leaves no doubt about it. */
  scale?: string;
}

/** One answer as JSON has it; nested objects become columns with dotted names. */
export type JsonRecord = Record<string, unknown>;

/** The answers in a JSON document, and what is known of the columns that they come to. */
export interface JsonAnswers {
  records: JsonRecord[];
  hints?: Record<string, Hint>;
}

/** A scale that goes with a kind of survey. */
export interface KindScale {
  scale: string;
  reversed?: boolean;
}

/** One tool's export or webhook: how to know it, and what is known of its columns. */
export interface FeedbackFormat {
  name: string;
  /** How many lines its header has when a table begins like this; 0 when it is another tool's. Cells are trimmed. */
  headerRows?(first: string[][]): number;
  /** The answers in a JSON document of this tool; undefined when it is another tool's. */
  json?(document: unknown): JsonAnswers | undefined;
  /** Columns whose use is certain, by their header in small letters. */
  roles?: Record<string, Role>;
  /** Columns whose use is certain, by how their header begins, in small letters. */
  beginnings?: Record<string, Role>;
  /** Where several columns hold a date: which to take, best first (headers in small letters). */
  dates?: string[];
  /** The scale of its score column where the tool has only one. */
  scale?: string;
  /** The scale of its score column where the tool says it in words. */
  words?: WordScale;
  /** The column that tells what kind of survey a row is of, and the scales of the kinds that leave no doubt. */
  kind?: { column: string; scales: Record<string, KindScale> };
  /** Where a row says when, or for which time, its sender last changed it: a date or a running number. */
  clock?: string[];
  /** Whether a row takes its answer back, read by header in small letters. */
  takesBack?(cell: (header: string) => string): boolean;
  /** Several rows of one id are news of one answer: the later one stands. */
  news?: boolean;
  /** Why a row is kept out of the scores, read by header in small letters; undefined: it counts. */
  keepsOut?(cell: (header: string) => string): 'unfinished' | 'preview' | 'spam' | undefined;
  /** The time zone that the header names. */
  zone?(first: string[][]): string | null;
}

/** Whether the first header line has all of these, whatever their case. */
export const hasHeaders = (first: string[][], ...names: string[]): boolean => {
  const header = new Set((first[0] ?? []).map((cell) => cell.toLowerCase()));
  return names.every((name) => header.has(name.toLowerCase()));
};

export const says = (cell: string, ...words: string[]): boolean => words.includes(cell.trim().toLowerCase());

/** Whether a value is an object that is no list. */
export const isObject = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list's objects; anything else has none. */
export const objectsIn = (value: unknown): JsonRecord[] =>
  Array.isArray(value) ? value.filter(isObject) : [];
