import type { Layout } from '$lib/protocol/events';

const wall = (profile: string, width: number, height: number, shares: number[]): Layout => ({
  profile,
  canvas: { width, height, rotation: 0 },
  safeArea: 5,
  scale: 1,
  theme: 'evening',
  motion: 'none',
  quietHours: null,
  language: 'en',
  timeZone: 'Europe/London',
  audience: 'staff',
  team: { id: 'harbour-kitchen', name: 'Harbour Kitchen' },
  zones: shares.map((share, index) => ({ id: `zone-${index}`, share, slots: ['slot'] })),
});

/** The walls that the gallery hangs a panel on: whole scenes lying and upright, the three bands of the portrait wall, and a 720p screen. */
export const walls: Record<string, Layout> = {
  'break-room': wall('break-room', 1920, 1080, [100]),
  portrait: wall('portrait', 1080, 1920, [57, 20, 23]),
  tall: wall('tall', 1080, 1920, [100]),
  near: wall('near', 1280, 720, [100]),
};
