import { readsFromRight, textWidth } from '../fit-text';
import { textLines } from '../text-lines';
import { roomOf, type PanelSize } from '../panel';

/** A text's box in u: where its cap top stands, its room, and its sizes. */
export interface Box {
  y: number;
  width: number;
  height: number;
  size: number;
  floor: number;
}

/** Where everything of a shout-out stands; `thankYou` is absent where there is no room for it. */
export interface ShoutOutLayout {
  thankYou: { y: number; size: number } | null;
  name: Box;
  behaviour: Box;
  between: Box;
  value: { y: number; width: number; size: number } | null;
  waves: { reach: number; count: number };
}

/** Line height of names, in em. */
export const nameLeading = 1;

/** Part of the size that capital letters are high. */
const cap = 0.67;

/** Room for a name, smaller the longer it is: over 12 letters on two lines, over 24 at the floor. */
function nameSizes(
  name: string,
  width: number,
  [whole, two, least]: readonly [number, number, number],
): { size: number; floor: number; lines: number } {
  const letters = [...name].length;
  // One long word stays in one piece.
  if (!name.trim().includes(' ')) {
    const one = Math.max(2.6, (0.95 * width) / textWidth(name, 800));
    if (letters > 12) return { size: two, floor: Math.min(least * 0.55, one), lines: 1 };
    if (one < two) return { size: one, floor: one, lines: 1 };
  }
  if (letters <= 12) return { size: whole, floor: two, lines: 1 };
  return letters <= 24
    ? { size: two, floor: least, lines: 2 }
    : { size: least, floor: least * 0.75, lines: 2 };
}

/** Scripts from right to left are set smaller, and higher by part of their size: their letters reach far below the line. */
const setOf = (name: string) =>
  readsFromRight(name) ? { smaller: 0.72, higher: 0.2 } : { smaller: 1, higher: 0 };

/** The name's box, its last line's foot on `bottom`; the height that it really takes decides where it begins. */
function nameBox(
  name: string,
  width: number,
  bottom: number,
  [whole, two, least]: readonly [number, number, number],
): Box {
  const { smaller, higher } = setOf(name);
  const { size, floor, lines } = nameSizes(name, width, [whole * smaller, two * smaller, least * smaller]);
  const height = lines * size * nameLeading + 0.1;
  const fitted = textLines({ text: name, width, height, size, floor, weight: 800, leading: nameLeading });
  return {
    y: bottom - (higher + cap + (fitted.lines - 1) * nameLeading) * fitted.size,
    width,
    // No taller than reckoned: a name that breaks at its hyphen after all gets smaller instead.
    height: fitted.lines * fitted.size * nameLeading + 0.1,
    size: fitted.size,
    floor: fitted.size * 0.8,
  };
}

function wide(name: string, behaviour: string, size: PanelSize): ShoutOutLayout {
  // Many words need the room of the outer waves; the name then stands smaller and higher.
  const dense = behaviour.length > 190 || [...name].length > 24;
  const width = Math.min(dense ? 136 : 130, size.width - (dense ? 38 : 30));
  const sizes = dense ? ([16, 11, 11] as const) : ([33, 16, 11] as const);
  const room = dense ? Math.min(150, size.width) : width;
  const foot = dense ? 25.4 - nameBox(name, room, 0, sizes).y : 49.2;
  const box = nameBox(name, room, foot, sizes);
  const under = foot + (dense ? 6.2 : 8.2);
  return {
    thankYou: { y: box.y - (dense ? 9.6 : 11.6), size: dense ? 6.2 : 8 },
    name: box,
    behaviour: {
      y: under,
      width: dense ? width : Math.min(104, width),
      height: dense ? 81 - under : 23,
      size: 6.2,
      floor: dense ? 4 : 4.4,
    },
    between: {
      y: 85,
      width: dense ? Math.min(width, size.width - 42) : Math.min(106, size.width - 60),
      height: 5.4,
      size: 4.2,
      floor: 2.7,
    },
    value: { y: 94.8, width: dense ? width : Math.min(100, size.width - 60), size: 3.6 },
    waves: dense
      ? { reach: 47.5, count: 3 }
      : size.width > 150
        ? { reach: 75.7, count: 5 }
        : { reach: 62.1, count: 4 },
  };
}

