import { addDays, type Day } from './calendar';
import type { Commitment } from './huddle';
import type { Measure } from './metric';
import type { Envelope, Team } from './records';
import { compare, shownScore, type Count, type Score } from './score';

/** What a team’s score was made of before a trial: counted once, when the team came in, and not changed by what comes later. */
export interface Baseline {
  measure: Measure;
  counts: Count[];
  from: Day;
  to: Day;
}

/** The practice tried out by some teams, from a day to a day, for a first goal. */
export interface Trial extends Envelope {
  team: null;
  status: 'on' | 'over';
  teams: string[];
  start: Day;
  /** Its last day. */
  end: Day;
  /** What the first turn is for, in a sentence. */
  goal: string;
  /** By team; null: too few had answered, or nobody; a team without one has yet to begin. */
  baselines: Record<string, Baseline | null>;
}

export const longestTrialGoal = 120;
/** How long a trial runs at most, and how far back or ahead it may begin, in days. */
export const longestTrial = 92;
/** The days before its start that a baseline is made of, and those at its end that it is compared with. */
export const baselineDays = 30;

export const baselinePeriod = (start: Day): { from: Day; to: Day } => ({
  from: addDays(start, -baselineDays),
  to: addDays(start, -1),
});

/** What a team’s score was made of in a period, in the measure that it prefers or has; null where too few answered. */
export function baselineIn(
  tallies: readonly { measure: Measure; rows: readonly Count[] }[],
  team: Pick<Team, 'measure' | 'minimumN'>,
  period: { from: Day; to: Day },
): Baseline | null {
  const tally = tallies.find(({ measure }) => measure === team.measure) ?? tallies[0];
  if (!tally) return null;
  const counts = tally.rows.map(({ value, count }) => ({ value, count }));
  return shownScore(counts, tally.measure, team.minimumN).score === null
    ? null
    : { measure: tally.measure, counts, ...period };
}

/** Whether a trial has a team on a day: its last day may have passed without anybody ending it. */
export const isBusy = (
  { status, teams, end }: Pick<Trial, 'status' | 'teams' | 'end'>,
  team: string,
  today: Day,
): boolean => status === 'on' && end >= today && teams.includes(team);

/** What of a team’s trial is counted. */
export interface TrialCounts {
  /** Customers asked, by taps, and answers that came. */
  asked: number;
  answered: number;
  /** Thanks told to customers, and to colleagues. */
  thanks: number;
  shoutOuts: number;
  turns: number;
  decisions: number;
  kept: number;
  judged: number;
}

/** What was promised and said aloud to be kept, of what was judged. */
export const keptOf = (
  commitments: readonly Pick<Commitment, 'status'>[],
): Pick<TrialCounts, 'kept' | 'judged'> => ({
  kept: commitments.filter(({ status }) => status === 'kept').length,
  judged: commitments.filter(({ status }) => status !== 'open').length,
});

/** A team’s score before and at the end of a trial; `clear` by the rule for two periods, null where a side is too small. */
export interface TrialScores {
  measure: Measure;
  before: Score;
  since: Score;
  clear: boolean | null;
}

/** The frozen baseline beside the answers of the trial’s last days, in the same measure. */
export function trialScores(
  baseline: Baseline | null | undefined,
  counts: readonly Count[],
  minimumN: number,
): TrialScores | null {
  if (!baseline) return null;
  const { measure } = baseline;
  const before = shownScore(baseline.counts, measure, minimumN);
  const since = shownScore(counts, measure, minimumN);
  const known = before.score !== null && since.score !== null;
  return {
    measure,
    before,
    since,
    clear: known ? (compare(counts, baseline.counts, measure)?.clear ?? null) : null,
  };
}
