import type { ShoutOut } from './hung';
import type { Team } from './records';

/** A token of thanks that a team gives, each for one thing that it expects. */
export interface Award {
  id: string;
  name: string;
  /** Id of the value, the thing expected, that it is for. */
  value: string;
}

/** How many things a team may expect of everybody: more are not kept in mind. */
export const mostExpected = 5;
export const mostAwards = 8;
/** How long the name of either may be, in characters. */
export const longestExpected = 40;

/** The award that a shout-out gives, as far as the team still has it. */
export const awardOf = ({ awards = [] }: Team, id: string | null | undefined): Award | undefined =>
  awards.find((award) => award.id === id);

/** The newest of the shout-outs that named each thing that is expected, by its id; one that nobody was thanked for has none. */
export function lastThanked({ values }: Team, shoutOuts: readonly ShoutOut[]): Map<string, ShoutOut> {
  const last = new Map<string, ShoutOut>();
  for (const shoutOut of shoutOuts) {
    const { value, at } = shoutOut;
    if (value === null || !values.some(({ id }) => id === value)) continue;
    if (at > (last.get(value)?.at ?? '')) last.set(value, shoutOut);
  }
  return last;
}
