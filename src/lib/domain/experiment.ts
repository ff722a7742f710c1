import type { Envelope } from './records';

/**
 * Something that a team tries out to learn from it, in four sentences. It stands in every huddle until somebody says what was seen. `at` is
 * when it began, from its answer on when it was answered.
 */
export interface Experiment extends Envelope {
  team: string;
  status: 'on' | 'answered' | 'dropped';
  /** We think … */
  think: string;
  /** We try … */
  tries: string;
  /** We will see … */
  see: string;
  /** We saw …; null: not yet. */
  saw: string | null;
  /** When it began (ISO). */
  begun: string;
  /** Id of the finding that it came from; null: of none. */
  finding: string | null;
}

/** How long each of its sentences may be, in characters. */
export const longestSentence = 140;
/** So many of a team are on at a time: what is tried at once teaches nothing. */
export const mostOn = 3;
