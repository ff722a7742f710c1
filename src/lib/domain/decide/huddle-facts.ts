import type { Ballot, Commitment, Huddle, Note } from '../huddle';
import type { Turn } from '../practice';
import type { Finding } from '../journey';
import type { Question, Team, Verbatim } from '../records';

interface InHuddle {
  team: Team | undefined;
  huddle: Huddle | undefined;
}
interface WithBallot extends InHuddle {
  ballot: Ballot | undefined;
}

/** What the rules of huddles have to know; a part of `Facts`. */
export interface HuddleFacts {
  /** `on`: huddles whose end is not written down yet; `ballots`: theirs. `open`: the team’s open turn. */
  'huddle:start': {
    team: Team | undefined;
    existing: Huddle | undefined;
    on: Huddle[];
    ballots: Ballot[];
    open: Turn | undefined;
    live: Question[];
    /** Champions bring something that is not answered. */
    brought: boolean;
    /** What a brainstorm is to be about. */
    about: Finding | undefined;
  };
  'huddle:go': InHuddle;
  'huddle:longer': InHuddle;
  'huddle:host': InHuddle;
  'huddle:end': WithBallot;
  'huddle:skill': InHuddle;
  'huddle:comment': InHuddle & { comment: Verbatim | undefined };
  'huddle:agree': InHuddle;
  'huddle:place': WithBallot;
  'huddle:propose': WithBallot;
  'huddle:vote': WithBallot;
  /** `notes`: of this huddle. `cited`: the comment that it cites. `goal`: the one that stands in this huddle. */
  'note:add': InHuddle & {
    existing: Note | undefined;
    notes: number;
    cited: Verbatim | undefined;
    goal: Note | undefined;
  };
  'note:show': { team: Team | undefined; note: Note | undefined };
  'note:hide': { team: Team | undefined; note: Note | undefined };
  /** `made`: how many were made in this huddle. */
  'commitment:make': InHuddle & { existing: Commitment | undefined; made: number };
  'commitment:take': InHuddle & { commitment: Commitment | undefined };
  'commitment:judge': { team: Team | undefined; commitment: Commitment | undefined };
  'team:huddle': { team: Team | undefined };
}
