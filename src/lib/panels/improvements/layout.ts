import { roomOf, type PanelSize } from '../panel';

/** A text's box in u from the top left corner of the safe area, and its sizes. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  size: number;
  floor: number;
}

/** Where everything of one tile stands. */
export interface TileLayout {
  label: Box;
  hero: { x: number; y: number; size: number; width: number };
  arrow: { x: number; y: number; size: number };
  /** The figure of before, in outline, where there is room for it; the words beside it then need not say it. */
  then: TileLayout['hero'] | null;
  before: Box;
  periods: Box;
  because: Box | null;
}

export interface ImprovementsLayout {
  title: Box | null;
  horizon: number | null;
  /** Which of the tiles are drawn: all of them, or in a small room the one whose turn it is. */
  shown: number[];
  tiles: TileLayout[];
}

/** A column of a lying scene; `of` says how many stand beside each other. */
function column(x: number, width: number, of: number): TileLayout {
  const arrow = of === 1 ? 13.4 : 9.4;
  const figure = of === 1 ? 76 : width - arrow - 3;
  const beside = of === 1 ? x + 101 : x;
  const room = of === 1 ? width - 101 : width;
  const size = of === 1 ? 42 : of === 2 ? 31 : 27;
  return {
    label: { x, y: 26, width, height: 6.4, size: of === 1 ? 6 : 5, floor: 3 },
    hero: { x, y: 36.4, size, width: figure },
    arrow:
      of === 1 ? { x: beside - 21, y: 36.4, size: arrow } : { x: x + width - arrow, y: 36.4, size: arrow },
    then: of === 1 ? { x: beside, y: 36.4, size: 26, width: room } : null,
    before:
      of === 1
        ? { x: beside, y: 58.6, width: room, height: 6, size: 4.6, floor: 2.8 }
        : { x, y: 62.6, width, height: 5, size: 4.2, floor: 2.5 },
    periods:
      of === 1
        ? { x, y: 70.4, width, height: 5, size: 3.2, floor: 2.5 }
        : { x, y: 68.4, width, height: 7.6, size: 2.8, floor: 2.4 },
    because: { x, y: 86, width, height: 12, size: of === 1 ? 6 : 4.2, floor: 2.6 },
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
    tiles: Array.from({ length: count }, (_, index) => column(index * (room + gap), room, count)),
  };
}

/** One under the other, each as a row. */
function upright({ width, height }: PanelSize, count: number): ImprovementsLayout {
  const short = height < 120;
  const most = short ? 1 : count;
  const top = short ? 10 : 38;
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
        label: { x: 0, y, width: short ? width - 26 : width, height: 5.6, size: 4.6, floor: 3 },
        hero: { x: 0, y: y + 7.4, size, width: width - 22 },
        arrow: { x: width - 12, y: y + (short ? 14 : 7.4), size: 11 },
        then: null,
        before: { x: 0, y: under + 2.4, width, height: 5, size: 4, floor: 2.6 },
        periods: { x: 0, y: under + 8, width, height: 6.4, size: 2.8, floor: 2.4 },
        because: {
          x: 0,
          y: under + 15.6,
          width,
          height: Math.max(5.4, step - (under - y) - 18),
          size: most === 1 && !short ? 8 : 4.2,
          floor: 2.6,
        },
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
        label: { x, y: 8.6, width: room - 8, height: 5, size: 4.2, floor: 2.5 },
        hero: { x: 0, y: 10, size, width: figure },
        arrow: { x: width - 6, y: 8.2, size: 6 },
        then: null,
        before: { x, y: 14.4, width: room, height: 4, size: 3.2, floor: 2.45 },
        periods: { x, y: 18.8, width: room, height: 6.8, size: 2.6, floor: 2.4 },
        because: {
          x,
          y: dense ? 26 : 26.8,
          width: room,
          height: height - (dense ? 26 : 26.8),
          size: 4.2,
          floor: 2.5,
        },
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
