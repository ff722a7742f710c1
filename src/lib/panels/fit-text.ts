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

/**
 * Fullwidth scripts, ogham, letters of mathematics and emoji (keycaps among them) take a whole em, combining marks and joiners
 * none, all else about as much as an `o` or, a capital, as an `A`.
 */
function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 127) return widths[code - 32] ?? 0.3;
  if (character === '\u00a0') return widths[0] ?? 0.3;
  // A letter under marks may come from a wider typeface.
  if (code >= 0x300 && code < 0x370) return 0.08;
  if (/(?!\p{Me})\p{M}|\u00ad|\u200d|\u200e|\ufe0f/u.test(character)) return 0;
  if (
    code >= 0xbc &&
    /[¼-¾\u1100-\u11ff\u1680-\u169f⅐-⅞\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60\u{1d400}-\u{1d7ff}\p{Extended_Pictographic}\p{Me}]/u.test(
      character,
    )
  )
    return 1.1;
  if (code === 0x2019 || code === 0x2018) return 0.3;
  const capital = /\p{Lu}/u.test(character);
  // Greek and Cyrillic come from the TV's own typeface, which may be a wide one.
  if (code >= 0x370 && code < 0x530) return capital ? 0.86 : 0.68;
  return capital ? 0.74 : 0.62;
}

/** Width of a text on one line, in em. `weight` as in CSS; heavier is wider. */
export function textWidth(text: string, weight = 750): number {
  let sum = 0;
  let letters = 0;
  for (const character of text) {
    const wide = advance(character);
    sum += wide;
    if (wide > 0.08) letters++;
  }
  // The heaviest weight is set a little tighter (`Fit`).
  if (weight > 760) return sum * 1.012 - 0.02 * letters;
  return sum * (weight < 500 ? 0.965 : weight < 700 ? 0.985 : 1);
}

/** How far a text's first letter stands inside its box, in em: straight stems, round sides, signs and slants. */
export function bearing(text: string): number {
  if (/^[BDEFHIKLMNPRU0156bhklmnpru]/.test(text)) return 0.05;
  if (/^[CGOQSZ23489acdegoqsz+−“]/.test(text)) return 0.03;
  return 0;
}

/** Side bearings of tabular figures at weight 800, in thousandths of an em: a one stands in the middle of its place. */
const figureBearings = [25, 100, 58, 50, 30, 55, 45, 63, 35, 68];

/** The same of a figure that counts, whose digits are all of one width. */
export const figureBearing = (text: string): number =>
  /^\d/.test(text) ? (figureBearings[Number(text[0])] ?? 0) / 1000 : bearing(text);

/** A word that may stand alone at a line's beginning or end; a longer one with its neighbour would tear the line. */
const mostTied = 18;

/**
 * Ties what a good setter never parts: a figure and what it counts ("5 November"), a sentence's short first word and the
 * next, a short last word and the one before it.
 */
