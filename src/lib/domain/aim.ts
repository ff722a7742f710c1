import type { Goal, TeamDecision } from './practice';
import type { Envelope } from './records';

/** What the whole organisation aims at; goals and decisions of teams say which one they serve. */
export interface Aim extends Envelope {
  team: null;
  status: 'open' | 'closed';
  text: string;
}

/** At most so many at a time: more are no aims. */
export const mostAims = 7;
export const longestAim = 120;

/** One goal or decision that serves an aim. */
export interface Service {
  team: string;
  what: 'goal' | 'decision';
  text: string;
}

/** Each aim with the open goals and standing decisions that serve it, goals first; an aim that nobody serves has none. */
export function servedAims<A extends Pick<Aim, 'id'>>(
  aims: readonly A[],
  goals: readonly Pick<Goal, 'team' | 'aim' | 'question'>[],
  decisions: readonly Pick<TeamDecision, 'team' | 'aim' | 'text'>[],
): { aim: A; by: Service[] }[] {
  return aims.map((aim) => ({
    aim,
    by: [
      ...goals
        .filter((goal) => goal.aim === aim.id)
        .map(({ team, question }): Service => ({ team, what: 'goal', text: question })),
      ...decisions
        .filter((decision) => decision.aim === aim.id)
        .map(({ team, text }): Service => ({ team, what: 'decision', text })),
    ],
  }));
}
