import { localDay } from '$lib/domain/calendar';
import type { Measure } from '$lib/domain/metric';
import type { Team } from '$lib/domain/records';
import type { House } from '$lib/server/house';

/** The measures that the team has answers of, newest first, and `also` where it is none of them. */
export async function measuresOf(house: House, team: Team, also: Measure | null): Promise<Measure[]> {
  const upTo = localDay(house.now(), team.timeZone);
  const tallies = await house.store.tally({ team: team.id, newest: { days: 1, upTo } });
  const measures = tallies.sort((a, b) => (a.latest < b.latest ? 1 : -1)).map(({ measure }) => measure);
  return also && !measures.includes(also) ? [...measures, also] : measures;
}
