import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What Chromium 69 drops or reads otherwise, with the version that brought it. */
const tooNew: [RegExp, string][] = [
  [/:(?:where|is)\(/, ':where() and :is() (88)'],
  [/:has\(/, ':has() (105)'],
  [/@container|\bcontainer-type\b|\bcq[wh]\b/, 'container queries (105)'],
  [/@layer\b/, '@layer (99)'],
  [/@supports selector/, '@supports selector() (83)'],
  [/(?:^|[\s;{])inset(?:-block|-inline)?(?:-start|-end)?\s*:/, 'inset (87)'],
  [/(?:^|[\s;{])aspect-ratio\s*:/, 'aspect-ratio (88)'],
  [/(?:^|[\s;{])(?:row-|column-)?gap\s*:/, 'gap between flex items (84)'],
  [/[\s:,(](?:clamp|min|max)\(/, 'clamp(), min() and max() (79)'],
  [/\d(?:dv|sv|lv)[hw]\b/, 'dvh and its kin (108)'],
  [/\b(?:oklch|oklab|color-mix|light-dark)\(/, 'oklch() and color-mix() (111)'],
  [/(?:^|[\s;{])(?:translate|rotate|scale)\s*:/, 'translate, rotate and scale as properties (104)'],
  [/(?:^|[\s;{])place-(?:items|content)\s*:[^;]*safe/, 'safe alignment (115)'],
  [/(?:^|\n)\s*&/, 'nesting (112)'],
];

/** A wall's own styles: all that its page links, but for what only phones and admin see. */
const rooms = ['src/lib/panels', 'src/lib/charts', 'src/lib/screen', 'src/routes/display/[id]'];

const stylesIn = (text: string) =>
  [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join('\n');

function found(css: string): string[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '');
  return tooNew.filter(([pattern]) => pattern.test(plain)).map(([, what]) => what);
}

test('a wall’s styles hold nothing that TVs of 2020 do not know', () => {
  const sheets: [string, string][] = ['src/app.css', 'src/tokens.css'].map((file) => [
    file,
    readFileSync(file, 'utf8'),
  ]);
  for (const room of rooms)
    for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.svelte'),
    ))
      sheets.push([join(room, name), stylesIn(readFileSync(join(room, name), 'utf8'))]);
  expect(sheets.filter(([, css]) => css.trim()).length).toBeGreaterThan(20);
  expect(sheets.flatMap(([file, css]) => found(css).map((what) => `${file}: ${what}`))).toEqual([]);
});

test.each([
  '.a { inset: 0; }',
  '.a{gap:1em}',
  '.a { width: min(4em, 50%); }',
  '.a { padding: calc(1px + clamp(1px, 2vw, 3px)); }',
  '.a:has(b) { color: red; }',
  '.a { height: 100dvh; }',
  '.a { aspect-ratio: 1; }',
  '.a {\n  &:hover { color: red; }\n}',
  ':where(.a) { color: red; }',
])('control: %s is told', (css) => {
  expect(found(css)).toHaveLength(1);
});
