import type { Box } from '../box';
import { roomOf, type PanelSize } from '../panel';

/** Where everything stands, in u; what has no room is null. */
export interface ThanksLayout {
  /** The bright panel, from the safe area's corner; it bleeds wherever it touches an edge. */
  panel: {
    x: number;
    y: number;
    width: number;
    height: number;
    edges: ('start' | 'end' | 'top' | 'bottom')[];
  };
  /** How far the head stands in. */
  inset: number;
  said: { label: number; text: Box } | null;
  did: { label: number; text: Box } | null;
  thankYou: Box & { lines: 1 | 2 };
  thanks: Box;
  signed: Box | null;
  question: Box;
  code: { x: number; y: number; side: number };
  line: Box | null;
}

interface Content {
  youSaid: string | null;
  weDid: string | null;
  question: string;
}

function wide({ youSaid, weDid, question }: Content, size: PanelSize, near: boolean): ThanksLayout {
  const side = 55.6;
  const x = near ? side + 5.8 : 0;
  const width = Math.min(112, size.width - side - 8);
  const ask = near ? 0 : size.width - side + 5.8;
  const many = (youSaid?.length ?? 0) > 130 || (weDid?.length ?? 0) > 130;
  const short = Math.max(youSaid?.length ?? 0, weDid?.length ?? 0) <= 60;
  const both = youSaid !== null && weDid !== null;
  const none = youSaid === null && weDid === null;

  // With the panel on the near side the words stand under the ring.
  const beside = near ? size.width - 23 - x : width;
  const text = (y: number): Box =>
    many
      ? { x, y: y + 4, width: y < 20 ? Math.min(width, beside) : width, height: 24.5, size: 6, floor: 3.2 }
      : {
          x,
          y: y + 4.4,
          width: Math.min(short ? 84 : width, y < 14 ? beside : width),
          height: both ? 16.4 : 22,
          size: both ? 6 : 7.6,
          floor: 4.4,
        };
  const said = many ? 10.4 : both ? 14 : 22;
  const did = many ? 40 : both ? 38 : 22;

  const longQuestion = question.length > 44;
  const codeY = longQuestion ? 46.6 : 41.8;
  const codeSide = longQuestion ? 42 : 44.9;
  return {
    panel: {
      x: near ? 0 : size.width - side,
      y: 0,
      width: side,
      height: size.height,
      edges: [near ? 'start' : 'end', 'top', 'bottom'],
    },
    inset: x,
    said: youSaid === null ? null : { label: said, text: text(said) },
    did: weDid === null ? null : { label: did, text: text(did) },
    thankYou: none
      ? {
          x,
          y: near ? 18.6 : 15.4,
          width: width + 4,
          height: 70,
          size: near ? 38 : 39.5,
          floor: 24,
          lines: 2,
        }
      : many
        ? { x, y: 70.6, width: width + 4, height: 14, size: 13.4, floor: 10, lines: 1 }
        : { x, y: 63.2, width: width + 4, height: 25, size: 24, floor: 16, lines: 1 },
    thanks: { x, y: none ? 89.6 : 86.8, width, height: 5, size: 4, floor: 3 },
    signed: { x, y: 97.2, width, height: 4, size: 2.8, floor: 2.5 },
    question: {
      x: ask,
      y: 22.8,
      width: 49.6,
      height: longQuestion ? 22.4 : 17,
      size: 7.6,
      floor: 3.4,
    },
    code: { x: ask, y: codeY, side: codeSide },
    line: { x: ask, y: codeY + codeSide + 3, width: 48, height: 9.6, size: 4.2, floor: 3.2 },
  };
}

