import { hash } from 'node:crypto';
import { momentOf } from '../../../domain/calendar';
import {
  commentId,
  type ImportedAnswer,
  type ImportReason,
  type WithdrawnAnswer,
} from '../../../domain/feedback-import';
import { cleanText, maskPersonal } from '../../../domain/verbatim';
import { roleByHeader } from './columns';
import { placeDate, readDate } from './dates';
import { formatNamed } from './formats';
import type { Mapping } from './mapping';
import type { ScoreReader } from './scale';
import { importedId } from '../ids';
import { SpreadMap } from '../../store/spread-map';
import { takeTurns } from '../slices';
import { openRow, type OpenRow, type Row, type Table } from './table';

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
  withdrawn: WithdrawnAnswer[];
  /** Of what is read anew: answers that are none. */
  gone: WithdrawnAnswer[];
  ignored: Map<string, number>;
  rejected: RejectedRow[];
  /** Local dates of the oldest and newest moment taken, as ISO moments. */
  from: string | null;
  to: string | null;
  /** Whether any answer gives a score or words; how many comments there are, how often each value, whose answers they are. */
  says: boolean;
  comments: number;
  values: Map<number, number>;
  teams: Set<string>;
}

/** The longest comment that is kept, in characters. */
export const longestComment = 2_000;

const digest = (...parts: string[]) => hash('sha256', parts.join('\u001f'), 'hex').slice(0, 32);

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
const tag = /<\/?[a-z][^<>]*>/gi;

/** Text without tags, also those that come out where one was taken out of another. */
function withoutTags(text: string): string {
  let left = text;
  for (let i = 0; i < 5 && tag.test(left); i++) {
    tag.lastIndex = 0;
    left = left.replace(/<(?:br|\/p|\/div)\s*\/?>/gi, ' ').replace(tag, '');
  }
  tag.lastIndex = 0;
  return left;
}

/** A customer's words as a survey tool exports them, without its tags, tabs and guards against formulas. */
export function ownWordsOf(cell: string): string {
  const unguarded = cell.replace(/^'(?=[=+\-@\t\r])/, '');
  if (!/[<&]/.test(unguarded)) return unguarded.trim();
  return withoutTags(unguarded)
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/gi, (_, name: string) => entities[name.toLowerCase()] ?? ' ')
    .trim();
}

/** A comment as it is kept; undefined for a cell that says nothing. */
function wordsOf(cell: string): { text: string; masked: boolean } | undefined {
  if (cell === '') return undefined;
  const clean = cleanText(ownWordsOf(cell), longestComment);
  // Signs that were taken out may have stood in the middle of a tag.
  const words = maskPersonal(clean.includes('<') ? withoutTags(clean).trim() : clean);
  return isEmptyComment(words.text) ? undefined : words;
}

const isEmptyComment = (text: string) => /^(n\/?a|none|nil|null|nan|-+|\.+|)$/i.test(text);

/** What the reader is told: how to read, whose rows they are, when it is. */
export interface Reading {
  table: Table;
  mapping: Mapping;
  reader: ScoreReader | undefined;
  /** The column that says when a row was last changed; null: none. */
  clock: string | null;
  /** Part of every id, so that the same file of the same source updates. */
  source: string;
  /** The team of a row: all rows' team, or by what the team column says; a reason where there is none. */
  teamOf: (name: string) => TeamOfRow | ImportReason;
  now: Date;
  /** Everything that is kept is read anew: which ids were met is told, whatever came of them. */
  again?: boolean;
  /** The table's cells are of no use afterwards. */
  letsGo?: boolean;
}

const nothing: string[] = [];
const wordless: ImportedAnswer['comments'] = [];

/** A function of a cell that does not work out again what it has worked out before, for columns with few different cells. */
function remembering<T>(of: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    let value = known.get(cell);
    if (value === undefined) {
      value = of(cell);
      if (known.size < 1_000) known.set(cell, value);
    }
    return value;
  };
}

/** Gives the list that was given before for one of the same words. */
function sharing(): (list: readonly string[]) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (list) => {
    const key = list.join(' ');
    const same = known.get(key) ?? list;
    known.set(key, same);
    return same;
  };
}

