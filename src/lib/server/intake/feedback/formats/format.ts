/** What a column is for; `private` and `machine` columns are never kept. */
export type Role = 'score' | 'comment' | 'at' | 'id' | 'touchpoint' | 'team' | 'private' | 'machine';

/** One tool's export: how to know it, and what is known of its columns. */
export interface FeedbackFormat {
  name: string;
  /** How many lines its header has when the file begins like this; 0 when it is another tool's. Cells are trimmed. */
  headerRows(first: string[][]): number;
  /** Columns whose use is certain, by their header in small letters. */
  roles?: Record<string, Role>;
  /** Where several columns hold a date: which to take, best first (headers in small letters). */
  dates?: string[];
  /** The scale of its score column where the tool has only one. */
  scale?: string;
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
