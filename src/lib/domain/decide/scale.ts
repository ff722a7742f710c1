import { fits, scales, type Metric, type Scale } from '../metric';
import type { Fault } from '../refusal';

/** What is wrong with the scale given for a metric: a `rating` needs one, the others have their own. */
export function scaleFaults(metric: Metric, scale: Scale | null | undefined, at = ''): Fault[] {
  const path = `${at}scale`;
  if (metric !== 'rating') return scale ? [{ code: 'scale-not-wanted', path, values: { metric } }] : [];
  if (!scale) return [{ code: 'scale-missing', path }];
  const { min, max, top } = scale;
  const whole = [min, max, top].every((end) => Number.isSafeInteger(end) && Math.abs(end) <= 1000);
  return whole && min < top && top <= max ? [] : [{ code: 'scale-malformed', path }];
}

/** What is wrong with a value on the metric's scale. */
export function valueFaults(
  metric: Metric,
  scale: Scale | null | undefined,
  value: number,
  at = '',
): Fault[] {
  const own = metric === 'rating' ? scale : scales[metric];
  if (!own || fits(value, own)) return [];
  return [{ code: 'value-out-of-range', path: `${at}value`, values: { metric, min: own.min, max: own.max } }];
}
