import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where the way, its steps and what was told of each stand. */
export interface JourneyLayout {
  /** Steps beside each other along the way, else beneath each other. */
  along: boolean;
  horizon: number | null;
  sentence: Box;
  /** Where the way begins and how far apart its steps are: an x along it, else a y. */
  start: number;
  step: number;
  /** Where the way lies across that, and half of a station. */
  way: number;
  radius: number;
  name: Box;
  /** Where the counts of the first who speaks stand across the steps, those of the next, how large, and how far “well” is from “not”. */
  counts: { first: number; apart: number; size: number; pair: number };
  /** Who speaks, at the head of their counts; null: all are told together. */
  who: Box | null;
  key: Box | null;
  /** So many steps have room. */
  most: number;
}

/** Counts of one who speaks need so much room beside each other, in u. */
const narrowest = 20;

function along({ width, height }: PanelSize, steps: number, from: number): JourneyLayout {
  const horizon = 0.49 * height;
  const start = 29;
  const step = Math.min(50, (width - start) / steps);
  const apart = Math.min(10.4, (height - horizon - 17) / Math.max(1, from));
  const first = horizon + 10.4;
  return {
    ...{ along: true, horizon, start, step, way: horizon, radius: 4, most: steps },
    sentence: { x: 0, y: 11.6, width: width - 27, height: 22, size: 11.4, floor: 4.4 },
    name: { x: 0, y: horizon - 13, width: step - 2.4, height: 7.4, size: 3.5, floor: 2.6 },
    counts: {
      first,
      apart,
      size: Math.min(5, 0.6 * apart, 0.172 * step),
      pair: Math.min(14, step / 2 - 0.6),
    },
    who: { x: 0, y: 0, width: start - 3, height: 0.8 * apart, size: 4, floor: 2.6 },
    key: { x: 0, y: height - 3.4, width, height: 4, size: 3, floor: 2.4 },
  };
}

function beneath(size: PanelSize, steps: number, from: number): JourneyLayout {
  const { width, height } = size;
  const large = roomOf(size) === 'upright' || height > 76;
  const low = height < 40;
  const sentence = large
    ? { x: 0, y: 11, width: width - 26, height: 18, size: 8.4, floor: 4.4 }
    : { x: 0, y: low ? 7.6 : 9.6, width, height: low ? 4.6 : 9.6, size: low ? 4.4 : 4.8, floor: 2.6 };
  const apart = large && from > 0 && width - 46 >= narrowest * from;
  const start = sentence.y + sentence.height + (large ? 4 : 2.4) + (apart ? 6 : 0);
  const rest = height - start - (large ? 6.4 : 0);
  const most = Math.max(1, Math.min(steps, Math.floor(rest / (large ? 7.4 : 5.4))));
  const step = Math.min(large ? 17 : 9, rest / most);
  const column = apart ? Math.min(28, (width - 42) / from) : large ? 28 : 21;
  const first = width - column * (apart ? from : 1);
  return {
    ...{ along: false, horizon: null, sentence, start, step, way: large ? 3 : 1.8, most },
    radius: Math.min(large ? 2.8 : 1.8, 0.36 * step),
    name: {
      ...{ x: large ? 9 : 5.4, y: 0, width: first - (large ? 11 : 7), height: Math.min(0.86 * step, 9) },
      ...{ size: Math.min(large ? 5.4 : 4, 0.6 * step), floor: 2.4 },
    },
    counts: {
      ...{ first, apart: column, pair: Math.min(14, column / 2 - 0.4) },
      size: Math.min(large ? 5 : 3.8, 0.6 * step, 0.18 * column),
    },
    who: apart ? { x: first, y: start - 6.4, width: column - 2, height: 4, size: 3.4, floor: 2.4 } : null,
    key: large ? { x: 0, y: height - 3.4, width, height: 4, size: 3, floor: 2.4 } : null,
  };
}

/** Places the way, its steps and what was told of each, by as many as speak. */
export function journeyLayout(size: PanelSize, steps: number, from: number): JourneyLayout {
  const wide = roomOf(size) === 'wide' && size.height > 84;
  return wide ? along(size, steps, from) : beneath(size, steps, from);
}
