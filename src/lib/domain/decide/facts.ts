import type { Display, Pairing, Play } from '../display';
import type {
  Announcement,
  Countdown,
  Improvement,
  Picture,
  Poster,
  ShoutOut,
  Story,
  Takeover,
} from '../hung';
import type { PastPlaylist } from '../past-playlist';
import type { Goal, Help, Seen, TeamDecision, Thanks, Turn } from '../practice';
import type {
  ApiKey,
  Hook,
  Import,
  ImportSource,
  Organisation,
  Question,
  Response,
  Team,
  Verbatim,
  Withdrawal,
} from '../records';
import type { Aim } from '../aim';
import type { Experiment } from '../experiment';
import type { Interest } from '../interest';
import type { Finding } from '../journey';
import type { AlertFacts } from './alert-facts';
import type { HuddleFacts } from './huddle-facts';
import type { PeopleFacts } from './people-facts';
import type { Showing } from './pictures';
import type { PracticeFacts } from './practice-facts';
import type { RetentionFacts } from './retention';

interface OfTeam {
  team: Team | undefined;
}

/** What each command's rule has to know. Intake loads it, over what is about to be committed. */
export interface Facts extends AlertFacts, HuddleFacts, PeopleFacts, PracticeFacts, RetentionFacts {
  'setup:claim': { organisation: Organisation | undefined };
  'team:add': { organisation: Organisation | undefined; existing: Team | undefined };
  'team:edit': OfTeam;
  'team:recognition': OfTeam;
  /** `displays`: those that hang for it. */
  'team:close': OfTeam & { displays: Display[] };
  'team:open': OfTeam;
  'team:cadence': OfTeam;
  /** `comments` of the days that are matched anew, `responses` their answers. */
  'team:criticals': OfTeam & { comments: Verbatim[]; responses: ReadonlyMap<string, Response> };
  /** `others`: all comments that came with the same answer. */
  'verbatim:sort': OfTeam & {
    verbatim: Verbatim | undefined;
    response: Response | undefined;
    others: Verbatim[];
  };
  'team:look': OfTeam & { logo: Picture | undefined };
  'question:ask': OfTeam & { existing: Question | undefined; live: Question[] };
  /** In the order of the answers; a comment's id is its answer's. */
  'response:record': OfTeam & { existing: (Response | undefined)[]; comments: (Verbatim | undefined)[] };
  'response:returning': OfTeam & { response: Response | undefined; live: Question[] };
  'import:run': ImportFacts;
  'import:undo': UndoFacts;
  /** The answers that are asked for or that a comment asked for belongs to, all comments of these, and every import. */
  'person:erase': { responses: Response[]; verbatims: Verbatim[]; imports: Import[] };
  'hook:make': OfTeam & { existing: Hook | undefined };
  'hook:settle': OfTeam & { hook: Hook | undefined };
  'hook:revoke': OfTeam & { hook: Hook | undefined };
  'verbatim:approve': OfTeam & { verbatim: Verbatim | undefined; response: Response | undefined };
  'verbatim:hide': OfTeam & { verbatim: Verbatim | undefined };
  'held:count': OfTeam & { held: Response[] };
  /** A comment's id is its answer's. */
  'held:drop': OfTeam & { held: Response[]; comments: (Verbatim | undefined)[] };
  /** `goal`: the one that was served; `other`: the team that is thanked, where it is another one. */
  'shout-out:add': OfTeam & {
    existing: ShoutOut | undefined;
    goal: Goal | undefined;
    other: Team | undefined;
  };
  /** `twin`: the other team’s record of a thanks between two. */
  'shout-out:hide': OfTeam & { shoutOut: ShoutOut | undefined; twin: ShoutOut | undefined };
  'shout-out:show': OfTeam & { shoutOut: ShoutOut | undefined; twin: ShoutOut | undefined };
  /** `sampled`: the comment that is to be its sample. */
  'goal:set': OfTeam &
    Showing & {
      existing: Goal | undefined;
      open: Goal[];
      aim: Aim | undefined;
      sampled?: Verbatim;
    };
  'goal:read': OfTeam & { goal: Goal | undefined };
  'goal:reach': OfTeam & { goal: Goal | undefined };
  'goal:keep': OfTeam & { goal: Goal | undefined };
  'goal:picture': OfTeam & Showing & { goal: Goal | undefined; picture: Picture | undefined };
  'goal:close': OfTeam & Showing & { goal: Goal | undefined };
  'announcement:add': OfTeam & { existing: Announcement | undefined };
  'announcement:withdraw': OfTeam & { announcement: Announcement | undefined };
  /** `open`: the team’s open turn; `seen`: what the shifts tapped in it; `before`: the turn that the leader saw. */
  'turn:close': OfTeam & {
    existing: Thanks | undefined;
    open: Turn | undefined;
    before: Turn | undefined;
    seen: Seen | undefined;
    interest: Interest | undefined;
    live: Question[];
    question: Question | undefined;
  };
  'turn:wake': OfTeam & { open: Turn | undefined };
  'turn:nudge': OfTeam & { open: Turn | undefined };
  'seen:tap': OfTeam & { open: Turn | undefined; seen: Seen | undefined };
  /** `open`: the team’s open turn; `cited`: the comment that it came from, `finding` and `experiment` in its place. */
  'decision:take': OfTeam & {
    existing: TeamDecision | undefined;
    open: Turn | undefined;
    cited: Verbatim | undefined;
    finding: Finding | undefined;
    experiment: Experiment | undefined;
    aim: Aim | undefined;
  };
  'help:offer': OfTeam & { help: Help | undefined };
  'help:end': OfTeam & { help: Help | undefined };
  'decision:drop': OfTeam & { decision: TeamDecision | undefined };
  'thanks:cosign': OfTeam & { thanks: Thanks | undefined };
  'thanks:withdraw': OfTeam & { thanks: Thanks | undefined };
  'picture:keep': OfTeam & { existing: Picture | undefined };
  'picture:drop': OfTeam & Showing & { picture: Picture | undefined };
  'story:tell': OfTeam & { existing: Story | undefined; picture: Picture | undefined };
  'story:show': OfTeam & { story: Story | undefined };
  'story:withdraw': OfTeam & Showing & { story: Story | undefined };
  'story:take-back': OfTeam & Showing & { story: Story | undefined };
  'poster:hang': OfTeam & { existing: Poster | undefined; picture: Picture | undefined };
  'poster:take-down': OfTeam & Showing & { poster: Poster | undefined };
  'improvement:show': OfTeam & { existing: Improvement | undefined };
  'improvement:withdraw': OfTeam & { improvement: Improvement | undefined };
  'countdown:set': OfTeam & { existing: Countdown | undefined };
  'countdown:withdraw': OfTeam & { countdown: Countdown | undefined };
  'takeover:start': OfTeam & { existing: Takeover | undefined; on: Takeover[]; displays: Display[] };
  'takeover:end': OfTeam & { takeover: Takeover | undefined };
  'pairing:offer': { waiting: Pairing[] };
  /** `others`: the teams whose scenes the playlist names. */
  'pairing:approve': OfTeam & {
    pairing: Pairing | undefined;
    existing: Display | undefined;
    others: (Team | undefined)[];
  };
  'pairing:replace': { pairing: Pairing | undefined; display: Display | undefined };
  'pairing:take': { pairing: Pairing | undefined; display: Display | undefined };
  /** `past`: what it showed before; `others`: the teams whose scenes the playlist that is to hang names. */
  'display:edit': { display: Display | undefined; past: PastPlaylist[]; others: (Team | undefined)[] };
  'playlist:undo': { display: Display | undefined; past: PastPlaylist[]; others: (Team | undefined)[] };
  /** `past`: what the displays in `to` showed before. */
  'playlist:copy': {
    display: Display | undefined;
    to: (Display | undefined)[];
    past: PastPlaylist[];
    others: (Team | undefined)[];
  };
  'display:pin': { display: Display | undefined };
  'display:revoke': { display: Display | undefined };
  'display:enrol': { display: Display | undefined };
  'display:token': { display: Display | undefined };
  'key:make': { existing: ApiKey | undefined; teams: (Team | undefined)[] };
  'key:revoke': { key: ApiKey | undefined };
  /** In the order of the hours that `playsByHour` gives. */
  'play:log': { display: Display | undefined; plays: (Play | undefined)[] };
}

/** What undoing an import has to know: what it brought, what of it is there, and what came after it. */
export interface UndoFacts extends OfTeam {
  done: Import | undefined;
  /** Imports of the same source, newer than this one. */
  later: Import[];
  source: ImportSource | undefined;
  responses: Response[];
  verbatims: Verbatim[];
  /** What stands now of the records that it changed, by id. */
  now: { responses: ReadonlyMap<string, Response>; verbatims: ReadonlyMap<string, Verbatim> };
}

/** What an import has to know: the teams it touches and what of it is there already, by id. */
export interface ImportFacts extends OfTeam {
  teams: ReadonlyMap<string, Team>;
  responses: ReadonlyMap<string, Response>;
  verbatims: ReadonlyMap<string, Verbatim>;
  withdrawals: ReadonlyMap<string, Withdrawal>;
  /** Imports that can no longer be undone and still hold what they changed. */
  old: Import[];
  source: ImportSource | undefined;
}
