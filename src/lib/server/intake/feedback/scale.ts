import { measureOf, readMeasure, scales, type Metric, type Scale } from '../../../domain/metric';
import { plainWord, saysNothing, scalesKnowing, type WordScale } from './word-scales';

/** How the cells of a score column become values. */
export interface ScoreReader {
  metric: Metric;
  scale: Scale | null;
  /** A whole value; null where the answer says nothing; undefined where the cell cannot be read. */
  read(cell: string): number | null | undefined;
  /** The scale in words that it reads by, where it does. */
  words?: WordScale;
}

const named: Record<string, Exclude<Metric, 'rating'>> = {
  '0-10': 'nps',
  '1-5': 'csat',
  '1-7': 'ces',
  '0-3': 'smiley4',
  '0-4': 'smiley5',
};

/** Where a rating counts as satisfied when nobody said: the top value of 3, the top two up to 7, the top three above. */
const usualTop = (min: number, max: number) => max - (max - min < 3 ? 0 : max - min < 8 ? 1 : 2);

/** Metric and scale of a scale's name: `0-10`, `nps`, `stars`, `1-10`, `1-10:8`; undefined when it is none. */
export function readScale(name: string): { metric: Metric; scale: Scale | null } | undefined {
  const key = name.trim().toLowerCase();
  const metric = named[key] ?? (Object.hasOwn(scales, key) ? (key as Exclude<Metric, 'rating'>) : undefined);
  if (metric) return { metric, scale: null };
  const found = /^(?:rating:)?(\d{1,3})-(\d{1,3})(?::(\d{1,3}))?$/.exec(key);
  if (!found) return undefined;
  const [min, max] = [Number(found[1]), Number(found[2])];
  const scale = { min, max, top: found[3] === undefined ? usualTop(min, max) : Number(found[3]) };
  const fine = readMeasure(measureOf('rating', scale));
  return fine && max <= 100 ? { metric: 'rating', scale } : undefined;
}

/** A figure, and of how many where the cell says so. */
export interface Figure {
  value: number;
  of?: number;
}

/** A figure as tools write one: `9`, `9.0`, `4,0`, `9/10`, `4 - Good`, `★★★★☆`; undefined when it is none. */
export function readFigure(cell: string): Figure | undefined {
  const text = cell.trim().replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
  const plain = /^(-?\d{1,4})(?:[.,](\d+))?$/.exec(text);
  if (plain) return { value: Number(plain[2] === undefined ? plain[1] : `${plain[1]}.${plain[2]}`) };
  const share = /^(\d{1,3})\s*(?:\/|out of|von|sur|de|di|van|من)\s*(\d{1,3})$/i.exec(text);
  if (share) return { value: Number(share[1]), of: Number(share[2]) };
  const named = /^(\d{1,3})\s*(?:[-–—:.)(]|stars?\b)\s*(?:\D*)$/i.exec(text);
  if (named) return { value: Number(named[1]) };
  const drawn = /^((?:[★⭐🌟]\uFE0F?)+)(☆*)$/u.exec(text);
  if (!drawn) return undefined;
  const value = drawn[1]?.match(/[★⭐🌟]/gu)?.length ?? 0;
  return drawn[2] ? { value, of: value + drawn[2].length } : { value };
}

/** Figures that tools write for "not asked", "don't know", "refused": no scale goes so far. */
const codes = new Set([
  -1, -9, -77, -88, -99, -97, -98, -999, 66, 77, 88, 96, 97, 98, 99, 777, 888, 997, 998, 999,
]);

const rangeOf = (metric: Metric, scale: Scale | null) =>
  metric === 'rating' ? (scale ?? { min: 0, max: 0 }) : scales[metric];

/** Reads figures on a named scale; `reversed` where the smallest is best. */
export function figureReader(
  name: string,
  reversed: boolean,
  words: Record<string, number | null> | null,
): ScoreReader | undefined {
  const known = readScale(name);
  if (!known) return undefined;
  const { min, max } = rangeOf(known.metric, known.scale);
  const own = words && plainKeys(words);
  return {
    ...known,
    read: (cell) => {
      const word = plainWord(cell);
      const figure = readFigure(cell);
      const value = own && Object.hasOwn(own, word) ? own[word] : figure?.value;
      if (value === null || (value === undefined && (word === '' || saysNothing(cell)))) return null;
      if (figure?.of !== undefined && figure.of !== max) return undefined;
      if (value !== undefined && (value < min || value > max) && codes.has(value)) return null;
      if (value === undefined || !Number.isInteger(value) || value < min || value > max) return undefined;
      return reversed ? min + max - value : value;
    },
  };
}

const plainKeys = (words: Record<string, number | null>) =>
  Object.fromEntries(Object.entries(words).map(([word, value]) => [plainWord(word), value]));

/** Reads words: those that the leader gave a value first, then those of a known scale. */
export function wordReader(
  known: WordScale,
  words: Record<string, number | null> | null,
  reversed: boolean,
): ScoreReader {
  const own = words ? plainKeys(words) : {};
  const { min, max } = rangeOf(known.metric, known.scale);
  return {
    metric: known.metric,
    scale: known.scale,
    words: known,
    read: (cell) => {
      const word = plainWord(cell);
      const value = Object.hasOwn(own, word)
        ? own[word]
        : Object.hasOwn(known.words, word)
          ? known.words[word]
          : undefined;
      if (value === null || (value === undefined && (word === '' || saysNothing(cell)))) return null;
      if (value === undefined || value < min || value > max) return undefined;
      return reversed ? min + max - value : value;
    },
  };
}

