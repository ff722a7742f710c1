import type { Box } from './box';
import { roomOf, type PanelSize } from './panel';

/** Where a figure stands with its sentence, and on the ground what is said of it; `figure` null: there is none, or it is read in the sentence. */
export interface FigureLayout {
  horizon: number | null;
  figure: Box | null;
  sentence: Box;
  ground: Box;
}

/** Places a figure large, its sentence beneath, and the rest on the ground, deeper where that is `twice` as much; without a figure the sentence has the whole field. */
export function figureLayout(size: PanelSize, figured: boolean, twice = false): FigureLayout {
  const { width, height, ring } = size;
  const room = roomOf(size);
  const wide = room === 'wide' && height > 76;
  if (!wide && room !== 'upright') {
    const top = height < 36 ? 7.6 : 9;
    return {
      ...{ horizon: null, figure: null },
      sentence: {
        ...{ x: 0, y: top, width, height: height - top - 6, size: height < 42 ? 5.4 : 7 },
        floor: 2.5,
      },
      ground: { x: 0, y: height - 3, width, height: 3.4, size: 2.8, floor: 2.4 },
    };
  }
  const horizon = height - (twice ? 17 : 13);
  const top = wide ? 14 : height > 120 || ring !== false ? 25 : 11;
  const deep = twice ? 10.4 : 6;
  const ground = {
    ...{ x: 0, y: height - deep, width, height: deep + 0.4 },
    ...{ size: twice ? 4.4 : 3.4, floor: 2.5 },
  };
  if (!figured) {
    const sentence = {
      ...{ x: 0, y: top + 2, width: wide ? width - 26 : width, height: horizon - top - 8 },
      ...{ size: wide ? 16 : 13, floor: 3.4 },
    };
    return { horizon, figure: null, sentence, ground };
  }
  const figure = wide ? 0.29 * height : Math.min(29, 0.26 * height, 0.34 * width);
  // Clear of the tails of its letters, and of marks beneath Arabic ones.
  const under = top + figure + 8;
  return {
    horizon,
    figure: { x: 0, y: top, width: wide ? width - 26 : width, height: figure, size: figure, floor: 9 },
    sentence: {
      ...{ x: 0, y: under, width, height: horizon - under - 4 },
      ...{ size: wide ? 9 : 8, floor: 3.4 },
    },
    ground,
  };
}
