import { describe, expect, it } from 'vitest';
import { phraseOf, stretched, wordsOf } from './phrase';

const text = 'The soup was cold,  but “the waiter laughed” with us!';
const words = wordsOf(text);

describe('a phrase chosen by tapping words', () => {
  it('begins with the first word tapped and stretches to the next, either way', () => {
    const one = stretched(null, 6);
    expect(phraseOf(text, words, one)).toBe('waiter');
    expect(phraseOf(text, words, stretched(one, 7))).toBe('waiter laughed');
    expect(phraseOf(text, words, stretched(one, 4))).toBe('but “the waiter');
  });

  it('is let go by tapping the only word again', () => {
    expect(stretched({ first: 2, last: 2 }, 2)).toBeNull();
    expect(phraseOf(text, words, null)).toBeNull();
  });

  it('starts again from a word inside it', () => {
    expect(stretched({ first: 1, last: 5 }, 3)).toEqual({ first: 3, last: 3 });
  });

  it('stands in the text as it is written, spaces and all, without punctuation at its ends', () => {
    const phrase = phraseOf(text, words, { first: 2, last: 7 });
    expect(phrase).toBe('was cold,  but “the waiter laughed');
    expect(text).toContain(phrase);
    expect(phraseOf(text, words, { first: 5, last: 9 })).toBe('the waiter laughed” with us');
  });
});
