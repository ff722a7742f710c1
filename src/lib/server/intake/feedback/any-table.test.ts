import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bringingTo, reportOf, type Bringing } from '../../../../../tests/support/bringing';
import { decodeFile } from './bytes';
import { readTable } from './table';

// Properties: whatever the table, its encoding, its delimiter, its line ends, and the order in which its parts are brought.

const encodings: Record<string, (text: string) => Buffer> = {
  'UTF-8': (text) => Buffer.from(text),
  'UTF-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'UTF-16 LE with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 BE with a mark': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16 LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16 BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  // Letters above ASCII that no UTF-8 text has in this order.
  'Windows-1252': (text) => Buffer.from(text.replace(/[^\p{ASCII}äéñß]/gu, 'ß'), 'latin1'),
};
const readAs = (encoding: string, cell: string) =>
  encoding === 'Windows-1252' ? cell.replace(/[^\p{ASCII}äéñß]/gu, 'ß') : cell;

const signs = [
  'a',
  'Z',
  '7',
  'ä',
  'é',
  'ß',
  ' ',
  '"',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '|',
  "'",
  '€',
  '😀',
  'ع',
  '0',
];
const cell = fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 });

/** As most programs write a cell: in quotes only where it has to be. */
const written = (text: string, delimiter: string, always: boolean) =>
  always || /["\r\n]/.test(text) || text.includes(delimiter) || text !== text.trim()
    ? `"${text.replaceAll('"', '""')}"`
    : text;

test('any table in any encoding, with any delimiter and line end, is read back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(encodings)),
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
      fc.boolean(),
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 15 }),
      async (encoding, delimiter, lineEnd, always, ends, rows) => {
        const filled = rows.filter((row) => row.some((text) => text.trim() !== ''));
        fc.pre(filled.length > 0);
        const text =
          [['first', 'second', 'third'], ...filled]
            .map((row) => row.map((one) => written(one, delimiter, always)).join(delimiter))
            .join(lineEnd) + (ends ? lineEnd : '');
        const file = await decodeFile(encodings[encoding]?.(text) ?? Buffer.alloc(0));
        if (!file.ok) throw new Error(file.refusal.code);
        const table = await readTable(file.value);
        if (!table.ok) throw new Error(table.refusal.code);
        expect(table.value.columns.map(({ name }) => name)).toEqual(['first', 'second', 'third']);
        expect(table.value.rows.map(({ cells }) => cells)).toEqual(
          filled.map((row) => row.map((one) => readAs(encoding, one))),
        );
      },
    ),
    { numRuns: 400 },
  );
});

const answers = (withIds: boolean) =>
  fc
    .array(
      fc.record({
        score: fc.constantFrom('0', '3', '7', '9', '10', '', 'N/A'),
        said: fc.constantFrom('', 'Good', 'Slow', 'Kind, and quick'),
        day: fc.constantFrom('2026-11-01', '2026-11-02'),
      }),
      { minLength: 1, maxLength: 25 },
    )
    .map((rows) =>
      rows.map(({ score, said, day }, i) => `${withIds ? `r${i},` : ''}${score},"${said}",${day}`),
    );

const fileOf = (rows: readonly string[], withIds: boolean) =>
  `${withIds ? 'Response ID,' : ''}NPS,Comment,Date\n${rows.join('\n')}\n`;

/** How often each value and each comment stands on each day. */
function tallies({ responses, verbatims }: Bringing) {
  const counts = new Map<string, number>();
  for (const key of [
    ...responses().map(({ day, value }) => `${day} ${value}`),
    ...verbatims().map(({ at, text, value }) => `${at} ${text} ${value}`),
  ])
    counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort();
}

/** Rows in another order, cut into files. */
const split = <T>(rows: readonly T[], order: readonly number[], size: number): T[][] => {
  const shuffled = rows
    .map((row, i) => ({ row, by: order[i % order.length] ?? 0, i }))
    .sort((a, b) => a.by - b.by || a.i - b.i)
    .map(({ row }) => row);
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) =>
    shuffled.slice(i * size, (i + 1) * size),
  );
};

test.each([true, false])(
  'brought again in any order and any split it comes to the same tallies (ids: %s)',
  async (withIds) => {
    await fc.assert(
      fc.asyncProperty(
        answers(withIds),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 9 }),
        async (rows, order, size) => {
          // At least one score: a file without any is asked about.
          const all = [...rows, `${withIds ? 'last,' : ''}9,,2026-11-03`];
          const whole = await bringingTo();
          reportOf(await whole.bring(fileOf(all, withIds)));
          const once = tallies(whole);
          for (const part of split(all, order, size))
            await whole.bring(fileOf(part, withIds), { mapping: { score: 'NPS', scale: '0-10' } });
          expect(tallies(whole)).toEqual(once);
          if (!withIds) return;
          const inParts = await bringingTo();
          for (const part of split(all, order, size))
            await inParts.bring(fileOf(part, withIds), { mapping: { score: 'NPS', scale: '0-10' } });
          expect(tallies(inParts)).toEqual(once);
        },
      ),
      { numRuns: 60 },
    );
  },
);

test('the answer that its sender changed last stands, in whatever order the news come', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ score: fc.integer({ min: 0, max: 10 }), said: fc.constantFrom('', 'One', 'Two') }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 3 }),
      async (states, order, size) => {
        const news = states.map(({ score, said }, i) => ({
          event_type: 'survey_response.updated',
          event_data: {
            id: '1',
            survey_type: 'nps',
            permalink: 'https://x.example',
            score,
            comment: said || null,
            created_at: 1_763_600_000,
            updated_at: 1_763_600_000 + i,
          },
        }));
        const at = await bringingTo();
        for (const part of split(news, order, size)) reportOf(await at.bring(part));
        const last = states.at(-1);
        expect(at.responses().map(({ value }) => value)).toEqual([last?.score]);
        expect(at.verbatims().map(({ text }) => text)).toEqual(last?.said ? [last.said] : []);
      },
    ),
    { numRuns: 150 },
  );
});

test('a file that is decoded in several parts is whole, whichever signs its parts end in', async () => {
  const text = 'score;comment\n' + '9;ä😁 عß\n'.repeat(100_000);
  for (const [encoding, write] of Object.entries(encodings)) {
    const file = await decodeFile(write(text));
    if (!file.ok) throw new Error(file.refusal.code);
    expect(file.value.parts.length, encoding).toBeGreaterThan(1);
    expect(file.value.parts.join('') === readAs(encoding, text), encoding).toBe(true);
  }
});
