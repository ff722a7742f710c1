import type { ColumnLook } from './columns';
import {
  isIdentity,
  isNamedComment,
  isNamedScore,
  soundsLikeClock,
  soundsLikeComment,
  soundsLikeDate,
  soundsLikeScore,
  soundsLikeTeam,
  soundsLikeTouchpoint,
} from './columns';
import { orderOf, readDate, type ReadDate } from './dates';
import { takeTurns } from '../slices';
import { formatNamed } from './formats';
import type { FeedbackFormat, KindScale } from './formats/format';
import type { Answers, Mapping } from './mapping';
import {
  figureReader,
  lookAtScores,
  ownWords,
  readScale,
  scalesHolding,
  wordReader,
  type ScoreReader,
} from './scale';
import { cellOf, type Table } from './table';
import { scalesKnowing, plainWord, saysNothing, type WordScale } from './word-scales';

/** A question that only a person can answer; null among the candidates: none of them. */
export interface Need {
  what: 'score' | 'scale' | 'words' | 'kind' | 'at' | 'order' | 'zone' | 'team';
  candidates: (string | null)[];
}

/** How a file will be read, and what has to be asked first. */
export interface Proposal {
  mapping: Mapping;
  needs: Need[];
  /** Columns that may be comments, teams, scores: what a leader may choose from. */
  comments: string[];
  teams: string[];
  scores: string[];
  /** The scales that hold every figure of the score column, likeliest first. */
  scales: string[];
  /** The words of the score column, most frequent first, where nothing known fits them. */
  words: string[];
  reader: ScoreReader | undefined;
  /** Two answers of the score column that cannot be on one scale; null: they can. */
  mixed: [string, string] | null;
  /** The kinds of survey among the rows, where the tool tells them apart. */
  kinds: string[];
  /** Where a row says when it was last changed; null: nowhere. */
  clock: string | null;
  /** Neither a score nor a comment: there is nothing in this file for us. */
  nothing: boolean;
}

/** Tells `look` every cell of a column, in slices. */
async function eachCell(table: Table, index: number, look: (cell: string) => void): Promise<void> {
  const pause = takeTurns();
  for (const row of table.rows) {
    look(cellOf(row, index)?.trim() ?? '');
    const wait = pause();
    if (wait) await wait;
  }
}

async function countsOf(table: Table, index: number): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  await eachCell(table, index, (cell) => counts.set(cell, (counts.get(cell) ?? 0) + 1));
  return counts;
}

/** Whether every value of `derived` follows from the value of `base`: made by a machine from it. */
function follows(table: Table, base: number, derived: number): boolean {
  const given = new Map<string, string>();
  for (const row of table.rows) {
    const from = cellOf(row, base)?.trim() ?? '';
    const to = cellOf(row, derived)?.trim() ?? '';
    const before = given.get(from);
    if (before === undefined) given.set(from, to);
    else if (before !== to) return false;
  }
  return given.size > 1;
}

function findScores(table: Table, looks: ColumnLook[]): { strong: ColumnLook[]; weak: ColumnLook[] } {
  const own = looks.filter((look) => look.role === 'score');
  if (own.length > 0) return { strong: own, weak: [] };
  const able = looks.filter(
    ({ role, scores, dates, index }) =>
      !role &&
      dates < 0.5 &&
      !isIdentity(looks[index] as ColumnLook, table.rows.length) &&
      (scores.kind === 'figures'
        ? scores.min >= 0 && scores.max <= 100
        : scores.kind === 'words'
          ? scores.known.length > 0 || isNamedScore(looks[index] as ColumnLook)
          : scores.kind === 'mixed' && isNamedScore(looks[index] as ColumnLook)),
  );
  const strong = able.filter(soundsLikeScore);
  const worded = able.filter((look) => look.scores.kind === 'words');
  const unique = strong.filter(
    (look) =>
      look.scores.kind !== 'figures' ||
      !worded.some(
        (base) => base !== look && soundsLikeScore(base) && follows(table, base.index, look.index),
      ),
  );
  // A count of anything up to 100 is figures too: without a telling header only what fits a usual scale is asked about.
  const weak = able.filter(
    (look) =>
      !strong.includes(look) &&
      (look.scores.kind === 'words' || (look.scores.kind === 'figures' && look.scores.max <= 10)) &&
      look.different <= 11,
  );
  return { strong: unique, weak };
}

