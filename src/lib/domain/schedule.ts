import { addDays, localDay, momentOf, weekday, type Day } from './calendar';

/**
 * When something is on: on `days` (1 = Monday … 7 = Sunday; absent or empty: every day), `from` and `to` as local
 * `HH:MM` (absent: from midnight, to midnight). Where `to` is not after `from` it runs past midnight and belongs to the
 * day on which it begins.
 */
export interface Daypart {
  days?: number[];
  from?: string;
  to?: string;
}

const allDay = (part: Daypart) => !part.from && !part.to;

function spanOf(part: Daypart, day: Day, timeZone: string): { start: number; end: number } {
  const from = part.from ?? '00:00';
  const to = part.to ?? '00:00';
  return {
    start: momentOf(day, from, timeZone).getTime(),
    end: momentOf(to > from ? day : addDays(day, 1), to, timeZone).getTime(),
  };
}

const runsOn = (part: Daypart, day: Day) => !part.days?.length || part.days.includes(weekday(day));

/** Whether the daypart is on at this moment. */
export function isOn(part: Daypart, now: Date, timeZone: string): boolean {
  const today = localDay(now, timeZone);
  if (allDay(part)) return runsOn(part, today);
  return [addDays(today, -1), today].some((day) => {
    if (!runsOn(part, day)) return false;
    const { start, end } = spanOf(part, day, timeZone);
    return start <= now.getTime() && now.getTime() < end;
  });
}

/** The next moment after `now` at which the daypart goes on or off; undefined where it never changes. */
export function nextChange(part: Daypart, now: Date, timeZone: string): Date | undefined {
  if (allDay(part) && !part.days?.length) return undefined;
  const today = localDay(now, timeZone);
  const is = isOn(part, now, timeZone);
  const moments = new Set<number>();
  for (let ahead = -1; ahead <= 8; ahead++) {
    const day = addDays(today, ahead);
    const { start, end } = spanOf(allDay(part) ? {} : part, day, timeZone);
    moments.add(start).add(end);
  }
  const next = [...moments]
    .filter((moment) => moment > now.getTime())
    .sort((a, b) => a - b)
    .find((moment) => isOn(part, new Date(moment), timeZone) !== is);
  return next === undefined ? undefined : new Date(next);
}
