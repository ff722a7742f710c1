import * as v from 'valibot';
import { cleanText } from '$lib/domain/verbatim';

/** A text of an example that people wrote, by the way to it. */
export interface Written {
  path: readonly (string | number)[];
  text: string;
}

/** Fields whose strings a program wrote. */
const programs = /^(id|measure|metric|unit|source|icon|path|address|src|timeZone|language)$/;
/** Moments, days and times; addresses; outlines of drawings; zones of time. */
const written =
  /^\d{4}-\d\d(-\d\d)?|^\d\d:\d\d|^[a-z]+:\S|^\/|^[Mm][\d. ,-]+[A-Za-z]|^[A-Z][a-z]+\/[A-Z]\w+$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const stringsIn = (value: unknown, path: readonly (string | number)[] = []): Written[] =>
  typeof value === 'string'
    ? [{ path, text: value }]
    : Array.isArray(value)
      ? value.flatMap((each, index) => stringsIn(each, [...path, index]))
      : isRecord(value)
        ? Object.entries(value).flatMap(([key, each]) => stringsIn(each, [...path, key]))
        : [];

/** The same value with another text at the end of each way. */
function replaced<T>(value: T, texts: readonly Written[]): T {
  const copy: T = structuredClone(value);
  for (const { path, text } of texts) {
    let inside: unknown = copy;
    for (const key of path.slice(0, -1)) inside = isRecord(inside) ? inside[key] : undefined;
    const last = path.at(-1);
    if (isRecord(inside) && last !== undefined) inside[last] = text;
  }
  return copy;
}

/**
 * The texts of a panel's data that people wrote: strings that its schema lets be anything, and that do not look like what a
 * program writes.
 */
export function ownWords(data: unknown, schema: v.GenericSchema): Written[] {
  return stringsIn(data).filter(
    ({ path, text }) =>
      text.trim() !== '' &&
      !programs.test(String(path.at(-1))) &&
      !written.test(text) &&
      v.is(schema, replaced(data, [{ path, text: 'any text at all' }])),
  );
}

/** The same field of another item of a list is the same field. */
export const fieldOf = ({ path }: Written): string =>
  path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');

/**
 * The data with other words in place of people's own: `other` gets a text and its place among them. What stood within another
 * text (a phrase set in colour) is the beginning of that text's other words.
 */
export function withWords<T>(
  data: T,
  own: readonly Written[],
  other: (text: string, index: number, field: string) => string,
): T {
  const texts = own.map((each, index) => ({ path: each.path, text: other(each.text, index, fieldOf(each)) }));
  const phrases = own.map((each, index) => {
    const whole = own.findIndex(
      ({ path, text }, at) =>
        at !== index &&
        text !== each.text &&
        text.includes(each.text) &&
        path.slice(0, -1).join() === each.path.slice(0, -1).join(),
    );
    const text = texts[whole]?.text.split(' ').slice(0, 2).join(' ') ?? texts[index]?.text ?? '';
    return { path: each.path, text };
  });
  return replaced(data, phrases);
}

const arabic =
  'حين وصلنا متأخرين مساء الجمعة كان المطبخ قد أغلق، ومع ذلك سألتنا الزميلة عند المدخل إن كنا جائعين، ثم أحضرت لنا شوربة ساخنة وخبزًا طازجًا وقالت إن المستعجلين يحتاجون إلى كرسي قبل أن يحتاجوا إلى قائمة. في الصباح وجدنا المظلات مرتبة قرب الباب ومعها ورقة صغيرة كتب عليها: خذوها وأعيدوها متى شئتم، فالمطر لا يسأل عن المواعيد.';
const arabicWords = arabic.split(' ');

/** Arabic words of about a text's length; `from` lets texts differ. */
export function arabicLike(text: string, from = 0): string {
  let words = '';
  for (let index = 0; ; index++) {
    const word = arabicWords[(from * 7 + index) % arabicWords.length] ?? '';
    if (words && words.length + 1 + word.length > Math.max(text.length, 4)) return words;
    words = words ? `${words} ${word}` : word;
  }
}

/** The naughty strings as they come to a wall: made safe at the door, those of which nothing is left kept out there. */
export const naughtyStrings = (all: readonly string[], limit = 400): string[] =>
  all.map((text) => cleanText(text, limit)).filter(Boolean);