interface ScaleChoice {
  scale: string | null;
  reader: ScoreReader | undefined;
  reversed?: boolean;
  need?: Need;
  mixed?: [string, string];
}

async function wordsChoice(
  table: Table,
  look: ColumnLook,
  answers: Answers,
  { asked, settled }: { asked: boolean; settled: WordScale | null },
): Promise<ScaleChoice> {
  const counts = await countsOf(table, look.index);
  const given = new Set(Object.keys(answers.words ?? {}).map(plainWord));
  const words = [...counts.keys()]
    .map(plainWord)
    .filter((word) => word !== '' && !saysNothing(word) && !given.has(word));
  // A word that a known scale lacks is a row that cannot be read; one that somebody has to give its worth is asked for.
  if (settled) {
    const reader = wordReader(settled, answers.words ?? null, answers.reversed ?? false);
    return words.length === 0 || Object.keys(settled.words).length > 0
      ? { scale: 'words', reader }
      : { scale: 'words', reader, need: { what: 'words', candidates: lookAtScores(counts).words } };
  }
  const known: WordScale[] = scalesKnowing(new Set(words), table.rows.length);
  const [first] = known;
  const reversed = answers.reversed ?? false;
  if (answers.words && (words.length === 0 || known.length === 0)) {
    const values = Object.values(answers.words).filter((value) => value !== null);
    if (values.every((value) => value >= 1 && value <= 5)) {
      return { scale: 'words', reader: wordReader(ownWords, answers.words, reversed) };
    }
    return {
      scale: null,
      reader: undefined,
      need: { what: 'scale', candidates: scalesHolding(Math.min(...values), Math.max(...values)) },
    };
  }
  // A word or two in thousands that no scale knows are rows that cannot be read, not another scale.
  const usual = known.length > 0 ? known : look.scores.known;
  const sole = usual[0];
  if (sole && usual.length === 1 && (sole.certain || asked)) {
    return { scale: 'words', reader: wordReader(sole, answers.words ?? null, reversed) };
  }
  const list = lookAtScores(counts).words;
  return {
    scale: 'words',
    reader: first && wordReader(first, answers.words ?? null, reversed),
    need: { what: 'words', candidates: list },
  };
}

/** What the tool itself says of the scale. */
function toldScale(look: ColumnLook, format: FeedbackFormat, kind: string | null): KindScale | undefined {
  if (look.hint?.scale) return { scale: look.hint.scale };
  if (look.role !== 'score') return undefined;
  if (kind !== null) return format.kind?.scales[kind];
  return format.scale === undefined ? undefined : { scale: format.scale };
}

/** What stands above a column, its separators read as blanks. */
const headerOf = ({ name, label }: ColumnLook): string => `${name} ${label}`.replace(/[_.]/g, ' ');

function figuresChoice(look: ColumnLook): ScaleChoice {
  const reads = (scale: string): ScaleChoice => ({ scale, reader: figureReader(scale, false, null) });
  const { min, max, of } = look.scores;
  const header = headerOf(look);
  if (of === null || of === 10) {
    if (min >= 0 && max <= 10 && /\bnps\b|net promoter/i.test(header)) return reads('0-10');
    if (
      min === 0 &&
      max > 7 &&
      max <= 10 &&
      /recommend|how likely|empfehl|recomend|consigl|aanbevel/i.test(header)
    )
      return reads('0-10');
  }
  if (min >= 1 && max <= 5 && (of === null || of === 5) && /\bstars?\b/i.test(header)) return reads('stars');
  const candidates = scalesHolding(min, max, of, header);
  return { scale: null, reader: undefined, need: { what: 'scale', candidates } };
}

