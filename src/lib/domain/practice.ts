import type { ActionPoint } from './action-point';
import type { Day } from './calendar';
import type { Measure } from './metric';
import type { Envelope } from './records';

/**
 * One trip round the ring; `at` is when it opened. Ids are made of team and number (`turnId`). A team without one is in its
 * first turn, which opened with the team.
 */
export interface Turn extends Envelope {
  team: string;
  status: 'open' | 'closed';
  /** From 1. */
  number: number;
  /** When somebody last woke a board that had fallen asleep (ISO). */
  woken: string | null;
  /** Since when the board had stood still (ISO) as leaders and managers were last told so; absent: they were not. */
  nudged?: string;
  /** Where the leaders’ walk through it stands; absent or null: none is on. */
  walk?: ActionPoint | null;
  /** Thanks and next question closed it; null while it is open. */
  closing: TurnClosing | null;
}

/** `thanks` and `question` are ids; `by` is a name, `learned` one line of what the team learned. */
export interface TurnClosing {
  at: string;
  by: string;
  thanks: string;
  question: string;
  learned: string | null;
}

/** Taps of phones that have met a turn’s report, counted by shift; `at` is the newest. Nobody is named. */
export interface Seen extends Envelope {
  team: string;
  /** `met`: every shift has tapped. */
  status: 'open' | 'met';
  turn: number;
  /** By the local time at which the shift begins. `first` is ISO. */
  shifts: Record<string, { first: string; taps: number }>;
  /** The same by the area that phones said they are of; absent: none did. */
  areas?: Record<string, { first: string; taps: number }>;
  /** When the last missing shift tapped (ISO). */
  met: string | null;
  /** A mark for each ticket that tapped, so that it counts once; gone when the turn closes. Never exported. */
  marks: string[];
}

/** An offer of help with one point, by whoever sees the team; nothing of the team depends on it. */
export interface Help extends Envelope {
  team: string;
  status: 'offered' | 'ended';
  point: ActionPoint;
  /** Id of the account that offers it, and its name. */
  by: string;
  name: string;
}

/** What a team decided from what customers said. */
export interface TeamDecision extends Envelope {
  team: string;
  status: 'taken' | 'dropped';
  /** What is done from now on. */
  text: string;
  /** What customers have of it. */
  meaning: string;
  /** The routine it belongs to, which the team has already. */
  routine: string;
  start: Day;
  /** When it is judged, once. */
  review: Day;
  /** Id of the critical that it serves; null: of none. */
  critical: string | null;
  /** Id of the comment, the finding or the experiment that it came from; absent or null: of none. */
  source?: string | null;
  /** The soft skill that is practised with it; absent or null: none was named. */
  skill?: string | null;
  /** Id of the organisation’s aim that it serves; absent or null: of none. */
  aim?: string | null;
  /** Number of the turn it was taken in. */
  turn: number;
}

export interface Reading {
  day: Day;
  value: number;
  /** How many answers or cases stand behind it; null where nobody counted. */
  n: number | null;
}

/** The one thing the team focuses on now: from baseline over current to target. */
export interface Goal extends Envelope {
  team: string;
  status: 'open' | 'reached' | 'closed';
  /** The question the team asks, as it stands on the wall. */
  question: string;
  /** `in-100`: of 100 customers; `points`: score points; `count`, `minutes`, `percent`: as read by the team. */
  unit: 'in-100' | 'points' | 'count' | 'minutes' | 'percent';
  baseline: number;
  target: number;
  start: Day;
  due: Day;
  /** The score that moves it; null where the team enters readings by hand. */
  follow: Measure | null;
  readings: Reading[];
  /** Where it stood when it came to its target; absent or null while it has not. */
  reach?: Reach | null;
  /** What the leader says once it is reached; absent until then. */
  celebration?: Celebration | null;
  /** The routine it is tied to, which the team has already: pre-shift talk, handover, rounds. */
  routine?: string | null;
  /** Id of the organisation’s aim that it serves; absent or null: of none. */
  aim?: string | null;
  /** Id of a comment that says how it sounds once it is there; absent or null: none was chosen. */
  sample?: string | null;
  /** Id of a picture of how it looks once it is there, while the goal is open; absent or null: none was given. */
  picture?: string | null;
  /** When it was last set, read by hand or kept (ISO); absent: when it was made. */
  decidedAt?: string;
}

/** When a goal came to its target (ISO), and the figure it came with. */
export interface Reach extends Reading {
  at: string;
}

/**
 * `words` are the leader's own, empty where nobody said any; `next` is the step after it, `at` when it was said (ISO),
 * `by` who said it, as accounts are named, `account` the id of theirs.
 */
export interface Celebration {
  words: string;
  next: string | null;
  at: string;
  by?: string;
  account?: string;
}

/** What the team tells its customers: you said, we did, thank you. The newest published one is on the wall. */
export interface Thanks extends Envelope {
  team: string;
  status: 'published' | 'withdrawn';
  youSaid: string | null;
  weDid: string | null;
  signedBy: string | null;
  /** How many customers were served, where the team knows. */
  served: number | null;
  /** Number of the turn that it closed; absent: from before turns were counted. */
  turn?: number;
  /** How many answered in that turn; absent: nobody counted. */
  answered?: number;
  /** A manager was asked to sign it too, and who did (id and name of the account); absent: nobody was asked. */
  cosign?: { asked: string; by?: string; name?: string; at?: string };
  /** What whoever closed the turn (id and name of the account) says to the team, on staff’s walls alone; absent: nothing. */
  leader?: LeadersLines & { account: string; name: string };
}

/** A leader’s lines to the team, a deed of a sponsor each: what they saw done well in the turn that closes, why the next matters to them. */
export interface LeadersLines {
  express: string | null;
  reinforce: string | null;
}
