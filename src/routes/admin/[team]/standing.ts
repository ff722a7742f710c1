import type { Day } from '$lib/domain/calendar';
import type { Goal, Team } from '$lib/domain/records';
import { standOf } from '$lib/panels/focus-goal/stand';
import type { Answers } from '$lib/panels/needs';
import type { House } from '$lib/server/house';

/** So many of the newest answered days make a figure, as on a wall where nobody chose otherwise. */
export const figureDays = 30;

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
