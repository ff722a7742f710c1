import type { Logo } from '$lib/domain/brand';
import { shownZones, zoneFor, type DisplayProfile } from '$lib/domain/display-profile';
import type { RingState } from '$lib/domain/ring';
import type { Layout, Zone } from '$lib/protocol/events';
import { areas, windowOf, type Window } from '$lib/screen/geometry';

/** Screens that a wall may hang on, in pixels. */
export const screens = {
  '720p': { width: 1280, height: 720 },
  '1080p': { width: 1920, height: 1080 },
  '4k': { width: 3840, height: 2160 },
  portrait: { width: 1080, height: 1920 },
  'ultra-wide': { width: 2560, height: 1080 },
} satisfies Record<string, Window>;
export type ScreenName = keyof typeof screens;

/** The profiles that are shipped, by name. */
export const profiles = Object.values(
  import.meta.glob<DisplayProfile>(
    ['../../../../display-profiles/*.json', '!../../../../display-profiles/*.schema.json'],
    { eager: true, import: 'default' },
  ),
);

/** A wall as a profile lays it out, without its own team, ring and slots. Nothing moves: pictures are of what stands. */
const layoutOf = (profile: DisplayProfile, zones: readonly Omit<Zone, 'slots'>[]): Layout => ({
  profile: profile.name,
  canvas: profile.canvas,
  safeArea: profile.safeArea,
  scale: profile.scale,
  theme: profile.theme,
  motion: 'none',
  quietHours: null,
  language: profile.language,
  timeZone: 'Europe/London',
  audience: profile.audience,
  team: { id: 'harbour-kitchen', name: 'Harbour Kitchen' },
  ring: null,
  accent: null,
  logo: null,
  zones: zones.map(({ id, share, split }) => ({ id, share, ...(split ? { split } : {}), slots: ['slot'] })),
});

/** Every choice of at least one of these, the whole first. */
const choices = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: 2 ** all.length - 1 }, (_, index) => 2 ** all.length - 1 - index).map((bits) =>
    all.filter((_, at) => bits & (2 ** (all.length - 1 - at))),
  );

/**
 * Every wall that the shipped profiles make: all zones of each, under the profile's name, then those that are left when
 * the others have nothing to show and give their room away (`portrait-people-goal`); one zone alone has the whole wall
 * (`portrait-alone`). Zones that would be laid out the same stand once.
 */
function wallsOf(profile: DisplayProfile): [string, Layout][] {
  const zones = shownZones(profile.zones);
  const seen = new Set<string>();
  return choices(zones).flatMap((left): [string, Layout][] => {
    const layout = layoutOf(profile, left);
    const places = JSON.stringify(
      areas(layout, layout.zones, windowOf(layout)).map(({ zone: _, ...place }) => place),
    );
    if (seen.has(places)) return [];
    seen.add(places);
    const which =
      left.length === zones.length
        ? []
        : left.length === 1 && zones.length > 1
          ? ['alone']
          : left.map(({ id }) => id);
    return [[[profile.name, ...which].join('-'), layout]];
  });
}

/** The walls that the gallery hangs a panel on, by name. */
export const walls: Record<string, Layout> = Object.fromEntries(profiles.flatMap(wallsOf));

/** The zone of a profile that a panel hangs in. */
export function zoneOf(panel: string, profile: string): string | undefined {
  const zones = shownZones(profiles.find(({ name }) => name === profile)?.zones ?? []);
  return zones[zoneFor(panel, zones)]?.id;
}

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
