import type { Patch, Revision, Snapshot } from '../../protocol/events';

/** WHAT EACH DISPLAY SHOWS. Equal displays share a board; a board is composed when a commit or time touches it. */
export interface Boards {
  /** The board of a display as it stands; undefined for an unknown or revoked display. */
  snapshot(display: string): Promise<Snapshot | undefined>;
  /** The id of the board that a display shows. */
  boardOf(display: string): Promise<string | undefined>;
  /** What brings a holder of `have` up to date: a patch where the log still holds it, else a snapshot; null when current. */
  answer(display: string, have: Revision | null): Promise<Snapshot | Patch | null | undefined>;
  /** Called with each board's new patch, in order, after the commit that caused it is durable. */
  watch(onPatch: (board: string, patch: Patch) => void): () => void;
  /** Called when a display now shows another board (its playlist or profile changed) or none (revoked). */
  watchDisplays(onMove: (display: string, board: string | undefined) => void): () => void;
  close(): void;
}
