import type { Aim } from '../aim';
import type { Asked } from '../asking';
import type { Challenge } from '../challenge';
import type { Echo } from '../echo';
import type { Experiment } from '../experiment';
import type { Announcement, Picture, ShoutOut, Story } from '../hung';
import type { Interest } from '../interest';
import type { JournalEntry } from '../journal';
import type { Finding } from '../journey';
import type { LibraryCard } from '../library';
import type { Turn } from '../practice';
import type { Account, Organisation, Question, Response, Team, Verbatim } from '../records';
import type { Snag } from '../snag';
import type { Trial } from '../trial';
import type { Showing } from './pictures';

interface OfTeam {
  team: Team | undefined;
}

/** A team’s record of a challenge; `all`: every team’s, as far as they are there. */
export interface ChallengeFacts extends OfTeam {
  challenge: Challenge | undefined;
  all: Challenge[];
}

/** What the rules of the small practices have to know; a part of `Facts`. `open`: the team’s open turn. */
export interface PracticeFacts {
  'aim:set': { existing: Aim | undefined; open: Aim[] };
  'aim:close': { aim: Aim | undefined };
  'mission:set': { organisation: Organisation | undefined };
  'team:mission': OfTeam;
  /** `leading`: the leadership teams there are. */
  'team:leadership': OfTeam & { leading: Team[] };
  'team:sponsor': OfTeam & { account: Account | undefined };
  'sponsor:express': OfTeam & { existing: Announcement | undefined };
  'sponsor:model': OfTeam & { existing: Story | undefined };
  'declaration:set': { organisation: Organisation | undefined };
  'declaration:sign': { organisation: Organisation | undefined };
  'declaration:unsign': { organisation: Organisation | undefined };
  /** `waiting`: how many of the team wait for an answer, as far as it matters. */
  'snag:raise': OfTeam & { existing: Snag | undefined; waiting: number };
  'snag:answer': OfTeam & { snag: Snag | undefined; organisation: Organisation | undefined };
  'snag:hide': OfTeam & { snag: Snag | undefined };
  'snag:show': OfTeam & { snag: Snag | undefined };
  'team:journey': OfTeam;
  'finding:tell': OfTeam & { existing: Finding | undefined; picture: Picture | undefined };
  'finding:bring': OfTeam & { finding: Finding | undefined };
  'finding:answer': OfTeam & { finding: Finding | undefined };
  'finding:hide': OfTeam & Showing & { finding: Finding | undefined };
  'finding:show': OfTeam & { finding: Finding | undefined };
  /** `on`: how many are on. */
  'experiment:begin': OfTeam & {
    existing: Experiment | undefined;
    finding: Finding | undefined;
    on: number;
  };
  'experiment:see': OfTeam & { experiment: Experiment | undefined };
  'experiment:drop': OfTeam & { experiment: Experiment | undefined };
  'library:publish': OfTeam & { existing: LibraryCard | undefined };
  /** `own`: as the team took it over before; `cards`: what the team has; `by`: whose it is. */
  'library:adopt': OfTeam & {
    card: LibraryCard | undefined;
    own: LibraryCard | undefined;
    cards: LibraryCard[];
    by: Team | undefined;
  };
  /** `copies`: of those that took it over. */
  'library:withdraw': OfTeam & { card: LibraryCard | undefined; copies: LibraryCard[] };
  'library:seen': OfTeam & { cards: LibraryCard[] };
  /** `teams`: those that there are of it and those that are challenged, by id; `open`: their challenges without an end. */
  'challenge:make': OfTeam & {
    existing: Challenge | undefined;
    teams: ReadonlyMap<string, Team>;
    open: Challenge[];
  };
  'challenge:accept': ChallengeFacts;
  'challenge:decline': ChallengeFacts;
  'challenge:withdraw': ChallengeFacts;
  'challenge:tap': ChallengeFacts;
  'asking:phrase': OfTeam;
  /** `asked`: of the week that is on. */
  'asked:tap': OfTeam & { asked: Asked | undefined };
  'interest:tap': OfTeam & {
    open: Turn | undefined;
    interest: Interest | undefined;
    verbatim: Verbatim | undefined;
  };
  'shout-out:along': OfTeam & {
    open: Turn | undefined;
    interest: Interest | undefined;
    shoutOut: ShoutOut | undefined;
  };
  'turn:part': OfTeam & { open: Turn | undefined; interest: Interest | undefined };
  'team:began': OfTeam;
  'team:areas': OfTeam;
  /** `teams`: all that there are, by id. */
  'team:serves': OfTeam & { teams: ReadonlyMap<string, Team> };
  /** `id`: the answer’s, the same for a ticket and day; `existing` and `written` are what stands under it. */
  'colleagues:answer': OfTeam & {
    by: Team | undefined;
    question: Question | undefined;
    id: string;
    existing: Response | undefined;
    written: Verbatim | undefined;
  };
  'verbatim:our-part': OfTeam & { verbatim: Verbatim | undefined };
  'team:checklist': OfTeam;
  'team:phase': OfTeam;
  'turn:walk': OfTeam & { open: Turn | undefined };
  /** `ahead`: the team has an echo of a later month. */
  'echo:tap': OfTeam & { existing: Echo | undefined; ahead: boolean };
  'journal:write': { existing: JournalEntry | undefined };
  'journal:seal': { entry: JournalEntry | undefined };
  /** `shared`: what anybody shares. */
  'journal:share': OfTeam & {
    existing: JournalEntry | undefined;
    entry: JournalEntry | undefined;
    shared: JournalEntry[];
  };
  'journal:drop': { entry: JournalEntry | undefined; shared: JournalEntry[] };
  /** `teams`: in the order in which they are named. */
  'trial:start': { existing: Trial | undefined; teams: (Team | undefined)[]; on: Trial[] };
  'trial:join': OfTeam & { trial: Trial | undefined };
  'trial:baseline': { trial: Trial | undefined };
  'trial:end': { trial: Trial | undefined };
}
