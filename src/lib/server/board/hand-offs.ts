import type { Day } from '../../domain/calendar';
import { colleaguesOf, serves } from '../../domain/colleagues';
import type { Team } from '../../domain/records';
import type { HandOff } from '../../panels/needs';
import type { Store } from '../store/store';

/** The team’s hand-offs by the other team’s name, with what colleagues answered in the newest `days` days up to `upTo`. */
export async function handOffsOf(store: Store, id: string, days: number, upTo: Day): Promise<HandOff[]> {
  const teams = (await store.list('team', { status: 'active' })).records.sort((a, b) =>
    a.name.localeCompare(b.name),
  );
  const own = teams.find((team) => team.id === id);
  if (!own) return [];
  const between = async (by: Team, to: Team): Promise<HandOff> => {
    const where = { from: 'employee' as const, source: colleaguesOf(to.id) };
    const tallies = await store.tally({ team: by.id, newest: { days, upTo }, by: ['day'], where });
    return {
      by: by === own ? null : by.name,
      to: to === own ? null : to.name,
      minimumN: by.minimumN,
      answers: tallies.map(({ measure, latest, rows }) => ({
        measure,
        latest,
        rows: rows.map(({ day = upTo, value, count }) => ({ day, value, count })),
      })),
    };
  };
  return Promise.all(
    teams.flatMap((other) => [
      ...(serves(other, id) ? [between(other, own)] : []),
      ...(serves(own, other.id) ? [between(own, other)] : []),
    ]),
  );
}
