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
      hourCycle: 'h23',
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
/** Between these moments every zone's clock changes on a quarter of an hour only, 2000–2100. */
const [from, until] = [Date.UTC(2000), Date.UTC(2100)];
const offsets = new Map<string, number>();

/** Asking Intl costs some 0.1 ms; what it said holds for the quarter of an hour. */
function parts(at: Date, timeZone: string): Fields {
  const moment = at.getTime();
  if (!(moment >= from && moment < until)) return read(at, timeZone);
  const begins = moment - (moment % quarter);
  const key = `${timeZone} ${begins}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const { year, month, day, hour, minute, second } = read(new Date(begins), timeZone);
    offset = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - begins;
    if (offsets.size > 2_000) offsets.clear();
    offsets.set(key, offset);
  }
  const iso = new Date(moment + offset).toISOString();
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  const [hour = '', minute = '', second = ''] = iso.slice(11, 19).split(':');
  return { year, month, day, hour, minute, second };
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
  const { year, month, day } = parts(at, timeZone);
  return `${year}-${month}-${day}`;
}

/** The local wall-clock time of a moment, `HH:MM`. */
export function localTime(at: Date, timeZone: string): string {
  const { hour, minute } = parts(at, timeZone);
  return `${hour}:${minute}`;
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
export function momentOf(day: Day, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  const offsetAt = (moment: number) => {
    const { year, month, day, hour, minute, second } = parts(new Date(moment), timeZone);
    return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) - moment;
  };
  const before = offsetAt(wanted - 86_400_000);
  const after = offsetAt(wanted + 86_400_000);
  const fitting = [wanted - before, wanted - after].filter((moment) => moment + offsetAt(moment) === wanted);
  if (fitting.length > 0) return new Date(Math.min(...fitting));
  // Skipped by the change: find the change itself.
  let [low, high] = [wanted - Math.max(before, after), wanted - Math.min(before, after)];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (middle <= low) break;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return new Date(high);
}
