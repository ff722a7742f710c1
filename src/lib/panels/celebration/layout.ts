import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where everything of a celebration stands. */
export interface CelebrationLayout {
  /** The sun: its centre in u, the radius inside the rays, and how large it is drawn (1: as on a 16:9 wall). */
  sun: { x: number; y: number; scale: number };
  /** Whether the figure's words stand in the sun, too. */
  inside: boolean;
  /** "We did it." on one line. */
  oneLine: boolean;
  title: Box;
  /** From where on and up to where the leader's sentences and name, or the goal's question, have room. */
  words: Box;
  /** Where the figure's words stand outside the sun. */
  caption: Box | null;
  next: { label: Box | null; text: Box };
}

/** The sun's radii in u at scale 1: inside the rays, and the longest ray's end. */
export const radii = { inner: 38.3, outer: 69.2 };

function beside({ width, height }: PanelSize): CelebrationLayout {
  const column = Math.min(57, 0.325 * width);
  const scale = Math.min(1, height / 100, (width - column - 2) / 116);
  const k = Math.min(1, height / 100, column / 50);
  const foot = height - 9.4 * k;
  return {
    sun: { x: width - 46.8 * scale, y: height / 2, scale },
    inside: true,
    oneLine: false,
    title: { x: 0, y: 12.8 * k, width: column, height: 44 * k, size: 19 * k, floor: 8 },
    words: { x: 0, y: 52.7 * k, width: column, height: foot - 7 - 52.7 * k, size: 4.6, floor: 3.2 },
    caption: null,
    next: {
      label: { x: 0, y: foot - 4.2, width: column, height: 3.6, size: 2.8, floor: 2.5 },
      text: { x: 0, y: foot, width: column, height: 10.6 * k, size: 4.2, floor: 2.6 },
    },
  };
}

/** An upright scene: the sun between "We did it." and the words, cropped at both sides. */
function stacked({ width, height }: PanelSize): CelebrationLayout {
  const scale = Math.min(0.74, height / 240, width / 132);
  const y = 31 + radii.outer * scale;
  const words = y + radii.outer * scale + 5;
  const foot = height - 11;
  return {
    sun: { x: width / 2, y, scale },
    inside: true,
    oneLine: true,
    title: { x: 0, y: 11.6, width: width - 24, height: 22, size: 20, floor: 9 },
    words: { x: 0, y: words, width, height: foot - 8 - words, size: 5.4, floor: 3.2 },
    caption: null,
    next: {
      label: { x: 0, y: foot - 4.6, width, height: 3.8, size: 3, floor: 2.6 },
      text: { x: 0, y: foot, width, height: 12, size: 4.8, floor: 3 },
    },
  };
}

/** A part of a wall: the sun hangs over its far edge, the words keep the rest. */
function cropped(size: PanelSize): CelebrationLayout {
  const { width, height } = size;
  const slim = roomOf(size) === 'slim';
  const card = roomOf(size) === 'card';
  const scale = slim ? Math.min(0.34, height / 92) : card ? 0.36 : Math.min(0.56, width / 178);
  const x = width - radii.inner * scale - (slim ? 1 : 0);
  const column = x - radii.outer * scale - 1.6;
  const small = slim || card;
  const y = small ? 8.2 : 12;
  const title = slim ? 5.6 : card ? 8 : 12.6;
  const under = y + (slim ? 0.672 : 1.72) * title + (slim ? 1.9 : 3);
  const words = small ? under + (slim ? 3.9 : 5) : under + 1;
  const foot = height - (slim ? 2.7 : card ? 5.6 : 9.4);
  const next = slim ? 2.7 : card ? 3 : 4.2;
  return {
    sun: { x, y: height * 0.5 + (slim ? 0 : 2), scale },
    inside: !small,
    oneLine: slim,
    title: { x: 0, y, width: column, height: (slim ? 1.2 : 2.06) * title, size: title, floor: 4 },
    words: {
      x: 0,
      y: words,
      width: column,
      height: foot - (slim ? 1.2 : card ? 2.4 : 7.2) - words,
      size: slim ? 3.6 : card ? 4 : 4.4,
      floor: small ? 2.45 : 3.2,
    },
    caption: small
      ? { x: 0, y: under, width: column, height: 3.4, size: slim ? 2.7 : 2.9, floor: 2.45 }
      : null,
    next: {
      label: small ? null : { x: 0, y: foot - 4.2, width: column, height: 3.6, size: 2.8, floor: 2.5 },
      text: { x: 0, y: foot, width: column, height: (slim ? 1.3 : 2.5) * next, size: next, floor: 2.45 },
    },
  };
}

/** Places a celebration in its room. */
export function celebrationLayout(size: PanelSize): CelebrationLayout {
  const room = roomOf(size);
  if (room === 'wide') return beside(size);
  return room === 'upright' && size.height >= 130 ? stacked(size) : cropped(size);
}
