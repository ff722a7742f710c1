import type { PlaylistItem } from './playlist';

/** Local times (`HH:MM`) between which a wall is dark; over midnight where `to` is not after `from`. */
export interface QuietHours {
  from: string;
  to: string;
}

/** Degrees clockwise that a picture is turned for a TV that cannot turn it itself. */
export const rotations = [0, 90, 180, 270] as const;
export type Rotation = (typeof rotations)[number];

/**
 * An area of the layout. `share` is its part of the canvas's longer side, against the other zones' shares. With `split` it
 * is cut across: the zones in it share its room by their own `share`, and it shows nothing itself.
 */
export interface ZoneProfile {
  id: string;
  share: number;
  /** Panel kinds this zone shows; absent: all. */
  suits?: string[];
  split?: Omit<ZoneProfile, 'split'>[];
}

/** Most zones that a wall may have: it says one thing. */
export const mostZones = 3;

/** The zones that show something, in reading order, each with the split that it is part of. */
export function shownZones(
  zones: readonly ZoneProfile[],
): (Omit<ZoneProfile, 'split'> & { split?: { id: string; share: number } })[] {
  return zones.flatMap(({ split, ...zone }) =>
    split ? split.map((part) => ({ ...part, split: { id: zone.id, share: zone.share } })) : [zone],
  );
}

/** Which zone a panel hangs in, by its place: the one that names it; else the first that takes anything; else the first. */
export function zoneFor(panel: string, zones: readonly { suits?: string[] }[]): number {
  const named = zones.findIndex(({ suits }) => suits?.includes(panel));
  const open = zones.findIndex(({ suits }) => !suits);
  return named !== -1 ? named : Math.max(0, open);
}

/** How one kind of wall is laid out: one JSON file in display-profiles/. */
export interface DisplayProfile {
  name: string;
  title: string;
  description: string;
  /**
   * Width and height of the picture in pixels, as people see it, and how far it is turned for a TV that cannot turn it
   * itself (degrees clockwise): an upright canvas turned by 90 is for a TV hung upright whose browser lies.
   */
  canvas: { width: number; height: number; rotation: Rotation };
  /** Part of each side that TVs may cut off, in percent. */
  safeArea: number;
  /** Multiplies every size; 1 for four metres. */
  scale: number;
  theme: 'evening' | 'dim' | 'daylight';
  motion: 'full' | 'calm' | 'none';
  /** In reading order, along the longer side of the canvas; `mostZones` of them show something. */
  zones: ZoneProfile[];
  /** The playlist of a new display. */
  defaults: Omit<PlaylistItem, 'id'>[];
  /** Null: never dark. */
  quietHours: QuietHours | null;
  language: string;
  audience: 'staff' | 'customers';
}
