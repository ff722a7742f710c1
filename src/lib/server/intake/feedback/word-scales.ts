import type { Metric, Scale } from '../../../domain/metric';
import { good, likely, nothing, satisfied, thumbs } from './word-scales-languages';

/** A scale that answers give in words: what each is worth; the words are in small letters. */
export interface WordScale {
  metric: Metric;
  scale: Scale | null;
  words: Record<string, number>;
  /** False where the words alone do not say that it is a customer's score: then the leader is asked. */
  certain: boolean;
}

const five = (
  metric: Metric,
  best: string,
  good: string,
  middle: string[],
  poor: string,
  worst: string,
  certain = true,
): WordScale => {
  const top = metric === 'smiley5' ? 4 : 5;
  const words: Record<string, number> = { [best]: top, [good]: top - 1, [poor]: top - 3, [worst]: top - 4 };
  for (const word of middle) words[word] = top - 2;
  return { metric, scale: null, words, certain };
};

const ofSteps = (steps: string[]): WordScale => ({
  metric: 'csat',
  scale: null,
  words: Object.fromEntries(
    steps.flatMap((words, i) => words.split('|').map((word) => [plainWord(word), 5 - i] as const)),
  ),
  certain: true,
});

/** Faces, best first; those of one line mean the same. */
const faces = [
  ['😀', '😃', '😄', '😁', '😍', '🤩', '😆'],
  ['🙂', '😊', '☺', '😌'],
  ['😐', '😑', '😶'],
  ['🙁', '☹', '😕', '😞', '😟'],
  ['😡', '😠', '🤬', '😭', '😢', '😣'],
];
const ofFaces = (lines: string[][]): Record<string, number> =>
  Object.fromEntries(lines.flatMap((line, i) => line.map((face) => [face, lines.length - 1 - i] as const)));

const yesOrNo: Scale = { min: 0, max: 1, top: 1 };

export const goodOrBad: WordScale = {
  metric: 'rating',
  scale: yesOrNo,
  certain: true,
  words: { good: 1, bad: 0, good_with_comment: 1, bad_with_comment: 0 },
};
export const starWords: WordScale = {
  metric: 'stars',
  scale: null,
  certain: true,
  words: { five: 5, four: 4, three: 3, two: 2, one: 1 },
};

/** The scales in words that tools and forms use. */
export const wordScales: readonly WordScale[] = [
  five(
    'csat',
    'extremely likely',
    'likely',
    ['neither likely nor unlikely', 'neither', 'neutral', 'unsure'],
    'unlikely',
    'extremely unlikely',
  ),
  five(
    'csat',
    'very likely',
    'likely',
    ['neither likely nor unlikely', 'neither', 'neutral'],
    'unlikely',
    'very unlikely',
  ),
  five(
    'csat',
    'very good',
    'good',
    ['neither good nor poor', 'neither good nor bad', 'average', 'ok', 'okay'],
    'poor',
    'very poor',
  ),
  five('csat', 'very good', 'good', ['neither good nor bad', 'average', 'ok', 'okay'], 'bad', 'very bad'),
  five('csat', 'excellent', 'very good', ['good'], 'fair', 'poor'),
  five('csat', 'excellent', 'good', ['average', 'ok', 'okay', 'fair'], 'poor', 'very poor'),
  five(
    'csat',
    'very satisfied',
    'satisfied',
    ['neither satisfied nor dissatisfied', 'neither', 'neutral'],
    'dissatisfied',
    'very dissatisfied',
  ),
  five(
    'csat',
    'very satisfied',
    'satisfied',
    ['neither satisfied nor unsatisfied', 'neutral'],
    'unsatisfied',
    'very unsatisfied',
  ),
  five(
    'csat',
    'very satisfied',
    'somewhat satisfied',
    ['neither satisfied nor dissatisfied', 'neutral'],
    'somewhat dissatisfied',
    'very dissatisfied',
  ),
  five(
    'csat',
    'extremely satisfied',
    'somewhat satisfied',
    ['neither satisfied nor dissatisfied', 'neutral'],
    'somewhat dissatisfied',
    'extremely dissatisfied',
  ),
  five(
    'smiley5',
    'very happy',
    'happy',
    ['neutral', 'neither happy nor unhappy', 'ok', 'okay'],
    'unhappy',
    'very unhappy',
  ),
  {
    metric: 'smiley4',
    scale: null,
    certain: true,
    words: { 'very happy': 3, happy: 2, unhappy: 1, 'very unhappy': 0 },
  },
  five(
    'csat',
    'strongly agree',
    'agree',
    ['neither agree nor disagree', 'neutral'],
    'disagree',
    'strongly disagree',
    false,
  ),
  {
    metric: 'ces',
    scale: null,
    certain: true,
    words: {
      'extremely easy': 7,
      'very easy': 6,
      easy: 5,
      'neither easy nor difficult': 4,
      difficult: 3,
      'very difficult': 2,
      'extremely difficult': 1,
    },
  },
  starWords,
  { metric: 'smiley5', scale: null, certain: true, words: ofFaces(faces) },
  { metric: 'smiley4', scale: null, certain: true, words: ofFaces(faces.filter((_, i) => i !== 2)) },
  goodOrBad,
  { metric: 'rating', scale: yesOrNo, certain: true, words: thumbs },
  {
    metric: 'rating',
    scale: { min: 1, max: 3, top: 3 },
    certain: true,
    words: { great: 3, okay: 2, 'not good': 1 },
  },
  {
    metric: 'stars',
    scale: null,
    certain: true,
    words: {
      'five stars': 5,
      'four stars': 4,
      'three stars': 3,
      'two stars': 2,
      'one star': 1,
    },
  },
  ...[...satisfied, ...good, ...likely].map(ofSteps),
];

/** Words that say that there is no score; such an answer is ignored, its comment kept. */
const none = new Set([
  "don't know",
  'dont know',
  'do not know',
  'not sure',
  'n/a',
  'na',
  'not applicable',
  'no opinion',
  'no answer',
  'prefer not to say',
  'no response',
  '-',
  '–',
  'none',
  'null',
  'nan',
  'star_rating_unspecified',
  'offered',
  'unoffered',
  'received',
  ...nothing,
]);

/** A word as scales are written: small letters, straight apostrophes, single blanks, no skin tones. */
export function plainWord(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\uFE0E|\uFE0F|[\u{1F3FB}-\u{1F3FF}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

export const saysNothing = (cell: string): boolean => none.has(plainWord(cell));

/**
 * The scales that know every one of these words (plain, without those that say nothing). Of scales that give the same
 * values one is kept. Several left means that the words seen do not tell them apart; `answers` is how often they occur.
 */
export function scalesKnowing(words: Iterable<string>, answers: number): WordScale[] {
  const seen = [...words];
  const found: WordScale[] = [];
  if (seen.length === 0) return found;
  for (const scale of wordScales) {
    if (!seen.every((word) => Object.hasOwn(scale.words, word))) continue;
    const same = found.some(
      (other) =>
        other.metric === scale.metric && seen.every((word) => other.words[word] === scale.words[word]),
    );
    if (!same) found.push(scale);
  }
  // Where every step of one scale was seen it is that one: in a whole file somebody takes the middle of five.
  const steps = new Set(seen).size;
  const whole = found.filter((scale) => new Set(Object.values(scale.words)).size === steps);
  return whole.length === 1 && (steps >= 5 || answers >= 30) ? whole : found;
}
