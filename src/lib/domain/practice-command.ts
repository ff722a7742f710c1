import type { ActionPoint } from './action-point';
import type { Area } from './area';
import type { Day } from './calendar';
import type { EchoTopic, Month } from './echo';
import type { ChecklistStep, Phase } from './formation';
import type { Felt, JourneyStep } from './journey';
import type { CardSort } from './library';
import type { Respondent } from './records';
import type { SnagAnswer } from './snag';
import type { Baseline } from './trial';

/** What changes the small practices, by name; a part of `Commands`. */
export interface PracticeCommands {
  /** An owner says what the organisation aims at. */
  'aim:set': { id: string; text: string };
  'aim:close': { id: string };
  /** The declaration with what stands beside it; all null: it is taken back. `saw`: the version of the organisation. */
  'declaration:set': {
    saw: number;
    text: string | null;
    ambition: string | null;
    measure: string | null;
    fact: string | null;
    source: string | null;
    year: number | null;
  };
  /** Whoever does it signs the words of the moment `said`. */
  'declaration:sign': { said: string };
  /** `account`: whose name goes. */
  'declaration:unsign': { account: string };
  /** What the organisation is there for, in a line; null: nobody says. `saw`: the version of the organisation. */
  'mission:set': { saw: number; mission: string | null };
  /** The same of a team; null: as the organisation says. */
  'team:mission': { team: string; saw: number; mission: string | null };
  /** The team is the leadership team, and no other is; or none is any more. */
  'team:leadership': { team: string; on: boolean };
  /** Who stands behind the team, and what they are; null: nobody. */
  'team:sponsor': { team: string; saw: number; account: string | null; title?: string | null };
  /** The team’s sponsor says what matters: it hangs as an announcement for as long as it lights their lamp. */
  'sponsor:express': { id: string; team: string; title: string; text: string };
  /** They say what they did themselves, as it is to be done: it hangs as a story. */
  'sponsor:model': { id: string; team: string; words: string };
  /** A rule got in the way. */
  'snag:raise': { id: string; team: string; rule: string; happened?: string | null };
  /** What came of it; `saw` is the version of the snag. */
  'snag:answer': { team: string; id: string; saw: number; verdict: SnagAnswer['verdict']; text: string };
  'snag:hide': { team: string; id: string };
  'snag:show': { team: string; id: string };
  /** A team challenges those in `to` to do one thing so often until a day. */
  'challenge:make': {
    id: string;
    team: string;
    to: string[];
    behaviour: string;
    target: number;
    together: boolean;
    until: Day;
  };
  /** Of the record of the team that was challenged. */
  'challenge:accept': { team: string; id: string; words?: string | null };
  'challenge:decline': { team: string; id: string; words: string };
  'challenge:withdraw': { team: string; id: string };
  /** Somebody did it. `act` is the tap’s own id: sent again it counts once. */
  'challenge:tap': { team: string; id: string; act: string };
  /** What the team says this week when it asks, when it greets, and what it keeps to; null: nothing, left out: as it is. */
  'asking:phrase': {
    team: string;
    saw: number;
    phrase: string | null;
    greeting?: string | null;
    standard?: string | null;
  };
  /** Somebody asked a customer, or kept the standard. `act` is the tap’s own id: sent again it counts once. */
  'asked:tap': { team: string; act: string; what?: 'asked' | 'standard' };
  /** A phone took part in the turn; `mark` tells it from others in this turn, and from nobody else. */
  'turn:part': { team: string; mark: string };
  /** What customers go through with the team, in order. */
  'team:journey': { team: string; saw: number; steps: JourneyStep[] };
  /** A champion says what there was at a step, and whose experience it is. */
  'finding:tell': {
    id: string;
    team: string;
    step: string;
    from: Respondent;
    felt: Felt;
    saw: string;
    picture?: string | null;
  };
  /** The next huddles speak of it, until it is answered. */
  'finding:bring': { team: string; id: string };
  /** The huddle spoke of it. */
  'finding:answer': { team: string; id: string };
  /** It counts no more, and its picture goes for good. */
  'finding:hide': { team: string; id: string };
  'finding:show': { team: string; id: string };
  /** We think, we try, we will see. `finding`: what it came from. */
  'experiment:begin': {
    id: string;
    team: string;
    think: string;
    tries: string;
    see: string;
    finding?: string | null;
  };
  /** We saw: said by whoever was there. */
  'experiment:see': { team: string; id: string; saw: string };
  'experiment:drop': { team: string; id: string };
  /** A card for the whole house; lines are as its sort has them. */
  'library:publish': { id: string; team: string; sort: CardSort; title: string; lines: string[] };
  /** `id`: of the card in the library. It begins with the team, once more where it was there before. */
  'library:adopt': { team: string; id: string };
  'library:withdraw': { team: string; id: string };
  /** A behaviour of a training was seen: `line` by its place, from 0. `act` is the tap’s own id: sent again it counts once. */
  'library:seen': { team: string; id: string; line: number; act: string };
  /** “That’s us”: a phone finds itself in a comment. */
  'interest:tap': { team: string; verbatim: string; area?: string | null };
  /** “I thank you, too”: a phone thanks along with a shout-out. */
  'shout-out:along': { team: string; id: string };
  /** What a team’s score was made of when it started. */
  'team:began': { team: string; began: Baseline };
  /** The kinds of work in a team. */
  'team:areas': { team: string; saw: number; areas: Area[] };
  /** The teams that a team serves. */
  'team:serves': { team: string; saw: number; serves: string[] };
  /** Somebody of the team `by` says how `team`, which serves it, is doing: once a ticket and day, again changes it. */
  'colleagues:answer': {
    team: string;
    by: string;
    question: string;
    value: number;
    comment?: string | null;
    /** Came over a public form’s soft limit. */
    held?: boolean;
  };
  /** What those behind the scenes have to do with a comment; null takes it away. */
  'verbatim:our-part': { team: string; id: string; part: string | null };
  'team:checklist': { team: string; saw: number; steps: ChecklistStep[] };
  'team:phase': { team: string; phase: Phase };
  /** How far leaders have come on their walk through the turn; null: it is over. */
  'turn:walk': { team: string; turn: number; point: ActionPoint | null };
  /** A phone of the team says how it is led; `month` is the one that is on. */
  'echo:tap': { team: string; id: string; topic: EchoTopic; month: Month; sealed: string };
  /** For whoever writes it alone; `saw`: the version of their own entry that it takes the place of. */
  'journal:write': { id: string; saw?: number; sealed: string };
  'journal:seal': { id: string; saw: number; sealed: string };
  /** Answers to “Why?” of an own entry are shared with the managers who help a team, in place of what was shared with them before. */
  'journal:share': { id: string; of: string; team: string; sealed: string };
  'journal:drop': { id: string };
  /** `baselines` are counted at the door, by team. */
  'trial:start': {
    id: string;
    teams: string[];
    start: string;
    end: string;
    goal: string;
    baselines: Record<string, Baseline | null>;
  };
  /** Another team comes in, with its own baseline. */
  'trial:join': { id: string; team: string; baseline: Baseline | null };
  /** A trial began that was set for later: what its team is compared with. */
  'trial:baseline': { id: string; team: string; baseline: Baseline | null };
  'trial:end': { id: string };
}