async function chooseScale(
  table: Table,
  look: ColumnLook,
  answers: Answers,
  { kind, settled }: { kind: string | null; settled: WordScale | null },
): Promise<ScaleChoice> {
  const reversed = answers.reversed ?? false;
  if (answers.scale && answers.scale !== 'words' && readScale(answers.scale)) {
    return { scale: answers.scale, reader: figureReader(answers.scale, reversed, answers.words ?? null) };
  }
  const format = formatNamed(table.format);
  const told = toldScale(look, format, kind);
  if (told) {
    const turned = answers.reversed ?? told.reversed ?? false;
    return {
      scale: told.scale,
      reversed: turned,
      reader: figureReader(told.scale, turned, answers.words ?? null),
    };
  }
  if (format.words && look.role === 'score')
    return { scale: 'words', reader: wordReader(format.words, answers.words ?? null, reversed) };
  if (look.scores.kind === 'mixed' && look.scores.mixed && answers.scale !== 'words')
    return { scale: null, reader: undefined, mixed: look.scores.mixed };
  if (look.scores.kind === 'figures' && answers.scale !== 'words') {
    const choice = figuresChoice(look);
    return choice.scale ? { ...choice, reader: figureReader(choice.scale, reversed, null) } : choice;
  }
  const asked = answers.scale === 'words' || answers.score !== undefined;
  return wordsChoice(table, look, answers, { asked, settled: answers.scale === 'words' ? settled : null });
}

