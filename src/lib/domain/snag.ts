import type { Envelope } from './records';

/** What a leader said of a rule that got in the way, and the line that says what the team is there for, as it stood then. */
export interface SnagAnswer {
  /** The rule was changed, or it is kept and `text` says why. */
  verdict: 'changed' | 'kept';
  text: string;
  mission: string;
}

/**
 * A rule that got in somebody’s way with a customer. It is said by a phone and names nobody. `at` is when it was raised, from its answer on
 * when it was answered last.
 */
export interface Snag extends Envelope {
  team: string;
  status: 'waiting' | 'answered' | 'hidden';
  /** Which rule. */
  rule: string;
  /** What it did to a customer; null: not said. */
  happened: string | null;
  /** When it was raised (ISO). */
  raised: string;
  answer: SnagAnswer | null;
}

/** How long its texts may be, in characters. */
export const longestRule = 120;
export const longestHappened = 240;
export const longestAnswer = 160;
/** So many of a team may wait for an answer at a time: more are not answered sooner. */
export const mostWaiting = 20;
