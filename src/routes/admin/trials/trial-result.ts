import { weekOf } from '$lib/domain/asking';
import { addDays, localDay, momentOf, type Day } from '$lib/domain/calendar';
import type { Measure } from '$lib/domain/metric';
import type { Team } from '$lib/domain/records';
import { answersIn, type Count } from '$lib/domain/score';
import {
  baselineDays,
  baselineIn,
  baselinePeriod,
  keptOf,
  trialScores,
  type Baseline,
  type Trial,
  type TrialCounts,
  type TrialScores,
} from '$lib/domain/trial';
import type { House } from '$lib/server/house';
import { all } from '../access';

type Period = { from: Day; to: Day };

async function countsOf(house: House, team: Team, period: Period, measure: Measure): Promise<Count[]> {
  const tallies = await house.store.tally({ team: team.id, measure, ...period });
  return (
    tallies.find((one) => one.measure === measure)?.rows.map(({ value, count }) => ({ value, count })) ?? []
  );
}

/** What a team’s score was made of in the thirty days before a start; null where too few answered. */
export async function baselineOf(house: House, team: Team, start: Day): Promise<Baseline | null> {
  const period = baselinePeriod(start);
  return baselineIn(await house.store.tally({ team: team.id, ...period }), team, period);
}

/** What came of a trial in one of its teams, up to now or to its last day. */
export interface TrialResult extends TrialCounts {
  team: string;
  scores: TrialScores | null;
}

export async function resultOf(house: House, trial: Trial, team: Team): Promise<TrialResult> {
  const today = localDay(house.now(), team.timeZone);
  const to = trial.end < today ? trial.end : today;
  const of = { team: team.id };
  const within = {
    ...of,
    from: momentOf(trial.start, '00:00', team.timeZone).toISOString(),
    to: momentOf(addDays(to, 1), '00:00', team.timeZone).toISOString(),
  };
  const [asked, thanks, shoutOuts, turns, decisions, commitments, tallies] = await Promise.all([
    all(house, 'asked', of),
    all(house, 'thanks', { ...within, status: 'published' }),
    all(house, 'shout-out', { ...within, status: 'published' }),
    all(house, 'turn', { ...of, status: 'closed' }),
    all(house, 'decision', { ...within, status: 'taken' }),
    all(house, 'commitment', within),
    house.store.tally({ team: team.id, from: trial.start, to }),
  ]);
  const baseline = trial.baselines[team.id];
  const last = addDays(to, 1 - baselineDays);
  const since = { from: last > trial.start ? last : trial.start, to };
  return {
    team: team.name,
    asked: asked
      .filter(({ week }) => week >= weekOf(trial.start) && week <= to)
      .reduce((sum, { taps }) => sum + taps, 0),
    answered: tallies.reduce((sum, { rows }) => sum + answersIn(rows), 0),
    thanks: thanks.length,
    shoutOuts: shoutOuts.length,
    turns: turns.filter(({ closing }) => closing && closing.at >= within.from && closing.at < within.to)
      .length,
    decisions: decisions.length,
    ...keptOf(commitments),
    scores: trialScores(
      baseline,
      baseline ? await countsOf(house, team, since, baseline.measure) : [],
      team.minimumN,
    ),
  };
}
