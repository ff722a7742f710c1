import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFile } from './bytes';
import { findDelimiter, readTable, type Table } from './table';

const samples = new URL('../../../../../tests/samples/', import.meta.url);

async function tableOf(bytes: Uint8Array | string): Promise<Table> {
  const file = await decodeFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  if (!file.ok) throw new Error(file.refusal.code);
  const table = await readTable(file.value);
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value;
}

async function refusalOf(bytes: Uint8Array | string): Promise<string> {
  const file = await decodeFile(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  if (!file.ok) return file.refusal.code;
  const table = await readTable(file.value);
  return table.ok ? 'none' : table.refusal.code;
}

const asObjects = ({ columns, rows }: Table) =>
  rows.map(({ cells }) => Object.fromEntries(columns.map(({ name }, i) => [name, cells[i]])));

describe('csv-spectrum', () => {
  const names = readdirSync(new URL('nasty/csv-spectrum/', samples)).map((file) => file.replace('.csv', ''));
  test.each(names)('%s means what its authors say', async (name) => {
    const table = await tableOf(readFileSync(new URL(`nasty/csv-spectrum/${name}.csv`, samples)));
    const meant: unknown = JSON.parse(
      readFileSync(new URL(`nasty/csv-spectrum-json/${name}.json`, samples), 'utf8'),
    );
    // Its authors blanked the telephone number in one of the two.
    const known = (object: object) => ({ ...object, 'Contact Phone Number': '' });
    expect(asObjects(table).map(known)).toEqual([meant].flat().map((object) => known(object as object)));
  });
});

describe('bytes', () => {
  const text = 'Note,Kommentar\n5,Schön — „gut“ €\n3,Ça va\n';
  const utf16 = Buffer.from(text, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  test.each<[string, Uint8Array, string]>([
    ['UTF-8', Buffer.from(text), 'UTF-8'],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), 'UTF-8'],
    ['UTF-16 little-endian with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'UTF-16'],
    ['UTF-16 big-endian with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'UTF-16'],
    ['UTF-16 little-endian without a mark', utf16, 'UTF-16'],
    ['UTF-16 big-endian without a mark', swapped, 'UTF-16'],
    [
      'Windows-1252',
      Buffer.from(
        [...text].map((sign) => ({ '—': 0x97, '„': 0x84, '“': 0x93, '€': 0x80 })[sign] ?? sign.charCodeAt(0)),
      ),
      'Windows-1252',
    ],
  ])('%s is recognised', async (_, bytes, encoding) => {
    const table = await tableOf(bytes);
    expect(table.encoding).toBe(encoding);
    expect(asObjects(table)).toEqual([
      { Note: '5', Kommentar: 'Schön — „gut“ €' },
      { Note: '3', Kommentar: 'Ça va' },
    ]);
  });

  const broken = Buffer.concat([
    Buffer.from('score,comment\n5,schön\n4,gr'),
    Buffer.from([0xc3]),
    Buffer.from('n\n'),
  ]);
  test('UTF-8 that is broken in one place is refused with its line, not turned into wrong accents', async () => {
    const file = await decodeFile(broken);
    expect(file).toMatchObject({ ok: false, refusal: { code: 'import-broken-text', values: { line: 3 } } });
  });

  test('a large file is read whole, whatever sign lies where its slices meet', async () => {
    // Two to four bytes a sign, and one byte before them: no power of two falls between two signs.
    for (const sign of ['é', '€', '🍲'])
      for (const encoding of ['utf8', 'utf16le'] as const) {
        const text = `s;c\n5;${sign.repeat(700_000)}x\n`;
        const mark = encoding === 'utf8' ? Buffer.from('\n') : Buffer.from([0xff, 0xfe]);
        const { rows } = await tableOf(Buffer.concat([mark, Buffer.from(text, encoding)]));
        expect(rows[0]?.cells[1] === `${sign.repeat(700_000)}x`).toBe(true);
      }
  });

  test.each<[string, Uint8Array | string, string]>([
    ['an empty file', '', 'import-empty'],
    ['blanks only', ' \n\n \r\n', 'import-empty'],
    ['an old Excel workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'import-old-excel'],
    ['a PDF', '%PDF-1.7\n1 0 obj', 'import-pdf'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'import-picture'],
    ['a packed file', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0]), 'import-packed'],
    [
      'bytes without meaning',
      Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 37 + 11) % 256)),
      'import-no-table',
    ],
    ['a web page', '<!doctype html><html><body>hello, you</body></html>', 'import-web-page'],
    ['JSON that was cut off', '[{"score": 9, "comment": "go', 'import-json-broken'],
    ['a list of nothing', '{"reviews": []}', 'import-no-rows'],
    ['a header without rows', 'score,comment\n', 'import-no-rows'],
    ['rows without a header', '9,2024-05-05\n8,2024-05-06\n', 'import-no-header'],
    ['a quote that never closes', 'score,comment\n9,"good\n8,bad\n7,fine\n', 'import-open-quote'],
    ['one column of a thousand and one', Array(1001).fill('a').join(',') + '\n1', 'import-too-wide'],
  ])('%s is refused by name', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });
});

