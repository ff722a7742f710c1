import { roomOf, type PanelSize } from '../panel';

/** Where things stand, in u from the top left of the safe area. */
export interface Places {
  /** Null: it stands in the head. */
  question: { y: number; size: number } | null;
  hero: { y: number; size: number; width: number };
  /** The arrow and its words stand in one line under the figure. */
  aside?: true;
  arrow: {
    x: number;
    y: number;
    size: number;
    change: number;
    changeY: number;
    note: number;
    noteY: number;
    width: number;
  };
  trend: { x: number; y: number; width: number; height: number } | null;
  sentence: { x: number; y: number; size: number; floor: number; width: number; height: number };
  count: { x: number; y: number; size: number; width: number; lines: 1 | 2 };
  horizon: number | null;
  labels: { digits: number; bracket: number; words: number } | null;
  dots: { perRow: number; pitch: number };
}

/** What stands in the ground: values, and brackets with counts where there is room and a screen fine enough. */
const ground = (horizon: number, bracketed: boolean) => ({
  digits: horizon + 2.4,
  bracket: bracketed ? horizon + 7.1 : 0,
  words: bracketed ? horizon + 9.3 : 0,
});

/** A whole 16:9 scene: the measures of the drawing. Narrower and small scenes lose the trend, and all places keep their order. */
function wide({ width, height, small = false }: PanelSize): Places {
  const arrow = Math.min(87, width * 0.62);
  const roomy = width > 150 && !small;
  const horizon = height - (small ? 7.4 : 12.1);
  return {
    question: { y: 10.7, size: 6.4 },
    hero: { y: 21.4, size: 42, width: arrow - 5 },
    arrow: {
      x: arrow,
      y: 21.4,
      size: 13.4,
      change: 8.4,
      changeY: 38.7,
      note: 3.4,
      noteY: 47,
      width: roomy ? 36 : width - arrow,
    },
    trend: roomy ? { x: 125, y: 29, width: 24, height: 17 } : null,
    sentence: { x: 0, y: 56.2, size: 6, floor: 4.4, width: Math.min(94, width * 0.6), height: 20.6 },
    count: { x: 0, y: 79.1, size: 2.8, width: Math.min(94, width * 0.62), lines: 1 },
    horizon,
    labels: ground(horizon, !small),
    dots: { perRow: 4, pitch: Math.min(3.29, width / 44) },
  };
}

/** A whole upright scene, or a large part of a wall. */
function upright({ width, height, small = false }: PanelSize): Places {
  const tall = height > 130;
  const broad = width > 106;
  const bracketed = !small && (tall || (broad && height > 110));
  const horizon = height - (bracketed ? 12.1 : 6.5);
  // The taller the scene, the more air before the sentence; the columns take the rest.
  const sentence = tall ? 62 : Math.min(broad ? 60 : 56.7, horizon - 36.7);
  const arrow = broad ? 88 : width - 19.3;
  return {
    question: { y: 11.1, size: 6.4 },
    hero: { y: 21.2, size: 42, width: arrow - 2.2 },
    arrow: {
      x: arrow,
      y: 21.6,
      size: broad ? 13.4 : 10.9,
      change: broad ? 8.4 : 6.2,
      changeY: broad ? 38.9 : 35.6,
      note: broad ? 3.4 : 2.8,
      noteY: broad ? 47.2 : 41.8,
      width: width - arrow,
    },
    trend: null,
    sentence: {
      x: 0,
      y: sentence,
      size: tall ? 7.2 : broad ? 6.4 : 5.4,
      floor: width < 95 ? 3.6 : 4.4,
      width: tall ? width : Math.max(width * 0.71, 60),
      height: tall ? 33 : 21.6,
    },
    count: {
      x: 0,
      y: tall ? 100 : sentence + (broad ? 25 : 22.5),
      size: 2.8,
      width: tall ? width : 60,
      lines: tall ? 1 : 2,
    },
    horizon,
    labels: ground(horizon, bracketed),
    dots: { perRow: 3, pitch: Math.min(3.29, width / 40) },
  };
}

/** A quarter of a wall or so: figure and arrow side by side, the sentence under them; no columns. */
function card({ width, height }: PanelSize): Places {
  const arrow = Math.min(width * 0.68, 52);
  const hero = Math.min(26, (height - 14) * 0.62);
  const under = 10.4 + hero * 0.672 + 5;
  return {
    question: null,
    hero: { y: 10.4, size: hero, width: arrow - 3 },
    arrow: {
      x: arrow,
      y: 10.4,
      size: 6.4,
      change: 4.4,
      changeY: 19,
      note: 2.6,
      noteY: 23.6,
      width: width - arrow,
    },
    trend: null,
    sentence: {
      x: 0,
      y: under,
      size: 5,
      floor: 3.2,
      width,
      height: height - under - 8.6,
    },
    count: { x: 0, y: height - 5.8, size: 2.6, width, lines: 2 },
    horizon: null,
    labels: null,
    dots: { perRow: 3, pitch: 2.5 },
  };
}

/** A slim band: the figure, its sentence beside it, and who stands behind it. */
function slim({ width, height }: PanelSize): Places {
  return {
    question: null,
    hero: { y: 8, size: Math.min(20, (height - 14) / 0.9), width: 37 },
    aside: true,
    arrow: { x: 0, y: 0, size: 4.2, change: 3.4, changeY: 0, note: 2.8, noteY: 0, width: width - 42 },
    trend: null,
    sentence: { x: 41, y: 8, size: 6, floor: 3.2, width: width - 41, height: Math.max(6, height - 18.7) },
    count: { x: 41, y: height - 6.8, size: 2.8, width: width - 41, lines: 2 },
    horizon: null,
    labels: null,
    dots: { perRow: 3, pitch: 2.5 },
  };
}

/** The measures for a room. */
export const placesFor = (size: PanelSize): Places => ({ wide, upright, card, slim })[roomOf(size)](size);

/**
 * How high a column may grow that spans `left` to `right`, so that it stays clear of what stands above it: the line of
 * figures under the sentence (`countWidth` wide), the arrow's words, the trend, the ring.
 */
export function ceilingAt(
  left: number,
  right: number,
  countWidth: number,
  places: Places,
  size: PanelSize,
  stale = false,
): number {
  const { horizon, count, sentence, arrow, trend } = places;
  if (horizon === null) return 0;
  let top = 24;
  if (left < countWidth + 1) top = count.y + (count.lines === 2 ? 7.2 : 2.6);
  else if (left < sentence.width + 1) top = sentence.y + sentence.height;
  if (roomOf(size) === 'wide') {
    if (right > arrow.x && left < arrow.x + arrow.width) top = Math.max(top, arrow.noteY + 8);
    if (trend && right > trend.x && left < trend.x + trend.width)
      top = Math.max(top, trend.y + trend.height + 6);
  } else {
    top = Math.max(top, size.height > 130 ? count.y + 6 : arrow.noteY + (stale ? 17.5 : 7.6));
  }
  return horizon - top;
}
