import type { Day } from './calendar';
import type { Goal } from './practice';
import type { Envelope } from './records';

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
  /** Id of the team’s goal that it served; absent or null: none was named. */
  goal?: string | null;
  /** Id of the award that a leader gave with it; absent or null: none. */
  award?: string | null;
  /** Where a team thanks another one; absent: it stays in the team. */
  across?: Across;
  /** Id of the account that gave it; absent: a phone did. */
  by?: string;
}

/** A thanks from the team `by` to the team `to`. Each team has a record of it for its walls: `twin` is the other one’s id. */
export interface Across {
  by: string;
  to: string;
  twin: string;
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
  /** Id of the account that said it as the team’s sponsor; absent: it is no message of one. */
  sponsor?: string;
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
  /** When it was told (ISO), where it hung later: `at` is when it came on the walls. */
  told?: string;
  /** SHA-256 (hex) of the secret with which the person in it takes it back. Never exported. */
  takeBackHash?: string | null;
  /** Id of the account that showed it as the team’s sponsor; absent: nobody did as one. */
  sponsor?: string;
  /** Whoever leads the team tells what they did themselves. */
  own?: boolean;
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
