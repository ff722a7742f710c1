import type { PlaylistItem } from '$lib/domain/playlist';

/** What hangs of each item now: seconds on the wall. An item that is missing has nothing to show at the moment. */
export type Slots = Readonly<Record<string, { dwell: number; plays: number }>>;

/** One round of the wall: how many scenes hang, and whole seconds. */
export function roundOf(
  playlist: readonly PlaylistItem[],
  slots: Slots,
): { scenes: number; seconds: number } {
  const seconds = playlist.reduce((sum, { id }) => sum + (slots[id]?.dwell ?? 0), 0);
  return { scenes: playlist.length, seconds: Math.round(seconds) };
}

/** How high a scene's band stands in the strip, in pixels: in proportion to its seconds, never too low to tap. */
export const bandHeight = (seconds: number | undefined): number =>
  Math.round(Math.min(300, Math.max(64, (seconds ?? 0) * 5.25)));
