import type { ActionPoint } from './action-point';
import type { Day } from './calendar';
import type { Envelope } from './records';

/** The steps of a huddle, in the order in which it has them unless its team says otherwise. */
export const huddleSteps = ['how', 'comment', 'decide', 'who', 'thank'] as const;
/** The run of show of a kick-off, the meeting by which it all begins: a huddle with steps of its own. */
export const kickOffSteps = ['doors', 'declare', 'why', 'targets', 'challenge'] as const;
export type KickOffStep = (typeof kickOffSteps)[number];
/** The stages of a brainstorm: options, a goal, first steps, and who takes what. */
export const brainstormSteps = ['options', 'goal', 'first-steps', 'roles'] as const;
export type BrainstormStep = (typeof brainstormSteps)[number];
/** All that a huddle may have: what champions bring has its own step for as long as it is not answered. */
export const allHuddleSteps = [...huddleSteps, 'champions', ...kickOffSteps, ...brainstormSteps] as const;
export type HuddleStep = (typeof allHuddleSteps)[number];
/** A huddle with steps of its own, which a leader starts. */
export const huddleRuns = ['kick-off', 'brainstorm'] as const;
export type HuddleRun = (typeof huddleRuns)[number];

/** One step and how long it takes, in seconds. */
export interface AgendaItem {
  step: HuddleStep;
  seconds: number;
}

/** Three minutes. */
export const usualAgenda: readonly AgendaItem[] = [
  { step: 'how', seconds: 25 },
  { step: 'comment', seconds: 35 },
  { step: 'decide', seconds: 60 },
  { step: 'who', seconds: 40 },
  { step: 'thank', seconds: 20 },
];

/** How long champions have in a huddle, in seconds. */
export const championSeconds = 45;

/** The agenda with the champions’ step, before anything is decided: it is there until what they bring is answered. */
export function withChampions(agenda: readonly AgendaItem[]): AgendaItem[] {
  const at = agenda.findIndex(({ step }) => step === 'decide' || step === 'who');
  const before = at < 0 ? agenda.length : at;
  return [
    ...agenda.slice(0, before),
    { step: 'champions', seconds: championSeconds },
    ...agenda.slice(before),
  ];
}

/** Twenty minutes. */
export const kickOffAgenda: readonly AgendaItem[] = [
  { step: 'doors', seconds: 240 },
  { step: 'declare', seconds: 300 },
  { step: 'why', seconds: 180 },
  { step: 'targets', seconds: 240 },
  { step: 'challenge', seconds: 240 },
];

/** A quarter of an hour. */
export const brainstormAgenda: readonly AgendaItem[] = [
  { step: 'options', seconds: 300 },
  { step: 'goal', seconds: 180 },
  { step: 'first-steps', seconds: 240 },
  { step: 'roles', seconds: 180 },
];

/** Whether a step is one of a brainstorm. */
export const isOfBrainstorm = (step: HuddleStep): step is BrainstormStep =>
  brainstormSteps.some((one) => one === step);

/** Whether a huddle is a kick-off. */
export const isKickOff = (agenda: readonly AgendaItem[]): boolean =>
  agenda.some(({ step }) => kickOffSteps.some((one) => one === step));

/** Whether a huddle is a brainstorm. */
export const isBrainstorm = (agenda: readonly AgendaItem[]): boolean =>
  agenda.some(({ step }) => isOfBrainstorm(step));

/** On whose field a step stands. */
export const pointOf = (step: HuddleStep): ActionPoint => {
  if (step === 'thank') return 'thanks';
  if (step === 'how' || step === 'comment' || step === 'champions') return 'feedback';
  return step === 'doors' || step === 'challenge' || step === 'options' ? 'involve' : 'focus';
};

/** The soft skills that a team begins with; messages have their words. A team’s own are kept as it wrote them. */
export const firstSkills = [
  'leadership',
  'accountability',
  'teamwork',
  'focus',
  'coaching',
  'asking',
] as const;

/** What a team settled for its huddles. `hosts` are the people who take turns, by the names they go by. */
export interface HuddlePlan {
  agenda: AgendaItem[];
  skills: string[];
  hosts: string[];
}

/** The team’s plan; the usual one where it settled none. */
export const planOf = ({ huddle }: { huddle?: HuddlePlan }): HuddlePlan =>
  huddle ?? { agenda: [...usualAgenda], skills: [...firstSkills], hosts: [] };

/** Shortest and longest time of a step, in seconds. */
export const stepSeconds = { min: 10, max: 900 } as const;
/** However often it goes back or on, a huddle lasts no longer, in seconds. */
export const longestHuddle = 1800;
/** What one tap adds to a step, in seconds. */
export const moreSeconds = 30;

/** Now and need to be, on the huddle’s scale. */
export interface Pair {
  now: number;
  need: number;
}

