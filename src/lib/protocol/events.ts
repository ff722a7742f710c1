import type { ActionPoint } from '../domain/action-point';
import type { FieldAccent, Logo } from '../domain/brand';
import type { QuietHours, Rotation } from '../domain/display-profile';
import type { RingState } from '../domain/ring';
import type { Admission } from '../domain/turn';

/** Raised when a screen of before could not understand a server of after, or the other way round. */
export const protocolNumber = 1;

/** `epoch` changes when the server starts anew; `n` counts the board's changes within it. */
export interface Revision {
  epoch: string;
  n: number;
}

/** One panel placed: what its component gets, and how the player treats it. */
export interface Slot {
  panel: string;
  point: ActionPoint | null;
  /** Whose scene it is, where that is another team than the display’s. */
  team?: { id: string; name: string };
  data: unknown;
  /** Seconds on the wall. */
  dwell: number;
  /** How many showings the data holds (six voices: 6); the player hands the component a growing `play`. */
  plays: number;
  /** The newest thing that may break into the loop; a changed id does. `play` shows it. */
  news: { id: string; play: number } | null;
  /** What came shortly before it and may break in as well, oldest first; absent: nothing did. */
  earlierNews?: { id: string; play: number }[];
  /** How often its component wants the time; absent: never. */
  ticks?: 'second' | 'minute';
  /** Addresses of the pictures of its showings, empty for one without; absent: it has none. */
  pictures?: string[];
  /** Names, people's own words or people's pictures stand on it: a wall offline for over 24 h drops it. */
  personal?: true;
}

/**
 * An area of the wall with the slots that take turns in it, in playlist order. `share` is its part of the longer side; where
 * it has a `split`, that has the part, and `share` is the zone's own part across it. Zones of one split follow each other.
 */
export interface Zone {
  id: string;
  share: number;
  split?: { id: string; share: number };
  slots: string[];
}

/** How the wall is laid out. Sizes as in a display profile. */
export interface Layout {
  profile: string;
  canvas: { width: number; height: number; rotation: Rotation };
  safeArea: number;
  scale: number;
  theme: 'evening' | 'dim' | 'daylight';
  motion: 'full' | 'calm' | 'none';
  quietHours: QuietHours | null;
  language: string;
  timeZone: string;
  audience: 'staff' | 'customers';
  team: { id: string; name: string };
  /** The turn as the ring shows it; null while the team keeps no turns. */
  ring: RingState | null;
  /** What a staff wall has to admit of the turn. Absent: nothing. */
  admits?: Admission;
  /** The team's own colour, where it can stand on a field. */
  accent: FieldAccent | null;
  logo: Logo | null;
  zones: Zone[];
  /** The slot that a leader keeps on the wall: nothing takes turns with it in its zone. Absent: none. */
  pinned?: string;
  /** What outranks the playlist. Absent: nothing. */
  takeover?: Takeover;
}

/** One slot, in no zone, that has the whole wall until a moment (ISO, exclusive); an `alarm` takes a dark wall too. */
export interface Takeover {
  slot: string;
  until: string;
  alarm: boolean;
  /** A screen that has begun with it does not begin with it again. Absent: it does. */
  once?: true;
}

/** Everything a display shows now. */
export interface Snapshot {
  board: string;
  revision: Revision;
  layout: Layout;
  slots: Record<string, Slot>;
  /** The newest fact on it (ISO); null while there is none. */
  asOf: string | null;
  /** The server's clock (ISO). */
  now: string;
  build: string;
}

/** Whole slots; null clears one. `layout` only where it changed. */
export interface Patch {
  from: Revision;
  to: Revision;
  slots: Record<string, Slot | null>;
  layout?: Layout;
  asOf: string | null;
  now: string;
}

/** `skip`: what takes turns goes on to the next. */
export type ScreenCommand =
  { do: 'reload' } | { do: 'skip' } | { do: 'identify'; name: string; seconds: number };

/** A screen's own state, kept in the server's memory only. */
export interface Health {
  uptime: number;
  heap: number | null;
  width: number;
  height: number;
  engine: string;
  /** Milliseconds that this screen's clock is ahead of the server's. */
  clockOffset: number;
  showing: string | null;
  lastError: string | null;
}

export interface PlayEntry {
  panel: string;
  at: string;
  seconds: number;
  /** Id of the team whose scene it was, where that was another than the display’s. */
  team?: string;
}

/** What a screen's handshake carries. */
export interface ScreenAuth {
  display: string;
  token?: string;
  protocol: number;
  build?: string;
}

/** Why a screen was refused; `data.code` of the connect error, and the screen can say it. */
export type RefusalCode = 'unknown-display' | 'not-allowed' | 'protocol' | 'busy' | 'malformed';

export interface ServerToScreen {
  'board:snapshot': (snapshot: Snapshot) => void;
  'board:patch': (patch: Patch) => void;
  'screen:command': (command: ScreenCommand, done: (taken: boolean) => void) => void;
}

export interface ScreenToServer {
  /** The screen says what it holds; the answer is a snapshot, a patch, or null when that is current. */
  'board:sync': (have: Revision | null, reply: (answer: Snapshot | Patch | null) => void) => void;
  'board:painted': (revision: Revision) => void;
  'play:log': (batch: PlayEntry[], reply: (taken: boolean) => void) => void;
  /** The answer is the server's clock (ISO). */
  'screen:beat': (health: Health, reply: (now: string) => void) => void;
}

/** What leaders' pages hear: read only. */
export interface ServerToLeader {
  /** A display's state changed: connected, painted revision, what it shows since when. */
  'display:state': (state: DisplayState) => void;
}

export interface DisplayState {
  display: string;
  connected: boolean;
  /** When it last was heard (ISO); null: never since the server started. */
  heard: string | null;
  painted: Revision | null;
  current: boolean;
  showing: string | null;
  /** Since when what hangs there has hung (ISO). */
  since: string | null;
  health: Health | null;
  link: LinkState;
}

/** How good the way to a screen is: its last round trip in milliseconds, and how often it was lost within an hour. */
export interface LinkState {
  roundTrip: number | null;
  breaks: number;
}
