/**
 * Advance widths of the printable ASCII characters in Atkinson Hyperlegible Next at weight 750, in hundredths of an em,
 * two base-36 digits each; measured from the font that the wall ships.
 */
const advances =
  '0w0v15271p2q200m0y0y1c1n0s110t191u191n1o1r1p1r1i1r1k0t0t1l1p1l1k261x1t1u1x1o1l201y171l1v1j2f20231s24' +
  '1u1p1q1w1u2h1y1v1q0y190y1n150u1k1o1g1o1l121o1m0v0q1l0x2h1m1m1o1o121g131l1j231j1i1g130q131h';

const widths = Array.from(
  { length: advances.length / 2 },
  (_, i) => parseInt(advances.slice(2 * i, 2 * i + 2), 36) / 100,
);

/** Fullwidth scripts and emoji take a whole em, combining marks and joiners none, all else about as much as an `o`. */
function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 127) return widths[code - 32] ?? 0.3;
  if (/\p{M}|\u200d|\ufe0f/u.test(character)) return 0;
  if (
    code >= 0x1100 &&
    /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u.test(character)
  )
    return 1.1;
  return code === 0x2019 || code === 0x2018 ? 0.3 : 0.62;
}

/** Width of a text on one line, in em. `weight` as in CSS; heavier is wider. */
export function textWidth(text: string, weight = 750): number {
  let sum = 0;
  for (const character of text) sum += advance(character);
  return sum * (weight < 500 ? 0.965 : weight < 700 ? 0.985 : weight > 760 ? 1.012 : 1);
}

export interface FitBox {
  text: string;
  /** Room in u. */
  width: number;
  height: number;
  /** Ceiling and floor of the font size in u. */
  size: number;
  floor: number;
  weight: number;
  /** Line height in em. */
  leading: number;
}

/** How many lines a text takes at a size, wrapped at spaces. */
function linesAt({ text, width, weight }: FitBox, size: number): number {
  let lines = 0;
  const space = textWidth(' ', weight) - 0.05;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    for (const word of paragraph.split(' ')) {
      const wide = textWidth(word, weight) * size;
      if (used > 0 && used + space * size + wide > width) {
        lines++;
        used = 0;
      }
      // A word wider than the box is broken; the browser does the same.
      if (wide > width) lines += Math.ceil(wide / width) - 1;
      used += (used > 0 ? space * size : 0) + Math.min(wide, width);
    }
  }
  return lines;
}

function fitsAt(box: FitBox, size: number): boolean {
  if (linesAt(box, size) * size * box.leading > box.height + 0.01) return false;
  return (
    size <= box.floor || box.text.split(/\s/).every((word) => textWidth(word, box.weight) * size <= box.width)
  );
}

/** A text without its last words, the loss made visible. */
export function cutWords(text: string, words: number): string {
  if (words <= 0) return text;
  const kept = text.split(' ').slice(0, -words).join(' ');
  return kept ? `${kept.replace(/[\s,;:.–-]+$/u, '')} …` : '…';
}

/**
 * The largest size between floor and ceiling at which the text fits its box, by the font's own widths, so that the
 * server's HTML is right before any script runs. Past the floor whole words are cut and an ellipsis ends the text.
 */
export function fitText(box: FitBox): { size: number; text: string; cut: number } {
  if (fitsAt(box, box.size)) return { size: box.size, text: box.text, cut: 0 };
  const floor = Math.min(box.floor, box.size);
  if (fitsAt(box, floor)) {
    let [low, high] = [floor, box.size];
    while (high - low > 0.05) {
      const middle = (low + high) / 2;
      if (fitsAt(box, middle)) low = middle;
      else high = middle;
    }
    return { size: Math.round(low * 20) / 20, text: box.text, cut: 0 };
  }
  const words = box.text.split(' ').length;
  let [keep, drop] = [0, words];
  while (drop - keep > 1) {
    const middle = Math.floor((keep + drop) / 2);
    if (fitsAt({ ...box, text: cutWords(box.text, words - middle) }, floor)) keep = middle;
    else drop = middle;
  }
  return { size: floor, text: cutWords(box.text, words - keep), cut: words - keep };
}

/**
 * Cuts a text into pages that fit their box at the floor size; one page where it fits at all. Pages break at sentences
 * where one ends in their second half, else at words, and carry an ellipsis.
 */
export function pageText(box: FitBox): string[] {
  const pages: string[] = [];
  let rest = box.text.trim();
  while (rest) {
    const fitted = fitText({ ...box, text: rest });
    if (fitted.cut === 0) return [...pages, rest];
    const words = rest.split(' ');
    let keep = Math.max(1, words.length - fitted.cut);
    for (let i = keep; i > keep / 2; i--) {
      if (/[.!?…。؟]["”’)]?$/u.test(words[i - 1] ?? '')) {
        keep = i;
        break;
      }
    }
    const page = words.slice(0, keep).join(' ');
    pages.push(/[.!?…。؟]["”’)]?$/u.test(page) ? page : `${page} …`);
    rest = words.slice(keep).join(' ');
  }
  return pages;
}
