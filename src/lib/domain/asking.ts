import { addDays, weekday, type Day } from './calendar';
import type { Envelope } from './records';

/** How often a team’s people asked a customer in a week (`week`: its Monday). Nobody is named, nothing is counted by person. */
export interface Asked extends Envelope {
  team: string;
  status: 'counted';
  week: Day;
  taps: number;
  /** Ids of the newest taps, so that one that is sent twice counts once. */
  acts: string[];
}

/** How long a phrase of the week may be, in characters: it is said in one breath. */
export const longestPhrase = 90;

/** The Monday of a day’s week. */
export const weekOf = (day: Day): Day => addDays(day, 1 - weekday(day));
/** The id of what was asked in a team’s week. */
export const askedId = (team: string, week: Day): string => `${team}.asked.${week}`;
