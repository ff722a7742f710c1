import type { ActionPoint } from './action-point';
import type { Aim } from './aim';
import type { Alerts, Outage } from './alert';
import type { Area } from './area';
import type { Asked } from './asking';
import type { Cadence } from './cadence';
import type { Challenge } from './challenge';
import type { Day } from './calendar';
import type { Critical } from './critical';
import type { Display, Pairing, Play } from './display';
import type { QuietHours } from './display-profile';
import type { Echo } from './echo';
import type { Experiment } from './experiment';
import type { ChecklistStep, Phase } from './formation';
import type { Group } from './group';
import type { Ballot, Commitment, Huddle, HuddlePlan, Note } from './huddle';
import type {
  Announcement,
  Countdown,
  Improvement,
  Picture,
  Poster,
  ShoutOut,
  Story,
  Takeover,
} from './hung';
import type { Interest } from './interest';
import type { Declaration } from './declaration';
import type { JournalEntry } from './journal';
import type { Finding, JourneyStep } from './journey';
import type { LibraryCard } from './library';
import type { Measure, Metric, Scale } from './metric';
import type { PastPlaylist } from './past-playlist';
import type { Goal, Help, Seen, TeamDecision, Thanks, Turn } from './practice';
import type { Award } from './recognition';
import type { Kept, Period } from './retention';
import type { Snag } from './snag';
import type { Sponsor } from './sponsor';
import type { Baseline, Trial } from './trial';

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

/** One thing the team stands for and expects of everybody; a shout-out may name it. `icon` is a name from the icon set. */
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
  /** What it is there for, in a line; absent or null: nobody said. */
  mission?: string | null;
  /** What it holds imperative, signed by leaders; absent or null: it was not said, or taken back. */
  declaration?: Declaration | null;
  /** How long what is kept, where an owner chose (`periodsOf`). */
  keep?: Partial<Record<Kept, Period>>;
}

/** The team's own colour (`#rrggbb`) and whose field it takes the place of, once it can be read there. */
export interface Accent {
  colour: string;
  replaces: ActionPoint | 'neutral';
}

export interface Team extends Envelope {
  /** `closed`: it is no more. Its records stay; nothing is added to them until it is opened again. */
  status: 'active' | 'closed';
  name: string;
  timeZone: string;
  customer: CustomerWord;
  /** No score is shown or given below this many answers. */
  minimumN: number;
  /** How many days may pass without a new answer before the score counts as old. */
  cadenceDays: number;
  /** `all`: every comment waits for a leader; `clean`: comments with nothing to object to show at once. */
  moderation: 'all' | 'clean';
  /** Words with which a comment or a phone’s thanks waits whatever else; absent: none. */
  hold?: string[];
  /** Local times between which clean comments show at once, at others they wait; absent or null: always. */
  passHours?: QuietHours | null;
  /** The measure the wall prefers; null: the one with the newest answers. */
  measure: Measure | null;
  values: Value[];
  /** What it gives for them; absent: it has none. */
  awards?: Award[];
  /** Absent or null: the colours as they are. */
  accent?: Accent | null;
  /** Id of a picture; absent or null: none. */
  logo?: string | null;
  /** The group that it is in; absent or null: none. */
  group?: string | null;
  /** How often the team needs what; absent: never settled (`cadenceOf`). */
  cadence?: Cadence;
  /** Who looks after each action point, as people call them. */
  owners?: Partial<Record<ActionPoint, string>>;
  /** What a report has to speak of; absent: nothing was chosen. */
  criticals?: Critical[];
  /** The kinds of work in it; absent: it did not say. */
  areas?: Area[];
  /** Steps, skills and hosts of its huddles; absent: the usual ones (`planOf`). */
  huddle?: HuddlePlan;
  /** It is the organisation’s leadership team: one at most, and first wherever teams are listed. */
  leadership?: boolean;
  /** Who stands behind it; absent or null: nobody was named. */
  sponsor?: Sponsor | null;
  /** How the team asks this week; absent or null: nothing was said. */
  phrase?: string | null;
  /** How it greets this week, and the one thing with a time in it that it keeps to; absent or null: nothing was said. */
  greeting?: string | null;
  standard?: string | null;
  /** What its score was made of when it started; absent: too few had answered. Written down once. */
  began?: Baseline;
  /** How many people are in it; absent or null: it did not say. */
  people?: number | null;
  /** Ids of the teams that it serves: their people are asked how it is doing; absent: it did not say. */
  serves?: string[];
  /** What it is there for; absent or null: as the organisation says (`missionOf`). */
  mission?: string | null;
  /** What customers go through with it, in order; absent: it did not say. */
  journey?: JourneyStep[];
  /** By what it begins (`checklistOf`), and whether it is still guided (`phaseOf`). */
  checklist?: ChecklistStep[];
  phase?: Phase;
}

