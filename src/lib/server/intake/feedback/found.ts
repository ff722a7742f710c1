import { localDay, localTime } from '../../../domain/calendar';
import { namesStaff, type ColumnLook } from './columns';
import { readDate } from './dates';
import type { Mapping } from './mapping';
import type { Proposal } from './proposal';
import { cellOf, type Row, type Table } from './table';

/** What was found in a file, for the person who brought it. Private columns are not in it. */
export interface Found {
  format: string;
  encoding: string;
  rows: number;
  columns: {
    name: string;
    label: string;
    examples: string[];
    use: 'kept' | 'private' | 'machine';
    /** It names those who serve. */
    staff?: true;
  }[];
  /** The first rows, only of the columns that are used. */
  sample: { header: string[]; rows: string[][] };
  mapping: Mapping;
  /** Columns to choose from. */
  scores: string[];
  comments: string[];
  /** Columns that may name teams, with how many different names they have. */
  teams: { name: string; count: number; examples: string[] }[];
  /** Scales to choose from; none where the answers are words. */
  scales: string[];
  /** The answers of the score column, where they are words. */
  words: string[];
  /** The zone that times without one are read in; null: each team's own. */
  zone: string | null;
  /** The sheets of a workbook that may be read instead; `sheet` of the mapping is the one that is. */
  sheets: string[];
  /** A file like this came before. */
  remembered: boolean;
}

/** A moment that is a mere number, or in another zone, as the team's clock shows it. */
function momentWords(cell: string, zone: string): string {
  const read = readDate(cell);
  if (read?.kind !== 'exact') return cell;
  const at = new Date(read.ms);
  return `${localDay(at, zone)} ${localTime(at, zone)}`;
}

/** So many rows are shown as they will be. */
const firstRows = 3;

/** Describes a table and how it would be read. */
export function describe(
  table: Table,
  looks: readonly ColumnLook[],
  proposal: Proposal,
  { remembered, zone }: { remembered: boolean; zone: string | null },
): Found {
  const { mapping } = proposal;
  const used = [mapping.at, mapping.score, ...mapping.comment, mapping.touchpoint, mapping.team].filter(
    (name) => name !== null,
  );
  const shown = looks.filter((look) => used.includes(look.name)).slice(0, 6);
  // Rows with words tell a person more than rows with none.
  const wordy: Row[] = [];
  for (const row of table.rows) {
    if (shown.every(({ index }) => (cellOf(row, index) ?? '').trim() !== '')) wordy.push(row);
    if (wordy.length === firstRows) break;
  }
  return {
    format: table.format,
    encoding: table.encoding,
    rows: table.rows.length,
    columns: looks.map(({ name, label, examples, role }) => {
      const use = role === 'private' ? 'private' : role === 'machine' ? 'machine' : 'kept';
      const staff = namesStaff({ name }) ? { staff: true as const } : {};
      return { name, label, use, examples: use === 'private' ? [] : examples, ...staff };
    }),
    sample: {
      header: shown.map(({ name }) => name),
      rows: (wordy.length > 0 ? wordy : table.rows).slice(0, firstRows).map(({ cells }) =>
        shown.map(({ index, name }) => {
          const cell = (cells[index] ?? '').trim();
          return (name === mapping.at ? momentWords(cell, zone ?? 'UTC') : cell).slice(0, 120);
        }),
      ),
    },
    mapping,
    scores: proposal.scores,
    comments: proposal.comments,
    teams: proposal.teams.map((name) => {
      const look = looks.find((column) => column.name === name);
      return { name, count: look?.different ?? 0, examples: look?.examples ?? [] };
    }),
    scales: proposal.scales,
    words: proposal.words,
    zone,
    sheets: table.sheets ?? [],
    remembered,
  };
}
