import type { Box } from '../box';
import { textWidth } from '../fit-text';
import { roomOf, type PanelSize } from '../panel';

/** Where everything of a story stands. The picture bleeds off the near side up to `edge`, or lies between `top` and `bottom`. */
export interface StoryLayout {
  picture: { edge: number } | { top: number; bottom: number };
  /** How far the head stands in. */
  inset: number;
  words: Box;
  /** Null: nobody is named, or they stand in one line with the time. */
  about: Box | null;
  when: Box;
}

interface Foot extends Pick<StoryLayout, 'about' | 'when'> {
  top: number;
}

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** Whom it is about over when it was, in a room of scale `k`. */
function foot(x: number, width: number, bottom: number, about: string | null, k: number): Foot {
  const when = { x, y: bottom - 2.6 * k, width, height: 4.4 * k, size: 3.4 * k, floor: 2.5 };
  if (about === null) return { about: null, when, top: when.y };
  const lines = textWidth(about) * 3.4 * k > width ? 2 : 1;
  const y = when.y - 7.2 * k - (lines - 1) * 4.6 * k;
  return { about: { x, y, width, height: lines * 5.2 * k, size: 4.2 * k, floor: 2.6 }, when, top: y };
}

/** Both on one line, where the room is low. */
function footLine(x: number, width: number, bottom: number, size: number): Foot {
  const y = bottom - 0.95 * size;
  return { about: null, when: { x, y, width, height: size * 1.3, size, floor: 2.45 }, top: y };
}

function beside({ width, height, ring }: PanelSize, ratio: number, about: string | null): StoryLayout {
  // The zone's edges lie about so far beyond its safe part.
  const edge = between(0.4 * width, ratio * (height + 10) - 9, 0.54 * width);
  const x = edge + 6;
  const room = width - x;
  const { top, ...feet } = foot(x, room, height, about, height < 84 ? 0.86 : 1);
  const y = ring === false || height < 84 ? 15 : 27;
  return {
    picture: { edge },
    inset: x,
    words: { x, y, width: room, height: top - 3.4 - y, size: 13.4, floor: 5 },
    ...feet,
  };
}

function low({ width, height }: PanelSize, ratio: number): StoryLayout {
  const edge = between(0.24 * width, ratio * (height + 6.5) - 5, 0.4 * width);
  const x = edge + 4.2;
  const room = width - x;
  const { top, ...feet } = footLine(x, room, height, between(2.6, height / 13, 3.4));
  const y = height < 36 ? 7.6 : 9;
  return {
    picture: { edge },
    inset: x,
    words: { x, y, width: room, height: top - 2.2 - y, size: 9, floor: 2.6 },
    ...feet,
  };
}

function above({ width, height, ring }: PanelSize, ratio: number, about: string | null): StoryLayout {
  const short = height < 120;
  // The ring is not hung over a picture.
  const under = ring !== false;
  const top = !under ? 8.4 : short ? 23 : 25;
  const [least, most] = short ? (under ? [0.3, 0.38] : [0.38, 0.5]) : [0.38, 0.52];
  const bottom = top + between(least * height, (width + 10) / ratio, most * height);
  const y = bottom + (short ? 5 : 7);
  const { top: end, ...feet } = foot(0, width, height, about, short ? 0.84 : 1.1);
  return {
    picture: { top, bottom },
    inset: 0,
    words: { x: 0, y, width, height: end - 3.4 - y, size: 13.4, floor: 4 },
    ...feet,
  };
}

/** Places a story in its room; `ratio` is the picture's width for each part of its height. */
export function storyLayout(size: PanelSize, ratio: number, about: string | null): StoryLayout {
  const room = roomOf(size);
  if (room === 'upright') return above(size, ratio, about);
  return room === 'wide' ? beside(size, ratio, about) : low(size, ratio);
}
