import type { PlaylistItem } from './playlist';

/** An area of the layout. `share` is its part of the canvas along the layout's direction; `suits` are panel kinds. */
export interface ZoneProfile {
  id: string;
  share: number;
  /** Panel kinds this zone shows; absent: all. */
  suits?: string[];
}

/** How one kind of wall is laid out: one JSON file in display-profiles/. */
export interface DisplayProfile {
  name: string;
  title: string;
  description: string;
  /** Width and height in pixels as hung, and how far the picture is turned (degrees clockwise). */
  canvas: { width: number; height: number; rotation: 0 | 90 | 180 | 270 };
  /** Part of each side that TVs may cut off, in percent. */
  safeArea: number;
  /** Multiplies every size; 1 for four metres. */
  scale: number;
  theme: 'evening' | 'dim' | 'daylight';
  motion: 'full' | 'calm' | 'none';
  /** Zones in reading order, stacked along the longer direction of the canvas. */
  zones: ZoneProfile[];
  /** The playlist of a new display. */
  defaults: Omit<PlaylistItem, 'id'>[];
  /** Local times between which the wall is dark; null: never. */
  quietHours: { from: string; to: string } | null;
  language: string;
  audience: 'staff' | 'customers';
}