/** A question to customers. One per team is `live`: it stands on /ask/<team>. */
export interface Question extends Envelope {
  status: 'live' | 'past';
  text: string;
  metric: Metric;
  scale: Scale | null;
  /** Whoever answered is asked, too, whether they look forward to coming back; absent: no. */
  returning?: boolean;
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
  /** Where it came from: `ask`, `api:<key>`, `import:<source>`, or `colleagues:<team>`. */
  source: string;
  /** The team's local date, fixed at intake. */
  day: Day;
  /** Ids of the criticals that its comments are about; absent: none. */
  criticals?: string[];
  /** How much they look forward to coming back, 1–5 (`returningScale`); absent: they did not say. No part of the score. */
  returning?: number;
  /** What its sender’s own clock (ms) or count said when it last told of it; absent: it has none. */
  told?: number;
}

/** An answer that its sender took back: what is told of it later, by an older clock, is no news. */
export interface Withdrawal extends Envelope {
  team: string;
  status: 'withdrawn';
  told: number | null;
}

/** A customer's own words, personal data masked at the door. `past`: they were let go by their age, `text` is empty. */
export interface Verbatim extends Envelope {
  team: string;
  status: 'waiting' | 'approved' | 'hidden' | 'past';
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
  /** What the team has to do with it, in a line; absent or null: nothing was said. */
  ourPart?: string | null;
  /** What a leader said of it, by critical: it is about that, or it is not. */
  sorted?: Record<string, boolean>;
}

export type Role = 'owner' | 'manager' | 'leader';

export interface Account extends Envelope {
  status: 'active' | 'closed';
  login: string;
  name: string;
  role: Role;
  /** Teams a leader runs; an owner runs all. */
  teams: string[];
  /** The groups whose teams a manager helps; absent or null: every team. */
  groups?: string[] | null;
  /** argon2id, PHC string. */
  passwordHash: string;
}

/** A signed-in leader. Its id is the hash of the cookie's secret. */
export interface Session extends Envelope {
  status: 'open';
  account: string;
  expiresAt: string;
  /** What the browser said of itself when it signed in; absent: nothing was kept. */
  browser?: string;
}

