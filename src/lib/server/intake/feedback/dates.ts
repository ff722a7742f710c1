import { isTimeZone, momentShown } from '../../../domain/calendar';

/** Which of day and month comes first in dates such as 3/4/2026. */
export type DateOrder = 'day-first' | 'month-first';

/**
 * What a cell says of a moment: an exact one (ms since 1970), or a local date and time (ms since midnight) still to be placed in a zone.
 * `pair` holds the two numbers that are day and month in an order that the cell alone may not tell.
 */
export type ReadDate =
  | { kind: 'exact'; ms: number }
  | {
      kind: 'local';
      year: number;
      month: number;
      day: number;
      time: number;
      dated: boolean;
      zone: string | null;
    }
  | { kind: 'pair'; year: number; pair: [number, number]; time: number; dated: boolean; zone: string | null };

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'pl'];
let names: Map<string, number> | undefined;

/** Month names in the languages that exports come in, whole and short, in small letters without a dot. */
function monthNames(): Map<string, number> {
  if (names) return names;
  names = new Map<string, number>();
  for (const language of languages) {
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' });
      for (let i = 0; i < 12; i++) {
        const name = format
          .format(new Date(Date.UTC(2024, i, 15)))
          .toLowerCase()
          .replace(/\.$/, '');
        if (!names.has(name)) names.set(name, i + 1);
      }
    }
  }
  names.set('sept', 9);
  return names;
}

const sinceMidnight = (hour: number, minute: number, second: number) =>
  ((hour * 60 + minute) * 60 + second) * 1000;
const wholeYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** `15:28`, `3:28:09 PM`, `15.28`, `3:28 p. m.` as ms since midnight; undefined when it is no time of day. */
function readTime(text: string): number | undefined {
  const found = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap])?\.?\s?m?\.?$/i.exec(text);
  if (!found) return undefined;
  const [, hours = '', minutes = '', seconds = '00', half] = found;
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  return hour > 23 || Number(minutes) > 59 || Number(seconds) > 59
    ? undefined
    : sinceMidnight(hour, Number(minutes), Number(seconds));
}

/** An offset as it follows a time (`Z`, `+02:00`, `-0700`, `GMT+8`, `UTC`) in minutes; undefined when it is none. */
function readOffset(text: string): number | undefined {
  if (/^(z|utc|gmt)$/i.test(text)) return 0;
  const found = /^(?:utc|gmt)?\s*([+\-−])(\d{1,2})(?::?(\d{2}))?$/i.exec(text);
  if (!found || Number(found[2]) > 14) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === '+' ? minutes : -minutes;
}

const isDay = (year: number, month: number, day: number) =>
  year >= 1970 &&
  year <= 2200 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  (day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate());

type DatePart = { year: number; month: number; day: number } | { year: number; pair: [number, number] };

function readDatePart(text: string): DatePart | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const short = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (short) {
    const year = wholeYear(short[4] ?? '');
    const pair: [number, number] = [Number(short[1]), Number(short[3])];
    // With dots the day comes first wherever dates are written so.
    return short[2] === '.' ? { year, day: pair[0], month: pair[1] } : { year, pair };
  }
  const words = text
    .replace(/,/g, ' ')
    .replace(/^\p{L}+\.?\s+(?=\d|\p{L})/u, (word) =>
      monthNames().has(word.trim().replace(/\.$/, '').toLowerCase()) ? word : '',
    );
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:de\s+)?(\p{L}+)\.?[\s-]+(?:de\s+)?(\d{4}|\d{2})$/u.exec(words);
  const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s+(\d{4})$/u.exec(words);
  const [day, name, year] = dayFirst
    ? dayFirst.slice(1)
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  const month = monthNames().get((name ?? '').toLowerCase());
  return month && day && year ? { year: wholeYear(year), month, day: Number(day) } : undefined;
}

/** The form that most exports have: `2026-11-22 10:00`, `2026-11-22T10:00:00.000Z`. */
const usual = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?(Z)?)?$/;

