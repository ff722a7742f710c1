import { roomOf, type PanelSize } from '../panel';

/** Where everything of a countdown stands, in u from the top left corner of the safe area. */
export interface CountdownLayout {
  title: { y: number; width: number; height: number; size: number; floor: number };
  /** The figure with its word, or the word that stands for it. */
  hero: { y: number; width: number; size: number };
  /** What follows the figure on a line of its own. */
  rest: { y: number; size: number };
  /** Where the ground begins; null: the sun stands on the zone's own edge. */
  horizon: number | null;
  when: { y: number; width: number; size: number };
  note: { x: number; y: number; width: number; size: number } | null;
  /** The sun's centre from the left, its radius, and from how low it rises. */
  sun: { x: number; radius: number };
}

export function countdownLayout(size: PanelSize): CountdownLayout {
  const { width, height } = size;
  const room = roomOf(size);
  if (room === 'slim') {
    const figure = 0.4 * height;
    return {
      title: { y: 8.2, width: width - 26, height: 5.6, size: 4.6, floor: 2.9 },
      hero: { y: 15.4, width: width - 26, size: figure },
      rest: { y: 15.4 + 0.672 * figure + 1.6, size: 2.8 },
      horizon: null,
      when: { y: height - 2.6, width: width - 26, size: 2.8 },
      note: null,
      sun: { x: width - 11, radius: 11 },
    };
  }
  if (room === 'card') {
    return {
      title: { y: 9.4, width: width - 2, height: 10, size: 5.2, floor: 3 },
      hero: { y: 21.6, width: width - 26, size: 0.34 * height },
      rest: { y: 21.6 + 0.23 * height + 2, size: 3.2 },
      horizon: height - 8,
      when: { y: height - 4.2, width, size: 3 },
      note: null,
      sun: { x: width - 10, radius: 13 },
    };
  }
  if (room === 'upright') {
    const tall = height >= 130;
    const horizon = height - (tall ? 27 : 22);
    const figure = tall ? 40 : 26;
    const title = { y: tall ? 25 : 12, width: tall ? width : width - 24, height: 16, size: 8, floor: 4.4 };
    // Risen whole, the sun stays beneath the title.
    const free = horizon - title.y - title.height - 1;
    const radius = Math.max(8, Math.min(tall ? 34 : Math.min(20, 0.2 * width), free / 2));
    const y = tall ? 44 : 33;
    return {
      title,
      hero: { y, width: tall ? width : width * 0.6, size: figure },
      rest: { y: y + 0.672 * figure + 4, size: tall ? 5 : 4 },
      horizon,
      when: { y: horizon + 5, width, size: 4.2 },
      note: { x: 0, y: horizon + (tall ? 12.4 : 10.4), width, size: 3.4 },
      sun: { x: tall ? width / 2 : width - 0.9 * radius, radius },
    };
  }
  const horizon = height - 18.9;
  const k = Math.min(1, height / 100);
  return {
    // Risen whole, the sun stays beside the title.
    title: { y: 10.7, width: width - 71 * k, height: 17 * k, size: 8.6 * k, floor: 5 },
    hero: { y: 32.4 * k, width: width - 74, size: 40 * k },
    rest: { y: (32.4 + 27 + 4) * k, size: 5 * k },
    horizon,
    when: { y: horizon + 5.4, width: Math.min(96, width * 0.55), size: 4.2 },
    note: { x: width * 0.568, y: horizon + 5.4, width: width * 0.432, size: 3.8 },
    sun: { x: width - 36 * k, radius: 32 * k },
  };
}
