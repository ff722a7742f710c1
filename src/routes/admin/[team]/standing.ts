import { localDay, type Day } from '$lib/domain/calendar';
import { colleaguesOf } from '$lib/domain/colleagues';
import { figureDays, standOf } from '$lib/domain/goal-stand';
import type { Goal } from '$lib/domain/practice';
import type { Team } from '$lib/domain/records';
import { bands, shownScore } from '$lib/domain/score';
import { teamScore } from '$lib/panels/team-score';
import type { Answers } from '$lib/panels/needs';
import type { House } from '$lib/server/house';

/**
 * The team's newest answers by measure, as the wall reckons with them, so that phone and wall never differ; `by`: those that the
 * people of this team gave, whom it serves.
 */
export async function newestAnswers(
  store: House['store'],
  team: Pick<Team, 'id'>,
  today: Day,
  by?: string,
): Promise<Answers[]> {
  const tallies = await store.tally({
    team: team.id,
    newest: { days: figureDays, upTo: today },
    by: ['day'],
    ...(by && { where: { from: 'employee' as const, source: colleaguesOf(by) } }),
  });
  return tallies.map(({ measure, latest, rows }) => ({
    measure,
    latest,
    rows: rows.map(({ day, value, count }) => ({ day: day ?? today, value, count })),
  }));
}

/** How the people of `by` say that the team, which serves them, is doing in the days of a score; null: nobody said anything. */
export async function linkScore(store: House['store'], team: Team, by: string, now: Date) {
  const answers = await newestAnswers(store, team, localDay(now, team.timeZone), by);
  const found = teamScore(answers, team, null, figureDays, now);
  return found
    ? {
        ...shownScore(found.counts, found.measure, team.minimumN),
        measure: found.measure,
        top: bands(found.counts, found.measure).top,
      }
    : null;
}

/** Where a goal stands now. `value` is null below the team's minimum n; null altogether before there is anything. */
export function goalStand(
  goal: Goal,
  answers: Answers[],
  team: Pick<Team, 'timeZone' | 'cadenceDays' | 'minimumN'>,
  now: Date,
) {
  const stand = standOf(goal, answers, figureDays, team, now);
  if (!stand) return null;
  const few = stand.n !== null && stand.n < team.minimumN;
  return { value: few ? null : stand.value, n: stand.n, day: stand.day };
}
