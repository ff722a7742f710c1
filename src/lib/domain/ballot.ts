import type { Ballot, Pair } from './huddle';
import { readMeasure, type Measure } from './metric';

/** A scale of more steps than this is marked from 0 to 10 instead: a thumb has to hit them. */
const mostSteps = 11;

/** What markers are placed on: the team’s own scale where a thumb can hit its steps, else 0 to 10. */
export function markerScale(measure: Measure | null | undefined): { min: number; max: number } {
  const scale = measure ? readMeasure(measure)?.scale : undefined;
  return scale && scale.max - scale.min < mostSteps
    ? { min: scale.min, max: scale.max }
    : { min: 0, max: 10 };
}

/** The middle one; of two in the middle the lower, so that it is a step of the scale. Undefined for none. */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

/** How phones see it: counts by step of the scale, lowest first, and the middle of each. Nobody is named. */
export interface Spread {
  min: number;
  /** How many placed a marker. */
  n: number;
  now: number[];
  need: number[];
  middle: Pair | null;
}

/** The spread of the markers over a scale. */
export function spreadOf(places: readonly Pair[], { min, max }: { min: number; max: number }): Spread {
  const counts = (of: 'now' | 'need') =>
    Array.from({ length: max - min + 1 }, (_, step) => places.filter((one) => one[of] === min + step).length);
  const now = median(places.map((place) => place.now));
  const need = median(places.map((place) => place.need));
  return {
    min,
    n: places.length,
    now: counts('now'),
    need: counts('need'),
    middle: now === undefined || need === undefined ? null : { now, need },
  };
}

/** Questions that were proposed, with their votes: most votes first, of equals the one that was proposed first. */
export function questionsByVotes({
  questions,
  votes,
}: Pick<Ballot, 'questions' | 'votes'>): { id: string; text: string; votes: number }[] {
  return questions
    .map(({ id, text }) => ({ id, text, votes: votes.filter(({ question }) => question === id).length }))
    .sort((a, b) => b.votes - a.votes);
}
