import { daysBetween, localDay, localTime, type Day } from '../domain/calendar';
import { spoken } from '../domain/language';

/** Kept: a wall asks for the same few at every change, and they are dear to make. */
const formats = new Map<string, Intl.DateTimeFormat>();

function format(
  options: Intl.DateTimeFormatOptions,
  language: string,
  timeZone: string,
): Intl.DateTimeFormat {
  const key = JSON.stringify([language, timeZone, options]);
  let known = formats.get(key);
  if (!known) {
    if (formats.size > 200) formats.clear();
    known = new Intl.DateTimeFormat(spoken(language), { timeZone, ...options });
    formats.set(key, known);
  }
  return known;
}

/** A local date in words: "1 September", with the year where it is not `today`'s. */
export function dayInWords(day: Day, today: Day, language: string): string {
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return format({ day: 'numeric', month: 'long', ...year }, language, 'UTC').format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** Two local dates in words: "9–15 November". */
export function daysInWords(from: Day, to: Day, today: Day, language: string): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (from === to) return dayInWords(to, today, language);
  const first = sameMonth
    ? format({ day: 'numeric' }, language, 'UTC').format(new Date(`${from}T00:00:00Z`))
    : dayInWords(from, from.slice(0, 4) === to.slice(0, 4) ? from : today, language);
  return `${first}${sameMonth ? '–' : ' – '}${dayInWords(to, today, language)}`;
}

/** The name of a month, of a local date in it. */
export const monthInWords = (day: Day, language: string): string =>
  format({ month: 'long' }, language, 'UTC').format(new Date(`${day}T00:00:00Z`));

/** The name of a weekday, of a moment. */
export const weekdayInWords = (at: string, timeZone: string, language: string): string =>
  format({ weekday: 'long' }, language, timeZone).format(new Date(at));

/** A moment in words, in a time zone: "Sunday 14:10" within the last six days, else "1 September 14:10". */
export function momentInWords(at: string, today: Day, timeZone: string, language: string): string {
  const moment = new Date(at);
  const day = localDay(moment, timeZone);
  const time = localTime(moment, timeZone);
  const age = daysBetween(day, today);
  return age >= 0 && age < 7
    ? `${weekdayInWords(at, timeZone, language)} ${time}`
    : `${dayInWords(day, today, language)} ${time}`;
}

/** The next of these moments after `now`; undefined where none is. */
export function soonest(moments: readonly Date[], now: Date): Date | undefined {
  const later = moments.map(Number).filter((moment) => moment > now.getTime());
  return later.length > 0 ? new Date(Math.min(...later)) : undefined;
}
