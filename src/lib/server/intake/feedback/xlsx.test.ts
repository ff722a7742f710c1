import { beforeEach, describe, expect, test } from 'vitest';
import { bringingTo, refusalOf, reportOf, type Bringing } from '../../../../../tests/support/bringing';
import { pack, workbook, workbookParts, type Cell } from '../../../../../tests/support/workbook';

let at: Bringing;
beforeEach(async () => {
  at = await bringingTo();
});

const header: Cell[] = ['Response ID', 'NPS', 'Comment', 'When'];
/** 20 November 2026, 09:30, as Excel counts days. */
const day = 46_346 + 9.5 / 24;
const rows: Cell[][] = [
  header,
  ['r1', 9, 'Kind & quick <b>people</b>', { day }],
  ['r2', 0, null, { day: day + 1 }],
  ['r3', '7', 'Two\r\nlines', { day: 46_347 }],
];

describe('a workbook', () => {
  test.each<[string, Buffer]>([
    ['with shared texts', workbook(rows)],
    ['with texts in its cells', workbook(rows, { inline: true })],
    [
      'that counts days from 1904',
      workbook(
        rows.map((row) =>
          row.map((cell) => (typeof cell === 'object' && cell ? { day: cell.day - 1462 } : cell)),
        ),
        { from1904: true },
      ),
    ],
    [
      'with a hidden and an empty sheet before',
      workbook(rows, {
        before: [
          { hidden: true, rows: [['Score'], [1], [2]] },
          { hidden: false, rows: [] },
        ],
      }),
    ],
  ])('%s is read', async (_, file) => {
    expect(reportOf(await at.bring(file))).toMatchObject({ rows: 3, created: 3, metric: 'nps' });
    expect(at.responses().map(({ value, at }) => [value, at])).toEqual([
      [9, '2026-11-20T09:30:00.000Z'],
      [7, '2026-11-21T00:00:00.000Z'],
      [0, '2026-11-21T09:30:00.000Z'],
    ]);
    expect(at.verbatims().map(({ text }) => text)).toEqual(['Kind & quick people', 'Two lines']);
  });

  test('the export of Formbricks is known in Excel too', async () => {
    const file = workbook([
      ['No.', 'Response ID', 'Timestamp', 'Finished', 'Survey ID', '1. How likely are you to recommend us?'],
      [1, 'r1', '2026-11-20 13:41:54 UTC', 'Yes', 's1', 9],
      [2, 'r2', '2026-11-20 13:42:54 UTC', 'No', 's1', 0],
    ]);
    expect(reportOf(await at.bring(file))).toMatchObject({ format: 'formbricks', created: 1 });
  });

  test('long ids keep every digit, and numbers have no dust', async () => {
    const sheet = (first: string, second: string) =>
      `<worksheet><sheetData><row><c t="inlineStr"><is><t>Response ID</t></is></c><c t="inlineStr"><is><t>NPS</t></is></c><c t="inlineStr"><is><t>Date</t></is></c></row>${[first, second].map((id, i) => `<row><c><v>${id}</v></c><c><v>${i === 0 ? '9' : '8.000000000000001'}</v></c><c t="d"><v>2026-11-20T10:00:00</v></c></row>`).join('')}</sheetData></worksheet>`;
    const file = workbook(rows, {
      parts: [{ name: 'xl/worksheets/sheet1.xml', data: sheet('9007199254740993', '9007199254740992') }],
    });
    expect(reportOf(await at.bring(file))).toMatchObject({ created: 2 });
    expect(
      at
        .responses()
        .map(({ value }) => value)
        .sort(),
    ).toEqual([8, 9]);
  });
});

describe('what is no workbook of answers', () => {
  const laughs = `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>`;
  const cases: [string, () => Uint8Array, string][] = [
    ['cut off', () => workbook(rows).subarray(0, 900), 'import-broken-workbook'],
    ['another packed file', () => pack([{ name: 'letter.txt', data: 'Dear all' }]), 'import-no-workbook'],
    [
      'a bomb that says so',
      () => pack([...workbookParts(rows), { name: 'xl/media/a.bin', data: Buffer.alloc(10), says: 2 ** 31 }]),
      'import-unpacks-too-big',
    ],
    [
      'a bomb that says it is small',
      () =>
        pack(
          workbookParts(rows, {
            parts: [
              { name: 'xl/sharedStrings.xml', data: `<sst>${' '.repeat(40_000_000)}</sst>`, says: 400 },
            ],
          }),
        ),
      'import-broken-workbook',
    ],
    [
      'entities that grow',
      () => workbook(rows, { parts: [{ name: 'xl/sharedStrings.xml', data: laughs }] }),
      'import-broken-workbook',
    ],
    [
      'broken XML',
      () =>
        workbook(rows, {
          parts: [{ name: 'xl/worksheets/sheet1.xml', data: '<worksheet><sheetData><row>' }],
        }),
      'import-broken-workbook',
    ],
    ['a header only', () => workbook([header]), 'import-no-rows'],
    ['nothing', () => workbook([]), 'import-empty'],
    [
      'ten thousand columns',
      () => workbook([Array.from({ length: 10_000 }, (_, i) => `c${i}`), [1]]),
      'import-too-wide',
    ],
  ];
  test.each(cases)('%s is refused with a sentence of its own', async (_, file, code) => {
    const before = at.store.commits.length;
    expect(refusalOf(await at.bring(file()))).toBe(code);
    expect(at.store.commits).toHaveLength(before);
  });

  test('a table that is only called a workbook is read for what it is', async () => {
    const outcome = await at.feedback.run({
      actor: { as: 'house' },
      team: 'one',
      fileName: 'answers.xlsx',
      bytes: Buffer.from('NPS,Date\n9,2026-11-01\n'),
      dryRun: false,
    });
    expect(reportOf(outcome)).toMatchObject({ created: 1 });
  });
});
