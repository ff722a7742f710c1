/** What a file is by its first bytes; `unknown` for all that is no picture we know. */
export type FileKind = 'png' | 'jpeg' | 'webp' | 'gif' | 'heic' | 'svg' | 'unknown';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Brands of ISO base media files that hold still pictures: HEIC of phones, and AVIF. */
const heicBrands = /^(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])$/;

/** Tells a picture by its bytes; names and announced types are not believed. */
export function kindOf(bytes: Uint8Array): FileKind {
  const start = ascii(bytes, 0, 12);
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (start.slice(4, 8) === 'ftyp' && heicBrands.test(start.slice(8))) return 'heic';
  return /<svg[\s>]/i.test(ascii(bytes, 0, 1024)) ? 'svg' : 'unknown';
}
