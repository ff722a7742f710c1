import { daysBetween, type Day } from './calendar';
import type { Goal, Reading } from './practice';

/** How far a goal has come. Amounts are in the goal's own unit and count towards the target, whichever way that lies. */
export interface Progress {
  current: number;
  /** Of the way from baseline to target, 0…1; below 0 or above 1 where it went beyond. */
  share: number;
  /** Moved towards the target since the start; negative when it moved away. */
  gained: number;
  /** Still to go; 0 once reached. */
  toGo: number;
  reached: boolean;
}

/** Where the goal stands against a straight line from baseline on `start` to target on `due`. */
export interface Pace {
  /** What the straight line says for today. */
  expected: number;
  /** `ahead` and `behind` by more than a twentieth of the whole way. */
  state: 'ahead' | 'on' | 'behind';
  /** Whole days until `due`; negative once it is past. */
  daysLeft: number;
}

/** The newest reading; of two on one day the later entry. */
export function newestReading(readings: readonly Reading[]): Reading | undefined {
  return readings.reduce<Reading | undefined>(
    (best, reading) => (!best || reading.day >= best.day ? reading : best),
    undefined,
  );
}

type Course = Pick<Goal, 'baseline' | 'target' | 'start' | 'due'>;

/** Progress of a goal at its current value. */
export function progressOf(goal: Pick<Goal, 'baseline' | 'target'>, current: number): Progress {
  const way = goal.target - goal.baseline;
  const towards = Math.sign(way) || 1;
  const gained = (current - goal.baseline) * towards;
  const toGo = Math.max(0, (goal.target - current) * towards);
  return {
    current,
    share: way === 0 ? (toGo === 0 ? 1 : 0) : gained / Math.abs(way),
    gained,
    toGo,
    reached: toGo === 0,
  };
}

/** Pace of a goal at its current value on a local day. */
export function paceOf(goal: Course, current: number, today: Day): Pace {
  const whole = Math.max(1, daysBetween(goal.start, goal.due));
  const gone = Math.min(1, Math.max(0, daysBetween(goal.start, today) / whole));
  const { share } = progressOf(goal, current);
  return {
    expected: goal.baseline + (goal.target - goal.baseline) * gone,
    state: share >= gone + 0.05 ? 'ahead' : share <= gone - 0.05 ? 'behind' : 'on',
    daysLeft: daysBetween(today, goal.due),
  };
}
