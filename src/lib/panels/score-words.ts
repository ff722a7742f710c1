import { signOf, spoken } from '../domain/language';
import { readMeasure, type Measure } from '../domain/metric';
import type { CustomerWord } from '../domain/records';
import { m } from '../paraglide/messages';

/** How a measure's score is spoken of. */
export type ScoreForm = 'points' | 'share' | 'mean';

export const formOf = (measure: Measure): ScoreForm => {
  const metric = readMeasure(measure)?.metric;
  return metric === 'nps' ? 'points' : metric === 'ces' ? 'mean' : 'share';
};

/** One for each language and number of digits: they are dear to make, and a counting figure asks at every frame. */
const numbers = new Map<string, Intl.NumberFormat>();

function formatted(value: number, language: string, digits = 0): string {
  const key = `${language} ${digits}`;
  let format = numbers.get(key);
  if (!format) {
    format = new Intl.NumberFormat(spoken(language), {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    numbers.set(key, format);
  }
  return format.format(value);
}

/** A whole number with its sign: "+62", "−8", "0". */
export function signed(value: number, language: string): string {
  const whole = Math.round(value);
  return signOf(whole, true, language) + formatted(Math.abs(whole), language);
}

/** A number as people read it. */
export const plain = (value: number, language: string): string => formatted(value, language);

/**
 * The score in figures and what follows them smaller: points are signed, a share is "34 of 40" below 100 answers and
 * "84 %" from there, a mean has one decimal.
 */
export function scoreInFigures(
  score: number,
  n: number,
  form: ScoreForm,
  language: string,
): { figures: string; after: string } {
  if (form === 'points') return { figures: signed(score, language), after: '' };
  if (form === 'mean') return { figures: formatted(score, language, 1), after: m.score_of_seven() };
  if (n < 100)
    return { figures: plain((score * n) / 100, language), after: m.score_of_n({ n: plain(n, language) }) };
  return { figures: plain(score, language), after: '%' };
}

/** A change without its sign, rounded as the score itself is shown. */
export const changeInFigures = (change: number, form: ScoreForm, language: string): string =>
  formatted(Math.abs(change), language, form === 'mean' ? 1 : 0);

/** Up, flat or down as the rounded figure says. */
export function directionOf(change: number, form: ScoreForm): 'up' | 'flat' | 'down' {
  const step = form === 'mean' ? Math.round(change * 10) : Math.round(change);
  return step > 0 ? 'up' : step < 0 ? 'down' : 'flat';
}

const fractions = [
  ['none', 0],
  ['hardly', 0.03],
  ['1-10', 0.1],
  ['1-5', 0.2],
  ['1-4', 0.25],
  ['1-3', 1 / 3],
  ['2-5', 0.4],
  ['1-2', 0.5],
  ['3-5', 0.6],
  ['2-3', 2 / 3],
  ['3-4', 0.75],
  ['4-5', 0.8],
  ['9-10', 0.9],
  ['nearly', 0.97],
  ['all', 1],
] as const;

/** A share (0…1) of the customers in everyday words: "two in three guests". Only all are "all", only none are "no". */
export function shareInWords(share: number, customer: CustomerWord): string {
  const named = fractions.filter(([, value]) => (share > 0 || value === 0) && (share < 1 || value === 1));
  const near = named
    .filter(([name]) => (name !== 'none' || share === 0) && (name !== 'all' || share === 1))
    .reduce((best, next) => (Math.abs(next[1] - share) < Math.abs(best[1] - share) ? next : best));
  return m.score_share({ share: near[0], customers: allCustomers(customer) });
}

/** The team's word for those it serves, for so many of them. */
export const customersInWords = (count: number, customer: CustomerWord): string =>
  m.customers({ count, customer });

/**
 * The team's word for all of those it serves, where no number stands before it. Languages that have another word for each number
 * give it as their word for none.
 */
export const allCustomers = (customer: CustomerWord): string => customersInWords(0, customer);

/** A sentence begins with a capital. */
export const sentence = (text: string, language: string): string => {
  const [first = ''] = text;
  return first.toLocaleUpperCase(language) + text.slice(first.length);
};

/**
 * Splits a text around the first place of `part`, so that it can be set bold. Tied spaces and soft hyphens are the setting's, not the
 * text's.
 */
export function around(text: string, part: string): [string, string, string] {
  const letters = Array.from(part, (letter) =>
    /\s/.test(letter) ? '\\s' : letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&'),
  );
  const found = new RegExp(letters.join('\u00ad?')).exec(text);
  if (!found) return [text, '', ''];
  return [text.slice(0, found.index), found[0], text.slice(found.index + found[0].length)];
}

/** A score that stands beside another: as points, or as many of how many; of seven goes without saying. */
export function scoreBeside(
  { score, n }: { score: number; n: number },
  form: ScoreForm,
  language: string,
): string {
  const { figures, after } = scoreInFigures(score, n, form, language);
  return form === 'share' ? `${figures} ${after}` : figures;
}
