import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where things stand, in u from the top left of the safe area. */
export interface Room {
  title: Box;
  /** Heights between which the interval lies, and where today is; it begins at the screen's edge or at `left`. */
  chart: { top: number; bottom: number; left: number | null; right: number };
  hero: { x: number; y: number; size: number; width: number };
  days: Box;
  who: Box;
  /** Whether the first point carries its figure. */
  start: boolean;
  /** The band's explanation; null where there is no room. */
  key: { x: number; y: number; width: number } | null;
  target: { x: number; y: number; width: number; height: number } | null;
  /** A target's line above this height runs on to the edge. */
  targetRunsAbove: number;
  /** Where the months' ticks begin; 0: none. */
  months: number;
  /** Where a pin’s words begin, the far end of the room for them, and whether they have little height; null: no pins. */
  pins: { top: number; right: number; low: boolean } | null;
}

function wide({ width, height }: PanelSize, pinned: boolean): Room {
  const x = width - 43.8;
  return {
    title: { x: 0, y: 10.1, width: width - 27, height: pinned ? 12.8 : 22, size: 9.4, floor: 6 },
    chart: { top: pinned ? 47 : 42, bottom: height - 14, left: null, right: x - 6 },
    hero: { x, y: 55.1, size: 24.6, width: 44.5 },
    days: { x, y: 76, width: 44, height: 5.6, size: 4.2, floor: 2.8 },
    who: { x, y: 81.2, width: 44, height: 7.8, size: 2.8, floor: 2.6 },
    start: true,
    key: { x, y: height - 8, width: 43.8 },
    target: { x, y: 48.4, width: 43.8, height: 6 },
    targetRunsAbove: 46.4,
    months: height - 5.2,
    pins: { top: 25, right: width, low: false },
  };
}

function upright({ width, height }: PanelSize, pinned: boolean): Room {
  const tall = height > 130;
  const side = tall ? 0 : width < 95 ? 45 : 56;
  /** In little height the pins’ words take their room from title and figure. */
  const close = pinned && !tall && height > 92;
  const hero = close ? 26.6 : 32;
  const under = tall ? 64 : hero;
  return {
    title: { x: 0, y: 11.1, width: width - 24, height: close ? 13.4 : 19, size: 8.6, floor: 6 },
    chart: {
      top: !tall ? (close ? 65 : 64) : pinned ? 120 : 100,
      bottom: height - 14,
      left: null,
      right: width - 3,
    },
    hero: { x: 0, y: hero, size: tall ? 42 : close ? 22 : 28, width: tall ? 90 : side - 4 },
    days: { x: side, y: under + 1, width: width - side, height: 6.6, size: 4.2, floor: 2.8 },
    who: { x: side, y: under + 6.4, width: width - side, height: 7.8, size: 2.8, floor: 2.6 },
    start: true,
    key: { x: side, y: under + (tall ? 18 : 15), width: width - side },
    target: {
      x: tall ? 52 : 0,
      y: tall ? under + 19 : close ? 44.4 : 55.6,
      width: tall ? 48 : side - 2,
      height: tall ? 9 : 6,
    },
    targetRunsAbove: 0,
    months: height - 5.8,
    pins: tall
      ? { top: 98, right: width, low: false }
      : height > 92
        ? { top: 50, right: width, low: true }
        : null,
  };
}

/** A quarter of a wall or so: the statement, and the figure beside a short line. */
function card({ width, height }: PanelSize): Room {
  const left = width * 0.56;
  return {
    title: { x: 0, y: 9, width, height: 15.4, size: 5.4, floor: 3.4 },
    chart: { top: 27, bottom: height - 4, left, right: width - 3 },
    hero: { x: 0, y: 27.4, size: 17, width: left - 4 },
    days: { x: 0, y: height - 11, width: left - 4, height: 4, size: 3, floor: 2.5 },
    who: { x: 0, y: height - 6.4, width: left - 4, height: 7, size: 2.6, floor: 2.4 },
    start: false,
    key: null,
    target: null,
    targetRunsAbove: 0,
    months: 0,
    pins: null,
  };
}

function slim({ width, height }: PanelSize): Room {
  return {
    title: { x: 0, y: 7.4, width: width * 0.62, height: 9.4, size: 4.4, floor: 3.2 },
    chart: { top: 9, bottom: height - 5, left: width * 0.66, right: width - 3 },
    hero: { x: 0, y: 19, size: 14, width: 29 },
    days: { x: 33, y: 19, width: 32, height: 7, size: 2.8, floor: 2.6 },
    who: { x: 33, y: 23, width: 32, height: 8, size: 2.6, floor: 2.4 },
    start: false,
    key: null,
    target: null,
    targetRunsAbove: 0,
    months: 0,
    pins: null,
  };
}

/** The measures for a room; where decisions are `pinned`, their words stand over the line. */
export const roomFor = (size: PanelSize, pinned: boolean): Room =>
  ({ wide, upright, card, slim })[roomOf(size)](size, pinned);
