import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeEach, describe, expect, test } from 'vitest';
import { bringingTo, refusalOf, reportOf, type Bringing } from '../../../../../tests/support/bringing';
import { readBody } from '../body';
import { rejectedCsv } from './say-import';

const samples = new URL('../../../../../tests/samples/nasty/', import.meta.url);
const naughty = JSON.parse(readFileSync(new URL('blns.json', samples), 'utf8')) as string[];
const injections = readFileSync(new URL('csv-injection.txt', samples), 'utf8').split(/\r?\n/).filter(Boolean);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

let at: Bringing;
beforeEach(async () => {
  at = await bringingTo();
});

describe('515 naughty strings', () => {
  const file = () =>
    `Response ID,NPS,Comment,Date\n${naughty.map((text, i) => `n${i},9,${quoted(text)},2026-11-01`).join('\n')}\n`;

  test('come in as comments, each with its answer; plain ones exactly as they were', async () => {
    expect(naughty).toHaveLength(515);
    expect(reportOf(await at.bring(file(), { mapping: { comment: ['Comment'] } }))).toMatchObject({
      rows: 515,
      created: 515,
      rejected: [],
    });
    const kept = new Set(at.verbatims().map(({ text }) => text));
    // Letters, blanks and common signs of any script: nothing in them has a meaning to a machine.
    const plain = naughty.filter(
      (text) =>
        /^[\p{L}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}][\p{L} .,!?]+$/u.test(
          text,
        ) &&
        !/^(none|nil|null|nan)$/i.test(text) &&
        text === text.normalize('NFC').trim().replace(/ {2,}/g, ' '),
    );
    expect(plain.length).toBeGreaterThan(40);
    expect(plain.filter((text) => !kept.has(text))).toEqual([]);
  });

  test('hold nothing that hides, turns the line around, or is a tag', async () => {
    await at.bring(file(), { mapping: { comment: ['Comment'] } });
    expect(at.verbatims().length).toBeGreaterThan(400);
    for (const { text } of at.verbatims()) {
      expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/u);
      // eslint-disable-next-line no-control-regex
      expect(text).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/u);
      expect(text).not.toMatch(/<\/?(script|img|iframe|svg|a|b|div|body|style)\b[^<>]*>/i);
    }
  });

  test('leave as they came in: a line of JSON each', async () => {
    await at.bring(file(), { mapping: { comment: ['Comment'] } });
    const lines = at
      .verbatims()
      .map((verbatim) => JSON.stringify(verbatim))
      .join('\n')
      .split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { text: string }).text)).toEqual(
      at.verbatims().map(({ text }) => text),
    );
  });

  test('and formulas are shown, never run, in the file of rows that could not be read', async () => {
    const rows = [...naughty, ...injections].map((text, i) => `n${i},9,${quoted(text)},2027-01-01`);
    const report = reportOf(
      await at.bring(`Response ID,NPS,Comment,Date\nok,9,Good,2026-11-01\n${rows.join('\n')}\n`),
    );
    const done = await at.store.get('import', report.id ?? '');
    if (!done) throw new Error('the import is not there');
    expect(done.rejected).toHaveLength(515 + injections.length);
    const read = parse(rejectedCsv(done, { line: 'Line', reason: 'Reason' }), { bom: true }) as string[][];
    expect(read).toHaveLength(1 + 515 + injections.length);
    const cells = read.slice(1).map((row) => row[4] ?? '');
    for (const [i, cell] of cells.entries()) {
      const was = [...naughty, ...injections][i] ?? '';
      expect([was.slice(0, 1_000), `'${was.slice(0, 1_000)}`.slice(0, 1_001)]).toContain(cell);
      expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    }
  });
});

describe('a file that is no file of answers', () => {
  const wide = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',');
  test.each<[string, string | Uint8Array, string]>([
    ['NUL bytes', Buffer.from('NPS,Date\n9,2026\0-11-01\n'), 'import-no-table'],
    ['ten thousand columns', `${wide}\n${wide}\n`, 'import-too-wide'],
    ['cut off within a quote', 'NPS,Comment,Date\n9,"Good,2026-11-01\n', 'import-open-quote'],
    [
      'a web page called CSV',
      '\n <!DOCTYPE html><html><head><title>Sign in</title></head></html>',
      'import-web-page',
    ],
    ['a header only', 'NPS,Comment,Date\r\n', 'import-no-rows'],
    ['one line of twenty million signs', `NPS,Date\n${'x'.repeat(20_000_000)}\n`, 'import-no-table'],
    ['two hundred thousand and one rows', `NPS,Date\n${'9,2026-11-01\n'.repeat(200_001)}`, 'import-too-long'],
  ])('%s is refused with a sentence of its own, and nothing is stored', async (_, file, code) => {
    const before = at.store.commits.length;
    expect(refusalOf(await at.bring(file))).toBe(code);
    expect(at.store.commits).toHaveLength(before);
  });

  test('a line of a gigabyte is refused while it comes, and no more than the limit of it is ever held', async () => {
    const part = new Uint8Array(1024 * 1024).fill(0x78);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (sent >= 1024) return controller.close();
          sent += 1;
          controller.enqueue(part);
        },
      },
      { highWaterMark: 0 },
    );
    const request = new Request('http://board.test/', {
      method: 'POST',
      body,
      duplex: 'half',
    } as RequestInit);
    const read = await readBody(request, 25 * 1024 * 1024);
    expect(read).toMatchObject({ ok: false, refusal: { code: 'too-big', values: { megabytes: 25 } } });
    // What is read beyond the limit is thrown away, so that the sender gets to hear the answer; even that ends.
    expect(sent).toBeLessThan(200);
  });
});
