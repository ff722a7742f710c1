import { isAscii } from 'node:buffer';
import { accept, refuse, type Result } from '../../../domain/refusal';
import { takeTurns } from '../slices';

/** How the bytes of a file were read; shown to the leader, because a wrong guess shows in the accents. */
export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'Excel';

export interface DecodedFile {
  /** The text in the parts in which it was decoded, so that a large one is never copied as a whole; at least one. */
  parts: string[];
  encoding: Encoding;
}

/** Files that people send by mistake, by their first bytes. */
const strangers: { code: string; starts: number[][] }[] = [
  { code: 'import-old-excel', starts: [[0xd0, 0xcf, 0x11, 0xe0]] },
  { code: 'import-pdf', starts: [[0x25, 0x50, 0x44, 0x46]] },
  {
    code: 'import-picture',
    starts: [
      [0x89, 0x50, 0x4e, 0x47],
      [0xff, 0xd8, 0xff],
      [0x47, 0x49, 0x46, 0x38],
    ],
  },
  { code: 'import-packed', starts: [[0x1f, 0x8b]] },
];

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, i) => bytes[i] === byte);

/** Whether a file is packed as workbooks are. */
export const isPack = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]);

/** Bytes that Windows-1252 leaves undefined, and control characters that no text has. */
const notInText = (byte: number) =>
  byte === 0x81 ||
  byte === 0x8d ||
  byte === 0x8f ||
  byte === 0x90 ||
  byte === 0x9d ||
  byte === 0x7f ||
  (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c);

/** How many multi-byte characters are whole, how many broken, and the line of the first broken one. */
function countUtf8(bytes: Uint8Array): { whole: number; broken: number; line: number } {
  let [whole, broken, line, firstBroken] = [0, 0, 1, 0];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x0a) line++;
    if (byte < 0x80) continue;
    const length =
      byte >= 0xc2 && byte <= 0xdf
        ? 1
        : byte >= 0xe0 && byte <= 0xef
          ? 2
          : byte >= 0xf0 && byte <= 0xf4
            ? 3
            : 0;
    let follows = 0;
    while (follows < length && ((bytes[i + follows + 1] ?? 0) & 0xc0) === 0x80) follows++;
    if (length > 0 && follows === length) {
      whole++;
      i += length;
    } else {
      broken++;
      firstBroken ||= line;
    }
  }
  return { whole, broken, line: firstBroken };
}

/** UTF-16 without a mark: every second byte of plain text is NUL. */
function nulSide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096) & ~1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const many = length / 2 / 3;
  if (length < 4) return undefined;
  if (odd > many && even < odd / 8) return 'utf-16le';
  if (even > many && odd < even / 8) return 'utf-16be';
  return undefined;
}

/** So many bytes are decoded at once, in about half a millisecond. */
const slice = 512 * 1024;

/** The text in slices, so that nobody waits for a large file. */
async function inSlices(
  bytes: Uint8Array,
  textOf: (part: Uint8Array, last: boolean) => string,
): Promise<string[]> {
  const pause = takeTurns();
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += slice) {
    parts.push(textOf(bytes.subarray(at, at + slice), at + slice >= bytes.length));
    await pause();
  }
  return parts;
}

/** Undefined where it is no such text. */
async function decode(bytes: Uint8Array, label: string): Promise<string[] | undefined> {
  const decoder = new TextDecoder(label, { fatal: true });
  try {
    return await inSlices(bytes, (part, last) => decoder.decode(part, { stream: !last }));
  } catch {
    return undefined;
  }
}

const latin1 = (part: Uint8Array) =>
  Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1');

const hasNul = (part: string) => part.includes('\0');

/** What Windows has from 0x80 on, where Latin-1 has control characters. Node 20's own decoder reads it as Latin-1. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (bytes: Uint8Array): string =>
  latin1(bytes).replace(/[\u0080-\u009f]/g, (sign) => windowsSigns[sign.charCodeAt(0) - 0x80] ?? sign);

/** Node cannot decode big-endian UTF-16 in every build; swapping the bytes always works. */
function swapped(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length & ~1);
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    out[i] = bytes[i + 1] ?? 0;
    out[i + 1] = bytes[i] ?? 0;
  }
  return out;
}

/**
 * The text of a file, by its bytes and never by its name: byte order marks first, then UTF-16 by its NULs, then UTF-8,
 * else Windows-1252. Text that is UTF-8 for the most part but broken somewhere is refused with the line, because
 * reading it as anything else would spoil every accent in it.
 */
export async function decodeFile(bytes: Uint8Array): Promise<Result<DecodedFile>> {
  if (bytes.length === 0) return refuse('invalid', 'import-empty');
  for (const { code, starts } of strangers) {
    if (starts.some((start) => startsWith(bytes, start))) return refuse('invalid', code);
  }
  const wide = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : nulSide(bytes);
  if (wide) {
    const even = bytes.subarray(0, bytes.length & ~1);
    const parts = await decode(wide === 'utf-16le' ? even : swapped(even), 'utf-16le');
    if (parts === undefined || parts.some(hasNul)) return refuse('invalid', 'import-no-table');
    return accept({ parts, encoding: 'UTF-16' });
  }
  const marked = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  // Most files: reading them so takes a tenth of the time.
  const parts = isAscii(bytes) ? await inSlices(bytes, latin1) : await decode(bytes, 'utf-8');
  if (parts !== undefined) {
    // eslint-disable-next-line no-control-regex
    if (/[\0-\x08\x0e-\x1f]/.test(parts[0]?.slice(0, 65_536) ?? '') && parts.some(hasNul))
      return refuse('invalid', 'import-no-table');
    return parts.some((part) => /\S/.test(part))
      ? accept({ parts, encoding: 'UTF-8' })
      : refuse('invalid', 'import-empty');
  }
  const { whole, broken, line } = countUtf8(bytes);
  if (marked || whole >= broken) return refuse('invalid', 'import-broken-text', { values: { line } });
  if (bytes.some(notInText)) return refuse('invalid', 'import-no-table');
  return accept({ parts: await inSlices(bytes, windows1252), encoding: 'Windows-1252' });
}
