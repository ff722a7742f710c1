import type { Envelope, Verbatim } from './records';

/** Taps “that’s us” on comments and “me too” on shout-outs in a turn. Nobody is named. */
export interface Interest extends Envelope {
  team: string;
  status: 'open' | 'closed';
  turn: number;
  /** By the comment’s id. */
  taps: Record<string, number>;
  /** Of these, taps by those who serve customers themselves; absent: none. */
  serving?: Record<string, number>;
  /** “I thank you, too”, by the shout-out’s id; absent: none. */
  too?: Record<string, number>;
  /** A mark for each ticket and comment or shout-out, so that it counts once; gone when the turn closes. Never exported. */
  marks: string[];
}

/** The id of what a team’s phones tapped in a turn. */
export const interestId = (team: string, turn: number): string => `${team}.interest.${turn}`;

/** Counts by id, summed up over several turns. */
function summed(all: readonly (Record<string, number> | undefined)[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all)
    for (const [id, count] of Object.entries(counts ?? {})) sum.set(id, (sum.get(id) ?? 0) + count);
  return sum;
}

/** How often each comment was tapped, over several turns. */
export const tapsOn = (interests: readonly Pick<Interest, 'taps'>[]): Map<string, number> =>
  summed(interests.map(({ taps }) => taps));

/** How many thanked along with each shout-out, over several turns. */
export const thankedAlong = (interests: readonly Pick<Interest, 'too'>[]): Map<string, number> =>
  summed(interests.map(({ too }) => too));

/**
 * Comments in the order in which they are of interest: those from sources that people who serve customers tapped, then those from
 * sources that others tapped, then those from sources whose comments nobody ever tapped; each in the order they came in. Where
 * nothing was tapped at all, that order stands.
 */
export function byInterest<C extends Pick<Verbatim, 'id' | 'source'>>(
  comments: readonly C[],
  interests: readonly Pick<Interest, 'taps' | 'serving'>[],
): C[] {
  const sourcesOf = (taps: Map<string, number>) =>
    new Set(comments.filter(({ id }) => taps.get(id)).map(({ source }) => source));
  const serving = sourcesOf(summed(interests.map(({ serving }) => serving)));
  const tapped = sourcesOf(tapsOn(interests));
  const rank = ({ source }: C) => (serving.has(source) ? 0 : tapped.has(source) ? 1 : 2);
  return [0, 1, 2].flatMap((wanted) => comments.filter((comment) => rank(comment) === wanted));
}
