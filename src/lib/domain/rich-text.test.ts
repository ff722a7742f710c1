import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanLines, pagesOf, plainOf, richText, rowsOf, spansOf } from './rich-text';

const plain = (text: string) => rowsOf(richText(text)).map(plainOf);

it('knows bold, italic and both', () => {
  expect(spansOf('Come **hungry**, *please*, ***all*** of __you__ and _them_.')).toEqual([
    { text: 'Come ' },
    { text: 'hungry', bold: true },
    { text: ', ' },
    { text: 'please', italic: true },
    { text: ', ' },
    { text: 'all', bold: true, italic: true },
    { text: ' of ' },
    { text: 'you', bold: true },
    { text: ' and ' },
    { text: 'them', italic: true },
    { text: '.' },
  ]);
});

it('knows a heading, lists with points and numbers, and lines', () => {
  expect(richText('# Monday\nNew menu.\nSame soup.\n\n- taste\n* tell\n1. open\n2. close')).toEqual([
    { kind: 'heading', line: [{ text: 'Monday' }] },
    { kind: 'text', lines: [[{ text: 'New menu.' }], [{ text: 'Same soup.' }]] },
    { kind: 'list', items: [[{ text: 'taste' }], [{ text: 'tell' }]], first: null },
    { kind: 'list', items: [[{ text: 'open' }], [{ text: 'close' }]], first: 1 },
  ]);
  expect(plain('- taste\n3. shut')).toEqual(['•\u00a0taste', '3.\u00a0shut']);
});

it.each([
  '[menu](https://evil.example)',
  '![x](https://evil.example/a.png)',
  '<b onclick="x()">hi</b>',
  '<script>alert(1)</script>',
  '`code` ~~gone~~ > said',
  '2 * 3 * 4 = 24',
  'snake_case_name and 5*',
  '** not bold **',
  '---',
  '#hashtag',
])('leaves %s as it was typed', (text) => {
  expect(rowsOf(richText(text))).toEqual([[{ text }]]);
});

it('keeps lines, but no more than one empty one, and nothing that hides', () => {
  expect(cleanLines('  One\u202e \r\n\n\n\n two\u200b  three\n', 99)).toBe('One\n\ntwo three');
  expect(cleanLines('abcdef\nghi', 9)).toBe('abcdef\ngh');
});

it('loses no word and never hangs, whatever is typed', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('a', ' ', '*', '_', '#', '-', '1', '.', '\n', 'ب', '<', '['),
  });
  fc.assert(
    fc.property(nasty, (text) => {
      const letters = (of: string) => of.replace(/[^aب<[]/gu, '');
      expect(letters(plain(text).join(''))).toBe(letters(text));
      const rows = rowsOf(richText(text));
      const paged = pagesOf(rows, 60).flat().map(plainOf).join('');
      expect(letters(paged)).toBe(letters(text));
    }),
  );
});

it('is one page where it is short, and else as many as it needs, each of them readable', () => {
  expect(pagesOf(rowsOf(richText('Short.\n- a\n- b')))).toHaveLength(1);
  const long = Array.from({ length: 60 }, (_, i) => `word${i}${i % 9 === 8 ? '.' : ''}`).join(' ');
  const pages = pagesOf(rowsOf(richText(long)), 120);
  expect(pages.length).toBeGreaterThan(3);
  for (const page of pages) expect(page.map(plainOf).join('').length).toBeLessThanOrEqual(120);
  expect(plainOf(pages[0]![0]!)).toMatch(/[.…]\s*$/);
});

it('keeps a heading with what stands under it', () => {
  const text = `${'Before this there is a line. '.repeat(6)}\n\n# Next week\n${'After it another one. '.repeat(3)}`;
  const pages = pagesOf(rowsOf(richText(text)), 240);
  expect(pages).toHaveLength(2);
  expect(plainOf(pages[1]![0]!)).toBe('Next week');
});
