import { addDays, daysBetween, localDay, type Day } from '../domain/calendar';
import { readMeasure, type Measure } from '../domain/metric';
import type { Team } from '../domain/records';
import {
  answersIn,
  countsIn,
  figuresEnd,
  periodBefore,
  periodOf,
  pickMeasure,
  shownScore,
  type Count,
  type Period,
} from '../domain/score';
import type { Answers } from './needs';

/** The answers that a score scene is about. */
export interface TeamScore {
  measure: Measure;
  rows: Answers['rows'];
  /** The newest answer's moment (ISO). */
  latest: string;
  /** The team's local date now. */
  today: Day;
  /** Days since the newest answer. */
  ageDays: number;
  /** The newest answer is older than the team's cadence: the wall speaks of the past. */
  stale: boolean;
  /** The days shown: those that end today or, when stale, on the newest answered day. */
  period: Period;
  /** The equally long period before. */
  before: Period;
  counts: Count[];
  countsBefore: Count[];
  n: number;
}

/**
 * Which answers the wall speaks of: the measure that `wanted` or the team prefers, else the newest answered; the last
 * `days` days or, past the cadence, the newest `days` days that hold answers. Undefined before the first answer.
 */
export function teamScore(
  answers: readonly Answers[],
  team: Team,
  wanted: Measure | null | undefined,
  days: number,
  now: Date,
): TeamScore | undefined {
  const picked = pickMeasure(answers, wanted ?? team.measure);
  if (!picked || !readMeasure(picked.measure)) return undefined;
  const today = localDay(now, team.timeZone);
  const newest = picked.rows.reduce((last, { day }) => (day > last ? day : last), '');
  const ageDays = Math.max(0, daysBetween(newest, today));
  const stale = ageDays > team.cadenceDays;
  const end = figuresEnd(newest, today, team.cadenceDays);
  const period = periodOf(end, days);
  const before = periodBefore(end, days);
  const counts = countsIn(picked.rows, period);
  return {
    measure: picked.measure,
    rows: picked.rows,
    latest: picked.latest,
    today,
    ageDays,
    stale,
    period,
    before,
    counts,
    countsBefore: countsIn(picked.rows, before),
    n: answersIn(counts),
  };
}

/** The score of the `days` days that end on `to`. */
export interface ScorePoint {
  to: Day;
  score: number;
  low: number;
  high: number;
  n: number;
}

/**
 * A score's way to `end`, a point a week, oldest first; each is the score of the `days` days up to it, so that the last
 * one is the score itself. Points under the team's minimum n, or whose days begin before the first answer, are left out.
 */
export function scoresByWeek(
  rows: Answers['rows'],
  measure: Measure,
  end: Day,
  { days, weeks, minimumN }: { days: number; weeks: number; minimumN: number },
): ScorePoint[] {
  const first = rows.reduce((earliest, { day }) => (day < earliest ? day : earliest), end);
  const points: ScorePoint[] = [];
  for (let week = weeks; week >= 0; week--) {
    const period = periodOf(addDays(end, -7 * week), days);
    if (period.from < first && week > 0) continue;
    const { score, low, high, n } = shownScore(countsIn(rows, period), measure, minimumN);
    if (score !== null && low !== null && high !== null) points.push({ to: period.to, score, low, high, n });
  }
  return points;
}
