import { addDays, localDay, type Day } from './calendar';
import type { Team } from './records';
import type { Count } from './score';
import { baselineDays, baselineIn, type Baseline } from './trial';

const lastDays = (to: Day): { from: Day; to: Day } => ({ from: addDays(to, 1 - baselineDays), to });

/**
 * Where a team started, from all that was ever answered: the thirty days up to the one on which it came onto the board where enough
 * had answered by then, else the thirty days from its first answer after that, once they are over. Null while there is no such thing.
 */
export function startOf(
  tallies: readonly { measure: string; rows: readonly (Count & { day?: Day })[] }[],
  team: Pick<Team, 'at' | 'timeZone' | 'measure' | 'minimumN'>,
  now: Date,
): Baseline | null {
  const joined = localDay(new Date(team.at), team.timeZone);
  const first = tallies
    .flatMap(({ rows }) => rows.flatMap(({ day }) => (day && day > joined ? [day] : [])))
    .reduce<Day | null>((least, day) => (least === null || day < least ? day : least), null);
  const ends = [joined, ...(first ? [addDays(first, baselineDays - 1)] : [])];
  for (const period of ends.map(lastDays)) {
    if (period.to >= localDay(now, team.timeZone)) continue;
    const within = tallies.map(({ measure, rows }) => ({
      measure,
      rows: rows.filter(({ day = '' }) => day >= period.from && day <= period.to),
    }));
    const counted = baselineIn(
      within.filter(({ rows }) => rows.length > 0),
      team,
      period,
    );
    if (counted) return { ...counted, counts: summed(counted.counts) };
  }
  return null;
}

/** Counts of the same value as one. */
function summed(counts: readonly Count[]): Count[] {
  const sum = new Map<number, number>();
  for (const { value, count } of counts) sum.set(value, (sum.get(value) ?? 0) + count);
  return [...sum].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}