export const tied = (text: string): string =>
  text
    .replace(/(^|[\s(])(\d[\d.,:–]*) (?=\p{L})/gu, '$1$2\u00a0')
    .replace(/([.!?:;…] \p{L}{1,3}) (?=\p{L})/gu, '$1\u00a0')
    .replace(/ (?=\p{L}{1,3}[.,;:!?]?(?:$|[.,;:!?] ))/gu, '\u00a0')
    .replace(/[^ \n]*\u00a0[^ \n]*/gu, (run) => (run.length > mostTied ? run.replace(/\u00a0/g, ' ') : run));

/** Whether a text's first letter is of a script that is written from right to left. */
export const readsFromRight = (text: string): boolean =>
  /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u.test(text);

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

/** Where a long word may be broken: before a consonant (or ch, ck, ph, sch, th, fl, tr …) that a vowel follows. */
const syllable =
  /([aeiouyäöüåæø][^aeiouyäöüåæø]*?)(?=(?:sch|ch|ck|ph|th|[bfgkp][lr]|[dt]r|[b-df-hj-np-tv-xzß])[aeiouyäöüåæø])/giu;

/** What has no syllables, an address or another script, may be broken after some letters. */
const unbroken = /[^\u00ad]{12}(?=[\p{L}\p{N}\p{P}]{4})/gu;

/**
 * A text with its breaks as in a book: every word that fills the box or more even at its floor gets soft hyphens, what belongs
 * together is tied where the box has room for it.
 */
export function breakable({ text, width, floor, size, weight }: FitBox): string {
  const least = Math.min(floor, size);
  const bound = tied(text).replace(/[^ \n]*\u00a0[^ \n]*/gu, (run) =>
    textWidth(run, weight) * size > width * 0.8 ? run.replace(/\u00a0/g, ' ') : run,
  );
  return bound.replace(/[^\s\u00ad]+/gu, (word) =>
    textWidth(word, weight) * least > width * 0.97
      ? word.replace(syllable, '$1\u00ad').replace(unbroken, '$&\u00ad')
      : word,
  );
}

/** A text's pieces with what follows each: a space, or a soft hyphen inside a long word. */
const pieces = (text: string) => text.match(/[^ \u00ad]*[ \u00ad]?/gu)?.filter(Boolean) ?? [];

/** How many pieces a text can lose. */
export const piecesOf = (text: string): number => pieces(text).length;

/** How many lines a text takes at a size, wrapped at spaces and soft hyphens. */
function linesAt({ text, width, weight }: FitBox, size: number): number {
  let lines = 0;
  const space = textWidth(' ', weight) - 0.05;
  for (const paragraph of text.split('\n')) {
    lines++;
    let used = 0;
    let gap = 0;
    for (const piece of pieces(paragraph)) {
      const inWord = piece.endsWith('\u00ad');
      const wide = textWidth(piece.trim(), weight) * size;
      if (used > 0 && used + gap + wide + (inWord ? 0.4 * size : 0) > width) {
        lines++;
        used = 0;
      }
      // A piece wider than the box is broken, as the browser does: at a letter, so that some room is left on each line.
      if (wide > width) lines += Math.ceil(wide / Math.max(width - 0.7 * size, size)) - 1;
      used += (used > 0 ? gap : 0) + Math.min(wide, width);
      gap = inWord ? 0 : space * size;
    }
  }
  return lines;
}

function fitsAt(box: FitBox, size: number): boolean {
  if (linesAt(box, size) * size * box.leading > box.height + 0.01) return false;
  return (
    size <= Math.min(box.floor, box.size) ||
    box.text.split(/[\s\u00ad]/).every((piece) => textWidth(piece, box.weight) * size <= box.width)
  );
}

/** A text without its last words (or syllables of a long word), the loss made visible. */
export function cutWords(text: string, words: number): string {
  if (words <= 0) return text;
  const kept = pieces(text).slice(0, -words).join('');
  if (!kept) return '…';
  return kept.endsWith('\u00ad') ? `${kept.slice(0, -1)}…` : `${kept.replace(/[\s,;:.–-]+$/u, '')} …`;
}

/** What was fitted lately: the same scenes come round again and again. */
const fitted = new Map<string, Fitted>();
const remembered = 300;

interface Fitted {
  size: number;
  text: string;
  cut: number;
}

/**
 * The largest size between floor and ceiling at which the text fits its box, by the font's own widths, so that the
 * server's HTML is right before any script runs. Past the floor whole words are cut and an ellipsis ends the text.
 */
export function fitText(given: FitBox): Fitted {
  const { text, width, height, size, floor, weight, leading } = given;
  const key = [width, height, size, floor, weight, leading, text].join();
  let known = fitted.get(key);
  if (!known) {
    known = fit(given);
    fitted.set(key, known);
    const [oldest] = fitted.keys();
    if (fitted.size > remembered && oldest !== undefined) fitted.delete(oldest);
  }
  return known;
}

/** Whether all of a plain text stands in its box, as `Fit` sets it; a twentieth of the width is left for what the estimate misses. */
export const standsWhole = (
  text: string,
  { width, height, size, floor }: Pick<FitBox, 'width' | 'height' | 'size' | 'floor'>,
): boolean =>
  fitText({ text, width: 0.95 * width, height, size, floor, weight: 400, leading: 1.14 }).cut === 0;

function fit(given: FitBox): Fitted {
  const box = { ...given, text: breakable(given) };
  if (fitsAt(box, box.size)) return { size: box.size, text: box.text, cut: 0 };
  const floor = Math.min(box.floor, box.size);
  if (fitsAt(box, floor)) {
    let [low, high] = [floor, box.size];
    while (high - low > 0.05) {
      const middle = (low + high) / 2;
      if (fitsAt(box, middle)) low = middle;
      else high = middle;
    }
    // Never rounded up: what just fits would take another line.
    return { size: Math.max(floor, Math.floor(low * 20) / 20), text: box.text, cut: 0 };
  }
  const words = piecesOf(box.text);
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
  const ends = /[.!?…。؟]["”’)]?$/u;
  const pages: string[] = [];
  let rest = breakable({ ...box, text: box.text.trim() });
  while (rest) {
    const { cut } = fitText({ ...box, text: rest });
    const parts = pieces(rest);
    let keep = cut === 0 ? parts.length : Math.max(1, parts.length - cut);
    for (let i = keep; cut > 0 && i > keep / 2; i--) {
      if (ends.test(parts[i - 1]?.trim() ?? '')) {
        keep = i;
        break;
      }
    }
    const page = parts.slice(0, keep).join('');
    const plain = page
      .replace(/\u00ad/g, '')
      .replace(/\u00a0/g, ' ')
      .trim();
    pages.push(cut === 0 || ends.test(plain) ? plain : `${plain}${page.endsWith('\u00ad') ? '' : ' '}…`);
    rest = parts.slice(keep).join('');
  }
  return pages;
}
