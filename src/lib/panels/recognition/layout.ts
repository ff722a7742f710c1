import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where everything stands. A row’s boxes are counted from its top; `mark` is the disc with the icon, by its diameter. */
export interface RecognitionLayout {
  title: Box | null;
  /** Cap top of the first row, and from row to row. */
  top: number;
  step: number;
  /** So many rows have room; the ones with a thanks go first. */
  rows: number;
  mark: number;
  name: Box;
  words: Box;
}

/**
 * Places what is expected, one beneath the other: a disc with its icon, its name, and beneath whom the team thanked for it.
 *
 * @param count how many there are
 */
export function recognitionLayout(size: PanelSize, count: number): RecognitionLayout {
  const { width, height } = size;
  const room = roomOf(size);
  const wide = room === 'wide' && height > 84;
  const large = wide || room === 'upright';
  const top = wide ? 27 : large ? (height > 120 ? 38 : 34) : 10;
  const rows = Math.max(1, Math.min(count, Math.floor((height - top) / (large ? 13 : 12))));
  const step = Math.min(large ? 30 : 20, (height - top) / rows);
  const mark = Math.min(large ? 20 : 12, 0.74 * step);
  const x = mark + (large ? 4.4 : 3);
  const name = Math.min(wide ? 8 : large ? 6.6 : 4.2, 0.3 * step);
  const under = name * 0.98 + 0.09 * step;
  return {
    title: large
      ? {
          x: 0,
          y: wide ? 10.6 : 11,
          width: width - 26,
          height: wide ? 10 : 17,
          size: wide ? 8.4 : 7.4,
          floor: 4.4,
        }
      : null,
    ...{ top, step, rows, mark },
    name: { x, y: 0, width: width - x, height: name * 1.1, size: name, floor: 2.4 },
    words: {
      x,
      y: under,
      width: width - x,
      height: step - under - 1.8,
      size: large ? Math.max(4, 0.62 * name) : 3,
      floor: 2.4,
    },
  };
}
