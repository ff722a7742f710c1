import type { ActionPoint } from './action-point';

/** How an action point stands in the present turn: done in time, ripe, past its date, not yet done. */
export const pointStates = ['fresh', 'due', 'stale', 'never'] as const;
export type PointState = (typeof pointStates)[number];

/** What the ring shows: the turn's number, from 1, and each point's state. */
export interface RingState {
  turn: number;
  points: Record<ActionPoint, PointState>;
}
