import type { ActionPoint } from './action-point';
import { addDays, localDay, momentOf, weekday } from './calendar';
import type { Team } from './records';

/** How often something is needed. */
export const rhythms = ['shift', 'day', 'week', 'month'] as const;
export type Rhythm = (typeof rhythms)[number];

/** A rhythm, every so many days, or on chosen days of the week (1 = Monday … 7 = Sunday, at least one). */
export type Interval = Rhythm | { every: number } | { on: number[] };

/** What a team has settled on. */
export interface Cadence {
  /** How often reports are needed. */
  reports: Interval;
  /** How often the turn goes round: how often customers are thanked. */
  turn: Interval;
  /** Where Involve and Focus do not follow the turn. */
  points?: Partial<Record<Exclude<ActionPoint, 'feedback' | 'thanks'>, Interval>>;
  /** Sources that come at a rhythm of their own; one that is not here may come as it likes. */
  sources: Record<string, Interval>;
  /** Local times (`HH:MM`, ascending, at least one) at which shifts begin; a shift lasts until the next begins. */
  shifts: string[];
}

/** At most this many shifts a day. */
export const mostShifts = 6;
/** At most this many days between one time and the next. */
export const longestInterval = 92;

const isWhole = (value: unknown, min: number, max: number): boolean =>
  Number.isInteger(value) && (value as number) >= min && (value as number) <= max;

/** Whether something that came from outside is an interval. */
export function isInterval(value: unknown): value is Interval {
  if (typeof value !== 'object' || value === null) return rhythms.some((rhythm) => rhythm === value);
  if (Object.keys(value).length !== 1) return false;
  if ('every' in value) return isWhole(value.every, 1, longestInterval);
  if (!('on' in value) || !Array.isArray(value.on)) return false;
  const { on } = value as { on: unknown[] };
  return on.length > 0 && on.length <= 7 && on.every((day) => isWhole(day, 1, 7));
}

/** How often a point is due. */
export function intervalOf(cadence: Cadence, point: ActionPoint): Interval {
  if (point === 'feedback') return cadence.reports;
  return (point === 'thanks' ? undefined : cadence.points?.[point]) ?? cadence.turn;
}

const days: Record<Rhythm, number> = { shift: 1, day: 1, week: 7, month: 31 };

/** From a day of the week to the next chosen one: 1 … 7 days. */
const untilNext = (day: number, chosen: readonly number[]): number =>
  Math.min(...chosen.map((one) => ((((one - day - 1) % 7) + 7) % 7) + 1));

/** Days that may pass before something counts as old: of chosen days of the week, the longest gap. */
export function daysOf(interval: Interval): number {
  if (typeof interval === 'string') return days[interval];
  if ('every' in interval) return interval.every;
  return Math.max(...interval.on.map((day) => untilNext(day, interval.on)));
}

/** The cadence of a team; of one that has settled on none, what its days until a score is old come to. */
export const cadenceOf = (team: Pick<Team, 'cadence' | 'cadenceDays'>): Cadence =>
  team.cadence ?? {
    reports: team.cadenceDays <= 1 ? 'day' : team.cadenceDays <= 13 ? 'week' : 'month',
    turn: 'month',
    sources: {},
    shifts: ['00:00'],
  };

/** One shift of one day, half-open. */
export interface Shift {
  /** The local time at which it begins, as in the cadence. */
  start: string;
  from: Date;
  to: Date;
}

/** The shift that a moment lies in. Shifts whose beginnings a clock change makes one are one: the later named. */
export function shiftAt(at: Date, shifts: readonly string[], timeZone: string): Shift {
  const today = localDay(at, timeZone);
  const starts = [-1, 0, 1, 2].flatMap((ahead) =>
    (shifts.length > 0 ? shifts : ['00:00']).map((start) => ({
      start,
      from: momentOf(addDays(today, ahead), start, timeZone),
    })),
  );
  const now = starts.filter(({ from }) => from <= at).at(-1);
  const next = starts.find(({ from }) => from > at);
  if (!now || !next) throw new RangeError('a day has shifts');
  return { ...now, to: next.from };
}

/** Days after which something is to be done next: on the day before, in the last week where there is more than a fortnight. */
const ripeAfter = (every: number): number => (every < 14 ? Math.max(1, every - 1) : every - 6);

/**
 * When what was last done at a moment is to be done next (`ripe`), and from when on it is past its date (`due`). On chosen days of
 * the week that is the next of them, from its first moment to its last.
 */
export function nextAfter(
  last: Date,
  interval: Interval,
  { shifts }: Pick<Cadence, 'shifts'>,
  timeZone: string,
): { ripe: Date; due: Date } {
  if (interval === 'shift') {
    const { to } = shiftAt(last, shifts, timeZone);
    return { ripe: to, due: shiftAt(to, shifts, timeZone).to };
  }
  const day = localDay(last, timeZone);
  const midnight = (ahead: number) => momentOf(addDays(day, ahead), '00:00', timeZone);
  if (typeof interval === 'object' && 'on' in interval) {
    const next = untilNext(weekday(day), interval.on);
    return { ripe: midnight(next), due: midnight(next + 1) };
  }
  const every = daysOf(interval);
  return { ripe: midnight(ripeAfter(every)), due: midnight(every + 1) };
}
