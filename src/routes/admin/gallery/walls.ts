import type { RingState } from '$lib/domain/ring';
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
  ring: null,
  logo: null,
  zones: shares.map((share, index) => ({ id: `zone-${index}`, share, slots: ['slot'] })),
});

/** The walls that the gallery hangs a panel on: whole scenes lying and upright, the three bands of the portrait wall, and a 720p screen. */
export const walls: Record<string, Layout> = {
  'break-room': wall('break-room', 1920, 1080, [100]),
  portrait: wall('portrait', 1080, 1920, [57, 20, 23]),
  tall: wall('tall', 1080, 1920, [100]),
  near: wall('near', 1280, 720, [100]),
};

const all = (turn: number, state: RingState['points']['thanks']): RingState => ({
  turn,
  points: { thanks: state, feedback: state, involve: state, focus: state },
});

/** The ring in each of its states: the gallery hangs them with `&ring=`. */
export const rings: Record<string, RingState> = {
  fresh: all(3, 'fresh'),
  due: all(14, 'due'),
  stale: all(128, 'stale'),
  never: all(1, 'never'),
  turning: { turn: 14, points: { thanks: 'due', feedback: 'fresh', involve: 'stale', focus: 'never' } },
};

/** Scenes for the ring to hang over: each field, the bright panel, the slate field. */
export const underRing = [
  { panel: 'how-are-we-doing', example: 'ordinary' },
  { panel: 'how-are-we-doing', example: 'stale' },
  { panel: 'shout-outs', example: 'ordinary' },
  { panel: 'focus-goal', example: 'ordinary' },
  { panel: 'thank-and-ask', example: 'ordinary' },
  { panel: 'announcement', example: 'ordinary' },
];
