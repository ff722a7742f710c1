import type { AgendaItem, Commitment, HuddleRun, Note } from './huddle';

/** What a phone saw when it steered: how often the huddle had been steered, and the step that was on (its index). */
interface Seen {
  moves: number;
  step: number;
}

/** One act in a huddle. `act` is the phone’s own id: an act that is sent again is carried out once. */
interface Act {
  team: string;
  huddle: string;
  act: string;
}

/** What changes huddles, by name; a part of `Commands`. */
export interface HuddleCommands {
  /**
   * Whoever starts it hosts it; `name` as its owner wants to be called, if at all. A leader may start one with steps of its own (`run`);
   * `about`: the finding that a brainstorm is about.
   */
  'huddle:start': {
    id: string;
    team: string;
    name?: string | null;
    run?: HuddleRun | null;
    about?: string | null;
  };
  /** On or back to a step (its index in the agenda). */
  'huddle:go': Act & { saw: Seen; to: number };
  /** More time for the step that is on. */
  'huddle:longer': Act & { saw: Seen };
  /** Takes over as host, from the host that was seen (`moves`). */
  'huddle:host': Act & { saw: Pick<Seen, 'moves'>; name?: string | null };
  'huddle:end': { team: string; huddle: string };
  /** The soft skill practised, one of the team’s list; null: none. */
  'huddle:skill': { team: string; huddle: string; skill: string | null };
  /** The comment that the huddle speaks of. */
  'huddle:comment': { team: string; huddle: string; comment: string };
  /** The pair that the team agreed on. */
  'huddle:agree': { team: string; huddle: string; now: number; need: number };
  /** Places a ticket’s marker, or moves it. */
  'huddle:place': { team: string; huddle: string; now: number; need: number };
  /** Proposes a question to be asked next. */
  'huddle:propose': { id: string; team: string; huddle: string; text: string };
  'huddle:vote': { team: string; huddle: string; question: string };
  /** `cites`: a comment’s id, or `score`. `name`: whose idea it is, if they say so. */
  'note:add': {
    id: string;
    team: string;
    huddle: string;
    says: Note['says'];
    text: string;
    cites?: string | null;
    name?: string | null;
  };
  /** A leader lets an idea hang, or leaves it out. */
  'note:show': { team: string; id: string };
  'note:hide': { team: string; id: string };
  'commitment:make': {
    id: string;
    team: string;
    huddle: string;
    who: Commitment['who'];
    name?: string | null;
    text: string;
    due: string;
  };
  /** Somebody takes a first step on, by a role or a name; `saw` is the version that was seen. */
  'commitment:take': { team: string; huddle: string; id: string; name: string; saw: number };
  /** `saw`: how it stood for who judges it. */
  'commitment:judge': { team: string; id: string; kept: boolean; saw: Commitment['status'] };
  /** The team’s own steps, skills and hosts. */
  'team:huddle': { team: string; saw: number; agenda: AgendaItem[]; skills: string[]; hosts: string[] };
}
