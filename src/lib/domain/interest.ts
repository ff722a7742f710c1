import type { Envelope, Verbatim } from './records';

/** Taps “that’s us” of a turn, by comment. Nobody is named. */
export interface Interest extends Envelope {
  team: string;
  status: 'open' | 'closed';
  turn: number;
  /** By the comment’s id. */
  taps: Record<string, number>;
  /** A mark for each ticket and comment, so that it counts once; gone when the turn closes. Never exported. */
  marks: string[];
}

/** The id of what a team’s phones tapped in a turn. */
export const interestId = (team: string, turn: number): string => `${team}.interest.${turn}`;

/** How often each comment was tapped, over several turns. */
export function tapsOn(interests: readonly Pick<Interest, 'taps'>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { taps } of interests)
    for (const [id, count] of Object.entries(taps)) sum.set(id, (sum.get(id) ?? 0) + count);
  return sum;
}

/**
 * Comments in the order in which they are of interest: those from sources that people tapped, then those from sources whose comments
 * nobody ever tapped; each in the order they came in. Where nothing was tapped at all, that order stands.
 */
export function byInterest<C extends Pick<Verbatim, 'id' | 'source'>>(
  comments: readonly C[],
  interests: readonly Pick<Interest, 'taps'>[],
): C[] {
  const taps = tapsOn(interests);
  const tapped = new Set(comments.filter(({ id }) => taps.get(id)).map(({ source }) => source));
  return [
    ...comments.filter(({ source }) => tapped.has(source)),
    ...comments.filter(({ source }) => !tapped.has(source)),
  ];
}
