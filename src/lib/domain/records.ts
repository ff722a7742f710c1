import type { ActionPoint } from './action-point';
import type { Cadence } from './cadence';
import type { Day } from './calendar';
import type { Critical } from './critical';
import type { Ballot, Commitment, Huddle, HuddlePlan, Note } from './huddle';
import type { Measure, Metric, Scale } from './metric';
import type { QuietHours, Rotation } from './display-profile';
import type { PlaylistItem } from './playlist';

/**
 * What every record carries. `team` is null for what belongs to the whole organisation; `at` is when it happened
 * (ISO, UTC); `batch` names the import it came with; `version` counts from 1 and is set by the store.
 */
export interface Envelope {
  id: string;
  team: string | null;
  at: string;
  status: string;
  batch: string | null;
  version: number;
}

/** What the team calls the people it serves; the messages know each word in singular and plural. */
export const customerWords = [
  'guest',
  'customer',
  'patient',
  'resident',
  'caller',
  'member',
  'colleague',
] as const;
export type CustomerWord = (typeof customerWords)[number];

/** One thing the team stands for; a shout-out may name it. `icon` is a name from the icon set. */
export interface Value {
  id: string;
  name: string;
  icon: string;
}

/** There is one: id `organisation`. `secret` (hex, 256 bit) signs join codes and phone tickets. */
export interface Organisation extends Envelope {
  status: 'active';
  name: string;
  secret: string;
  sample: boolean;
}

/** The team's own colour (`#rrggbb`) and whose field it takes the place of, once it can be read there. */
export interface Accent {
  colour: string;
  replaces: ActionPoint | 'neutral';
}

export interface Team extends Envelope {
  status: 'active';
  name: string;
  timeZone: string;
  customer: CustomerWord;
  /** No score is shown or given below this many answers. */
  minimumN: number;
  /** How many days may pass without a new answer before the score counts as old. */
  cadenceDays: number;
  /** `all`: every comment waits for a leader; `clean`: comments with nothing to object to show at once. */
  moderation: 'all' | 'clean';
  /** The measure the wall prefers; null: the one with the newest answers. */
  measure: Measure | null;
  values: Value[];
  /** Absent or null: the colours as they are. */
  accent?: Accent | null;
  /** Id of a picture; absent or null: none. */
  logo?: string | null;
  /** How often the team needs what; absent: never settled (`cadenceOf`). */
  cadence?: Cadence;
  /** Who looks after each action point, as people call them. */
  owners?: Partial<Record<ActionPoint, string>>;
  /** What a report has to speak of; absent: nothing was chosen. */
  criticals?: Critical[];
  /** Steps, skills and hosts of its huddles; absent: the usual ones (`planOf`). */
  huddle?: HuddlePlan;
}

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
  /** Number of the turn it was taken in. */
  turn: number;
}

/** A question to customers. One per team is `live`: it stands on /ask/<team>. */
export interface Question extends Envelope {
  status: 'live' | 'past';
  text: string;
  metric: Metric;
  scale: Scale | null;
}

export type Respondent = 'customer' | 'employee' | 'supplier' | 'other';

/** One answer. Ids are derived from the key or source and the caller's own id, so that the same answer updates. */
export interface Response extends Envelope {
  team: string;
  status: 'counted' | 'kept-out';
  metric: Metric;
  scale: Scale | null;
  value: number;
  from: Respondent;
  touchpoint: string | null;
  /** Where it came from: `ask`, `api:<key>`, or `import:<source>`. */
  source: string;
  /** The team's local date, fixed at intake. */
  day: Day;
  /** Ids of the criticals that its comments are about; absent: none. */
  criticals?: string[];
}

/** A customer's own words, personal data masked at the door. */
export interface Verbatim extends Envelope {
  team: string;
  status: 'waiting' | 'approved' | 'hidden';
  text: string;
  /** The answer it came with; null where there was no score. */
  response: string | null;
  measure: Measure | null;
  value: number | null;
  from: Respondent;
  touchpoint: string | null;
  source: string;
  /** What the feedback's sender calls its source, to be read by people: "comment card", "online survey". */
  sourceName: string | null;
  /** A phrase of `text`, chosen by a leader, that the wall sets in colour. */
  highlight: string | null;
  /** True where an address, phone or card number was masked. */
  masked: boolean;
  /** Ids of the criticals that it is about; absent: none. */
  criticals?: string[];
  /** What a leader said of it, by critical: it is about that, or it is not. */
  sorted?: Record<string, boolean>;
}

