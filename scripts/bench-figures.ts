/** The value below which that share (0 to 1) of the values lies: 0.5 is the median, 0.95 the p95; NaN of none. */
export const part = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
