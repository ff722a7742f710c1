import type { PlaylistItem } from './playlist';
import type { Envelope } from './records';

/** A playlist that a display had, until `at`; `by` replaced it, as accounts are named. */
export interface PastPlaylist extends Envelope {
  team: string;
  status: 'past';
  display: string;
  playlist: PlaylistItem[];
  by: string;
}

/** So many are kept of each display. */
export const playlistsKept = 20;