/** What two rows of one id come to; undefined where they contradict each other. */
function together(first: ImportedAnswer, second: ImportedAnswer, news: boolean): ImportedAnswer | undefined {
  const older = news && first.told !== undefined && second.told !== undefined && second.told < first.told;
  const [before, after] = older ? [second, first] : [first, second];
  if (!news && before.value !== null && after.value !== null && before.value !== after.value)
    return undefined;
  const idOf = (mark: string) => commentId(after.id, mark);
  const silent = new Set(after.silent?.map(idOf));
  const comments = new Map(
    before.comments.filter(({ id }) => !news || !silent.has(id)).map((comment) => [comment.id, comment]),
  );
  for (const comment of after.comments) {
    const known = comments.get(comment.id);
    if (!news && known && known.text !== comment.text) return undefined;
    comments.set(comment.id, comment);
  }
  return {
    ...before,
    ...after,
    value: after.value ?? before.value,
    at: after.at ?? before.at,
    touchpoint: after.touchpoint ?? before.touchpoint,
    told: after.told ?? before.told,
    comments: [...comments.values()],
    silent: [...new Set([...(before.silent ?? []), ...(after.silent ?? [])])].filter(
      (mark) => !comments.has(idOf(mark)),
    ),
  };
}

/** Reads every row of a table, in slices; rows that cannot be read are set aside with their line and the reason. */
export async function readAnswersOf(reading: Reading): Promise<ReadAnswers> {
  const { table, mapping, reader, clock, source, teamOf, now } = reading;
  const at = (name: string | null | undefined) =>
    name === null || name === undefined ? -1 : table.columns.findIndex((column) => column.name === name);
  const format = formatNamed(table.format);
  const byHeader = new Map(table.columns.map(({ name }, i) => [name.toLowerCase(), i]));
  const columns = {
    score: at(mapping.score),
    at: at(mapping.at),
    id: at(mapping.id),
    touchpoint: at(mapping.touchpoint),
    team: at(mapping.team),
    clock: at(clock),
    kind: mapping.kind === null || !format.kind ? -1 : (byHeader.get(format.kind.column) ?? -1),
  };
  const comments = mapping.comment.map((name) => ({ at: at(name), mark: digest(name).slice(0, 8) }));
  const kept = table.columns.flatMap((column, i) => {
    const role = roleByHeader(column, table.format, table.columns);
    return role === 'private' || role === 'machine' ? [] : [i];
  });
  const news = format.news ?? false;
  const found: ReadAnswers = {
    answers: [],
    withdrawn: [],
    gone: [],
    ignored: new Map(),
    rejected: [],
    from: null,
    to: null,
    says: false,
    comments: 0,
    values: new Map(),
    teams: new Set(),
  };
  const ignore = (reason: string) => found.ignored.set(reason, (found.ignored.get(reason) ?? 0) + 1);
  /** Where an id was met: its place among the answers, -1 where it gave none. */
  const met = new SpreadMap<number>();
  /** On which line each of the answers begins. */
  const lines: number[] = [];
  const taken = new Map<string, WithdrawnAnswer>();
  const seen = new Map<string, WithdrawnAnswer>();
  const alike = new Map<string, number>();
  const latest = now.getTime() + 5 * 60_000;
  const turn = takeTurns();
  const readScore = reader && remembering((cell) => reader.read(cell));
  const shared = sharing();
  const touchpointOf = remembering((cell) => cleanText(ownWordsOf(cell), 60) || null);

  /** Those of the row that is read. */
  let open: OpenRow;
  const cell = (i: number) => (i < 0 ? '' : (open.at(i) ?? ''));
  const named = (header: string) => cell(byHeader.get(header) ?? -1);
  const momentIn = (written: string, { timeZone }: TeamOfRow): Date | undefined => {
    const read = readDate(written);
    const moment = read && placeDate(read, mapping.order, mapping.zone ?? timeZone, timeZone);
    return moment && !Number.isNaN(moment.getTime()) ? moment : undefined;
  };

  const readRow = (row: Row): ImportReason | undefined => {
    if (row.broken) return row.broken;
    open = openRow(row);
    if (
      open.width > table.columns.length &&
      row.cells.slice(table.columns.length).some((extra) => extra.trim() !== '')
    ) {
      return { code: 'too-many-cells', values: { cells: open.width, columns: table.columns.length } };
    }
    const team = teamOf(cell(columns.team).trim());
    if ('code' in team) return team;
    let own = cell(columns.id).trim();
    const hasOwn = own !== '' || row.key !== undefined;
    if (own === '' && row.key !== undefined) own = `\u001e${row.key}`;
    if (reading.again && hasOwn) {
      const id = importedId(team.id, source, own);
      seen.set(id, { id, team: team.id, comments: comments.map(({ mark }) => commentId(id, mark)) });
    }
    const out = format.keepsOut?.(named);
    if (out) {
      ignore(out);
      return undefined;
    }
    if (columns.kind >= 0 && cell(columns.kind).trim().toLowerCase() !== mapping.kind) {
      ignore(`another-kind:${cell(columns.kind).trim().slice(0, 60)}`);
      return undefined;
    }
    const clockCell = cell(columns.clock).trim();
    const told =
      clockCell === ''
        ? undefined
        : /^\d{1,9}$/.test(clockCell)
          ? Number(clockCell)
          : momentIn(clockCell, team)?.getTime();

    if (format.takesBack?.(named)) {
      if (cell(columns.id).trim() === '') return { code: 'no-id' };
      const id = importedId(team.id, source, own);
      taken.set(id, {
        id,
        team: team.id,
        ...(told === undefined ? {} : { told }),
        comments: comments.map(({ mark }) => commentId(id, mark)),
      });
      return undefined;
    }

    let moment: Date | null = null;
    if (columns.at < 0 && mapping.day !== null) {
      moment = momentOf(mapping.day, '00:00', team.timeZone);
      if (moment.getTime() > latest) return { code: 'ahead', values: { cell: mapping.day } };
    }
    if (columns.at >= 0) {
      const written = cell(columns.at).trim();
      moment = momentIn(written, team) ?? null;
      if (!moment && !(written === '' && (news || row.came !== undefined))) {
        if (row.cells.every((other, i) => i === columns.at || other.trim() === ''))
          return { code: 'nothing-else', values: { cell: written.slice(0, 60) } };
        return written === ''
          ? { code: 'no-date' }
          : { code: 'not-a-date', values: { cell: written.slice(0, 60) } };
      }
      if (moment && moment.getTime() > latest)
        return { code: 'ahead', values: { cell: written.slice(0, 60) } };
    }

    const written = cell(columns.score).trim();
    const value = readScore ? readScore(written) : null;
    if (value === undefined) return { code: 'not-on-scale', values: { cell: written.slice(0, 60) } };
    if (own === '') {
      const same = digest('row', ...kept.map((i) => cell(i).trim().normalize('NFC')));
      const times = (alike.get(same) ?? 0) + 1;
      alike.set(same, times);
      own = `${same}\u001f${times}`;
    }
    const id = importedId(team.id, source, own);
    let said: ImportedAnswer['comments'] = wordless;
    const empty: string[] = [];
    for (const { at: i, mark } of comments) {
      const words = wordsOf(cell(i));
      // Lists of their length: one that grows takes room for sixteen more.
      if (words) said = [...said, { id: commentId(id, mark), text: words.text, masked: words.masked }];
      else if (hasOwn && !row.missing?.includes(i)) empty.push(mark);
    }
    // One form for all of them, as short as can be: a hundred thousand are kept until the last is read.
    const answer: ImportedAnswer = {
      id,
      team: team.id,
      value,
      at: moment?.toISOString() ?? row.came ?? null,
      touchpoint: touchpointOf(cell(columns.touchpoint)),
      comments: said,
      silent: empty.length > 0 ? shared(empty) : undefined,
      told,
    };
    const before = hasOwn ? met.get(id) : undefined;
    if (before !== undefined) {
      const first = found.answers[before];
      const both = first && together(first, answer, news);
      if (!both && first) return { code: 'id-twice', values: { line: lines[before] ?? 0 } };
      if (!news) ignore('same-answer');
      if (both) {
        found.answers[before] = both;
        return undefined;
      }
    }
    if (value === null && reader && !(news && written === ''))
      ignore(written === '' ? 'no-score' : `no-opinion:${written.slice(0, 60)}`);
    if (value === null && answer.comments.length === 0) {
      if (!reader) ignore('no-comment');
      if (hasOwn && before === undefined) met.set(id, -1);
      // What was said before and is empty now was taken back.
      if (!answer.silent) return undefined;
    }
    if (hasOwn) met.set(id, found.answers.push(answer) - 1);
    else found.answers.push(answer);
    lines.push(row.line);
    return undefined;
  };

  for (const row of table.rows) {
    const reason = readRow(row);
    if (reason) found.rejected.push({ line: row.line, reason, cells: row.cells });
    // What was read is let go: a large file is in memory once.
    if (reading.letsGo) row.cells = nothing;
    const wait = turn();
    if (wait) await wait;
  }
  // What is taken back stays so, unless a newer clock tells of it again.
  if (taken.size > 0)
    found.answers = found.answers.filter(({ id, told }) => {
      const back = taken.get(id);
      const newer = back && told !== undefined && back.told !== undefined && told > back.told;
      if (newer) taken.delete(id);
      return !back || newer;
    });
  found.withdrawn = [...taken.values()];
  if (reading.again) for (const { id } of [...found.answers, ...found.withdrawn]) seen.delete(id);
  found.gone = [...seen.values()];
  for (const { at: moment, value, comments: words, team } of found.answers) {
    const wait = turn();
    if (wait) await wait;
    found.teams.add(team);
    found.comments += words.length;
    if (value === null && words.length === 0) continue;
    found.says = true;
    if (value !== null) found.values.set(value, (found.values.get(value) ?? 0) + 1);
    if (moment && (!found.from || moment < found.from)) found.from = moment;
    if (moment && (!found.to || moment > found.to)) found.to = moment;
  }
  return found;
}
