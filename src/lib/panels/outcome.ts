import { longestRun } from '../domain/decide/decisions';
import { decisionStand, type DecisionStand } from '../domain/decision-stand';
import type { Measure } from '../domain/metric';
import type { TeamDecision } from '../domain/practice';
import type { Answers, AnswersAbout } from './needs';

/** So many of the newest days are needed for what came of a decision, the days before its start with them. */
export const outcomeDays = 2 * longestRun + 2;

/** What came of a decision in what customers say; `stand` is null while too few answered, before its start or since. */
export interface Outcome {
  verdict: DecisionStand['verdict'];
  stand: {
    before: { score: number; n: number };
    since: { score: number; n: number };
    change: number;
    clear: boolean;
  } | null;
}

/** The outcome in a measure on a day: of the answers about its critical, where it serves one, else of all. */
export function outcomeOf(
  { start, review, critical }: Pick<TeamDecision, 'start' | 'review' | 'critical'>,
  measure: Measure,
  { answers, about }: { answers: readonly Answers[]; about: readonly AnswersAbout[] },
  minimumN: number,
  today: string,
): Outcome {
  const all = critical
    ? about.find((one) => one.measure === measure)?.rows.filter((row) => row.critical === critical)
    : answers.find((one) => one.measure === measure)?.rows;
  const { scores, change, verdict } = decisionStand(
    { start, review },
    { measure, rows: all ?? [] },
    minimumN,
    today,
  );
  const [before, since] = [scores?.before, scores?.since];
  return {
    verdict,
    stand:
      change === null || before?.score == null || since?.score == null
        ? null
        : {
            before: { score: before.score, n: before.n },
            since: { score: since.score, n: since.n },
            change,
            clear: verdict === 'clear',
          },
  };
}
