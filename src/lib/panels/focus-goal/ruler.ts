/** What a tick of the ruler says. */
export type TickKind = 'start' | 'gained' | 'toGo' | 'rest';

/** A goal's values on a row of equal ticks that always runs from start towards target. */
export interface Ruler {
  /** What one tick is worth, in the goal's unit. */
  step: number;
  ticks: TickKind[];
  /** How many ticks lie before a value. */
  before: (value: number) => number;
}

interface Course {
  unit: 'in-100' | 'points' | 'count' | 'minutes' | 'percent';
  follows: string | null;
  baseline: number;
  target: number;
  /** Where it stands; null: not known. */
  now: number | null;
}

const niceSteps = [0.1, 0.25, 0.5, 1, 2, 2.5, 5].concat(
  [10, 100, 1000, 10_000, 100_000, 1_000_000].flatMap((power) => [power, 2 * power, 5 * power]),
);

/** Lowest and highest value of the scale and what a tick is worth: 100 ticks of a hundred, else as many as are round. */
function scaleOf({ unit, follows, baseline, target, now }: Course): {
  low: number;
  high: number;
  step: number;
} {
  const values = [baseline, target, now ?? baseline];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (follows === 'ces' && unit === 'points') return { low: 1, high: 7, step: 0.1 };
  if (unit !== 'count' && unit !== 'minutes' && most <= 100 && least >= -100)
    return least >= 0 ? { low: 0, high: 100, step: 1 } : { low: -100, high: 100, step: 2 };
  // A quarter more than is needed, so that the far end has room for its words.
  const reach = Math.max(most * 1.25, 1) - Math.min(0, least * 1.25);
  const whole = unit === 'count' && values.every(Number.isInteger);
  const step =
    niceSteps.find((step) => reach / step <= (unit === 'count' ? 48 : 72) && (step >= 1 || !whole)) ??
    reach / 50;
  const [low, high] = [
    Math.floor(Math.min(0, least * 1.25) / step),
    Math.ceil(Math.max(most * 1.25, 1) / step),
  ];
  return { low: low * step, high: high * step, step };
}

/** The ruler of a goal. For one that goes down it runs from high to low, so that progress always moves onwards. */
export function rulerOf(course: Course): Ruler {
  const { baseline, target, now } = course;
  const { low, high, step } = scaleOf(course);
  const count = Math.round((high - low) / step);
  const falls = target < baseline;
  const before = (value: number) =>
    Math.min(count, Math.max(0, Math.round((falls ? high - value : value - low) / step)));
  const [start, current, goal] = [before(baseline), before(now ?? baseline), before(target)];
  const ticks = Array.from({ length: count }, (_, i): TickKind => {
    if (i < Math.min(start, current)) return 'start';
    if (i < current) return 'gained';
    return i < goal ? 'toGo' : 'rest';
  });
  return { step, ticks, before };
}
