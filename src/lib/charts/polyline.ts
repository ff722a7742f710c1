import { pathRound } from 'd3';

/**
 * The `d` of a straight-lined path through `points` ([x, y]), three decimals; `closed` joins its end to its start. d3's
 * `line` and `area` do this too, with all of their curves in tow.
 */
export function polyline(points: readonly (readonly [number, number])[], closed = false): string {
  const path = pathRound();
  points.forEach(([x, y], i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  if (closed) path.closePath();
  return path.toString();
}