/** A link that brings somebody in, once; `name` says for whom. `by` is the account that made it. */
export interface Invitation extends Envelope {
  status: 'open';
  /** SHA-256 (hex) of the link’s secret. */
  secretHash: string;
  name: string;
  role: Role;
  teams: string[];
  groups?: string[] | null;
  expiresAt: string;
  by: string;
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

/** How a webhook proves that it is the tool's: a Standard Webhooks signature, a secret header, or a secret in its address. */
export const proofs = ['signature', 'header', 'path'] as const;
export type Proof = (typeof proofs)[number];

/** A tool that sends its answers to the team by itself. */
export interface Hook extends Envelope {
  team: string;
  status: 'active' | 'revoked';
  name: string;
  proof: Proof;
  /** Name of the header that holds the secret, in small letters; null: none. */
  header: string | null;
  /** What signatures are made with (`whsec_…`); null where it is no signature. */
  secret: string | null;
  /** SHA-256 (hex) of the header's or the address's secret; null where it is a signature. */
  secretHash: string | null;
  /** How what comes is read, once somebody settled it; the shape belongs to the feedback reader. */
  reading: unknown;
  madeBy: string;
}

/** One import that took effect; its id is the batch of what it brought. */
export interface Import extends Envelope {
  status: 'done' | 'undone';
  source: string;
  fileName: string;
  format: string;
  rows: number;
  created: number;
  updated: number;
  ignored: { reason: string; count: number }[];
  /** The first of them (`mostRowsKept`). */
  rejected: { line: number; reason: string }[];
  /** How many there were; absent: all stand in `rejected`. */
  unreadable?: number;
  /** The rejected rows as they stood in the file, for download; none once they were let go. */
  rejectedRows: string[][];
  header: string[];
  from: string | null;
  to: string | null;
  by: string | null;
  /** What it changed, as it stood before, for as long as it can be undone; absent: nothing. */
  replaced?: { responses: Response[]; verbatims: Verbatim[] };
}

/** What was changed, by whom: one line a command of a person. */
export interface Audit extends Envelope {
  status: 'done';
  by: string;
  command: string;
  about: string | null;
  /** How many records were let go, by what they were; only of what the house lets go (`by` is `house`). */
  removed?: Partial<Record<Kept, number>>;
  /** Ids of the teams that a change of a group took in and let go. */
  moved?: { in: string[]; out: string[] };
}

/** What was erased for privacy: a restore of an older backup leaves it erased. */
export interface Erasure extends Envelope {
  status: 'done';
  erased: { kind: Kind; id: string }[];
}

export interface Records {
  organisation: Organisation;
  aim: Aim;
  asked: Asked;
  interest: Interest;
  echo: Echo;
  journal: JournalEntry;
  trial: Trial;
  team: Team;
  group: Group;
  question: Question;
  response: Response;
  verbatim: Verbatim;
  withdrawal: Withdrawal;
  'shout-out': ShoutOut;
  goal: Goal;
  announcement: Announcement;
  thanks: Thanks;
  picture: Picture;
  story: Story;
  poster: Poster;
  improvement: Improvement;
  snag: Snag;
  finding: Finding;
  experiment: Experiment;
  'library-card': LibraryCard;
  challenge: Challenge;
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
  'past-playlist': PastPlaylist;
  outage: Outage;
  alerts: Alerts;
  pairing: Pairing;
  account: Account;
  session: Session;
  invitation: Invitation;
  'api-key': ApiKey;
  'import-source': ImportSource;
  import: Import;
  hook: Hook;
  audit: Audit;
  erasure: Erasure;
  play: Play;
}

export type Kind = keyof Records;
export type AnyRecord = Records[Kind];

/** What grows month by month; everything else is state. */
export const monthly: readonly Kind[] = ['response', 'verbatim', 'audit', 'play', 'erasure'];

/** What is never exported, because it opens doors or is private. */
export type SecretKind =
  | 'organisation'
  | 'account'
  | 'session'
  | 'invitation'
  | 'api-key'
  | 'alerts'
  | 'pairing'
  | 'hook'
  | 'audit'
  | 'echo'
  | 'journal'
  | 'erasure';

/**
 * One record put or erased. `saw` is the version an edit was made from: a number the record must still have, null
 * where it must not exist yet, absent where the newest wins. `forget` is for privacy: nothing stays on disk of what an erase takes
 * away, or of what was changed or erased up to a put with it.
 */
export type Change =
  | {
      [K in Kind]: { put: K; record: Omit<Records[K], 'version'>; saw?: number | null; forget?: boolean };
    }[Kind]
  | { erase: Kind; id: string; saw?: number; forget?: boolean };
