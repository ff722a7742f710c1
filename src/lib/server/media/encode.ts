import type { Sharp } from 'sharp';
import type { Picture } from '../../domain/hung';
import { accept, refuse, type Result } from '../../domain/refusal';
import { kindOf } from './kind';

/** A picture as it is kept: WebP without anything but the picture, upright. */
export interface Encoded extends Pick<Picture, 'width' | 'height' | 'tone'> {
  bytes: Buffer;
}

/** The longer side, in pixels, of what is kept: enough for a 4K wall at its distance, little enough for an old TV. */
export const longestSide = 2560;
/** The most pixels that are decoded: a good phone's camera. More is refused before anything is decoded. */
export const mostPixels = 64_000_000;
/** The fewest pixels a side may have. */
const shortestSide = 16;
/** How long one picture may take, in seconds. */
const patience = 30;

const broken = () => refuse('invalid', 'picture-broken');

/** Lightness L* (0 to 100) of an sRGB colour, channels 0 to 255. IEC 61966-2-1, CIE 15. */
function lightness(red: number, green: number, blue: number): number {
  const [r, g, b] = [red, green, blue].map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : (luminance * 24389) / 27;
}

/** How the opaque pixels are: four in five of them light or dark, else mixed. `pixels` are RGBA. */
export function toneOf(pixels: Uint8Array): Picture['tone'] {
  let [opaque, light, dark] = [0, 0, 0];
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    if ((pixels[at + 3] ?? 0) < 128) continue;
    const value = lightness(pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    opaque += 1;
    if (value >= 60) light += 1;
    else if (value <= 40) dark += 1;
  }
  if (opaque > 0 && light >= opaque * 0.8) return 'light';
  return opaque > 0 && dark >= opaque * 0.8 ? 'dark' : 'mixed';
}

/** The picture library, loaded with the first picture; it decodes nothing but what the door lets in. */
async function library(): Promise<(bytes: Uint8Array) => Sharp> {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: ['VipsForeignLoadPngBuffer', 'VipsForeignLoadJpegBuffer', 'VipsForeignLoadWebpBuffer'],
  });
  sharp.cache(false);
  sharp.concurrency(1);
  return (bytes) => sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
}

/**
 * A stranger's picture, made ours: told by its bytes, its pixels counted before they are decoded, turned upright, made
 * smaller where it is larger than a wall, in sRGB, without EXIF, place or profile. Moving pictures stand still. What is
 * clear stays clear.
 */
export async function encode(bytes: Uint8Array): Promise<Result<Encoded>> {
  const kind = kindOf(bytes);
  if (kind === 'unknown') return refuse('invalid', 'picture-unknown');
  if (kind === 'gif' || kind === 'heic' || kind === 'svg') return refuse('invalid', `picture-${kind}`);
  const open = await library();
  try {
    const { width, height } = await open(bytes).metadata();
    if (width * height > mostPixels)
      return refuse('invalid', 'picture-too-large', { values: { megapixels: mostPixels / 1e6 } });
    if (Math.min(width, height) < shortestSide)
      return refuse('invalid', 'picture-too-small', { values: { pixels: shortestSide } });
    const small = await open(bytes)
      .timeout({ seconds: patience })
      .autoOrient()
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 84, alphaQuality: 100, smartSubsample: true })
      .toBuffer({ resolveWithObject: true });
    const sample = await open(small.data)
      .resize(64, 64, { fit: 'inside' })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer();
    return accept({
      bytes: small.data,
      width: small.info.width,
      height: small.info.height,
      tone: toneOf(sample),
    });
  } catch (error) {
    // What the library cannot count or decode is no whole picture.
    if (error instanceof Error && /pixel limit/i.test(error.message))
      return refuse('invalid', 'picture-too-large', { values: { megapixels: mostPixels / 1e6 } });
    return broken();
  }
}
