/** A word of a text: from `start` up to `end` (exclusive). */
export interface Word {
  start: number;
  end: number;
}

/** The words taken, by their place: first and last, both included. */
export interface Span {
  first: number;
  last: number;
}

/** The words of a text, punctuation kept with them. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** What a tap on a word makes of the span: the first takes it, another stretches to it, the only one lets go. */
export function stretched(span: Span | null, at: number): Span | null {
  if (!span) return { first: at, last: at };
  if (span.first === at && span.last === at) return null;
  if (at < span.first) return { first: at, last: span.last };
  if (at > span.last) return { first: span.first, last: at };
  // Inside or at an edge: start again from here.
  return { first: at, last: at };
}

/** The phrase as it stands in the text, without punctuation at its ends; null for no words. */
export function phraseOf(text: string, words: readonly Word[], span: Span | null): string | null {
  const first = span && words[span.first];
  const last = span && words[span.last];
  if (!first || !last) return null;
  const phrase = text.slice(first.start, last.end);
  return phrase.replace(/^["'“„«(]+|[.,;:!?"'”“»)…]+$/gu, '') || phrase;
}