describe('tables', () => {
  test('a quote inside a cell that is not quoted is a quote', async () => {
    expect((await tableOf('height,score\n6\'3",4\n')).rows[0]?.cells).toEqual(['6\'3"', '4']);
  });

  test('each row knows the line on which it begins, through quoted line breaks and empty lines', async () => {
    const table = await tableOf('score,comment\r\n9,"one\r\ntwo\r\nthree"\r\n\r\n8,ok\r\n');
    expect(table.rows.map(({ line }) => line)).toEqual([2, 6]);
  });

  test('line ends may be mixed', async () => {
    expect((await tableOf('a,b\r\nx,1\ny,2\rz,3\n')).rows.map(({ cells }) => cells[0])).toEqual([
      'x',
      'y',
      'z',
    ]);
  });

  test('Excel says what separates its cells', async () => {
    const table = await tableOf('sep=;\r\nscore;comment\r\n9;a, b, c\r\n');
    expect(table.rows.map(({ line, cells }) => ({ line, cells }))).toEqual([
      { line: 3, cells: ['9', 'a, b, c'] },
    ]);
  });

  test('commas in the comments do not outweigh the semicolons between the cells', async () => {
    expect(await findDelimiter('score;comment\n9;nice, kind, quick\n3;slow, cold\n5;ok\n')).toBe(';');
  });

  test('headers that occur twice get names of their own', async () => {
    const table = await tableOf('Other,Other,,Other\na,b,c,d\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['Other', 'Other (2)', 'Column 3', 'Other (3)']);
  });

  test('SurveyMonkey has the question above and the choice below', async () => {
    const table = await tableOf(
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,How likely are you to recommend us?,What did you like?,\n' +
        ',,,,,Open-Ended Response,Food,Service\n' +
        '1180,99,03/25/2024 10:00:00 AM,03/25/2024 10:03:00 AM,192.0.2.1,9,Food,\n',
    );
    expect(table).toMatchObject({ format: 'surveymonkey', rows: [{ line: 3 }] });
    expect(table.columns.slice(5)).toEqual([
      { name: 'How likely are you to recommend us?', label: '' },
      { name: 'Food', label: 'What did you like?' },
      { name: 'Service', label: 'What did you like?' },
    ]);
  });

  test('Qualtrics has three header lines and names its zone', async () => {
    const table = await tableOf(
      'StartDate,RecordedDate,ResponseId,Q1\n' +
        '"Start\nDate",Recorded Date,Response ID,"How was it, overall?"\n' +
        '"{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n' +
        '2024-01-05 10:00:00,2024-01-05 10:02:00,R_1,5\n',
    );
    expect(table).toMatchObject({ format: 'qualtrics', zone: 'America/Denver', rows: [{ line: 5 }] });
    expect(table.columns[3]).toEqual({ name: 'Q1', label: 'How was it, overall?' });
  });

  test('whatever is written as a table with any of the separators is read back', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\n', '|', '😀', "'", '7'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 }),
        async (delimiter, lineEnd, rows) => {
          const filled = rows.filter((row) => row.some((text) => text.trim() !== ''));
          fc.pre(filled.length > 0);
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = [['first', 'second', 'third'], ...filled]
            .map((row) => row.map(quote).join(delimiter))
            .join(lineEnd);
          expect((await tableOf(text)).rows.map(({ cells }) => cells)).toEqual(filled);
        },
      ),
      { numRuns: 200 },
    );
  });
});
