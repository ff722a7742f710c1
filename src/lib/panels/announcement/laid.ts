import type { Span } from '../../domain/rich-text';

/** Rows as the spans of one text, a line each. */
export const inLines = (rows: readonly Span[][]): Span[] =>
  rows.flatMap((row, i) => (i > 0 ? [{ text: '\n' }, ...row] : row));

/**
 * Spans as they stand in a text that was fitted: with the soft hyphens it was given, and where words were cut, up to there.
 */
export function laid(fitted: string, spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const { text, ...style } of spans) {
    const from = at;
    for (const letter of text.split('')) {
      while (fitted[at] === '\u00ad') at += 1;
      if (fitted[at] !== letter)
        return [...out, { text: fitted.slice(from, at), ...style }, { text: fitted.slice(at) }];
      at += 1;
    }
    out.push({ text: fitted.slice(from, at), ...style });
  }
  return out;
}
