import { addDays, daysBetween, localDay } from '../domain/calendar';
import { m } from '../paraglide/messages';
import { dayInWords, weekdayInWords } from './dates';

/** How long ago a moment is, as people say it: "just now", "2 hours ago", "yesterday", "on Tuesday". */
export function whenInWords(at: string, now: Date, timeZone: string, language: string): string {
  const minutes = Math.floor((now.getTime() - Date.parse(at)) / 60_000);
  if (minutes < 10) return m.shout_outs_just_now();
  if (minutes < 60) return m.shout_outs_minutes_ago({ count: minutes });
  const day = localDay(new Date(at), timeZone);
  const today = localDay(now, timeZone);
  if (day === today || minutes < 240) return m.shout_outs_hours_ago({ count: Math.floor(minutes / 60) });
  if (day === addDays(today, -1)) return m.shout_outs_yesterday();
  return m.shout_outs_on_day({
    day:
      daysBetween(day, today) < 7 ? weekdayInWords(at, timeZone, language) : dayInWords(day, today, language),
  });
}