/** An upright scene: the panel is the lower part, the code changes sides. */
function upright({ youSaid, weDid, question }: Content, size: PanelSize, near: boolean): ThanksLayout {
  const { width, height } = size;
  const tall = height > 150;
  const high = !tall && height > 125;
  const broad = high || (!tall && width > 106 && height > 110);
  const side = tall ? 47 : 42;
  const top = height - side - (tall ? 14 : 7);
  const none = youSaid === null && weDid === null;
  const both = youSaid !== null && weDid !== null;
  const rows = tall
    ? { said: 17, did: 43, text: 20 }
    : broad
      ? { said: 9.6, did: 25, text: 10.8 }
      : { said: 8.4, did: 8.4, text: 13 };
  const text = (y: number): Box => ({
    x: 0,
    y: y + 4,
    // Beside the ring.
    width: tall ? width : width - 24,
    height: rows.text,
    size: tall ? 6 : 5.2,
    floor: 3.2,
  });
  // In a band only what we did has room beside the thanks.
  const showSaid = youSaid !== null && (tall || broad || !both);
  const codeX = near ? 0 : width - side;
  const askX = near ? side + 5 : 0;
  const askWidth = width - side - 5;
  const codeY = top + (tall ? 7 : 5.2);
  const lineY = codeY + side - 9.2;
  return {
    panel: { x: 0, y: top, width, height: height - top, edges: ['start', 'end', 'bottom'] },
    inset: 0,
    said: showSaid ? { label: rows.said, text: text(rows.said) } : null,
    did:
      weDid === null ? null : { label: both ? rows.did : rows.said, text: text(both ? rows.did : rows.said) },
    thankYou: {
      x: 0,
      y: none ? (tall ? 22 : high ? 27 : 19) : top - (tall ? 42 : broad ? 27 : 23),
      width,
      height: none && tall ? 66 : 24,
      size: none && tall ? 36 : tall ? 20 : none && high ? 22 : broad ? 17 : none ? 15 : 13.4,
      floor: 12,
      lines: none && tall ? 2 : 1,
    },
    thanks: { x: 0, y: top - (tall ? 18 : 11), width, height: 5, size: 4, floor: 2.8 },
    signed: { x: 0, y: top - (tall ? 9 : 5.4), width, height: 4, size: 2.8, floor: 2.5 },
    question: {
      x: askX,
      y: codeY + 1,
      width: askWidth,
      height: side - 12,
      size: question.length > 44 ? 5 : 7,
      floor: 3.2,
    },
    code: { x: codeX, y: codeY, side },
    line: { x: askX, y: lineY, width: askWidth, height: 9.6, size: 4, floor: 2.8 },
  };
}

/** A quarter of a wall or so: thanks in two lines, the code on its panel beside them. */
function card({ question }: Content, { width, height }: PanelSize, near: boolean): ThanksLayout {
  const side = Math.min(30, height * 0.56);
  const panel = side + 3.6;
  const x = near ? panel + 4 : 0;
  const ask = near ? 0 : width - side;
  const room = width - panel - 4;
  return {
    panel: {
      x: near ? 0 : width - panel,
      y: 0,
      width: panel,
      height,
      edges: [near ? 'start' : 'end', 'top', 'bottom'],
    },
    inset: x,
    said: null,
    did: null,
    thankYou: { x, y: 10.4, width: room, height: 26, size: 13, floor: 8, lines: 2 },
    thanks: { x, y: height - 13, width: room, height: 14, size: 3.4, floor: 2.5 },
    signed: null,
    question: {
      x: ask,
      y: 0.6,
      width: side,
      height: height - side - 4,
      size: question.length > 44 ? 4.2 : 5.4,
      floor: 2.6,
    },
    code: { x: ask, y: height - side, side },
    line: null,
  };
}

/** A low band: thanks on one side, the code as large as the band allows on the other. */
function band({ question }: Content, size: PanelSize, near: boolean): ThanksLayout {
  const { width, height } = size;
  const side = height + 1.4;
  const panel = side + 5.6;
  const x = near ? panel + 4 : 0;
  const room = width - panel - 4;
  return {
    panel: {
      x: near ? 0 : width - panel,
      y: 0,
      width: panel,
      height,
      edges: [near ? 'start' : 'end', 'top', 'bottom'],
    },
    inset: x,
    said: null,
    did: null,
    thankYou: { x, y: 8.4, width: room, height: 12, size: 12, floor: 8, lines: 1 },
    thanks: { x, y: height - 7.4, width: room, height: 8, size: 3.2, floor: 2.5 },
    signed: null,
    question: {
      x,
      y: 19.4,
      width: room,
      height: height - 27.4,
      size: question.length > 30 ? 3.2 : 4.2,
      floor: 2.6,
    },
    code: { x: near ? 0 : width - side, y: -1.4, side },
    line: null,
  };
}

/** Places the scene; `near` puts the bright panel on the near side (left, in right-to-left the right). */
export function thanksLayout(content: Content, size: PanelSize, near: boolean): ThanksLayout {
  return { wide, upright, card, slim: band }[roomOf(size)](content, size, near);
}
