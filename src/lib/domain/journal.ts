import type { Envelope } from './records';

/** A page of a leader’s notebook, for the leader alone: no page, key or export gives it to anybody else. */
export interface JournalEntry extends Envelope {
  team: null;
  status: 'kept';
  /** Id of the account whose it is. */
  by: string;
  /** What stands on it (`Written`), sealed by the server: nobody reads it here. */
  sealed: string;
}

/** What a leader tried with a team in a turn of it, and what came of that. */
export interface Tried {
  kind: 'tried';
  /** Id of the team, and number of its turn then. */
  team: string;
  turn: number;
  tried: string;
  happened: string | null;
}

/** What a leader wrote or chose. */
export type Written = Tried;

/** The longest text of an entry, in characters. */
export const longestEntry = 600;
