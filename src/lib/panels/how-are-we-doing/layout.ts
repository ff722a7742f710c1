import type { PanelSize } from '../panel';

/** Where things stand, in u from the top left of the safe area. */
export interface Places {
  question: { y: number; size: number };
  hero: { y: number; size: number; width: number };
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

/** A whole 16:9 scene: the measures of the drawing. Narrower scenes lose the trend, and all places keep their order. */
function wide({ width, height }: PanelSize): Places {
  const arrow = Math.min(87, width * 0.62);
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
      width: width > 150 ? 36 : width - arrow,
    },
    trend: width > 150 ? { x: 125, y: 29, width: 24, height: 17 } : null,
    sentence: { x: 0, y: 56.2, size: 6, floor: 4.4, width: Math.min(94, width * 0.56), height: 20.6 },
    count: { x: 0, y: 79.1, size: 2.8, width: Math.min(94, width * 0.6), lines: 1 },
    horizon: height - 12.1,
    labels: { digits: height - 9.6, bracket: height - 5, words: height - 2.8 },
    dots: { perRow: 4, pitch: 3.29 },
  };
}

/** A whole upright scene or the large band of an upright wall. */
function upright({ width, height }: PanelSize): Places {
  const tall = height > 130;
  const horizon = height - (tall ? 12.1 : 6.5);
  // The taller the scene, the more air before the sentence; the columns take the rest.
  const sentence = tall ? 62 : Math.min(56.7, horizon - 36.7);
  return {
    question: { y: 11.1, size: 6.4 },
    hero: { y: 21.2, size: 42, width: 78.5 },
    arrow: {
      x: width - 19.3,
      y: 21.6,
      size: 10.9,
      change: 6.2,
      changeY: 35.6,
      note: 2.8,
      noteY: 41.8,
      width: 19.3,
    },
    trend: null,
    sentence: {
      x: 0,
      y: sentence,
      size: tall ? 7.2 : 5.4,
      floor: 4.4,
      width: tall ? width : 71,
      height: tall ? 33 : 19.2,
    },
    count: {
      x: 0,
      y: tall ? 100 : sentence + 22.5,
      size: 2.8,
      width: tall ? width : 60,
      lines: tall ? 1 : 2,
    },
    horizon,
    labels: { digits: horizon + 2.4, bracket: tall ? horizon + 7.1 : 0, words: tall ? horizon + 9.3 : 0 },
    dots: { perRow: 3, pitch: 2.5 },
  };
}

/** A slim band: the figure, its sentence beside it, and who stands behind it. */
function slim({ width, height }: PanelSize): Places {
  return {
    question: { y: 0, size: 0 },
    hero: { y: 8, size: Math.min(20, (height - 14) / 0.9), width: 37 },
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
export const placesFor = (size: PanelSize): Places =>
  size.shape === 'wide' ? wide(size) : size.height < 60 ? slim(size) : upright(size);

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
  if (size.shape === 'wide') {
    if (right > arrow.x && left < arrow.x + arrow.width) top = Math.max(top, arrow.noteY + 8);
    if (trend && right > trend.x && left < trend.x + trend.width)
      top = Math.max(top, trend.y + trend.height + 6);
  } else {
    top = Math.max(top, size.height > 130 ? count.y + 6 : arrow.noteY + (stale ? 17.5 : 7.6));
  }
  return horizon - top;
}