/** The kinds of survey among the rows, most frequent first, in small letters. */
async function kindsOf(table: Table): Promise<string[]> {
  const column = formatNamed(table.format).kind?.column;
  const index = table.columns.findIndex(({ name }) => name.toLowerCase() === column);
  if (column === undefined || index < 0) return [];
  const counts = new Map<string, number>();
  for (const [cell, count] of await countsOf(table, index))
    if (cell !== '') counts.set(cell.toLowerCase(), (counts.get(cell.toLowerCase()) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind);
}

const isEitherWay = (cell: string) => /^\D{0,12}\d{1,2}[-/]\d{1,2}[-/]/.test(cell);

async function chooseDate(
  table: Table,
  looks: ColumnLook[],
  answers: Answers,
): Promise<{ at: string | null; needs: Need[]; order: Mapping['order'] }> {
  const able = looks.filter((look) => look.role !== 'private' && look.dates >= 0.9 && look.filled > 0);
  let at = answers.at;
  if (at === undefined) {
    const favourites = formatNamed(table.format).dates ?? [];
    const rank = (look: ColumnLook) => {
      const place = favourites.indexOf(look.name.toLowerCase());
      if (place >= 0) return place;
      if (look.role) return look.role === 'at' ? 10 : 100;
      const full = look.filled >= (looks[0]?.filled ?? 0) ? 0 : 5;
      if (/submit|end|complet|record|respond|answer|received/i.test(look.name)) return 20 + full;
      return (/start|sent|open|update|modif/i.test(look.name) ? 50 : soundsLikeDate(look) ? 30 : 40) + full;
    };
    const best = [...able].sort((a, b) => rank(a) - rank(b))[0];
    if (!best)
      return { at: null, needs: answers.day ? [] : [{ what: 'at', candidates: [null] }], order: null };
    at = best.name;
  }
  if (at === null) return { at, needs: [], order: null };
  const look = looks.find(({ name }) => name === at);
  // Only dates whose order may be either way say something about it.
  const dates: (ReadDate | undefined)[] = [];
  if (look)
    await eachCell(table, look.index, (cell) => {
      if (isEitherWay(cell)) dates.push(readDate(cell));
    });
  const told = orderOf(dates);
  // What was remembered or answered settles what the column leaves open, never what it says itself.
  if (told !== undefined) return { at, needs: [], order: told ?? answers.order ?? null };
  if (answers.order) return { at, needs: [], order: answers.order };
  return { at, needs: [{ what: 'order', candidates: ['day-first', 'month-first'] }], order: null };
}

/** Where a row says when it was last changed. */
function clockOf(table: Table, looks: ColumnLook[]): string | null {
  const own = formatNamed(table.format).clock;
  const found = own
    ? looks.find(({ name }) => own.includes(name.toLowerCase()))
    : looks.find((look) => look.role !== 'private' && soundsLikeClock(look));
  return found?.name ?? null;
}

/**
 * How a table would be read: what was answered, what the tool's format and the columns themselves leave no doubt about,
 * and a question for everything else. It never guesses a score. `settled`: the words of the scale that was found before, for news of
 * which each holds only a few.
 */
export async function propose(
  table: Table,
  looks: ColumnLook[],
  answers: Answers,
  settled: WordScale | null = null,
): Promise<Proposal> {
  const { strong, weak } = findScores(table, looks);
  const textual = looks.filter(
    (look) =>
      look.role === 'comment' ||
      (!look.role &&
        look.examples.some((text) => /\p{L}/u.test(text)) &&
        (isNamedComment(look) ||
          (soundsLikeComment(look) &&
            look.scores.known.length === 0 &&
            look.dates === 0 &&
            (look.textual || (table.rows.length < 5 && look.scores.kind !== 'figures'))))),
  );
  const comments = answers.comment ?? textual.map(({ name }) => name);
  const offered = [
    ...new Set([
      ...comments,
      ...textual.map(({ name }) => name),
      ...looks.filter((look) => !look.role && look.textual).map(({ name }) => name),
    ]),
  ];
  const candidates = strong.length > 0 ? strong : weak;
  const scores = candidates.map(({ name }) => name);

  const needs: Need[] = [];
  const kinds = await kindsOf(table);
  const kind = answers.kind === undefined ? (kinds[0] ?? null) : (answers.kind?.toLowerCase() ?? null);
  let score = answers.score;
  if (score === undefined) {
    const sole = strong.length === 1 ? strong[0] : undefined;
    if (sole) score = sole.name;
    else needs.push({ what: 'score', candidates: [...scores, ...(comments.length > 0 ? [null] : [])] });
  }
  let choice: ScaleChoice = { scale: null, reader: undefined };
  const look = score ? looks.find(({ name }) => name === score) : undefined;
  if (look) {
    if (answers.kind === undefined && kinds.length > 1) needs.push({ what: 'kind', candidates: kinds });
    else {
      choice = await chooseScale(table, look, answers, { kind, settled });
      if (choice.need) needs.push(choice.need);
    }
  }
  const date = await chooseDate(table, looks, answers);
  needs.push(...date.needs);

  const ids = looks.filter((other) => isIdentity(other, table.rows.length) && other.name !== date.at);
  const team = looks.filter(soundsLikeTeam).map(({ name }) => name);
  return {
    mapping: {
      score: score ?? null,
      scale: choice.scale,
      reversed: choice.reversed ?? answers.reversed ?? false,
      words: answers.words ?? null,
      comment: comments.filter((name) => name !== score),
      at: date.at,
      order: date.order,
      zone: answers.zone ?? table.zone ?? (/\(utc\)\s*$/i.test(date.at ?? '') ? 'UTC' : null),
      id: answers.id !== undefined ? answers.id : (ids[0]?.name ?? null),
      touchpoint:
        answers.touchpoint !== undefined
          ? answers.touchpoint
          : (looks.find(soundsLikeTouchpoint)?.name ?? null),
      team: answers.team ?? null,
      day: date.at === null ? (answers.day ?? null) : null,
      keep: answers.keep ?? [],
      sheet: table.sheet ?? null,
      kind,
    },
    needs,
    comments: offered,
    teams: team,
    scores: [...strong, ...weak].map(({ name }) => name),
    scales:
      look?.scores.kind === 'figures'
        ? scalesHolding(look.scores.min, look.scores.max, look.scores.of, headerOf(look))
        : [],
    words: look?.scores.kind === 'words' ? look.scores.words : [],
    reader: choice.reader,
    mixed: choice.mixed ?? null,
    kinds,
    clock: clockOf(table, looks),
    nothing: candidates.length === 0 && comments.length === 0 && answers.score === undefined,
  };
}
