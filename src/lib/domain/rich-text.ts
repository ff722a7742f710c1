import { cleanText } from './verbatim';

/** Words that are set alike. */
export interface Span {
  text: string;
  bold?: boolean;
  italic?: boolean;
}

/** One block of an announcement; each line is a row of spans. */
export type Block =
  | { kind: 'heading'; line: Span[] }
  | { kind: 'text'; lines: Span[][] }
  | { kind: 'list'; items: Span[][]; first: number | null };

const heading = /^#{1,3}\s+(.+?)\s*#*$/u;
const bullet = /^[-*•]\s+(.+)$/u;
const numbered = /^(\d{1,3})[.)]\s+(.+)$/u;

/** A person's words in several lines made safe to show: as `cleanText` line by line, never more than one empty line. */
export function cleanLines(text: string, limit: number): string {
  let left = limit;
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u).map((line) => {
    const clean = left > 0 ? cleanText(line, left) : '';
    left -= [...clean].length + 1;
    return clean;
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** The letters that stand for themselves on both sides of an emphasis. */
const marks: [RegExp, Omit<Span, 'text'>][] = [
  [/\*\*\*(?=\S)(.+?)(?<=\S)\*\*\*/u, { bold: true, italic: true }],
  [/\*\*(?=\S)(.+?)(?<=\S)\*\*/u, { bold: true }],
  [/(?<![\p{L}\p{N}])__(?=\S)(.+?)(?<=\S)__(?![\p{L}\p{N}])/u, { bold: true }],
  [/(?<!\*)\*(?=[^\s*])(.+?)(?<=[^\s*])\*(?!\*)/u, { italic: true }],
  [/(?<![\p{L}\p{N}])_(?=\S)(.+?)(?<=\S)_(?![\p{L}\p{N}])/u, { italic: true }],
];

/** A line's spans. What is no emphasis stays as it was typed: links, pictures, code and tags are words like any other. */
export function spansOf(line: string, style: Omit<Span, 'text'> = {}): Span[] {
  if (!line) return [];
  for (const [pattern, more] of marks) {
    const found = pattern.exec(line);
    if (!found?.[1]) continue;
    return [
      ...spansOf(line.slice(0, found.index), style),
      ...spansOf(found[1], { ...style, ...more }),
      ...spansOf(line.slice(found.index + found[0].length), style),
    ];
  }
  return [{ text: line, ...style }];
}

/** Reads the subset of Markdown that announcements know: one level of headings, bold, italic, lists, lines. */
export function richText(text: string): Block[] {
  const blocks: Block[] = [];
  let open = true;
  for (const line of text.split('\n').map((line) => line.trim())) {
    const last = open ? undefined : blocks.at(-1);
    const [, title] = heading.exec(line) ?? [];
    const [, point] = bullet.exec(line) ?? [];
    const [, number, step] = numbered.exec(line) ?? [];
    open = line === '' || title !== undefined;
    if (line === '') continue;
    if (title !== undefined) blocks.push({ kind: 'heading', line: spansOf(title) });
    else if (point !== undefined || step !== undefined) {
      const item = spansOf(point ?? step ?? '');
      const isNumbered = step !== undefined;
      if (last?.kind === 'list' && (last.first !== null) === isNumbered) last.items.push(item);
      else blocks.push({ kind: 'list', items: [item], first: isNumbered ? Number(number) : null });
    } else if (last?.kind === 'text') last.lines.push(spansOf(line));
    else blocks.push({ kind: 'text', lines: [spansOf(line)] });
  }
  return blocks;
}

/** Blocks as rows of spans: bullets and numbers written out, headings bold. */
export const rowsOf = (blocks: readonly Block[]): Span[][] =>
  blocks.flatMap((block) => {
    if (block.kind === 'heading') return [block.line.map((span) => ({ ...span, bold: true }))];
    if (block.kind === 'text') return block.lines;
    return block.items.map((item, i) => [
      { text: block.first === null ? '•\u00a0' : `${block.first + i}.\u00a0` },
      ...item,
    ]);
  });

/** A row's words without their setting. */
export const plainOf = (row: readonly Span[]): string => row.map(({ text }) => text).join('');

/** A row takes at least this much of a page, in letters, however short it is. */
const leastRow = 56;
const sentenceEnd = /[.!?…。؟]["”’)]?\s*$/u;

/** Cuts a row that is longer than a page: after a sentence where one ends in its second half, else between words. */
function cut(row: Span[], most: number): [Span[], Span[]] {
  const words = row.flatMap(({ text, ...style }) =>
    (text.match(/\S+\s*|\s+/gu) ?? []).map((word) => ({ text: word, ...style })),
  );
  let [letters, keep, sentence] = [0, 0, 0];
  for (const { text } of words) {
    if (keep > 0 && letters + text.length > most - 2) break;
    letters += text.length;
    keep += 1;
    if (letters > most / 2 && sentenceEnd.test(text)) sentence = keep;
  }
  const at = sentence || keep;
  const here = words.slice(0, at);
  return [sentence || at === words.length ? here : [...here, { text: '…' }], words.slice(at)];
}

/**
 * Rows cut into pages of at most `most` letters each. A row stays whole where it can; a heading (a row that is all bold)
 * does not end a page.
 */
export function pagesOf(rows: readonly Span[][], most = 240): Span[][][] {
  const pages: Span[][][] = [];
  let page: Span[][] = [];
  let used = 0;
  const turn = () => {
    const last = page.at(-1);
    const carried = page.length > 1 && last?.every(({ bold }) => bold) ? page.splice(-1) : [];
    if (page.length > 0) pages.push(page);
    page = carried;
    used = carried.reduce((sum, row) => sum + Math.max(leastRow, plainOf(row).length), 0);
  };
  const queue = [...rows];
  for (let row = queue.shift(); row; row = queue.shift()) {
    const size = Math.max(leastRow, plainOf(row).length);
    if (used + size <= most) {
      page.push(row);
      used += size;
    } else if (size > most && most - used > most / 2) {
      const [here, rest] = cut(row, most - used);
      page.push(here);
      used = most;
      if (rest.length > 0) queue.unshift(rest);
    } else if (page.length > 0) {
      const before = pages.length;
      turn();
      // A heading that alone was carried on must not turn the page for ever.
      if (pages.length === before) used = 0;
      queue.unshift(row);
    } else {
      page.push(row);
      used += size;
    }
  }
  if (page.length > 0) pages.push(page);
  return pages;
}
