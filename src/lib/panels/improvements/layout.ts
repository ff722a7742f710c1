import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where everything of one tile stands. */
export interface TileLayout {
  label: Box;
  hero: { x: number; y: number; size: number; width: number };
  /** It leads to what was before, so that nobody reads it as leading there from the figure. */
  arrow: { x: number; y: number; size: number };
  before: Box;
  /** How sure the change is, where it has a line of its own. */
  sure: Box | null;
  periods: Box;
  because: Box | null;
  /** Whether what stands under the figure comes up to one that is smaller than its room. */
  follows: boolean;
}

export interface ImprovementsLayout {
  title: Box | null;
  horizon: number | null;
  /** Which of the tiles are drawn: all of them, or in a small room the one whose turn it is. */
  shown: number[];
  tiles: TileLayout[];
}

/** The only tile of a lying scene, set like the score: the figure, and what it came from at the second text edge. */
function only(width: number): TileLayout {
  const beside = 101;
  return {
    label: { x: 0, y: 26, width, height: 6.4, size: 6, floor: 3 },
    hero: { x: 0, y: 36.4, size: 42, width: beside - 8 },
    arrow: { x: beside, y: 36.4, size: 13.4 },
    before: { x: beside, y: 53.7, width: width - beside, height: 8.6, size: 8.4, floor: 4.2 },
    sure: { x: beside, y: 62.3, width: width - beside, height: 5, size: 3.8, floor: 2.8 },
    periods: { x: 0, y: 71.4, width, height: 5, size: 3.4, floor: 2.5 },
    because: { x: 0, y: 86, width, height: 12, size: 6, floor: 2.6 },
    follows: false,
  };
}

/** A column of a lying scene; `of` says how many stand beside each other. */
function column(x: number, width: number, of: number): TileLayout {
  return {
    label: { x, y: 26, width, height: 6.4, size: 5, floor: 3 },
    hero: { x, y: 36.4, size: of === 2 ? 34 : 29, width },
    arrow: { x, y: 61.4, size: 5 },
    before: { x: x + 7.4, y: 62.2, width: width - 7.4, height: 5.8, size: 4.6, floor: 2.5 },
    sure: null,
    periods: { x, y: 69.6, width, height: 10.4, size: 2.8, floor: 2.4 },
    because: { x, y: 86, width, height: 12, size: 4.4, floor: 2.6 },
    follows: true,
  };
}

function wide({ width, height }: PanelSize, count: number): ImprovementsLayout {
  const gap = 8;
  const room = (width - gap * (count - 1)) / count;
  const k = height / 100;
  return {
    title: { x: 0, y: 10.6, width: width - 26, height: 9.4, size: 8, floor: 4.4 },
    horizon: 81 * k,
    shown: Array.from({ length: count }, (_, index) => index),
    tiles:
      count === 1
        ? [only(width)]
        : Array.from({ length: count }, (_, index) => column(index * (room + gap), room, count)),
  };
}

/** One under the other, each as a row. */
function upright({ width, height, ring }: PanelSize, count: number): ImprovementsLayout {
  const short = height < 120;
  const most = short ? 1 : count;
  // The figure begins under the ring.
  const top = !short ? 38 : ring === false ? 10 : 14.6;
  const step = (height - top) / most;
  return {
    title: short ? null : { x: 0, y: 24, width, height: 9, size: 7, floor: 4 },
    horizon: null,
    shown: Array.from({ length: most }, (_, index) => index),
    tiles: Array.from({ length: most }, (_, index) => {
      const y = top + index * step;
      const size = most === 1 ? 36 : most === 2 ? 26 : 20;
      const under = y + 8.6 + 0.67 * size;
      return {
        label: { x: 0, y, width: short ? width - 26 : width, height: 5.6, size: 4.6, floor: 2.4 },
        hero: { x: 0, y: y + 7.4, size, width },
        arrow: { x: 0, y: under + 1.6, size: 4.6 },
        before: { x: 6.8, y: under + 2.4, width: width - 6.8, height: 5.8, size: 4.2, floor: 2.6 },
        sure: null,
        periods: { x: 0, y: under + 8, width, height: 6.4, size: 2.8, floor: 2.4 },
        because: {
          x: 0,
          y: under + 15.6,
          width,
          height: Math.max(5.4, step - (under - y) - 18),
          size: most === 1 && !short ? 8 : 4.2,
          floor: 2.6,
        },
        follows: false,
      };
    }),
  };
}

function low({ width, height }: PanelSize, play: number, count: number): ImprovementsLayout {
  const figure = width * 0.4;
  const x = figure + 4;
  const room = width - x;
  const size = Math.min(26, (height - 12) / 0.7);
  const dense = height < 36;
  return {
    title: null,
    horizon: null,
    shown: [play % count],
    tiles: [
      {
        label: { x, y: 8.6, width: room, height: 5, size: 4.2, floor: 2.5 },
        hero: { x: 0, y: 10, size, width: figure },
        arrow: { x, y: 13.9, size: 3.4 },
        before: { x: x + 5, y: 14.4, width: room - 5, height: 5.8, size: 3.2, floor: 2.45 },
        sure: null,
        periods: { x, y: 18.8, width: room, height: 9, size: 2.6, floor: 2.4 },
        because: {
          x,
          y: dense ? 26 : 27.4,
          width: room,
          height: height - (dense ? 26 : 27.4),
          size: 4.2,
          floor: 2.5,
        },
        follows: false,
      },
    ],
  };
}

/** Places the tiles in their room; small ones show one at a time. */
export function improvementsLayout(size: PanelSize, count: number, play: number): ImprovementsLayout {
  const room = roomOf(size);
  if (room === 'upright') return upright(size, count);
  return room === 'wide' && size.height > 84 ? wide(size, count) : low(size, play, count);
}
