import { curveNatural, lineRadial } from 'd3';

/** One quarter of a turn on the spiral; quarter 0 lies around 12 o’clock. */
export interface SpiralQuarter {
  turn: number;
  quarter: 0 | 1 | 2 | 3;
  d: string;
}

/** Steps in which a quarter is drawn. */
const steps = 6;

/**
 * An Archimedean spiral, a round a turn, from `inner` outwards to `outer`: clockwise from 12 o’clock, in pieces that change at the
 * corners between the action points. `turns` are numbers, oldest first; of the last one only the `share` (0…1) that is over.
 */
export function spiral(
  turns: readonly number[],
  { share, inner, outer }: { share: number; inner: number; outer: number },
): { quarters: SpiralQuarter[]; ends: { turn: number; x: number; y: number }[] } {
  const gap = (outer - inner) / Math.max(1, turns.length);
  const radius = (rounds: number) => inner + gap * rounds;
  const draw = lineRadial<number>()
    .angle((rounds) => 2 * Math.PI * rounds)
    .radius(radius)
    .curve(curveNatural);
  const quarters: SpiralQuarter[] = [];
  turns.forEach((turn, at) => {
    const end = at + (at === turns.length - 1 ? share : 1);
    // Thanks lies around 12 o’clock: half a quarter at the beginning, half at the end.
    const cuts = [0, 0.125, 0.375, 0.625, 0.875, 1].map((cut) => at + cut);
    cuts.slice(1).forEach((cut, i) => {
      const from = cuts[i] ?? at;
      const to = Math.min(cut, end);
      if (to <= from) return;
      const points = Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps);
      quarters.push({ turn, quarter: (i % 4) as SpiralQuarter['quarter'], d: draw(points) ?? '' });
    });
  });
  return {
    quarters,
    ends: turns.slice(0, -1).map((turn, at) => ({ turn, x: 0, y: -radius(at + 1) })),
  };
}
