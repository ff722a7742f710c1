import { addDays, daysBetween, localDay, momentOf } from './calendar';
import type { Countdown } from './hung';

type Course = Pick<Countdown, 'day' | 'time'>;

/** For how long "now" stands on the wall after the moment came, in milliseconds. */
const lingers = 3_600_000;

/** When it comes and when it leaves the wall. A day without a time comes with its first minute and leaves after its last. */
export function momentsOf({ day, time }: Course, timeZone: string): { comes: Date; leaves: Date } {
  const comes = momentOf(day, time ?? '00:00', timeZone);
  return {
    comes,
    leaves:
      time === null ? momentOf(addDays(day, 1), '00:00', timeZone) : new Date(comes.getTime() + lingers),
  };
}

/** What is still to go, as people count: days while they are more than one, then hours, minutes, and the last seconds. */
export type ToGo =
  | { unit: 'days'; count: number }
  | { unit: 'tomorrow' }
  | { unit: 'hours'; count: number; minutes: number }
  | { unit: 'minutes' | 'seconds'; count: number }
  | { unit: 'there' };

const halfDay = 12 * 3_600_000;

/**
 * What is to go at `now`. Days are the local calendar's, so that a clock change makes none longer; hours are as long as they
 * last. A day without a time has no hours.
 */
export function toGo(course: Course, timeZone: string, now: Date): ToGo {
  const left = momentsOf(course, timeZone).comes.getTime() - now.getTime();
  if (left <= 0) return { unit: 'there' };
  const days = daysBetween(localDay(now, timeZone), course.day);
  const isDay = course.time === null;
  if (days > 1 && (isDay || left >= 2 * halfDay)) return { unit: 'days', count: days };
  if (days > 0 && (isDay || left >= halfDay)) return { unit: 'tomorrow' };
  if (left < 60_000) return { unit: 'seconds', count: Math.ceil(left / 1000) };
  const minutes = Math.ceil(left / 60_000);
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  return { unit: 'hours', count: Math.floor(minutes / 60), minutes: minutes % 60 };
}
