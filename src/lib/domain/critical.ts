import type { Day } from './calendar';
import type { Measure } from './metric';
import type { Team, Verbatim } from './records';
import { shownScore, type Count } from './score';

/** One thing that a report has to speak of: its name, and the words by which comments about it are known. */
export interface Critical {
  id: string;
  name: string;
  /** Words or phrases besides the name; each also finds what begins with it: "wait" finds "waited". */
  words: string[];
  /** What customers are asked where nobody speaks of it; null: not written yet. */
  question: string | null;
}

/** At most this many criticals a team. */
export const mostCriticals = 7;
/** At most this many words a critical. */
export const mostWords = 30;
/** Comments of so many days back are matched anew when the criticals change. */
export const matchedDays = 92;

/** As it is compared: no case, no accents, one space between words. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, ' ')
    .trim();

/** Scripts that put no space between words: there a word is found anywhere. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** `word` and `text` are folded. */
const stands = (text: string, word: string): boolean =>
  word !== '' && (unspaced.test(word) ? text.includes(word) : ` ${text}`.includes(` ${word}`));

/** Whether a comment speaks of a word: at the beginning of one of its words, whatever the case, accents and marks between. */
export const speaksOf = (text: string, word: string): boolean => stands(folded(text), folded(word));

/** Each critical’s words as they are compared: many comments are matched with the same few. */
const foldedWords = new WeakMap<Critical, string[]>();
function wordsOf(critical: Critical): string[] {
  let known = foldedWords.get(critical);
  if (!known) foldedWords.set(critical, (known = [critical.name, ...critical.words].map(folded)));
  return known;
}

/** Ids of the criticals that a comment is about, in the team’s order: by its words, unless a leader `sorted` it otherwise. */
export function criticalsOf(
  { text, sorted = {} }: Pick<Verbatim, 'text' | 'sorted'>,
  criticals: readonly Critical[],
): string[] {
  const said = folded(text);
  return criticals
    .filter((critical) => sorted[critical.id] ?? wordsOf(critical).some((word) => stands(said, word)))
    .map(({ id }) => id);
}

/** Answers, each counted for every critical that its comments are about; null: about none. */
interface About {
  measure: Measure;
  rows: readonly (Count & { day: Day; critical: string | null })[];
}

/**
 * The critical that answers from a day on speak of with the lowest score, in the team’s order where two are level; undefined where
 * none has as many answers as the team asks for.
 */
export function weakest(
  { criticals = [], minimumN }: Pick<Team, 'criticals' | 'minimumN'>,
  { measure, rows }: About,
  since: Day,
): Critical | undefined {
  let found: { critical: Critical; score: number } | undefined;
  for (const critical of criticals) {
    const counts = rows.filter((row) => row.critical === critical.id && row.day >= since);
    const { score } = shownScore(counts, measure, minimumN);
    if (score !== null && (!found || score < found.score)) found = { critical, score };
  }
  return found?.critical;
}

/** Ids of the criticals that none of the comments is about. */
export function holesIn(
  criticals: readonly Pick<Critical, 'id'>[],
  comments: Iterable<Pick<Verbatim, 'status' | 'criticals'>>,
): string[] {
  const missing = new Set(criticals.map(({ id }) => id));
  for (const { status, criticals: about = [] } of comments) {
    if (missing.size === 0) break;
    if (status !== 'hidden') for (const id of about) missing.delete(id);
  }
  return [...missing];
}
