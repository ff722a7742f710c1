import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** Where the typefaces come from, what of them we use, and where it lies as it is shipped. */
const families = {
  '@fontsource-variable/atkinson-hyperlegible-next': /-wght-normal\.woff2$/,
  '@fontsource-variable/cairo': /-arabic-wght-normal\.woff2$/,
};
const shipped = '.cache/fonts';

/**
 * Chromium below 80 reads the widths of hinted letters wrongly where a variable font has a table of its own for them
 * (`HVAR`), and sets them half on top of one another. The table is only a short cut: without it every browser takes the same
 * widths from the outlines. So the typeface is shipped without (docs/decisions/0080).
 *
 * @returns {import('vite').Plugin}
 */
export function oldBrowserFonts() {
  return {
    name: 'old-browser-fonts',
    config() {
      mkdirSync(shipped, { recursive: true });
      for (const [family, used] of Object.entries(families)) {
        const files = join(
          dirname(createRequire(import.meta.url).resolve(`${family}/package.json`)),
          'files',
        );
        for (const name of readdirSync(files).filter((file) => used.test(file))) {
          // Under another name first: several builds and tests may start at once.
          const fresh = join(shipped, `${name}.${process.pid}`);
          writeFileSync(fresh, withoutTable(readFileSync(join(files, name)), 'HVAR'));
          renameSync(fresh, join(shipped, name));
        }
      }
      return {
        resolve: {
          alias: Object.fromEntries(
            Object.keys(families).map((family) => [`${family}/files`, resolve(shipped)]),
          ),
        },
        // In development too the pages, the gallery and the tests of panels are set in it.
        server: { fs: { allow: [resolve(shipped)] } },
      };
    },
  };
}

/** Bytes of a WOFF2 header, and where its fields stand (https://www.w3.org/TR/WOFF2/#woff20Header). */
const header = { bytes: 48, length: 8, tables: 12, plainSize: 16, packedSize: 20, beyondTables: 28 };
const fontKept = 3;
/** Places in the list of known tags (https://www.w3.org/TR/WOFF2/#table_dir_format); 63 stands before a tag in letters. */
const known = new Map([
  [10, 'glyf'],
  [11, 'loca'],
]);
const spelled = 63;

/**
 * The tables of a WOFF2 file. `entry` is a table's line in the directory as it is, `plain` its size in an unpacked font.
 *
 * @param {Buffer} file
 * @returns {{ tag: string, entry: Buffer, plain: number, data: Buffer }[]} `tag` is empty for a known one that is not asked for
 */
export function tablesOf(file) {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('This is no WOFF2 file.');
  let at = header.bytes;
  const number = () => {
    for (let value = 0; ;) {
      const byte = file.readUInt8(at++);
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const lines = Array.from({ length: file.readUInt16BE(header.tables) }, () => {
    const from = at;
    const flags = file.readUInt8(at++);
    const place = flags & 63;
    if (place === spelled) at += 4;
    const tag = place === spelled ? file.toString('latin1', at - 4, at) : (known.get(place) ?? '');
    const version = flags >> 6;
    const plain = number();
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== fontKept : version !== 0;
    const stored = transformed ? number() : plain;
    return { tag, entry: file.subarray(from, at), plain, stored };
  });
  const data = brotliDecompressSync(file.subarray(at, at + file.readUInt32BE(header.packedSize)));
  let offset = 0;
  return lines.map(({ stored, ...line }) => ({ ...line, data: data.subarray(offset, (offset += stored)) }));
}

const padded = (/** @type {number} */ size) => (size + 3) & ~3;

/**
 * A WOFF2 file without one of its tables, which must be one that a font can do without.
 *
 * @param {Buffer} file
 * @param {string} tag
 */
export function withoutTable(file, tag) {
  const tables = tablesOf(file).filter((table) => table.tag !== tag);
  const packed = brotliCompressSync(Buffer.concat(tables.map(({ data }) => data)), {
    params: { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT },
  });
  const start = Buffer.from(file.subarray(0, header.bytes));
  const all = Buffer.concat([start, ...tables.map(({ entry }) => entry), packed]);
  const plainSize = tables.reduce((sum, { plain }) => sum + padded(plain), 12 + 16 * tables.length);
  all.writeUInt32BE(padded(all.length), header.length);
  all.writeUInt16BE(tables.length, header.tables);
  all.writeUInt32BE(plainSize, header.plainSize);
  all.writeUInt32BE(packed.length, header.packedSize);
  // Metadata and private data stood after the tables, if at all.
  all.fill(0, header.beyondTables, header.bytes);
  return Buffer.concat([all, Buffer.alloc(padded(all.length) - all.length)]);
}
