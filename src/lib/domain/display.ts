import type { QuietHours, Rotation } from './display-profile';
import type { PlaylistItem } from './playlist';
import type { Envelope } from './records';

/** A place on a wall. */
export interface Display extends Envelope {
  team: string;
  status: 'active' | 'revoked';
  name: string;
  /** Name of a display profile. */
  profile: string;
  playlist: PlaylistItem[];
  /** The playlist that is being prepared: no wall shows it until it is published. Absent or null: none is. */
  draft?: PlaylistItem[] | null;
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
  /**
   * The playlist item that stays until a moment (ISO), null: until let go; `walk`: a leader’s walk put it there. Absent or null: they
   * take turns.
   */
  pin?: { item: string; until: string | null; walk?: true } | null;
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

/** Plays of one panel on one display within one hour (`at` is its beginning). */
export interface Play extends Envelope {
  status: 'counted';
  display: string;
  panel: string;
  /** The other team whose scene it was; absent: the display’s own. */
  of?: string;
  plays: number;
  seconds: number;
  /** When the newest of them began (ISO); absent in what was counted before turns were. */
  last?: string;
}
