import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** A bar on the scale of both, in u. */
interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where two figures stand, each with its bar and its sentence beneath, and on the ground what is said of both. */
export interface SidesLayout {
  horizon: number | null;
  /** `bar` null: there is no room for it. */
  sides: { figure: Box; bar: Bar | null; sentence: Box }[];
  ground: Box;
}

/** Places both beside each other, in a tall room one beneath the other: equally large, so that neither is the first. */
export function sidesLayout(size: PanelSize): SidesLayout {
  const { width, height, ring } = size;
  const room = roomOf(size);
  const wide = room === 'wide' && height > 76;
  if (!wide && room !== 'upright') {
    const [top, column] = [height < 36 ? 7.6 : 9, (width - 4) / 2];
    const figure = Math.min(14, 0.42 * (height - top - 6));
    return {
      horizon: null,
      sides: [0, column + 4].map((x) => ({
        figure: { x, y: top, width: column, height: figure, size: figure, floor: 4 },
        bar: null,
        sentence: {
          ...{ x, y: top + 0.86 * figure + 1, width: column, height: height - top - 0.86 * figure - 8.4 },
          ...{ size: height < 42 ? 3.4 : 4.4, floor: 2.5 },
        },
      })),
      // Two lines: what is said of both is long in some languages.
      ground: { x: 0, y: height - 5.4, width, height: 5.8, size: 2.8, floor: 2.4 },
    };
  }
  const horizon = height - 13;
  const ground = { x: 0, y: height - 6, width, height: 6.4, size: 3.4, floor: 2.5 };
  if (wide) {
    const column = (width - 8) / 2;
    return {
      ...{ horizon, ground },
      sides: [0, column + 8].map((x) => ({
        figure: { x, y: 27, width: column, height: 24, size: 23, floor: 8 },
        bar: { x, y: 46.5, width: column - 4, height: 2 },
        sentence: { x, y: 55, width: column, height: horizon - 59, size: 8, floor: 3.4 },
      })),
    };
  }
  const top = height > 120 || ring !== false ? 25 : 11;
  const step = (horizon - top) / 2;
  const figure = Math.min(23, 0.42 * step);
  // Without room for a bar the sentence stands right beneath its figure.
  const [low, barred] = [0.672 * figure, step > 30];
  const gap = barred ? 9 : 3.4;
  return {
    ...{ horizon, ground },
    sides: [top, top + step].map((y) => ({
      figure: { x: 0, y, width, height: figure * 1.05, size: figure, floor: 6 },
      bar: barred ? { x: 0, y: y + low + 3, width, height: 2 } : null,
      sentence: { x: 0, y: y + low + gap, width, height: step - low - gap - 4, size: 7, floor: 3 },
    })),
  };
}
