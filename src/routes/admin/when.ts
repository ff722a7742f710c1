import { addDays, daysBetween, localDay, localTime, weekday, type Day } from '$lib/domain/calendar';
import { signOf, spoken } from '$lib/domain/language';
import { m } from '$lib/paraglide/messages';

/** A day as people say it: today, yesterday, Friday (within the week), 3 October, 3 October 2025. */
export function dayWords(day: Day, today: Day, language: string): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return m.admin_today();
  if (ahead === -1) return m.admin_yesterday();
  if (ahead === 1) return m.admin_tomorrow();
  const date = new Date(`${day}T12:00:00Z`);
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(spoken(language), { ...options, timeZone: 'UTC' }).format(date);
  if (Math.abs(ahead) < 7) return format({ weekday: 'long' });
  return day.slice(0, 4) === today.slice(0, 4)
    ? format({ day: 'numeric', month: 'long' })
    : format({ day: 'numeric', month: 'long', year: 'numeric' });
}

/** A moment as people say it, with the time where it is near: "today 10:02", "Friday 16:30", "3 October". */
export function whenWords(at: string, now: string, timeZone: string, language: string): string {
  const moment = new Date(at);
  const today = localDay(new Date(now), timeZone);
  const day = localDay(moment, timeZone);
  const words = dayWords(day, today, language);
  if (day <= addDays(today, -7) || day >= addDays(today, 7)) return words;
  return m.admin_day_time({ day: words, time: localTime(moment, timeZone) });
}

/** Since when something has hung: the time alone where it was today. */
export function sinceWords(at: string, now: string, timeZone: string, language: string): string {
  const today = localDay(new Date(now), timeZone);
  return localDay(new Date(at), timeZone) === today
    ? localTime(new Date(at), timeZone)
    : whenWords(at, now, timeZone, language);
}

/** The name of a day of the week, 1 = Monday, short. */
export function weekdayWords(day: number, language: string): string {
  const monday = addDays('2024-01-01', 1 - weekday('2024-01-01'));
  const date = new Date(`${addDays(monday, day - 1)}T12:00:00Z`);
  return new Intl.DateTimeFormat(spoken(language), { weekday: 'short', timeZone: 'UTC' }).format(date);
}

/** A month such as `2026-11` in words. */
export const monthWords = (month: string, language: string): string =>
  new Intl.DateTimeFormat(spoken(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-15T12:00:00Z`),
  );

/** A number as people write it, with a real minus sign and at most one decimal. */
export function numberWords(value: number, language: string, signed = false): string {
  const written = new Intl.NumberFormat(spoken(language), { maximumFractionDigits: 1 }).format(
    Math.abs(value),
  );
  return signOf(value, signed, language) + written;
}

/** How long it was from one moment to another, in whole minutes, hours (to two days) or days. */
export function spanWords(from: string, to: string): string {
  const minutes = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));
  if (minutes < 60) return m.span_minutes({ count: minutes });
  if (minutes < 48 * 60) return m.span_hours({ count: Math.round(minutes / 60) });
  return m.span_days({ count: Math.round(minutes / 1440) });
}
