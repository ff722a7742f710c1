import type { Envelope } from './records';

/** A month as `2026-11`, in UTC: no team’s change of its time zone opens one again that is over. */
export type Month = string;
export const monthOf = (now: Date): Month => now.toISOString().slice(0, 7);

/** What phones say of how they are led: how the leaders are doing, and how a moment of coaching was. */
export const phoneTopics = ['leading', 'coaching'] as const;
export type PhoneTopic = (typeof phoneTopics)[number];
/** And what leaders say to the leadership team: what makes it tough to be a sponsor and a model. */
export const echoTopics = [...phoneTopics, 'obstacle'] as const;
export type EchoTopic = (typeof echoTopics)[number];

/** The faces that it is said with, the glad one last. */
export const echoFaces = 3;

/** How long an obstacle may be, in characters. */
export const longestObstacle = 160;

/** What one phone, or one leader, says in a month; again changes it while the month lasts. `at` is the month’s beginning: it does not tell when. */
export interface Echo extends Envelope {
  team: string;
  status: 'kept';
  topic: EchoTopic;
  month: Month;
  /** Which face or which words, sealed by the server: nobody reads it here. */
  sealed: string;
}

/** Fewer new ones than so many are told to nobody. */
export const fewestEchoes = 5;

/**
 * Echoes of one team and topic as they are told: by months that are over, each pool with at least `fewestEchoes`, oldest first. Months
 * with fewer wait for the next ones. A pool that was told once never changes, none shares an echo with another, and there is no other
 * way of counting them: whatever is told at two moments differs by none or by a whole pool.
 */
export function poolsOf<E extends Pick<Echo, 'month'>>(echoes: readonly E[], now: Month) {
  const pools: { from: Month; to: Month; echoes: E[] }[] = [];
  const months = [...new Set(echoes.map(({ month }) => month))].filter((month) => month < now).sort();
  let waiting: E[] = [];
  for (const to of months) {
    waiting = [...waiting, ...echoes.filter(({ month }) => month === to)];
    if (waiting.length < fewestEchoes) continue;
    pools.push({ from: waiting[0]?.month ?? to, to, echoes: waiting });
    waiting = [];
  }
  return pools;
}

/** A pool as it is told: how many chose each face, the glad one last. */
export interface EchoPool {
  from: Month;
  to: Month;
  faces: number[];
}

/** The same of words: those of a pool in the order of their letters, so that it does not tell who said which. */
export interface ObstaclePool {
  from: Month;
  to: Month;
  said: string[];
}