/** A huddle of a team, one at a time; `at` is when it began. It ends by the clock, whoever writes that down. */
export interface Huddle extends Envelope {
  team: string;
  /** `on` until somebody writes its end down: `huddleStand` tells whether it is over. */
  status: 'on' | 'over';
  /** Number of the turn that it belongs to. */
  turn: number;
  agenda: AgendaItem[];
  /** Index of the step that it was last sent to, and since when (ISO). */
  step: number;
  since: string;
  /** Seconds that this step was given on top. */
  extra: number;
  /** How often it was steered: what a phone saw is told by it. */
  moves: number;
  /**
   * Who steers: a phone’s mark or an account. The name is as its owner gave it; null: none given. `since` is the number of `moves` with
   * which it took over; absent: from the start.
   */
  host: { mark: string; name: string | null; since?: number };
  /** Ids of the newest acts that were carried out, so that each is so once. */
  acts: string[];
  /** When it was ended before its time (ISO); null: it was not. */
  ended: string | null;
  /** The soft skill that is practised; null: none was named. */
  skill: string | null;
  /** Id of the comment that it speaks of; absent or null: the newest. */
  comment?: string | null;
  /** Id of the finding that a brainstorm is about; absent or null: the team’s focus. */
  about?: string | null;
  /** What markers are placed on. */
  scale: { min: number; max: number };
  /** What the team agreed on; null: nothing yet. */
  agreed: Pair | null;
}

/**
 * What phones placed and voted in a huddle (`ballotId`). A mark stands for a ticket, so that it counts once; marks are gone when
 * the huddle’s end is written down, and never exported.
 */
export interface Ballot extends Envelope {
  team: string;
  status: 'open' | 'closed';
  places: (Pair & { mark: string })[];
  /** Questions that were proposed to be asked next. */
  questions: { id: string; text: string; mark: string }[];
  votes: { mark: string; question: string }[];
}

/** What notes of any huddle say, and those of a brainstorm beside them. */
export const plainNotes = ['fact', 'assessment', 'request'] as const;
export const brainstormNotes = ['idea', 'goal'] as const;

/**
 * What was said in a huddle. An assessment cites a fact: a comment’s id, or `score`. `waiting`: a leader looks at it before it hangs;
 * `hidden`: it was left out, or a later goal took its place.
 */
export interface Note extends Envelope {
  team: string;
  status: 'noted' | 'waiting' | 'hidden';
  huddle: string;
  says: (typeof plainNotes)[number] | (typeof brainstormNotes)[number];
  text: string;
  cites: string | null;
  /** As whoever had the idea wants to be called; absent or null: none was given. */
  name?: string | null;
}

/** More notes than this are not said in a huddle, nor more commitments. */
export const mostNotes = 60;
/** How long an idea may be, in characters. */
export const longestIdea = 80;

/** Who does what by when. */
export interface Commitment extends Envelope {
  team: string;
  status: 'open' | 'kept' | 'not-kept';
  huddle: string;
  turn: number;
  /** A leader, everybody, or somebody who may be named. */
  who: 'leader' | 'all' | 'one';
  name: string | null;
  text: string;
  due: Day;
  /** When it was judged (ISO); null: not yet. */
  judged: string | null;
}

/** The id of what phones placed and voted in a huddle. */
export const ballotId = (huddle: string): string => `${huddle}.ballot`;

/** How a huddle stands. Seconds are whole, rounded up. */
export interface HuddleStand {
  /** Index of the step in the agenda. */
  step: number;
  /** Seconds left in the step, and in all. */
  left: number;
  total: number;
  /** What part of the step is over, 0…1. */
  part: number;
  over: boolean;
  /** When it ends, or ended. */
  ends: Date;
}

/** What a huddle’s clock is reckoned from. */
export type Timed = Pick<Huddle, 'at' | 'agenda' | 'step' | 'since' | 'extra' | 'ended'>;

/**
 * How a huddle stands at a moment: a step whose time is up lets the next one begin, the last one ends it. Only moments count, so
 * that no change of the clocks and no midnight moves it; a clock that is behind counts as its beginning.
 */
export function huddleStand({ at, agenda, step, since, extra, ended }: Timed, now: Date): HuddleStand {
  const long = (index: number) => 1000 * ((agenda[index]?.seconds ?? 0) + (index === step ? extra : 0));
  let begun = Date.parse(since);
  let on = step;
  let whole = 0;
  for (let index = step; index < agenda.length; index += 1) whole += long(index);
  const ends = Math.min(
    begun + whole,
    Date.parse(at) + 1000 * longestHuddle,
    ended === null ? Infinity : Date.parse(ended),
  );
  const moment = Math.min(Math.max(now.getTime(), begun), ends);
  while (on < agenda.length - 1 && moment >= begun + long(on)) {
    begun += long(on);
    on += 1;
  }
  const stepEnds = Math.min(begun + long(on), ends);
  const seconds = (milliseconds: number) => Math.max(0, Math.ceil(milliseconds / 1000));
  return {
    step: on,
    left: seconds(stepEnds - moment),
    total: seconds(ends - moment),
    part: long(on) > 0 ? Math.min(1, (moment - begun) / long(on)) : 1,
    over: now.getTime() >= ends,
    ends: new Date(ends),
  };
}
