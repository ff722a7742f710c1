import type { ActionPoint } from './action-point';
import type { AlertCommands } from './alert-command';
import type { Interval } from './cadence';
import type { Critical } from './critical';
import type { ImportRun } from './feedback-import';
import type { HuddleCommands } from './huddle-command';
import type { PeopleCommands } from './people-command';
import type { PracticeCommands } from './practice-command';
import type { RetentionCommands } from './retention';
import type { Improvement, Observation, Picture, Poster, Takeover } from './hung';
import type { Goal, Reading } from './practice';
import type { Award } from './recognition';
import type { Accent, KeyScope, Proof, Respondent, Role, Team, Value } from './records';
import type { Metric, Scale } from './metric';
import type { QuietHours, Rotation } from './display-profile';
import type { PlaylistItem } from './playlist';

/** Who asks: what a command may do is decided from this and the records it touches. */
export type Actor =
  /** `teams`: those that a leader leads; of a manager who has `groups` those of them (`actorOf`). */
  | { as: 'account'; id: string; name: string; role: Role; teams: string[]; groups?: string[] | null }
  | { as: 'key'; id: string; teams: string[]; scopes: KeyScope[] }
  /** `mark` stands for its ticket, so that what counts once a ticket can be told; it names nobody. */
  | { as: 'phone'; team: string; mark?: string }
  | { as: 'customer' }
  | { as: 'screen'; display: string }
  /** What a team lets in by itself: a webhook, or the folder that is watched. */
  | { as: 'source'; id: string; team: string }
  /** Holds the one-time setup code, or is the house itself. */
  | { as: 'house' };

/** One answer as a caller gives it. */
export interface ResponseInput {
  /** The caller's own id, unique per key or source; absent: a new answer each time. */
  id?: string;
  metric: Metric;
  value: number;
  scale?: Scale;
  comment?: string;
  touchpoint?: string;
  from?: Respondent;
  at?: string;
}

/** A question as a leader asks it; `returning`: and whether they look forward to coming back. */
export interface AskedQuestion {
  id: string;
  text: string;
  metric: Metric;
  scale?: Scale | null;
  returning?: boolean;
}

/**
 * Everything that changes anything, by name. Ids and secrets are made at the door (domain has no randomness); secrets
 * arrive here as hashes.
 */
