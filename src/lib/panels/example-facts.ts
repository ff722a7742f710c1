import { addDays, type Day } from '../domain/calendar';
import type { Measure } from '../domain/metric';
import type { Team } from '../domain/records';
import type { Answers, Place } from './needs';

/** The moment of all examples, and the team's local date then. */
export const exampleNow = new Date('2026-11-22T14:12:00Z');
export const exampleDay: Day = '2026-11-22';

/** The invented team of the examples. */
export const exampleTeam = (more: Partial<Team> = {}): Team => ({
  id: 'harbour-kitchen',
  team: null,
  at: '2026-01-01T09:00:00Z',
  status: 'active',
  batch: null,
  version: 1,
  name: 'Harbour Kitchen',
  timeZone: 'Europe/London',
  customer: 'guest',
  minimumN: 5,
  cadenceDays: 7,
  moderation: 'all',
  measure: null,
  values: [],
  ...more,
});

export const examplePlace = (more: Partial<Place> = {}): Place => ({
  audience: 'staff',
  timeZone: 'Europe/London',
  language: 'en',
  ask: 'https://board.example/ask/harbour-kitchen',
  join: null,
  ...more,
});

/**
 * Answers of one measure, the same each time: `shape(day index)` gives the count of each value for a day; the last day
 * is `end`, `days` in all.
 */
export function exampleAnswers(
  measure: Measure,
  days: number,
  shape: (back: number) => Record<number, number>,
  end: Day = exampleDay,
  time = '14:10:00Z',
): Answers {
  const rows = Array.from({ length: days }, (_, back) =>
    Object.entries(shape(back)).map(([value, count]) => ({
      day: addDays(end, -back),
      value: Number(value),
      count,
    })),
  )
    .flat()
    .filter(({ count }) => count > 0);
  return { measure, latest: `${end}T${time}`, rows };
}
