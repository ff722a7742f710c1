import { addDays, daysBetween, type Day } from './calendar';
import type { Measure } from './metric';
import type { TeamDecision } from './practice';
import { compare, countsIn, shownScore, type Count, type Period, type Score } from './score';

/** What became of a decision in what customers said. */
export interface DecisionStand {
  /** The days since its start, up to its review; null while it has not begun. */
  since: Period | null;
  /** As many days before its start. */
  before: Period | null;
  scores: { before: Score; since: Score } | null;
  change: number | null;
  /** `running`: to be judged on its review date, and by nobody sooner; then, once, `clear` or `not-yet-clear`. */
  verdict: 'to-come' | 'running' | 'clear' | 'not-yet-clear';
}

/**
 * How a decision stands on a day, by the answers of a measure. Before and since are equally long; since ends on the review date,
 * so that waiting longer does not make anything clear (contract: judged once).
 */
export function decisionStand(
  { start, review }: Pick<TeamDecision, 'start' | 'review'>,
  answers: { measure: Measure; rows: readonly (Count & { day: Day })[] } | undefined,
  minimumN: number,
  today: Day,
): DecisionStand {
  const none = { scores: null, change: null };
  if (today < start) return { since: null, before: null, ...none, verdict: 'to-come' };
  const over = today > review;
  const to = over ? review : today;
  const days = daysBetween(start, to) + 1;
  const since = { from: start, to };
  const before = { from: addDays(start, -days), to: addDays(start, -1) };
  const verdict = over ? 'not-yet-clear' : 'running';
  if (!answers) return { since, before, ...none, verdict };
  const { measure, rows } = answers;
  const [then, now] = [countsIn(rows, before), countsIn(rows, since)];
  const compared = compare(now, then, measure);
  const scores = { before: shownScore(then, measure, minimumN), since: shownScore(now, measure, minimumN) };
  const shown = scores.before.score !== null && scores.since.score !== null;
  return {
    since,
    before,
    scores,
    change: shown && compared ? compared.change : null,
    verdict: over && compared?.clear ? 'clear' : verdict,
  };
}
