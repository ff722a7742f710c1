import { addDays, localDay, momentOf } from './calendar';
import type { Team } from './records';

/** How often something is needed. */
export const rhythms = ['shift', 'day', 'week', 'month'] as const;
export type Rhythm = (typeof rhythms)[number];

/** What a team has settled on. */
export interface Cadence {
  /** How often reports are needed. */
  reports: Rhythm;
  /** How often the turn goes round: Involve, Focus and Thanks follow it. */
  turn: Rhythm;
  /** Sources that come at a rhythm of their own; one that is not here may come as it likes. */
  sources: Record<string, Rhythm>;
  /** Local times (`HH:MM`, ascending, at least one) at which shifts begin; a shift lasts until the next begins. */
  shifts: string[];
}

/** At most this many shifts a day. */
export const mostShifts = 6;

/** Days that may pass at a rhythm before something counts as old. */
export const daysOf: Record<Rhythm, number> = { shift: 1, day: 1, week: 7, month: 31 };
/** Days after which something is to be done next: a week’s on its sixth day, a month’s in its last week. */
const ripeAfter: Record<Exclude<Rhythm, 'shift'>, number> = { day: 1, week: 6, month: 25 };

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

/** When what was last done at a moment is to be done next (`ripe`), and from when on it is past its date (`due`). */
export function nextAfter(
  last: Date,
  rhythm: Rhythm,
  { shifts }: Pick<Cadence, 'shifts'>,
  timeZone: string,
): { ripe: Date; due: Date } {
  if (rhythm === 'shift') {
    const { to } = shiftAt(last, shifts, timeZone);
    return { ripe: to, due: shiftAt(to, shifts, timeZone).to };
  }
  const day = localDay(last, timeZone);
  const midnight = (days: number) => momentOf(addDays(day, days), '00:00', timeZone);
  return { ripe: midnight(ripeAfter[rhythm]), due: midnight(daysOf[rhythm] + 1) };
}
