import type {
  Announcement,
  Countdown,
  Improvement,
  Picture,
  Poster,
  ShoutOut,
  Story,
  Takeover,
} from '../domain/hung';
import type { Declaration } from '../domain/declaration';
import type { Goal, TeamDecision, Thanks, Turn } from '../domain/practice';
import type { Question, Team, Verbatim } from '../domain/records';
import type { Challenge } from '../domain/challenge';
import type { Experiment } from '../domain/experiment';
import type { Finding } from '../domain/journey';
import type { EchoPool } from '../domain/echo';
import type { LibraryCard } from '../domain/library';
import type { Snag } from '../domain/snag';
import type { Day } from '../domain/calendar';
import type { Asked } from '../domain/asking';
import type { Ballot, Commitment, Huddle, Note } from '../domain/huddle';
import type { Interest } from '../domain/interest';
import type { Stalled } from '../domain/follow-through';
import type { Answers } from '../domain/goal-stand';
import type { Measure } from '../domain/metric';
import type { Count } from '../domain/score';

interface Listed {
  verbatim: Verbatim;
  'shout-out': ShoutOut;
  goal: Goal;
  decision: TeamDecision;
  announcement: Announcement;
  thanks: Thanks;
  question: Question;
  story: Story;
  picture: Picture;
  poster: Poster;
  improvement: Improvement;
  snag: Snag;
  finding: Finding;
  experiment: Experiment;
  'library-card': LibraryCard;
  challenge: Challenge;
  countdown: Countdown;
  takeover: Takeover;
  huddle: Huddle;
  ballot: Ballot;
  commitment: Commitment;
  note: Note;
  asked: Asked;
  interest: Interest;
  turn: Turn;
}

export type { Answers };

/** Answers of one measure, each counted for every critical that its comments are about; null: about none. */
export interface AnswersAbout {
  measure: Measure;
  rows: (Count & { day: Day; critical: string | null })[];
}

/** A team and one that it serves, by name; null stands for the team of the board. `minimumN` is the asking team’s. */
export interface HandOff {
  by: string | null;
  to: string | null;
  minimumN: number;
  answers: Answers[];
}

/** Where the panel hangs. `ask` is the customers' address; `join` the staff page with the day's code, null on customers' walls. */
export interface Place {
  audience: 'staff' | 'customers';
  timeZone: string;
  language: string;
  ask: string;
  join: string | null;
}

/** What a panel may ask of the store; `board` answers it. */
export type Ask =
  | { ask: 'team' }
  | { ask: 'place' }
  /** What the organisation is there for, as its owner says; null: nothing was said. */
  | { ask: 'mission' }
  /** What the organisation holds imperative; null: nothing was said. */
  | { ask: 'declaration' }
  /** The comment that says how the open goal sounds once it is there; null: none was chosen, or it does not hang. */
  | { ask: 'sample' }
  /** The picture of how it looks once the open goal is there; null: none was given. */
  | { ask: 'goal-picture' }
  /** The newest pool of how the team says that its leaders are doing; null: none is told yet. */
  | { ask: 'leading' }
  /** The newest `days` days that hold answers, each measure for itself. */
  | { ask: 'answers'; days: number }
  /** The same days, by critical. */
  | { ask: 'answers-about'; days: number }
  /** What was said of coming back in the newest `days` days that hold any. */
  | { ask: 'returning'; days: number }
  /** Decisions that nothing came of, oldest first. */
  | { ask: 'stalled' }
  /** What colleagues answered in the newest `days` days that hold answers, for each team that serves this one or that it serves. */
  | { ask: 'hand-offs'; days: number }
  /** Of a status, or of any of several. */
  | { ask: 'newest'; kind: keyof Listed; status: string | string[]; limit: number }
  /** One record of the team; undefined where it is gone, or another team's. */
  | { ask: 'one'; kind: keyof Listed; id: string };

/** An ask that knows the type of its answer. */
export type Need<T> = Ask & { readonly answer?: T };

/** The answers to a set of needs. */
export type FactsOf<N> = { [K in keyof N]: N[K] extends Need<infer T> ? T : never };

export const team = (): Need<Team> => ({ ask: 'team' });
export const mission = (): Need<string | null> => ({ ask: 'mission' });
export const declaration = (): Need<Declaration | null> => ({ ask: 'declaration' });
export const sample = (): Need<Verbatim | null> => ({ ask: 'sample' });
export const goalPicture = (): Need<Picture | null> => ({ ask: 'goal-picture' });
export const leading = (): Need<EchoPool | null> => ({ ask: 'leading' });
export const place = (): Need<Place> => ({ ask: 'place' });
export const answers = (days: number): Need<Answers[]> => ({ ask: 'answers', days });
export const returning = (days: number): Need<Answers[]> => ({ ask: 'returning', days });
export const answersAbout = (days: number): Need<AnswersAbout[]> => ({ ask: 'answers-about', days });
export const handOffs = (days: number): Need<HandOff[]> => ({ ask: 'hand-offs', days });
export const stalled = (): Need<(TeamDecision & { why: Stalled })[]> => ({ ask: 'stalled' });
export const one = <K extends keyof Listed>(kind: K, id: string): Need<Listed[K] | undefined> => ({
  ask: 'one',
  kind,
  id,
});
export const newest = <K extends keyof Listed>(
  kind: K,
  status: Listed[K]['status'] | Listed[K]['status'][],
  limit: number,
): Need<Listed[K][]> => ({
  ask: 'newest',
  kind,
  status,
  limit,
});
