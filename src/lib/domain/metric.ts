/** The questions that Huddleboard can score. Each has its own whole-number scale; they never mix. */
export const metrics = ['nps', 'csat', 'ces', 'smiley4', 'smiley5', 'stars', 'rating'] as const;
export type Metric = (typeof metrics)[number];

/** The scale of a `rating`: whole values from `min` to `max`; at and above `top` counts as satisfied. */
export interface Scale {
  min: number;
  max: number;
  top: number;
}

/** Smallest and largest value of each metric, and from which value on an answer counts as satisfied. */
export const scales: Record<Exclude<Metric, 'rating'>, Scale> = {
  nps: { min: 0, max: 10, top: 9 },
  csat: { min: 1, max: 5, top: 4 },
  ces: { min: 1, max: 7, top: 5 },
  smiley4: { min: 0, max: 3, top: 2 },
  smiley5: { min: 0, max: 4, top: 3 },
  stars: { min: 1, max: 5, top: 4 },
};

/**
 * A measure is a metric together with its scale, written as one word: `nps`, `csat`, … or `rating:1-10:8`.
 * Answers are only ever added up within one measure.
 */
export type Measure = string;

/** The measure of a metric; a `rating` needs its scale. */
export function measureOf(metric: Metric, scale?: Scale | null): Measure {
  if (metric !== 'rating') return metric;
  if (!scale) throw new TypeError('a rating has a scale');
  return `rating:${scale.min}-${scale.max}:${scale.top}`;
}

/** Metric and scale of a measure, or undefined when the word is no measure. */
export function readMeasure(measure: Measure): { metric: Metric; scale: Scale } | undefined {
  if (Object.hasOwn(scales, measure)) {
    const metric = measure as Exclude<Metric, 'rating'>;
    return { metric, scale: scales[metric] };
  }
  const found = /^rating:(-?\d+)-(-?\d+):(-?\d+)$/.exec(measure);
  if (!found) return undefined;
  const [min, max, top] = found.slice(1).map(Number) as [number, number, number];
  return min < max && top > min && top <= max ? { metric: 'rating', scale: { min, max, top } } : undefined;
}

/** Whether a value is a whole number within the scale. */
export function fits(value: number, scale: Scale): boolean {
  return Number.isInteger(value) && value >= scale.min && value <= scale.max;
}
