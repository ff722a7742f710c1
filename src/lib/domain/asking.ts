import { addDays, weekday, type Day } from './calendar';
import type { Envelope } from './records';

/** How often a team’s people asked a customer in a week (`week`: its Monday). Nobody is named, nothing is counted by person. */
export interface Asked extends Envelope {
  team: string;
  status: 'counted';
  week: Day;
  taps: number;
  /** How often the team’s standard was kept, by taps; absent: not once. */
  standard?: number;
  /** Ids of the newest taps, so that one that is sent twice counts once. */
  acts: string[];
}

/** How long a phrase of the week may be, in characters: it is said in one breath. */
export const longestPhrase = 90;
/** How long the greeting of the week, and the service standard, may be, in characters. */
export const longestGreeting = 90;
export const longestStandard = 90;

const number = '\\p{Nd}+(?:[.,٫]\\p{Nd}+)*';
const units =
  'seconds?|secs?|s|minutes?|mins?|hours?|h|rings?|segundos?|segs?|minutos?|horas?|tonos?|timbres?|' +
  'ثانية|ثوان|ثواني|ثوانٍ|دقيقة|دقائق|ساعة|ساعات|رنة|رنات|رنّة|رنّات';
const time = new RegExp(`${number}[ \\u00a0]?(?:${units})(?![\\p{L}\\p{M}])`, 'iu');

/** The time that a standard names, in one piece (“5 seconds”), else its first number; null: it has none, and nobody could see it kept. */
export const timeIn = (standard: string): string | null =>
  (time.exec(standard) ?? new RegExp(number, 'u').exec(standard))?.[0] ?? null;

/** The Monday of a day’s week. */
export const weekOf = (day: Day): Day => addDays(day, 1 - weekday(day));
/** The id of what was asked in a team’s week. */
export const askedId = (team: string, week: Day): string => `${team}.asked.${week}`;