function upright(name: string, behaviour: string, size: PanelSize): ShoutOutLayout {
  const { width, height } = size;
  const k = height > 130 ? 1.3 : 1;
  const reach = Math.min(62.1, height * 0.35, width < 95 ? width * 0.29 : Infinity);
  const beside = k > 1 ? width : width - reach + 2;
  const long = behaviour.length > 190;
  const sizes = [26, 14, 10] as const;
  /** A name of several lines begins under the ring, or beside it. */
  const under = (room: number) => Math.max(42 * k, 17.8 - nameBox(name, room, 0, sizes).y);
  const high = nameBox(name, width, 42 * k, sizes).y < 17.8 && size.ring !== false;
  const room = high ? width - 24 : width;
  const foot = under(room);
  const box = nameBox(name, room, foot, sizes);
  return {
    thankYou: { y: box.y - 10.5, size: 7 },
    name: box,
    behaviour: {
      y: foot + 7,
      width: width - 4,
      height: k > 1 ? (long ? 40 : 36) : Math.min(height - 20 - foot - 12, long ? 36 : 24),
      size: 6.2,
      floor: 3.8,
    },
    between: { y: k > 1 ? 108 : height - 20, width: beside, height: 10.4, size: 4.2, floor: 2.7 },
    value: { y: k > 1 ? 121 : height - 5.6, width: beside, size: 3.6 },
    waves: { reach, count: 4 },
  };
}

/** A quarter of a wall or so: the words across, who thanks beside the waves. */
function card(name: string, behaviour: string, { width, height }: PanelSize): ShoutOutLayout {
  const letters = [...name].length;
  const long = behaviour.length > 150;
  const reach = Math.min(24, height * 0.42);
  const line = width / textWidth(name, 800);
  // A name too long for one line of a fair size takes two.
  const lines = line < 6 ? 2 : 1;
  const { smaller, higher } = setOf(name);
  const nameSize =
    lines === 2
      ? Math.max(4.6, Math.min(6.4, line * 1.7))
      : Math.min((letters > 24 || long ? 10 : 15) * smaller, line);
  const foot = 10.4 + (cap + higher + lines - 1) * nameSize;
  const bottom = height - 2.9;
  return {
    thankYou: null,
    name: { y: 10.4, width, height: lines * nameSize * 1.05, size: nameSize, floor: nameSize * 0.8 },
    behaviour: {
      y: foot + 4.6,
      width: long ? width : width * 0.94,
      height: bottom - (long ? 5 : reach * 0.62) - foot - 4.6,
      size: 5.2,
      floor: 2.6,
    },
    between: { y: bottom - 3.6, width: width - reach + 4, height: 7.2, size: 3, floor: 2.4 },
    value: null,
    waves: { reach: long ? 12 : reach, count: long ? 2 : 3 },
  };
}

function band(name: string, behaviour: string, { width, height }: PanelSize): ShoutOutLayout {
  const long = behaviour.length > 90 || [...name].length > 24;
  const reach = long ? Math.min(22, height * 0.6) : Math.min(31.9, height - 1);
  const beside = width - reach + (long ? 2 : 1);
  const foot = long ? 14.6 : 17;
  // One line, however small: two would reach into the head.
  const nameRoom = long ? width - 2 : beside + 2;
  const { smaller, higher } = setOf(name);
  const nameSize = Math.max(4.2, Math.min((long ? 10 : 14) * smaller, nameRoom / textWidth(name, 800)));
  const box = {
    y: foot - (cap + higher) * nameSize,
    width: nameRoom,
    height: nameSize * 1.05,
    size: nameSize,
    floor: nameSize * 0.8,
  };
  const rest = height - foot;
  return {
    thankYou: null,
    name: box,
    behaviour: {
      // Clear of the tails of its letters.
      y: foot + Math.max(2.6, 0.24 * nameSize),
      width: beside,
      height: rest - 7.5,
      size: 4.4,
      floor: 2.6,
    },
    between: { y: height - 2.9, width: beside, height: 3.6, size: 2.9, floor: 2.5 },
    value: null,
    waves: { reach, count: long ? 3 : 4 },
  };
}

/** Places one shout-out in its room. */
export function shoutOutLayout(name: string, behaviour: string, size: PanelSize): ShoutOutLayout {
  const room = roomOf(size);
  if (room === 'wide') return wide(name, behaviour, size);
  return { upright, card, slim: band }[room](name, behaviour, size);
}
