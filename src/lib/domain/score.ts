import { addDays, daysBetween, type Day } from './calendar';
import { readMeasure, type Measure } from './metric';
import { studentT } from './student-t';

/** So many answers of one value. */
export interface Count {
  value: number;
  count: number;
}

/**
 * A score with its 95 % interval: NPS in points −100…100, shares in percent 0…100, CES 1…7; unrounded.
 * All three are null where there is no answer, or too few to be shown.
 */
export interface Score {
  score: number | null;
  n: number;
  low: number | null;
  high: number | null;
}

/** Two periods compared; `low` and `high` bound the change (95 %). */
export interface Comparison {
  change: number;
  low: number;
  high: number;
  /** At least 30 answers on each side and 0 outside the interval. */
  clear: boolean;
}

/** The 97.5 % quantile of the normal distribution. */
const z = 1.959963984540054;

const within = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

function known(measure: Measure) {
  const read = readMeasure(measure);
  if (!read) throw new TypeError(`no such measure: ${measure}`);
  return read;
}

/** How many answers there are. */
export const answersIn = (counts: Iterable<Count>): number => {
  let n = 0;
  for (const { count } of counts) n += count;
  return n;
};

/** Answers at and above `top` of the measure's scale, those below, and — for NPS — the passives between. */
export function bands(
  counts: Iterable<Count>,
  measure: Measure,
): { top: number; middle: number; low: number; n: number } {
  const { metric, scale } = known(measure);
  let [top, middle, low] = [0, 0, 0];
  for (const { value, count } of counts) {
    if (value >= scale.top) top += count;
    else if (metric === 'nps' && value >= 7) middle += count;
    else low += count;
  }
  return { top, middle, low, n: top + middle + low };
}

function moments(counts: Iterable<Count>): { n: number; mean: number; variance: number } {
  let [n, sum] = [0, 0];
  const list = [...counts];
  for (const { value, count } of list) {
    n += count;
    sum += value * count;
  }
  const mean = sum / n;
  let squares = 0;
  for (const { value, count } of list) squares += count * (value - mean) ** 2;
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}

/**
 * The score of a measure and its 95 % interval.
 *
 * NPS: share of 9–10 minus share of 0–6, with the adjusted Wald interval (Rocks 2016, "Interval Estimation for the Net
 * Promoter Score": ¾ promoter, 1½ passive and ¾ detractor are added). CES: mean, Student's t. All others: share at and
 * above the scale's top, Wilson (1927). Intervals end where the scale ends.
 */
export function scoreOf(counts: Iterable<Count>, measure: Measure): Score {
  const list = [...counts];
  const { metric, scale } = known(measure);
  const { top, low, n } = bands(list, measure);
  if (n === 0) return { score: null, n: 0, low: null, high: null };

  if (metric === 'nps') {
    const [p, d] = [(top + 0.75) / (n + 3), (low + 0.75) / (n + 3)];
    const reach = z * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
    return {
      score: (100 * (top - low)) / n,
      n,
      low: 100 * within(p - d - reach, -1, 1),
      high: 100 * within(p - d + reach, -1, 1),
    };
  }
  if (metric === 'ces') {
    const { mean, variance } = moments(list);
    const reach = n > 1 ? studentT(n - 1) * Math.sqrt(variance / n) : Infinity;
    return {
      score: mean,
      n,
      low: within(mean - reach, scale.min, scale.max),
      high: within(mean + reach, scale.min, scale.max),
    };
  }
  const p = top / n;
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return {
    score: 100 * p,
    n,
    low: 100 * within(centre - reach, 0, 1),
    high: 100 * within(centre + reach, 0, 1),
  };
}

/** The score as it may be shown: nothing but n where there are fewer answers than the team's minimum. */
export function shownScore(counts: Iterable<Count>, measure: Measure, minimumN: number): Score {
  const score = scoreOf(counts, measure);
  return score.n < minimumN ? { score: null, n: score.n, low: null, high: null } : score;
}

/**
 * How the score changed from one period to the next, and whether that is clear: at least 30 answers on each side and
 * the difference's 95 % interval without 0. The interval is MOVER's from the two scores' own (Zou & Donner 2008); for
 * CES it is Welch's. Undefined where a side has no answers.
 */
export function compare(
  now: Iterable<Count>,
  before: Iterable<Count>,
  measure: Measure,
): Comparison | undefined {
  const [a, b] = [[...now], [...before]];
  const [one, two] = [scoreOf(a, measure), scoreOf(b, measure)];
  if (one.score === null || one.low === null || one.high === null) return undefined;
  if (two.score === null || two.low === null || two.high === null) return undefined;
  const change = one.score - two.score;
  let [low, high] = [
    change - Math.hypot(one.score - one.low, two.high - two.score),
    change + Math.hypot(one.high - one.score, two.score - two.low),
  ];
  if (known(measure).metric === 'ces') {
    const [x, y] = [moments(a), moments(b)];
    const [vx, vy] = [x.variance / x.n, y.variance / y.n];
    const together = vx + vy;
    const df = (together * together) / (vx ** 2 / (x.n - 1 || 1) + vy ** 2 / (y.n - 1 || 1));
    const reach = together > 0 ? studentT(Math.max(1, df)) * Math.sqrt(together) : 0;
    [low, high] = [change - reach, change + reach];
  }
  return { change, low, high, clear: one.n >= 30 && two.n >= 30 && (low > 0 || high < 0) };
}

/** A period of whole local days, both ends included. */
export interface Period {
  from: Day;
  to: Day;
}

/** The `days` days that end on `to`. */
export const periodOf = (to: Day, days: number): Period => ({ from: addDays(to, 1 - days), to });

/** The equally long period just before. */
export const periodBefore = (to: Day, days: number): Period => periodOf(addDays(to, -days), days);

/** Where the days of a team’s figures end: today or, past its cadence, on the newest answered day. */
export function figuresEnd(newest: Day, today: Day, cadenceDays: number): Day {
  return newest > today || daysBetween(newest, today) > cadenceDays ? newest : today;
}

/** Adds up what falls into a period, by value. */
export function countsIn(rows: Iterable<Count & { day: Day }>, period: Period): Count[] {
  const sums = new Map<number, number>();
  for (const { day, value, count } of rows)
    if (day >= period.from && day <= period.to) sums.set(value, (sums.get(value) ?? 0) + count);
  return [...sums].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/**
 * Which of a team's measures stands on the wall: the preferred one where it has answers; else, of those answered within
 * a week of the newest answer of all, the one with most answers, so that two living measures do not take turns.
 */
export function pickMeasure<A extends { measure: Measure; latest: string; rows: Iterable<Count> }>(
  answers: readonly A[],
  preferred: Measure | null | undefined,
): A | undefined {
  const some = answers.filter(({ rows }) => answersIn(rows) > 0);
  const wanted = some.find(({ measure }) => measure === preferred);
  if (wanted) return wanted;
  const newest = Math.max(...some.map(({ latest }) => Date.parse(latest)));
  const living = some.filter(({ latest }) => newest - Date.parse(latest) <= 7 * 86_400_000);
  return living.sort(
    (a, b) => answersIn(b.rows) - answersIn(a.rows) || a.measure.localeCompare(b.measure),
  )[0];
}