export interface Commands
  extends AlertCommands, HuddleCommands, PeopleCommands, PracticeCommands, RetentionCommands {
  'setup:claim': {
    organisation: { name: string; secret: string };
    account: { id: string; login: string; name: string; passwordHash: string };
    team: { id: string; name: string; timeZone: string; customer: Team['customer'] } | null;
  };
  /** `criticals` and `phrase`: what a template of its kind of team brings. */
  'team:add': {
    id: string;
    name: string;
    timeZone: string;
    customer: Team['customer'];
    criticals?: Critical[];
    phrase?: string | null;
  };
  'team:edit': {
    team: string;
    saw: number;
    name: string;
    timeZone: string;
    customer: Team['customer'];
    minimumN: number;
    cadenceDays: number;
    moderation: Team['moderation'];
    /** Left out: as they are. `people`: how many are in it; null: nobody says. */
    people?: number | null;
    hold?: string[];
    passHours?: QuietHours | null;
    measure: string | null;
  };
  /** What the team expects of everybody, and the awards that it gives for that. */
  'team:recognition': { team: string; saw: number; values: Value[]; awards: Award[] };
  /** The team is no more: nothing comes in and it hangs nowhere. Its walls are taken down first. */
  'team:close': { team: string };
  'team:open': { team: string };
  /** What reports have to speak of. Comments of the last months are matched anew. */
  'team:criticals': { team: string; saw: number; criticals: Critical[] };
  /** A leader says that a comment is about a critical, or that it is not. */
  'verbatim:sort': { team: string; id: string; critical: string; about: boolean };
  /** The team's colour and logo; null takes them away. */
  'team:look': { team: string; saw: number; accent: Accent | null; logo: string | null };
  /** How often each point is due and who looks after it; `sources` that come as they like are left out. Shifts as local times. */
  'team:cadence': {
    team: string;
    saw: number;
    points: Record<ActionPoint, { due: Interval; owner?: string | null }>;
    sources: Record<string, Interval>;
    shifts: string[];
  };
  'question:ask': AskedQuestion & { team: string };
  /**
   * `source`: `ask`, `api:<key>` or `import:<source>`. `ids` are derived at the door (intake) when left out. `held`: came
   * over a public form's soft limit; its score stays out and its comment waits until a leader looks.
   */
  'response:record': {
    team: string;
    source: string;
    sourceName?: string | null;
    responses: ResponseInput[];
    ids?: string[];
    held?: boolean;
  };
  /** How much whoever gave the answer looks forward to coming back, 1–5. */
  'response:returning': { team: string; response: string; value: number };
  'import:run': ImportRun;
  /** What a file brought goes, what it changed is as it was before. */
  'import:undo': { team: string | null; id: string };
  /**
   * Answers and comments of a person go for good, by their ids, with what belongs to them; and what files left behind that
   * holds their words.
   */
  'person:erase': { words: string; ids: string[] };
  /** Secrets are made or hashed at the door. */
  'hook:make': {
    id: string;
    team: string;
    name: string;
    proof: Proof;
    header?: string | null;
    secret?: string | null;
    secretHash?: string | null;
  };
  /** How what a webhook brings is read from now on. */
  'hook:settle': { team: string; id: string; reading: unknown };
  'hook:revoke': { team: string; id: string };
  'verbatim:approve': { team: string; id: string; highlight?: string | null };
  'verbatim:hide': { team: string; id: string };
  /** Every answer held back up to this moment (ISO, included) counts from now on. */
  'held:count': { team: string; upTo: string };
  /** Every answer held back up to this moment (ISO, included) goes, and what was written with it. */
  'held:drop': { team: string; upTo: string };
  'shout-out:add': {
    id: string;
    team: string;
    to: string;
    toArea?: string | null;
    from: string;
    fromArea?: string | null;
    behaviour: string;
    value?: string | null;
    /** The team’s goal that it served. */
    goal?: string | null;
    /** An award, which only a leader gives: it says the value. */
    award?: string | null;
    /** A team on the other side of a hand-off that is thanked: it hangs on that team’s walls, too. */
    across?: string | null;
    /** Came over a public form's soft limit: waits until a leader looks. */
    held?: boolean;
  };
  'shout-out:hide': { team: string; id: string };
  'shout-out:show': { team: string; id: string };
  'goal:set': {
    id: string;
    team: string;
    saw?: number | null;
    question: string;
    unit: 'in-100' | 'points' | 'count' | 'minutes' | 'percent';
    baseline: number;
    target: number;
    start?: string;
    due: string;
    follow?: string | null;
    /** Left out: as it is. */
    routine?: string | null;
    /** The organisation’s aim that it serves; left out: as it is. */
    aim?: string | null;
    /** A comment that says how it sounds once it is there; left out: as it is. */
    sample?: string | null;
  };
  'goal:read': { team: string; id: string; value: number; n?: number | null; day?: string };
  /** The team stays with the goal for this turn; `routine` ties it to one where it was not yet. */
  'goal:keep': { team: string; id: string; routine?: string | null };
  /** A picture of how it looks once the goal is there; null: none any more. */
  'goal:picture': { team: string; id: string; picture: string | null };
  /** The house saw that the goal came to its target and where it stands; null: that it fell back before. */
  'goal:reach': { team: string; id: string; stand: Reading | null };
  /** `words` (needed where it was reached) and `next` are said on the wall. */
  'goal:close': {
    team: string;
    id: string;
    reached: boolean;
    words?: string | null;
    next?: string | null;
  };
  'announcement:add': {
    id: string;
    team: string;
    title: string;
    text: string;
    from?: string | null;
    until?: string | null;
  };
  'announcement:withdraw': { team: string; id: string };
  /**
   * Thanks the customers, asks the next question, closes the turn that was seen and opens the next. `id` is the thanks’;
   * `question` null: the one that is live is asked on.
   */
  'turn:close': {
    id: string;
    team: string;
    turn: number;
    question: AskedQuestion | null;
    learned?: string | null;
    youSaid?: string | null;
    weDid?: string | null;
    signedBy?: string | null;
    served?: number | null;
    /** How many answered in the turn. */
    answered?: number | null;
    /** Whether a manager is asked to sign too. */
    cosign?: boolean;
    /** The leader’s lines to the team: why the turn that begins matters to them, what they saw done well in this one. */
    express?: string | null;
    reinforce?: string | null;
  };
  /** A manager signs a thanks that asks for it. */
  'thanks:cosign': { team: string; id: string };
  /** `start` left out: today. `meaning`: what customers have of it; `source`: the comment it came from. */
  'decision:take': {
    id: string;
    team: string;
    text: string;
    meaning: string;
    routine: string;
    start?: string;
    review: string;
    critical?: string | null;
    source?: string | null;
    skill?: string | null;
    aim?: string | null;
  };
  /** Help with a point, offered by whoever sees the team. */
  'help:offer': { team: string; point: ActionPoint };
  'help:end': { team: string; point: ActionPoint };
  'decision:drop': { team: string; id: string };
  'thanks:withdraw': { team: string; id: string };
  /** A board that fell asleep shows its playlist again. */
  'turn:wake': { team: string };
  /** Leaders and managers are told that nobody has moved the board since a moment (ISO). */
  'turn:nudge': { team: string; since: string };
  /** A phone of a shift has met the report of the turn that it saw. */
  'seen:tap': { team: string; turn: number; area?: string | null };
  /** The media room holds the bytes already, under this id. */
  'picture:keep': {
    id: string;
    team: string;
    width: number;
    height: number;
    bytes: number;
    alt: string;
    people: boolean;
    tone: Picture['tone'];
  };
  /** The picture goes for good; stories and posters that showed it are withdrawn, a logo that it was is no more. */
  'picture:drop': { team: string; id: string };
  'story:tell': {
    id: string;
    team: string;
    words: string;
    picture?: string | null;
    about?: string | null;
    /** Who agreed to be shown. */
    consent?: string | null;
    /** Whoever holds the secret takes the story back. */
    takeBackHash?: string | null;
    /** Came over a public form’s soft limit: waits until a leader looks. */
    held?: boolean;
    /** A leader’s own: what they did themselves. */
    own?: boolean;
  };
  /** A story that waited hangs. */
  'story:show': { team: string; id: string };
  /** The person in it takes it back, with its secret: nothing of it stays. */
  'story:take-back': { team: string; id: string; secretHash: string };
  /** The story leaves the wall, and its picture goes for good unless another one shows it. */
  'story:withdraw': { team: string; id: string };
  'poster:hang': {
    id: string;
    team: string;
    picture: string | null;
    caption?: string | null;
    fit: Poster['fit'];
    customers?: boolean;
    /** Who agreed to be shown. */
    consent?: string | null;
  };
  'poster:take-down': { team: string; id: string };
  'improvement:show': {
    id: string;
    team: string;
    what: Improvement['what'];
    label?: string | null;
    unit: Goal['unit'];
    before: Observation;
    after: Observation;
    because?: string | null;
  };
  'improvement:withdraw': { team: string; id: string };
  /** `time` (`HH:MM`) left out: the whole day. */
  'countdown:set': {
    id: string;
    team: string;
    title: string;
    note?: string | null;
    day: string;
    time?: string | null;
    customers?: boolean;
  };
  'countdown:withdraw': { team: string; id: string };
  /** Takes the walls over until it ends; one that took over the same walls before ends. */
  'takeover:start': {
    id: string;
    team: string;
    tone: Takeover['tone'];
    title: string;
    text: string;
    displays?: string[] | null;
    customers?: boolean;
    until: string;
    reason?: string | null;
  };
  'takeover:end': { team: string; id: string };
  'pairing:offer': { id: string; code: string; expiresAt: string; screen: string; address: string };
  /** `pairing` is the id of what `auth.findPairing(code, leader)` found, which also counts wrong codes. */
  'pairing:approve': {
    pairing: string;
    display: {
      id: string;
      team: string;
      name: string;
      profile: string;
      playlist: PlaylistItem[];
      /** Left out or null: as its kind of wall says. */
      language?: string | null;
    };
  };
  /** Another TV takes the place of a display’s: name, team and playlist stay, and the one before is out. */
  'pairing:replace': { pairing: string; display: string };
  /** The TV takes its display: its secret becomes the device token. */
  'pairing:take': { id: string; tokenHash: string };
  'display:edit': {
    id: string;
    saw: number;
    name: string;
    profile: string;
    playlist: PlaylistItem[];
    /** Prepared for later; null: nothing is. Left out: it stays. */
    draft?: PlaylistItem[] | null;
    theme: 'evening' | 'dim' | 'daylight' | null;
    audience: 'staff' | 'customers' | null;
    /** What is left out stays as it is. */
    language?: string | null;
    timeZone?: string | null;
    quietHours?: QuietHours | 'never' | null;
    rotation?: Rotation | null;
    framedBy: string[];
  };
  /** A playlist that the display had hangs again. */
  'playlist:undo': { id: string; saw: number; past: string };
  /** Other displays get this one’s playlist. */
  'playlist:copy': { id: string; saw: number; to: string[] };
  /** Keeps one item of the playlist on the wall; `item` null lets go. */
  /** `walk`: a walk does it, which neither replaces nor lets go what somebody else keeps there. */
  'display:pin': { id: string; item: string | null; until?: string | null; walk?: boolean };
  'display:revoke': { id: string };
  'display:enrol': { id: string; enrolHash: string | null };
  /** Gives the display a new device token; the one before opens nothing any more. */
  'display:token': { id: string; tokenHash: string };
  'key:make': {
    id: string;
    name: string;
    keyHash: string;
    hint: string;
    teams: string[];
    scopes: KeyScope[];
  };
  'key:revoke': { id: string };
  /** `team`: whose scene it was, where it was another team’s. */
  'play:log': { display: string; plays: { panel: string; at: string; seconds: number; team?: string }[] };
}

export type CommandName = keyof Commands;
