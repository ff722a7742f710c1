import { addDays, localDay, type Day } from './calendar';
import { newestReading, progressOf } from './goal';
import { readMeasure, type Measure } from './metric';
import type { Goal } from './practice';
import type { Team } from './records';
import { bands, countsIn, figuresEnd, scoreOf, type Count } from './score';

/** Answers of one measure: `rows` by local day and value, `latest` the newest answer's moment (ISO). */
export interface Answers {
  measure: Measure;
  latest: string;
  rows: { day: Day; value: number; count: number }[];
}

/** So many of the newest answered days make a goal's figure where nobody chose otherwise. */
export const figureDays = 30;

/** Where the goal stands: its value, how many stand behind it, and since when. */
export interface Stand {
  value: number;
  n: number | null;
  /** The moment of the newest answer (ISO); null for a reading, which only knows its day. */
  at: string | null;
  day: Day;
}

/** Rounded to one place. */
export const tenth = (value: number) => Math.round(value * 10) / 10;

/** A goal's value in its own unit, from answers to the measure it follows. */
function followed(goal: Goal, counts: Count[], measure: string): number | null {
  const { top, n } = bands(counts, measure);
  if (n === 0) return null;
  if (goal.unit !== 'points') return Math.round((100 * top) / n);
  const { score } = scoreOf(counts, measure);
  return score === null ? null : readMeasure(measure)?.metric === 'ces' ? tenth(score) : Math.round(score);
}

/** What of a team decides which days its figures are of. */
type Calendar = Pick<Team, 'timeZone' | 'cadenceDays'>;

/** The answers of the days that the score is of, too, since the goal began; a goal counted or timed by hand follows none. */
function standOfAnswers(
  goal: Goal,
  { measure, latest, rows }: Answers,
  days: number,
  { timeZone, cadenceDays }: Calendar,
  now: Date,
) {
  const newest = localDay(new Date(latest), timeZone);
  const to = figuresEnd(newest, localDay(now, timeZone), cadenceDays);
  const first = addDays(to, 1 - days);
  const counts = countsIn(rows, { from: goal.start > first ? goal.start : first, to });
  const n = counts.reduce((sum, { count }) => sum + count, 0);
  const value = followed(goal, counts, measure);
  return value === null ? undefined : { value, n, at: latest, day: newest };
}

/**
 * Where a goal stands: where it follows a score, by the answers of the same `days` days as that; else by its newest reading. Undefined
 * before the first of either.
 */
export function standOf(
  goal: Goal,
  answers: Answers[],
  days: number,
  team: Calendar,
  now: Date,
): Stand | undefined {
  const follows =
    goal.follow && goal.unit !== 'count' && goal.unit !== 'minutes'
      ? answers.find(({ measure }) => measure === goal.follow)
      : undefined;
  if (follows) return standOfAnswers(goal, follows, days, team, now);
  const reading = newestReading(goal.readings);
  return reading && { value: tenth(reading.value), n: reading.n, at: null, day: reading.day };
}

/** Whether a goal is reached where it stands; never by fewer answers than the team shows figures for. */
export const isReached = (
  goal: Pick<Goal, 'baseline' | 'target'>,
  stand: Pick<Stand, 'value' | 'n'>,
  minimumN: number,
): boolean => (stand.n === null || stand.n >= minimumN) && progressOf(goal, stand.value).reached;
