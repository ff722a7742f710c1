import type { Logo } from '$lib/domain/brand';
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
  accent: null,
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

/** An invented harbour's mark, drawn in one tone. */
const drawn = (tone: Logo['tone'], ink: string, width: number, path: string): Logo => ({
  src: `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 100"><path fill="${ink}" d="${path}"/></svg>`,
  )}`,
  alt: 'Harbour Kitchen',
  width,
  height: 100,
  tone,
});
const mark = 'M50 5a45 45 0 1 1 0 90a45 45 0 1 1 0-90ZM20 60Q35 45 50 60T80 60V70Q65 85 50 70T20 70Z';
const word = `${mark}M120 25h16v20h18v-20h16v54h-16v-20h-18v20h-16ZM190 25h16v54h-16ZM225 25h50v14h-34v8h28v12h-28v20h-16Z`;

/** Logos to hang: `&logo=`. Colours of their own, as pictures have. */
export const logos: Record<string, Logo> = {
  light: drawn('light', 'white', 300, word),
  dark: drawn('dark', 'black', 300, word),
  mixed: drawn('mixed', 'orangered', 300, word),
  square: drawn('dark', 'navy', 100, mark),
  wide: drawn('light', 'white', 900, `${word}M300 40h580v20h-580Z`),
};
