/** A colour as `#rrggbb`. */
export type Hex = string;

/** Linear light of the three sRGB primaries, 0–1. */
type Light = readonly [red: number, green: number, blue: number];

/** A colour by OKLCH: lightness 0–1, chroma from 0 (grey) to about 0.3, hue in degrees. */
export interface Lch {
  lightness: number;
  chroma: number;
  hue: number;
}

const toLight = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLight = (value: number) =>
  value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
const within = (value: number) => Math.min(1, Math.max(0, value));

const bytesOf = (hex: Hex): readonly [number, number, number] => [
  parseInt(hex.slice(1, 3), 16),
  parseInt(hex.slice(3, 5), 16),
  parseInt(hex.slice(5, 7), 16),
];
const hexOf = (bytes: readonly number[]): Hex =>
  `#${bytes.map((byte) => Math.round(byte).toString(16).padStart(2, '0')).join('')}`;

function lightOf(hex: Hex): Light {
  const [red, green, blue] = bytesOf(hex);
  return [toLight(red / 255), toLight(green / 255), toLight(blue / 255)];
}

/** OKLab of linear sRGB: Björn Ottosson, "A perceptual color space for image processing" (2020). */
function labOf([red, green, blue]: Light): readonly [lightness: number, a: number, b: number] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function lightOfLch({ lightness, chroma, hue }: Lch): Light {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** A colour's lightness, chroma and hue. */
export function lchOf(hex: Hex): Lch {
  const [lightness, a, b] = labOf(lightOf(hex));
  return { lightness, chroma: Math.hypot(a, b), hue: (Math.atan2(b, a) * 180) / Math.PI };
}

/** The colour of this lightness and hue, with as much of the chroma as a screen can show. */
export function ofLch(wanted: Lch): Hex {
  const shows = (chroma: number) =>
    lightOfLch({ ...wanted, chroma }).every((value) => value > -0.0005 && value < 1.0005);
  let [low, high] = [0, wanted.chroma];
  if (!shows(high)) {
    for (let step = 0; step < 16; step += 1) {
      const middle = (low + high) / 2;
      if (shows(middle)) low = middle;
      else high = middle;
    }
    high = low;
  }
  return hexOf(lightOfLch({ ...wanted, chroma: high }).map((value) => 255 * fromLight(within(value))));
}

/** Two colours mixed as a screen does where one is drawn over the other with this opacity. */
export function mixed(over: Hex, under: Hex, opacity: number): Hex {
  const below = bytesOf(under);
  return hexOf(bytesOf(over).map((byte, at) => byte * opacity + (below[at] ?? 0) * (1 - opacity)));
}

const luminance = ([red, green, blue]: Light) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** The contrast of two colours, 1–21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: Hex, other: Hex): number {
  const [a, b] = [luminance(lightOf(one)), luminance(lightOf(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** How people see: as most do, or without one kind of cone. */
export const eyes = ['trichromat', 'protanope', 'deuteranope', 'tritanope'] as const;
export type Eyes = (typeof eyes)[number];

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear light; rows of red, green, blue. */
const missing: Record<Exclude<Eyes, 'trichromat'>, readonly Light[]> = {
  protanope: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranope: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanope: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seenBy(kind: Eyes, [red, green, blue]: Light): Light {
  if (kind === 'trichromat') return [red, green, blue];
  const row = (at: number) => {
    const [r, g, b] = missing[kind][at] ?? [0, 0, 0];
    return within(r * red + g * green + b * blue);
  };
  return [row(0), row(1), row(2)];
}

/** How far two colours are apart for these eyes: their distance in OKLab, about 0.02 where most people begin to see it. */
export function distance(one: Hex, other: Hex, kind: Eyes = 'trichromat'): number {
  const [a, b] = [labOf(seenBy(kind, lightOf(one))), labOf(seenBy(kind, lightOf(other)))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
