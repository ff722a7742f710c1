import { actionPoints, type ActionPoint } from './action-point';
import { contrast, distance, eyes, lchOf, mixed, ofLch, type Hex, type Lch } from './colour';

/** A team's logo as a wall shows it; width and height in pixels of the picture. */
export interface Logo {
  src: string;
  /** The team's name: where a scene would say it, the logo does. */
  alt: string;
  width: number;
  height: number;
  /** How its opaque parts are: what ground it can stand on without a plate. */
  tone: 'light' | 'dark' | 'mixed';
}

/** The colours of one field, dark and light, from which each theme takes its own. Hues are one; lightness differs. */
export interface Palette {
  field: Hex;
  mid: Hex;
  deep: Hex;
  signal: Hex;
}

/** The field that a brand colour may take the place of. */
export type Field = ActionPoint | 'neutral';

/** The house's own palettes; src/tokens.css draws with the same. */
export const palettes: Record<ActionPoint, Palette> = {
  thanks: { field: '#a12409', mid: '#7c1a05', deep: '#4a0e02', signal: '#ffcb3d' },
  feedback: { field: '#0a43c4', mid: '#062c8c', deep: '#051c57', signal: '#8fcbff' },
  involve: { field: '#7a0a6e', mid: '#5a0551', deep: '#3a0434', signal: '#ffa3d6' },
  focus: { field: '#0a6138', mid: '#074727', deep: '#032916', signal: '#7beba0' },
};
/** The slate of facts that are past their cadence. */
const stale: Hex = '#333d52';
const paper: Hex = '#fffbf2';
const dusk: Hex = '#e8e4da';
const white: Hex = '#ffffff';

/** Below these distances (OKLab) two fields are mistaken for each other: by most people, and by eyes with a cone missing. The
 * house's own fields are at least 0.14 and 0.05 apart. */
const alike = { trichromat: 0.1, other: 0.05 };
/** A field no darker than this leaves room for a mid and a deep below it. */
const darkest = 0.27;

/** What became of a brand colour: how it stands on walls, or why only the logo does. */
export type Brand =
  | {
      use: 'field';
      palette: Palette;
      /** How the field differs from the colour as given. */
      made: 'darker' | 'lighter' | null;
    }
  | {
      use: 'logo';
      /** Whose field people would take it for. */
      like: ActionPoint | 'stale';
      /** Who would: most people, or only some of the colour-blind. */
      for: 'everyone' | 'colour-blind';
    };

/** The first colour of these lightnesses that a rule takes. */
function firstOf(colour: Lch, from: number, to: number, takes: (hex: Hex) => boolean): Hex {
  const step = from < to ? 0.005 : -0.005;
  for (let lightness = from; (to - lightness) * step >= 0; lightness += step) {
    const hex = ofLch({ ...colour, lightness });
    if (takes(hex)) return hex;
  }
  return ofLch({ ...colour, lightness: to });
}

/**
 * The palette of a brand colour: its hue kept, its lightness moved until ink reads 7:1 on field, mid and deep, and the signal
 * 4.5:1 on the field and 7:1 under deep. `darker` and `lighter` move the field and the signal further than they must.
 */
export function paletteOf(colour: Hex, darker = 0, lighter = 0): Palette {
  const own = lchOf(colour);
  const readable = firstOf(
    own,
    Math.max(own.lightness, darkest),
    darkest,
    (hex) => contrast(paper, hex) >= 7.02,
  );
  const lightness = Math.max(darkest, lchOf(readable).lightness - darker);
  const field = darker > 0 ? ofLch({ ...own, lightness }) : readable;
  const mid = ofLch({ ...own, lightness: lightness * 0.82, chroma: own.chroma * 0.85 });
  const deep = ofLch({ ...own, lightness: Math.min(lightness * 0.62, 0.26), chroma: own.chroma * 0.6 });
  const soft = { ...own, chroma: Math.min(own.chroma, 0.16) };
  const least = Math.min(0.97, Math.max(own.lightness, 0.78) + lighter);
  const signal = firstOf(soft, least, 0.98, (hex) => signalReads(hex, { field, mid, deep }));
  return { field, mid, deep, signal };
}

const signalReads = (signal: Hex, { field, deep }: Omit<Palette, 'signal'>) =>
  contrast(signal, field) >= 4.55 &&
  contrast(deep, daylightMid(signal)) >= 7.05 &&
  contrast(field, daylightMid(signal)) >= 3.05;

/** The ground below the horizon in daylight. */
const daylightMid = (signal: Hex): Hex => {
  const { lightness, ...rest } = lchOf(signal);
  return ofLch({ ...rest, lightness: lightness - 0.06 });
};

/** How much further than readable a field is darkened, or a signal lightened, to be told from another point's. */
const further = [0, 0.03, 0.06, 0.09, 0.12];

type Likeness = { like: ActionPoint | 'stale'; for: 'everyone' | 'colour-blind' };

