import type { Envelope, Team, Verbatim } from './records';

/** What phones tapped in a turn: “that’s us” on comments, “me too” on shout-outs, and how many took part at all. Nobody is named. */
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
  /** How many phones took part in the turn by any tap; absent: none did. */
  part?: number;
  /** A mark for each ticket and comment or shout-out, and for each phone, so that it counts once; gone when the turn closes. Never exported. */
  marks: string[];
}

/** The id of what a team’s phones tapped in a turn. */
export const interestId = (team: string, turn: number): string => `${team}.interest.${turn}`;

/**
 * The share of a team that took part in a turn, in percent, down to the full ten: nobody can be told from it. Null where too few did
 * (`minimumN`), or nobody said how many there are.
 */
export function turnout(
  { people, minimumN }: Pick<Team, 'people' | 'minimumN'>,
  interest: Pick<Interest, 'part'> | undefined,
): number | null {
  const part = interest?.part ?? 0;
  if (!people || people < minimumN || part < minimumN) return null;
  return Math.min(100, Math.floor((10 * part) / people) * 10);
}

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
