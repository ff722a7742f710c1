import type { Day } from './calendar';
import type { Envelope } from './records';

/** One of the teams in a challenge, as all of them know it. What it counts is the team’s: nobody is named or told apart. */
export interface Side {
  team: string;
  /** The team’s name when it was challenged. */
  name: string;
  /** `asks`: it is the one that challenges. */
  answer: 'asks' | 'waiting' | 'accepted' | 'declined';
  /** What its leader said with the answer; null: nothing. */
  words: string | null;
  count: number;
}

/**
 * One team challenges others to do one thing so often until a day: a behaviour, never a score. Each team has a record of its own, which tell
 * the same. `at` is when it was made, from its reach on when it was reached. A day that has passed ends it, whatever its status.
 */
export interface Challenge extends Envelope {
  team: string;
  /** `waiting`: nobody has said yes, here: this team has not, or none of those that it asked. `ended`: it was not reached in time. */
  status: 'waiting' | 'on' | 'reached' | 'declined' | 'withdrawn' | 'ended';
  /** Id of the record of the team that challenges: the same in each. */
  challenge: string;
  /** What is done, as it is said after a number: “thanks to colleagues”. */
  behaviour: string;
  /** How often. */
  target: number;
  /** All teams together come to the target; else each does by itself. */
  together: boolean;
  /** The last day. */
  until: Day;
  /** The team that challenges first, the others by name. */
  sides: Side[];
  /** Ids of the team’s newest taps, so that one that is sent twice counts once. */
  acts: string[];
}

/** How long what is done may be, and what a leader says with an answer, in characters. */
export const longestBehaviour = 80;
export const longestReply = 160;
/** So many teams are challenged at a time. */
export const mostChallenged = 3;
/** So many challenges of a team are open at a time: whoever counts many things does none. */
export const mostOpen = 3;
/** How often something is done at most, and within how many days. */
export const mostTimes = 1000;
export const longestDays = 31;

/** The id of each team’s record, in the order of the sides. */
export const challengeIds = ({ challenge, sides }: Pick<Challenge, 'challenge' | 'sides'>): string[] =>
  sides.map((_, at) => (at === 0 ? challenge : `${challenge}.${at}`));

/** The teams that do it: the one that challenges, and those that said yes. */
export const partners = ({ sides }: Pick<Challenge, 'sides'>): Side[] =>
  sides.filter(({ answer }) => answer === 'asks' || answer === 'accepted');

/** How often it was done, of the target: by all of them where they do it together, else by this team. */
export function countOf(challenge: Pick<Challenge, 'team' | 'together' | 'sides'>): number {
  const counted = partners(challenge).filter(({ team }) => challenge.together || team === challenge.team);
  return counted.reduce((sum, { count }) => sum + count, 0);
}

/** Whether it came to its target: together, or each team by itself. */
export function isMet(challenge: Pick<Challenge, 'together' | 'sides' | 'target'>): boolean {
  const { together, target } = challenge;
  const teams = partners(challenge);
  return together
    ? teams.reduce((sum, { count }) => sum + count, 0) >= target
    : teams.every(({ count }) => count >= target);
}

/** Whether an answer or more of it may still come on this day. */
export const isOpen = ({ status, until }: Pick<Challenge, 'status' | 'until'>, today: Day): boolean =>
  (status === 'waiting' || status === 'on') && until >= today;
