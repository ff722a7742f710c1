/** Maps a value to its height. */
export type TrendScale = (value: number) => number;

/**
 * The vertical scale of a trend: all of `values` lie between `top` and `bottom` (smaller is higher). A span under
 * `least` is not blown up to the full height: it keeps its measure and stands in the middle.
 */
export function trendScale(
  values: readonly number[],
  { top, bottom, least }: { top: number; bottom: number; least: number },
): TrendScale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spare = Math.max(0, least - (high - low)) / 2;
  const span = high - low + 2 * spare || 1;
  return (value) => bottom - ((value - low + spare) / span) * (bottom - top);
}
