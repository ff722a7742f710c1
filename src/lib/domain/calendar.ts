/** A local date as `YYYY-MM-DD`: what a team calls a day, in the team's time zone. */
export type Day = string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment's fields as its time zone's clock shows them. */
type Fields = Record<string, string>;

function read(at: Date, timeZone: string): Fields {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      // Chromium knows `hourCycle` from 73 on only.
      hour12: false,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
}

const quarter = 900_000;
const wholeDay = 86_400_000;
/** Between these moments every zone's clock changes on a quarter of an hour only, 2000–2100. */
const [from, until] = [Date.UTC(2000), Date.UTC(2100)];
/** By zone, how far its clock is ahead of UTC in a quarter of an hour (counted from 1970), in ms. */
const offsets = new Map<string, Map<number, number>>();

const fieldsMoment = ({ year, month, day, hour, minute, second }: Fields) =>
  // Some browsers call the first hour of a day its 24th.
  Date.parse(`${year}-${month}-${day}T${hour === '24' ? '00' : hour}:${minute}:${second}Z`);

/** How far a zone's clock is ahead of UTC at a moment, in ms. Asking Intl costs some 0.1 ms; what it said is kept. */
function offsetAt(moment: number, timeZone: string): number {
  if (moment < from || moment >= until) return askedOffset(Math.floor(moment / 1000) * 1000, timeZone);
  let zone = offsets.get(timeZone);
  if (!zone) offsets.set(timeZone, (zone = new Map()));
  const number = Math.floor(moment / quarter);
  let offset = zone.get(number);
  if (offset === undefined) {
    offset = askedOffset(number * quarter, timeZone);
    if (zone.size > 20_000) zone.clear();
    zone.set(number, offset);
  }
  return offset;
}

const askedOffset = (moment: number, timeZone: string): number =>
  fieldsMoment(read(new Date(moment), timeZone)) - moment;

const days = new Map<number, Day>();

/** The date of a moment whose zone is UTC. */
function dayOf(moment: number): Day {
  const number = Math.floor(moment / wholeDay);
  let day = days.get(number);
  if (day === undefined) {
    day = new Date(number * wholeDay).toISOString().slice(0, -14);
    if (days.size > 20_000) days.clear();
    days.set(number, day);
  }
  return day;
}

/** Whether this runtime knows the IANA time zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}

/** The local date of a moment. */
export function localDay(at: Date, timeZone: string): Day {
  const moment = at.getTime();
  return dayOf(moment + offsetAt(moment, timeZone));
}

/** The local wall-clock time of a moment, `HH:MM`. */
export function localTime(at: Date, timeZone: string): string {
  const moment = at.getTime();
  return new Date(moment + offsetAt(moment, timeZone)).toISOString().slice(-13, -8);
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days lie from `from` to `to`; 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/**
 * The moment at which a local date and time of day begins. In the hour that a clock change skips it is the
 * moment of the change; in the hour that is repeated, the first of the two.
 */
export const momentOf = (day: Day, time: string, timeZone: string): Date =>
  momentShown(Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`), timeZone);

/** The same for a local date and time given as the moment (ms) at which a clock of UTC shows them. */
export function momentShown(wanted: number, timeZone: string): Date {
  const before = offsetAt(wanted - wholeDay, timeZone);
  const after = offsetAt(wanted + wholeDay, timeZone);
  // A clock that is the same a day before and after did not change in between.
  if (before === after) return new Date(wanted - before);
  const fitting = [wanted - before, wanted - after].filter(
    (moment) => moment + offsetAt(moment, timeZone) === wanted,
  );
  if (fitting.length > 0) return new Date(Math.min(...fitting));
  // Skipped by the change: find the change itself.
  let [low, high] = [wanted - Math.max(before, after), wanted - Math.min(before, after)];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (middle <= low) break;
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return new Date(high);
}
