import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecords } from './csv';

/** What the well-known library makes of a text, told to be as lenient. */
function asTheLibrary(text: string, delimiter: string): string[][] | 'open-quote' {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  } catch {
    return 'open-quote';
  }
}

/** A text in parts, cut before the signs at these places. */
const cutAt = (text: string, places: readonly number[]): string[] => {
  const cuts = [0, ...[...places].filter((at) => at < text.length).sort((a, b) => a - b), text.length];
  return cuts.slice(1).map((to, i) => text.slice(cuts[i], to));
};

test('whatever stands in a file, wherever it is cut, is read as csv-parse reads it', async () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'é', '😀', ' ', '"', '"', '""', ',', ';', '\n', '\r', '\r\n', '7'),
    maxLength: 40,
  });
  const places = fc.array(fc.nat(40), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(',', ';'), places, async (text, delimiter, places) => {
      const { records, failed } = await readRecords(cutAt(text, places), delimiter);
      expect(failed?.code ?? records.map(({ cells }) => cells)).toEqual(asTheLibrary(text, delimiter));
      const uncut = await readRecords([text], delimiter);
      expect(records.map(({ line }) => line)).toEqual(uncut.records.map(({ line }) => line));
      expect(failed).toEqual(uncut.failed);
    }),
    { numRuns: 3_000 },
  );
});

test('a record knows the line on which it begins, whatever ends the lines in it and before it', async () => {
  const { records } = await readRecords(['a,b\r\n"1\r\n2\r3\n4",x\r\r\ny,z\n\nlast'], ',');
  expect(records.map(({ line }) => line)).toEqual([1, 2, 7, 9]);
});

test('a quote that never closes is told with the line of its record', async () => {
  expect(await readRecords(['a,b\n1,"2\n3"\n4,"5\n6'], ',')).toMatchObject({
    failed: { line: 4, code: 'open-quote' },
  });
});

test('a record of more than four million characters is none', async () => {
  expect(await readRecords([`a,b\n1,"${'x'.repeat(4_000_001)}"\n`], ',')).toMatchObject({
    failed: { line: 2, code: 'too-large' },
  });
});
