import { textWidth } from '../fit-text';
import { roomOf, type PanelSize } from '../panel';

/** The ruler's place and everything that stands on it, in u. */
export interface GoalLayout {
  question: { y: number; width: number; height: number; size: number; floor: number };
  ruler: { y: number; height: number };
  /** The figure, flush to the far edge of its box, and where its words stand. */
  hero: { x: number; y: number; width: number; size: number };
  beside: { x: number; y: number; width: number; size: number; align: 'start' | 'end' };
  start: { above: boolean; x: number };
  target: { above: boolean; x: number };
  facts: number;
  horizon: number | null;
}

interface Edges {
  /** Right edges of the last tick before each value, and the figure as text. */
  start: number;
  target: number;
  now: number | null;
  figure: string;
  question: string;
  beside: string;
  started: string;
  needed: string;
  startFigure: string;
  targetFigure: string;
}

/** Sizes of one shape: hero, small figures and words in u, the hero's cap bottom above the ruler. */
const shapes = {
  wide: { hero: 31, start: 7.3, target: 11.2, word: 2.8, need: 3.2, beside: 5.2, ruler: 19.5 },
  upright: { hero: 26, start: 6.4, target: 9, word: 2.8, need: 2.9, beside: 4.6, ruler: 17 },
  card: { hero: 20, start: 4.2, target: 4.8, word: 2.8, need: 2.7, beside: 4, ruler: 9.4 },
  band: { hero: 16, start: 4.2, target: 4.8, word: 2.8, need: 2.7, beside: 4.2, ruler: 9.4 },
} as const;

export const shapeOf = (size: PanelSize) =>
  ({ wide: shapes.wide, upright: shapes.upright, card: shapes.card, slim: shapes.band })[roomOf(size)];

/** Width of a figure in em: digits stand in equal columns. */
export const figureWidth = (figure: string, weight: number) =>
  textWidth(figure.replace(/\p{Nd}/gu, '0'), weight);

/** Places the scene for its room. */
export function goalLayout(size: PanelSize, edges: Edges): GoalLayout {
  const shape = shapeOf(size);
  const { width } = size;
  const wide = shape === shapes.wide;
  const card = shape === shapes.card;
  const band = shape === shapes.band || card;
  const base = wide ? 69.3 : band ? size.height - 4.6 : size.height * 0.62;
  const top = base - shape.ruler;

  const room = wide ? 92 : width * 0.62;
  const heroSize = Math.min(
    shape.hero,
    room / Math.max(0.1, figureWidth(edges.figure, 800)),
    // Under the head.
    band ? (top - 6.6) / 0.672 : Infinity,
  );
  const heroWidth = figureWidth(edges.figure, 800) * heroSize;
  const right = Math.max(edges.now ?? 0, heroWidth - 0.02 * heroSize);
  const gap = wide ? 3.6 : 2.2;
  const wordsRoom = wide ? 46 : card ? 22 : band ? 38 : 32;
  const leftwards = right + gap + wordsRoom > width && right - heroWidth > width - right;
  // A comma's tail stays clear of the words beneath.
  const tail = band && /[,٫،]/.test(edges.figure) ? 0.07 * heroSize : 0;
  const heroY = top - 1.5 - tail - 0.672 * heroSize;
  const besideY =
    top - (wide ? 13.2 : band ? 8.6 : 10) + (edges.beside.includes('\n') ? 0 : shape.beside * 1.17);

  const startWidth =
    textWidth(edges.started, 400) * shape.word + textWidth(edges.startFigure) * shape.start + 3;
  const needWide = Math.max(...edges.needed.split('\n').map((line) => textWidth(line, 400))) * shape.need;
  const targetWidth = textWidth(edges.targetFigure) * shape.target + needWide + (band ? 2.9 : 4);
  const far = Math.max(edges.target, edges.now ?? 0);
  return {
    question: {
      y: card ? 9.2 : 9.9,
      width:
        wide && edges.question.length <= 60
          ? Math.min(96, width)
          : width - (size.ring === false || card ? 0 : 24),
      height: wide ? 15.2 : Math.min(18, heroY - (card ? 11 : 12)),
      size: card ? 4.8 : 6,
      floor: card ? 3 : wide ? 4.2 : 3.6,
    },
    ruler: { y: top, height: shape.ruler },
    hero: { x: 0, y: heroY, width: right + 0.025 * heroSize, size: heroSize },
    beside: leftwards
      ? {
          x: Math.max(0, right - heroWidth - gap - 70),
          // The start's figure stands beneath.
          y: besideY - (band ? 1.4 : 0),
          width: Math.min(70, right - heroWidth - gap),
          size: shape.beside,
          align: 'end',
        }
      : { x: right + gap, y: besideY, width: width - right - gap, size: shape.beside, align: 'start' },
    start: {
      above: startWidth <= edges.start && (edges.now === null || edges.now >= edges.start),
      x: edges.start,
    },
    target: { above: far + targetWidth <= width, x: far },
    facts: base + 4.9,
    horizon: wide ? 81.1 : band ? null : base + 15,
  };
}
