import type { Day } from '$lib/domain/calendar';
import { figureDays, standOf } from '$lib/domain/goal-stand';
import type { Goal } from '$lib/domain/practice';
import type { Team } from '$lib/domain/records';
import type { Answers } from '$lib/panels/needs';
import type { House } from '$lib/server/house';

/** The team's newest answers by measure, as the wall reckons with them, so that phone and wall never differ. */
export async function newestAnswers(
  store: House['store'],
  team: Pick<Team, 'id'>,
  today: Day,
): Promise<Answers[]> {
  const tallies = await store.tally({
    team: team.id,
    newest: { days: figureDays, upTo: today },
    by: ['day'],
  });
  return tallies.map(({ measure, latest, rows }) => ({
    measure,
    latest,
    rows: rows.map(({ day, value, count }) => ({ day: day ?? today, value, count })),
  }));
}

/** Where a goal stands now. `value` is null below the team's minimum n; null altogether before there is anything. */
export function goalStand(goal: Goal, answers: Answers[], team: Pick<Team, 'timeZone' | 'minimumN'>) {
  const stand = standOf(goal, answers, figureDays, team.timeZone);
  if (!stand) return null;
  const few = stand.n !== null && stand.n < team.minimumN;
  return { value: few ? null : stand.value, n: stand.n, day: stand.day };
}
