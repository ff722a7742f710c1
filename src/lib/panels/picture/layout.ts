import { roomOf, type PanelSize } from '../panel';

/** Where a picture and its caption stand, in u. The picture bleeds off the near side up to `edge`, or lies between `top` and `bottom`. */
export interface PictureLayout {
  picture: { edge: number } | { top: number; bottom: number | null };
  inset: number;
  caption: { x: number; y: number; width: number; height: number; size: number; floor: number };
}

/** Words never stand on a picture: beside it they have a column, which is also the ring's; beneath it, the ground. */
export function pictureLayout(size: PanelSize, captioned: boolean): PictureLayout {
  const { width, height, ring } = size;
  const room = roomOf(size);
  if (room === 'upright') {
    const top = ring === false ? 9 : height < 120 ? 23 : 25;
    const ground = captioned ? (height < 120 ? 16 : 26) : 0;
    return {
      picture: { top, bottom: captioned ? height - ground - 5 : null },
      inset: 0,
      caption: { x: 0, y: height - ground, width, height: ground, size: 8.6, floor: 3.6 },
    };
  }
  const wide = room === 'wide';
  const column = captioned ? (wide ? Math.max(40, 0.29 * width) : 0.36 * width) : wide ? 23 : 0.18 * width;
  const gap = wide ? 5.4 : 3.8;
  const edge = width - column - gap;
  const y = wide ? 27 : 9.4;
  return {
    picture: { edge },
    inset: edge + gap,
    caption: {
      x: edge + gap,
      y,
      width: column,
      height: height - y,
      size: wide ? 8.6 : 5.2,
      floor: wide ? 4 : 2.6,
    },
  };
}
