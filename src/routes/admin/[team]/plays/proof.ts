import { addDays, localDay, localTime, momentOf } from '$lib/domain/calendar';
import type { Team } from '$lib/domain/records';
import type { House } from '$lib/server/house';
import { all } from '../../access';

/** The parts of a day that plays are told by, as the local hour at which each begins. */
export const parts = [
  { name: 'night', from: 0 },
  { name: 'morning', from: 6 },
  { name: 'midday', from: 11 },
  { name: 'afternoon', from: 14 },
  { name: 'evening', from: 18 },
] as const;
export type Part = (typeof parts)[number]['name'];

/** How long back plays are told, in days. */
export const spans = [1, 7, 30] as const;

/** What hung how often and how long, in one part of the day, on one display. */
export interface Played {
  display: string;
  panel: string;
  part: Part;
  plays: number;
  seconds: number;
}

const partOf = (hour: number): Part => parts.findLast(({ from }) => hour >= from)?.name ?? 'night';

/** What a team’s displays told of in the last days, today included, by display, panel and part of the day. */
export async function played(house: House, team: Team, days: number): Promise<Played[]> {
  const today = localDay(house.now(), team.timeZone);
  const from = momentOf(addDays(today, 1 - days), '00:00', team.timeZone).toISOString();
  const sums = new Map<string, Played>();
  for (const { display, panel, at, plays, seconds } of await all(house, 'play', { team: team.id, from })) {
    const part = partOf(Number(localTime(new Date(at), team.timeZone).slice(0, 2)));
    const key = `${display} ${panel} ${part}`;
    const sum = sums.get(key) ?? { display, panel, part, plays: 0, seconds: 0 };
    sums.set(key, { ...sum, plays: sum.plays + plays, seconds: sum.seconds + seconds });
  }
  return [...sums.values()];
}