/** What a cell says of a moment; undefined when it is no date. */
export function readDate(cell: string): ReadDate | undefined {
  const plain = usual.exec(cell);
  if (plain) {
    const [year, month, day] = [Number(plain[1]), Number(plain[2]), Number(plain[3])];
    const [hour, minute, second] = [Number(plain[4] ?? 0), Number(plain[5] ?? 0), Number(plain[6] ?? 0)];
    if (!isDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return undefined;
    const time = sinceMidnight(hour, minute, second);
    if (plain[7]) return { kind: 'exact', ms: Date.UTC(year, month - 1, day) + time };
    return { kind: 'local', year, month, day, time, dated: plain[4] === undefined, zone: null };
  }
  const text = cell.replace(/[\u00a0\u202f\u2007]/g, ' ').trim();
  if (/^\d{10}$/.test(text)) return { kind: 'exact', ms: Number(text) * 1000 };
  if (/^\d{13}$/.test(text)) return { kind: 'exact', ms: Number(text) };
  if (text.length < 6 || text.length > 60 || !/\d/.test(text)) return undefined;
  // Date, then time, then zone; between date and time a T, a blank, or a comma.
  const split =
    /^(.*?\d)(?:T|,?\s+(?:at\s+|um\s+)?)(\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*[ap]\.?\s?m(?![a-z])\.?)?)\s*(.*)$/i.exec(
      text,
    );
  const date = readDatePart((split?.[1] ?? text).trim());
  const time = split ? readTime((split[2] ?? '').trim()) : 0;
  if (!date || time === undefined) return undefined;
  let zone: string | null = null;
  const rest = split?.[3]?.replace(/^\(|\)$/g, '').trim() ?? '';
  if (rest !== '') {
    const offset = readOffset(rest);
    if (offset !== undefined && 'month' in date) {
      if (!isDay(date.year, date.month, date.day)) return undefined;
      return { kind: 'exact', ms: Date.UTC(date.year, date.month - 1, date.day) + time - offset * 60_000 };
    }
    if (offset !== undefined) zone = rest;
    else if (/^[A-Z][A-Za-z_]+\/[A-Za-z_/+-]+$/.test(rest) && isTimeZone(rest)) zone = rest;
    else return undefined;
  }
  const dated = !split;
  if ('pair' in date)
    return fitsPair(date.year, date.pair) ? { kind: 'pair', ...date, time, dated, zone } : undefined;
  return isDay(date.year, date.month, date.day) ? { kind: 'local', ...date, time, dated, zone } : undefined;
}

const fitsPair = (year: number, [a, b]: [number, number]) => isDay(year, b, a) || isDay(year, a, b);

/** What the dates of a column say about their order: how many fit only one of the two. */
export function orderEvidence(dates: readonly (ReadDate | undefined)[]): {
  pairs: number;
  dayFirst: number;
  monthFirst: number;
} {
  const found = { pairs: 0, dayFirst: 0, monthFirst: 0 };
  for (const date of dates) {
    if (date?.kind !== 'pair') continue;
    found.pairs++;
    const [a, b] = date.pair;
    if (!isDay(date.year, a, b)) found.dayFirst++;
    else if (!isDay(date.year, b, a)) found.monthFirst++;
  }
  return found;
}

/**
 * The order of day and month in a whole column; null where no date needs one, undefined where the column leaves it open
 * or contradicts itself.
 */
export function orderOf(dates: readonly (ReadDate | undefined)[]): DateOrder | null | undefined {
  const { pairs, dayFirst, monthFirst } = orderEvidence(dates);
  if (pairs === 0) return null;
  if (dayFirst > 0 && monthFirst === 0) return 'day-first';
  if (monthFirst > 0 && dayFirst === 0) return 'month-first';
  // 3/3 reads the same either way.
  const open = dates.some((date) => date?.kind === 'pair' && date.pair[0] !== date.pair[1]);
  return open ? undefined : null;
}

/**
 * The moment of a date read, in `zone` where it names none itself; a date without a time is its first moment in
 * `home`, because a day is a day wherever the server stood. Undefined where it does not exist in this order.
 */
export function placeDate(
  date: ReadDate,
  order: DateOrder | null,
  zone: string,
  home: string,
): Date | undefined {
  if (date.kind === 'exact') return new Date(date.ms);
  let [month, day] = date.kind === 'local' ? [date.month, date.day] : [date.pair[0], date.pair[1]];
  if (date.kind === 'pair' && order !== 'month-first') [month, day] = [day, month];
  if (!isDay(date.year, month, day)) return undefined;
  const shown = Date.UTC(date.year, month - 1, day) + date.time;
  if (date.dated) return momentShown(shown, home);
  const offset = date.zone === null ? undefined : readOffset(date.zone);
  return offset === undefined ? momentShown(shown, date.zone ?? zone) : new Date(shown - offset * 60_000);
}
