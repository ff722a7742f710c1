import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tablesOf, withoutTable } from '../../scripts/old-browser-fonts.js';

const file = readFileSync(
  'node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
);
const sizes = (font: Buffer) => tablesOf(font).map(({ tag, plain, data }) => [tag, plain, data.length]);

test('the typeface comes without its table of widths, and with all its other tables as they were', () => {
  const lean = withoutTable(file, 'HVAR');
  expect(sizes(lean)).toEqual(sizes(file).filter(([tag]) => tag !== 'HVAR'));
  expect(sizes(lean)).toHaveLength(sizes(file).length - 1);
  expect(Buffer.concat(tablesOf(lean).map(({ data }) => data))).toEqual(
    Buffer.concat(
      tablesOf(file)
        .filter(({ tag }) => tag !== 'HVAR')
        .map(({ data }) => data),
    ),
  );
  expect(lean.readUInt32BE(8)).toBe(lean.length);
});
