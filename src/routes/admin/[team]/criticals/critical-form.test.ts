import { describe, expect, it } from 'vitest';
import { criticalsIn, wordsIn } from './critical-form';

describe('the form of the criticals', () => {
  it.each([
    ['wait, queue ; too long', ['wait', 'queue', 'too long']],
    ['wait\nqueue', ['wait', 'queue']],
    ['انتظار، طابور', ['انتظار', 'طابور']],
    [' , ;', []],
  ])('takes %j as words', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('drops rows that are empty or were emptied, and says of each part which field it came from', () => {
    const typed = {
      'id-0': 'wait',
      'name-0': ' ',
      'words-0': 'queue',
      'question-0': '',
      'id-1': 'soup',
      'name-1': 'Soup',
      'words-1': '',
      'question-1': 'How was it?',
      'id-2': '',
      'name-2': '',
      'words-2': 'bill',
      'question-2': '',
      'id-3': '',
      'name-3': '',
      'words-3': '',
      'question-3': '',
    };
    const { criticals, rename } = criticalsIn(typed, () => 'new');
    expect(criticals).toEqual([
      { id: 'soup', name: 'Soup', words: [], question: 'How was it?' },
      { id: 'new', name: '', words: ['bill'], question: null },
    ]);
    expect(rename['criticals.1.name']).toBe('name-2');
  });
});