/** What people would take a colour for that stands where `own` says; undefined where for nothing else. */
function likeness(colour: Hex, replaces: Field, as: 'field' | 'signal'): Likeness | undefined {
  const others: [ActionPoint | 'stale', Hex][] = actionPoints
    .filter((point) => point !== replaces)
    .map((point) => [point, palettes[point][as]]);
  if (as === 'field') others.push(['stale', stale]);
  for (const kind of eyes) {
    const near = kind === 'trichromat' ? alike.trichromat : alike.other;
    const found = others.find(([, other]) => distance(colour, other, kind) < near);
    if (found) return { like: found[0], for: kind === 'trichromat' ? 'everyone' : 'colour-blind' };
  }
  return undefined;
}

/**
 * Judges a brand colour in the place of a field: made readable, then compared with what it must not be mistaken for, and
 * moved a little further where that tells it apart.
 */
export function brandOf(colour: Hex, replaces: Field): Brand {
  const darker = further.find((by) => !likeness(paletteOf(colour, by).field, replaces, 'field'));
  // A neutral scene stays dark in daylight: nobody sees its signal as a field.
  const lighter =
    replaces === 'neutral'
      ? 0
      : further.find((by) => !likeness(paletteOf(colour, darker ?? 0, by).signal, replaces, 'signal'));
  const palette = paletteOf(colour, darker ?? 0, lighter ?? 0);
  const like =
    darker === undefined
      ? likeness(palette.field, replaces, 'field')
      : lighter === undefined
        ? likeness(palette.signal, replaces, 'signal')
        : undefined;
  if (like) return { use: 'logo', ...like };
  const moved = lchOf(palette.field).lightness - lchOf(colour).lightness;
  return { use: 'field', palette, made: moved < -0.01 ? 'darker' : moved > 0.01 ? 'lighter' : null };
}

/** The interval's band: as much of the signal as leaves the line on it 3:1. */
function bandOf(signal: Hex, field: Hex, ink: Hex): Hex {
  const parts = [0.5, 0.45, 0.4, 0.35];
  const part = parts.find((each) => contrast(ink, mixed(signal, field, each)) >= 3.05);
  return mixed(signal, field, part ?? 0.3);
}

/** What a theme draws a field with, by the names of src/tokens.css. */
export type FieldColours = Record<
  'field' | 'mid' | 'deep' | 'ink' | 'signal' | 'band' | 'plate' | 'modules' | 'on-signal',
  Hex
>;

/** A palette in a theme, by the rule of the themes: evening as it is, dim one step darker, daylight the pair swapped. */
export function fieldColours(
  { field, mid, deep, signal }: Palette,
  theme: 'evening' | 'dim' | 'daylight',
): FieldColours {
  if (theme === 'dim') {
    const { lightness, chroma, hue } = lchOf(deep);
    const quiet = mixed(signal, deep, 0.75);
    return {
      field: deep,
      mid: ofLch({ lightness: lightness * 0.65, chroma: chroma * 0.75, hue }),
      deep,
      ink: dusk,
      signal: quiet,
      band: bandOf(quiet, deep, dusk),
      plate: dusk,
      modules: deep,
      // The quieter signal leaves its own deep too little contrast for small figures.
      'on-signal': contrast(deep, quiet) >= 7 ? deep : '#000000',
    };
  }
  if (theme === 'daylight')
    return {
      field: signal,
      mid: daylightMid(signal),
      deep: field,
      ink: deep,
      signal: field,
      band: bandOf(field, signal, deep),
      plate: white,
      modules: deep,
      'on-signal': paper,
    };
  return {
    field,
    mid,
    deep,
    ink: paper,
    signal,
    band: bandOf(signal, field, paper),
    plate: white,
    modules: deep,
    'on-signal': deep,
  };
}

/** A team's colour as one wall draws it. */
export interface FieldAccent {
  replaces: Field;
  colours: FieldColours;
  /** The palette's own field and signal: the ring draws with them whatever the theme. */
  own: Pick<Palette, 'field' | 'signal'>;
}

/** A brand colour in a theme; null where only the logo carries the brand. A neutral scene is dark in every theme. */
export function accentOf(
  brand: Brand,
  replaces: Field,
  theme: 'evening' | 'dim' | 'daylight',
): FieldAccent | null {
  if (brand.use === 'logo') return null;
  const { palette } = brand;
  return {
    replaces,
    colours: fieldColours(palette, replaces === 'neutral' && theme === 'daylight' ? 'evening' : theme),
    own: { field: palette.field, signal: palette.signal },
  };
}

/** An accent as the custom properties that src/tokens.css draws with, for a `style` beside `data-accent`. */
export const accentStyle = (accent: FieldAccent | null | undefined): string =>
  accent
    ? [...Object.entries(accent.colours), ['own-field', accent.own.field], ['own-signal', accent.own.signal]]
        .map(([name, hex]) => `--accent-${name}: ${hex}`)
        .join('; ')
    : '';