/** The scale of words that a leader gave values from 1 to 5: satisfaction. */
export const ownWords: WordScale = { metric: 'csat', scale: null, words: {}, certain: true };

/** What a column's different answers look like. */
export interface ScoreLook {
  kind: 'figures' | 'words' | 'mixed' | 'none';
  /** Smallest and largest whole figure seen, but for codes that say nothing. */
  min: number;
  max: number;
  /** Of how many, where every figure that says so says the same. */
  of: number | null;
  /** Known scales that fit the words seen. */
  known: WordScale[];
  /** The different words seen, as the file writes them, most frequent first. */
  words: string[];
  /** Two answers that cannot be on one scale. */
  mixed: [string, string] | null;
}

/** A tenth of the answers is too much for a slip of the pen. */
const slips = 0.1;

/** Looks at the different answers of a column (how often each occurs) for what scale they may be on. */
export function lookAtScores(counts: ReadonlyMap<string, number>): ScoreLook {
  const look: ScoreLook = {
    kind: 'none',
    min: Infinity,
    max: -Infinity,
    of: null,
    known: [],
    words: [],
    mixed: null,
  };
  let [figures, broken, words] = [0, 0, 0];
  const plain = new Set<string>();
  const whole = new Map<number, { count: number; cell: string }>();
  const shares = new Map<number, string>();
  const byCount = [...counts].sort((a, b) => b[1] - a[1]);
  for (const [cell, count] of byCount) {
    if (cell.trim() === '' || saysNothing(cell)) continue;
    const figure = readFigure(cell);
    if (figure === undefined) {
      words += count;
      plain.add(plainWord(cell));
      if (look.words.length < 30) look.words.push(cell.trim());
    } else if (!Number.isInteger(figure.value)) broken += count;
    else {
      whole.set(figure.value, { count: (whole.get(figure.value)?.count ?? 0) + count, cell });
      if (figure.of !== undefined && !shares.has(figure.of)) shares.set(figure.of, cell);
    }
  }
  const inRange = [...whole.keys()].filter((value) => !codes.has(value));
  const withCodes = inRange.length === 0 || Math.max(...inRange) > 10 || Math.min(...inRange) < 0;
  for (const [value, { count }] of whole) {
    if (codes.has(value) && !withCodes) continue;
    figures += count;
    look.min = Math.min(look.min, value);
    look.max = Math.max(look.max, value);
  }
  const all = figures + broken + words;
  const figure = [...whole.values()][0]?.cell;
  const [one, other] = shares.values();
  if (shares.size > 1 && one && other) [look.kind, look.mixed] = ['mixed', [one, other]];
  else if (figures > 0 && figures >= all * (1 - slips)) look.kind = 'figures';
  else if (words > 0 && words >= all * (1 - slips) && plain.size <= 30) {
    look.kind = 'words';
    look.known = scalesKnowing(plain, words);
  } else if (figures > all * slips && words > all * slips && plain.size <= 11 && figure && look.words[0])
    [look.kind, look.mixed] = ['mixed', [figure, look.words[0]]];
  look.of = shares.size === 1 ? ([...shares.keys()][0] ?? null) : null;
  return look;
}

/** Both ends, each with what it stands for or with a word between them: `1 = bad, 6 = good`, `0-10`, `from 1 to 6`. */
const bothEnds =
  /(?<![\p{L}\d.,])(\d{1,2})\s*(?:[=:]\D{1,60}?|[-–—…]|\.{2,3}|to|bis|à|a|al|tot|até|hasta|إلى)\s*(?<![\p{L}\d])(\d{1,3})(?![\p{L}\d%])/iu;
/** Its upper end alone: `out of 20`, `/ 20`. */
const upperEnd = /(?:\/|\bout of|\bvon|\bsur|\bsobre|\bvan de|من)\s*(\d{1,3})(?![\p{L}\d%])/iu;

/** The scales that a header names, from 0 or 1 upwards. */
function scalesNamedIn(header: string): string[] {
  const ends = bothEnds.exec(header)?.slice(1).map(Number);
  const upper = upperEnd.exec(header)?.[1];
  const found = ends
    ? [[Math.min(...ends), Math.max(...ends)] as const]
    : upper
      ? ([0, 1] as const).map((lower) => [lower, Number(upper)] as const)
      : [];
  return found.filter(([lower]) => lower <= 1).map(([lower, top]) => `${lower}-${top}`);
}

/**
 * The names of the scales that hold all figures from `min` to `max`, likeliest first: what the column’s header names, then what is
 * usual. `of`: all that end there.
 */
export function scalesHolding(min: number, max: number, of: number | null = null, header = ''): string[] {
  const inOrder =
    max > 10
      ? ['0-20', '0-100']
      : max > 7
        ? ['0-10', '1-10']
        : ['1-5', 'stars', '1-6', '0-10', '1-10', '1-7', '0-4', '0-3', '1-4', '1-3', '0-1'];
  const fitting = [...scalesNamedIn(header), ...inOrder].filter((name) => {
    const known = readScale(name);
    if (!known) return false;
    const range = rangeOf(known.metric, known.scale);
    return min >= range.min && max <= range.max && (of === null || of === range.max);
  });
  const most = of ?? 100;
  return fitting.length === 0 && min >= 0 && max <= most ? [`0-${most}`] : [...new Set(fitting)];
}