export interface ShoutOut extends Envelope {
  team: string;
  status: 'published' | 'waiting' | 'hidden';
  to: string;
  toArea: string | null;
  from: string;
  fromArea: string | null;
  /** What they did, as one sentence that continues "Thank you, <name>." */
  behaviour: string;
  /** Id of one of the team's values. */
  value: string | null;
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
  /** When it was last set, read by hand or kept (ISO); absent: when it was made. */
  decidedAt?: string;
}

/** When a goal came to its target (ISO), and the figure it came with. */
export interface Reach extends Reading {
  at: string;
}

/**
 * `words` are the leader's own, empty where nobody said any; `next` is the step after it, `at` when it was said (ISO),
 * `by` who said it, as accounts are named.
 */
export interface Celebration {
  words: string;
  next: string | null;
  at: string;
  by?: string;
}

export interface Announcement extends Envelope {
  team: string;
  status: 'published' | 'withdrawn';
  title: string;
  /** In the subset of Markdown that announcements know. */
  text: string;
  /** Shown from and until (ISO, exclusive); null: from now, until withdrawn. */
  from: string | null;
  until: string | null;
}

/** A picture that was re-encoded at the door; its bytes lie in the media room under the record's id. */
export interface Picture extends Envelope {
  team: string;
  status: 'kept';
  /** In pixels, as kept. */
  width: number;
  height: number;
  bytes: number;
  /** What it shows, for people who do not see it. */
  alt: string;
  /** People can be recognised on it: it needs their consent, and leaves a wall that is offline for over 24 h. */
  people: boolean;
  /** How its opaque parts are, on the whole: what ground it can stand on. */
  tone: 'light' | 'dark' | 'mixed';
}

/** What happened, in at most twelve words and, best, a picture. */
export interface Story extends Envelope {
  team: string;
  status: 'published' | 'waiting' | 'withdrawn';
  words: string;
  /** Id of a picture; null: none. */
  picture: string | null;
  /** Whom it is about, as the wall says it; null: nobody is named. */
  about: string | null;
  /** Who agreed to be shown, and when (ISO); null where nobody is named or to be recognised. */
  consent: { by: string; at: string } | null;
}

/** A picture that hangs as a scene of its own, with a caption or without. */
export interface Poster extends Envelope {
  team: string;
  status: 'hung' | 'withdrawn';
  /** Id of the picture; null once it was withdrawn. */
  picture: string | null;
  caption: string | null;
  /** The whole picture, or as much of it as fills its place. */
  fit: 'whole' | 'fill';
  /** Whether customers' walls show it too; never where people can be recognised. */
  customers: boolean;
  consent: Story['consent'];
}

/** What was counted over a time: `n` answers or cases stand behind it, null where nobody counted. Days are included. */
export interface Observation {
  value: number;
  n: number | null;
  from: Day;
  to: Day;
}

/** Something that changed because of customers, before and after. */
export interface Improvement extends Envelope {
  team: string;
  status: 'shown' | 'withdrawn';
  what: 'complaints' | 'referrals' | 'repeat-business' | 'other';
  /** What is counted, in the team's words; null: as `what` says. */
  label: string | null;
  unit: Goal['unit'];
  before: Observation;
  after: Observation;
  /** What was done; null: not said. */
  because: string | null;
}

/** Something that the team waits for. `day` and `time` (`HH:MM`) are the team’s own, so that no clock change moves them. */
export interface Countdown extends Envelope {
  team: string;
  status: 'set' | 'withdrawn';
  title: string;
  note: string | null;
  day: Day;
  /** Null: the whole day. */
  time: string | null;
  /** Whether customers' walls show it too. */
  customers: boolean;
}

/** A notice that outranks every playlist until it ends. */
export interface Takeover extends Envelope {
  team: string;
  status: 'on' | 'ended';
  /** `alarm`: fire drill now; `call`: everyone to the huddle. */
  tone: 'alarm' | 'call';
  title: string;
  text: string;
  /** Displays that it takes over; null: all of the team's. */
  displays: string[] | null;
  /** Whether customers' walls show it too. */
  customers: boolean;
  /** When it ends (ISO, exclusive). */
  until: string;
  /** Why, for those who look back; null: not said. */
  reason: string | null;
  by: string;
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
}

/** A place on a wall. */
export interface Display extends Envelope {
  team: string;
  status: 'active' | 'revoked';
  name: string;
  /** Name of a display profile. */
  profile: string;
  playlist: PlaylistItem[];
  /** Overrides of what the profile says; null: as the profile says. */
  theme: 'evening' | 'dim' | 'daylight' | null;
  language: string | null;
  timeZone: string | null;
  audience: 'staff' | 'customers' | null;
  /** Local times between which the wall is dark, or `never`; absent or null: as the profile says. */
  quietHours?: QuietHours | 'never' | null;
  /** Degrees clockwise that the picture is turned; absent or null: as the profile says. */
  rotation?: Rotation | null;
  /** SHA-256 (hex) of the device token; null until a TV holds one. */
  tokenHash: string | null;
  /** SHA-256 (hex) of the `#enrol=` secret; null: none made. */
  enrolHash: string | null;
  /** Origins that may frame the display. */
  framedBy: string[];
  /** The playlist item that stays until a moment (ISO), null: until let go. Absent or null: they take turns. */
  pin?: { item: string; until: string | null } | null;
}

