import type { Day } from './calendar';
import type { DecisionStand } from './decision-stand';
import type { Commitment } from './huddle';
import type { TeamDecision } from './practice';

const order: Record<Commitment['who'], number> = { leader: 0, all: 1, one: 2 };

/** Leaders’ first, then everybody’s, then others’. */
export const leadersFirst = (a: Pick<Commitment, 'who'>, b: Pick<Commitment, 'who'>): number =>
  order[a.who] - order[b.who];

/** Leaders’ first, then everybody’s, then others’; of each the one that is due first. */
export const byWho = (
  a: Pick<Commitment, 'who' | 'due' | 'at'>,
  b: Pick<Commitment, 'who' | 'due' | 'at'>,
): number =>
  leadersFirst(a, b) || (a.due < b.due ? -1 : a.due > b.due ? 1 : a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** What a huddle reviews first: commitments of earlier huddles that nobody has judged. */
export const toReview = <C extends Pick<Commitment, 'status' | 'huddle' | 'who' | 'due' | 'at'>>(
  commitments: readonly C[],
  huddle: string,
): C[] => commitments.filter((one) => one.status === 'open' && one.huddle !== huddle).sort(byWho);

/** Why a decision is stalled: its review is over and nothing is clear yet, or a turn has passed and it has not begun. */
export type Stalled = 'not-yet-clear' | 'not-started';

/** Whether a decision is stalled; null: it runs its course. */
export function stalledBy(
  decision: Pick<TeamDecision, 'status' | 'turn' | 'start'>,
  { verdict }: Pick<DecisionStand, 'verdict'>,
  turn: number,
  today: Day,
): Stalled | null {
  if (decision.status !== 'taken') return null;
  if (verdict === 'not-yet-clear') return 'not-yet-clear';
  return decision.turn < turn && decision.start > today ? 'not-started' : null;
}
