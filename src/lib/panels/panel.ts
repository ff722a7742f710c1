import type { GenericSchema, InferOutput } from 'valibot';
import type { ActionPoint } from '../domain/action-point';
import type { Purpose } from '../domain/purpose';
import type { FactsOf, Need } from './needs';

type Ticks = 'second' | 'minute';
type Needs = Record<string, Need<unknown>>;

/** A kind of tile. `select` is pure; everything it knows comes from the facts it asked for. */
export interface PanelDefinition<
  K extends string = string,
  O extends GenericSchema = GenericSchema,
  D extends GenericSchema = GenericSchema,
  N extends Needs = Needs,
> {
  kind: K;
  /** What a leader reads in the playlist. */
  title: () => string;
  /** Whose field it stands on; null: neutral. */
  point: ActionPoint | null;
  /** Which of the practice’s four purposes it serves; null: none of them. */
  purpose: Purpose | null;
  /** Which walls may show it. */
  audiences: readonly ('staff' | 'customers')[];
  options: O;
  data: D;
  needs: (options: InferOutput<O>) => N;
  /** What to show, or undefined when there is nothing and the player skips the panel. */
  select: (facts: FactsOf<N>, options: InferOutput<O>, now: Date) => InferOutput<D> | undefined;
  /** The most words that one showing holds: dwell follows them. */
  words: (data: InferOutput<D>) => number;
  /** How many showings the data holds; default 1. */
  plays?: (data: InferOutput<D>) => number;
  /** The newest thing that may break into the loop. */
  news?: (data: InferOutput<D>, now: Date) => { id: string; play: number } | undefined;
  /** What came shortly before that and may break in as well, oldest first: two things may come at once. */
  earlierNews?: (data: InferOutput<D>, now: Date) => { id: string; play: number }[];
  /** The picture of each showing, so that it is loaded before its turn; empty text for a showing without. */
  pictures?: (data: InferOutput<D>) => string[];
  /** Whether names, people's own words or pictures of people stand on it; absent: as its needs tell. */
  personal?: (data: InferOutput<D>) => boolean;
  /** The newest fact's moment (ISO). */
  asOf?: (data: InferOutput<D>) => string | null;
  /** When time alone will change what `select` gives (an announcement ends, a score gets old). */
  lookAgain?: (facts: FactsOf<N>, options: InferOutput<O>, now: Date) => Date | undefined;
  /**
   * Has the whole wall until a moment (ISO), an `alarm` a dark one too, a moment that comes `once` not again after a reload. No
   * playlist takes such a panel.
   */
  takesOver?: (data: InferOutput<D>) => { until: string; alarm: boolean; once?: true };
  /** Kinds that bring it along, right after the first of them, on a wall whose playlist does not name it. */
  comesWith?: readonly string[];
  /** How often the component wants the time, always or for these data; absent: never. */
  ticks?: Ticks | ((data: InferOutput<D>) => Ticks);
}

/** Declares a panel; the identity function that keeps its types. */
export const definePanel = <
  const K extends string,
  O extends GenericSchema,
  D extends GenericSchema,
  N extends Needs,
>(
  panel: PanelDefinition<K, O, D, N>,
): PanelDefinition<K, O, D, N> => panel;

/** The data a panel's component gets. */
export type DataOf<P> = P extends { data: infer D extends GenericSchema } ? InferOutput<D> : never;

/**
 * The room a component has, in stage units: 1u is 1 % of the shorter side of the wall's safe area. Width and height are
 * of the safe part of its zone. `shape` is `wide` for a whole lying scene, `tall` for a whole upright one, `band` for a
 * zone that shares the wall with others, whatever its own proportions.
 */
export interface PanelSize {
  width: number;
  height: number;
  shape: 'wide' | 'tall' | 'band';
  /** Whether the wall's ring hangs in this zone's far top corner; absent: as if it did. */
  ring?: boolean;
  /** A screen of so few lines that small pictures beside the figures (trend, brackets) are left out. */
  small?: boolean;
}

/**
 * What a panel lays out for: a `wide` scene, an `upright` one, a `card` (a quarter of a wall or so) or a `slim` strip.
 */
export type Room = 'wide' | 'upright' | 'card' | 'slim';

/** The room by its proportions: the same size is laid out the same, alone on a wall or beside others. */
export function roomOf({ width, height }: PanelSize): Room {
  if (height < 42) return 'slim';
  if (height < 66) return 'card';
  return width >= 1.35 * height ? 'wide' : 'upright';
}

/** What every panel's component gets. `play` counts its showings from 0; `now` moves only for panels that tick. */
export interface PanelProps<D> {
  data: D;
  size: PanelSize;
  play: number;
  now: Date;
  team: string;
  timeZone: string;
  language: string;
  motion: 'full' | 'calm' | 'none';
}
