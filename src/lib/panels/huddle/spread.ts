/** Marks of a step in rows, from the horizon outward; places in u. */
export interface Stacked {
  step: number;
  x: number;
  rows: number;
}

/** What a mark may stand for. */
const stands = [1, 2, 5, 10, 20, 50, 100];
/** The largest and the smallest distance between marks, in u. */
const largest = 4.75;
const smallest = 2.2;

/**
 * Sets counts by step as stacks of marks, in rooms of a height each (u): `each` is how many a mark stands for, so that the highest stack
 * fits with marks that read from four metres; `pitch` is the distance between them.
 */
export function stacksOf(
  counts: readonly number[],
  width: number,
  room: (x: number) => number,
): { stacks: Stacked[]; pitch: number; each: number } {
  const slot = width / counts.length;
  const x = (step: number) => slot * (step + 0.5);
  const wide = Math.min(largest, slot * 0.8);
  const pitchFor = (each: number) =>
    Math.min(
      wide,
      ...counts.map((count, step) => (count > 0 ? room(x(step)) / Math.ceil(count / each) : wide)),
    );
  const each = stands.find((each) => pitchFor(each) >= smallest) ?? 100;
  return {
    stacks: counts.map((count, step) => ({ step, x: x(step), rows: Math.ceil(count / each) })),
    pitch: pitchFor(each),
    each,
  };
}