/** A TV waiting to be paired. Its id is the hash of the TV's own secret; the code is what people type. */
export interface Pairing extends Envelope {
  status: 'waiting' | 'approved';
  code: string;
  expiresAt: string;
  /** What the TV says of itself: browser and window size, shown to the leader who approves. */
  screen: string;
  address: string;
  display: string | null;
}

export type Role = 'owner' | 'manager' | 'leader';

export interface Account extends Envelope {
  status: 'active' | 'closed';
  login: string;
  name: string;
  role: Role;
  /** Teams a leader runs; an owner runs all. */
  teams: string[];
  /** argon2id, PHC string. */
  passwordHash: string;
}

/** A signed-in leader. Its id is the hash of the cookie's secret. */
export interface Session extends Envelope {
  status: 'open';
  account: string;
  expiresAt: string;
}

export type KeyScope = 'responses:write' | 'imports:write' | 'scores:read' | 'export:read';
export const keyScopes: readonly KeyScope[] = [
  'responses:write',
  'imports:write',
  'scores:read',
  'export:read',
];

/** Its id is not secret; the key itself is kept as a SHA-256 hash. */
export interface ApiKey extends Envelope {
  status: 'active' | 'revoked';
  name: string;
  keyHash: string;
  /** The first characters, so that a leader knows which key this is. */
  hint: string;
  teams: string[];
  scopes: KeyScope[];
  madeBy: string;
}

/** A remembered way to read one kind of file. */
export interface ImportSource extends Envelope {
  status: 'active';
  name: string;
  /** What a file of this source looks like: a hash of its header. */
  fingerprint: string;
  /** How its columns are read; the shape belongs to the feedback reader. */
  mapping: unknown;
}

/** One import that took effect; its id is the batch of what it brought. */
export interface Import extends Envelope {
  status: 'done';
  source: string;
  fileName: string;
  format: string;
  rows: number;
  created: number;
  updated: number;
  ignored: { reason: string; count: number }[];
  rejected: { line: number; reason: string }[];
  /** The rejected rows as they stood in the file, for download. */
  rejectedRows: string[][];
  header: string[];
  from: string | null;
  to: string | null;
  by: string | null;
}

/** What was changed, by whom: one line a command of a person. */
export interface Audit extends Envelope {
  status: 'done';
  by: string;
  command: string;
  about: string | null;
}

/** Plays of one panel on one display within one hour (`at` is its beginning). */
export interface Play extends Envelope {
  status: 'counted';
  display: string;
  panel: string;
  plays: number;
  seconds: number;
  /** When the newest of them began (ISO); absent in what was counted before turns were. */
  last?: string;
}

export interface Records {
  organisation: Organisation;
  team: Team;
  question: Question;
  response: Response;
  verbatim: Verbatim;
  'shout-out': ShoutOut;
  goal: Goal;
  announcement: Announcement;
  thanks: Thanks;
  picture: Picture;
  story: Story;
  poster: Poster;
  improvement: Improvement;
  countdown: Countdown;
  takeover: Takeover;
  turn: Turn;
  seen: Seen;
  decision: TeamDecision;
  help: Help;
  huddle: Huddle;
  ballot: Ballot;
  note: Note;
  commitment: Commitment;
  display: Display;
  pairing: Pairing;
  account: Account;
  session: Session;
  'api-key': ApiKey;
  'import-source': ImportSource;
  import: Import;
  audit: Audit;
  play: Play;
}

export type Kind = keyof Records;
export type AnyRecord = Records[Kind];

/** What grows month by month; everything else is state. */
export const monthly: readonly Kind[] = ['response', 'verbatim', 'audit', 'play'];

/** What is never exported, because it opens doors or is private. */
export type SecretKind = 'organisation' | 'account' | 'session' | 'api-key' | 'pairing' | 'audit';

/**
 * One record put or erased. `saw` is the version an edit was made from: a number the record must still have, null
 * where it must not exist yet, absent where the newest wins. A `forget` erase is for privacy: nothing of it stays on disk.
 */
export type Change =
  | { [K in Kind]: { put: K; record: Omit<Records[K], 'version'>; saw?: number | null } }[Kind]
  | { erase: Kind; id: string; saw?: number; forget?: boolean };
