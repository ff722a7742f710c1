import type { Envelope } from './records';

/** What a leader tried and what came of it, for the leader alone: no page, key or export gives it to anybody else. */
export interface JournalEntry extends Envelope {
  team: null;
  status: 'kept';
  /** Id of the account whose it is. */
  by: string;
  /** Id of the team and number of its turn then. */
  about: string;
  turn: number;
  tried: string;
  happened: string | null;
}

export const longestEntry = 600;
