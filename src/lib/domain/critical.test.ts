import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalsOf, holesIn, speaksOf, type Critical } from './critical';

const wait: Critical = { id: 'wait', name: 'The wait', words: ['wait', 'queue', 'too long'], question: null };
const soup: Critical = { id: 'soup', name: 'Soup', words: [], question: 'How was the soup?' };

describe('a comment speaks of a word', () => {
  it.each([
    ['We waited for an hour', 'wait', true],
    ['WAIT!', 'wait', true],
    ['The await of it', 'wait', false],
    ['The queue took much too\n long.', 'too long', true],
    ['Too – long', 'too long', true],
    ['Un café très chaud', 'cafe', true],
    ['Un cafe chaud', 'Café', true],
    ['Die Straße war laut', 'strasse', false],
    ['スープが冷たい', '冷た', true],
    ['الانتظار طويل', 'الانتظار', true],
    ['Anything', '', false],
    ['Anything', ' – ', false],
    ['(a.*) is no pattern', 'a.*', true],
    ['abc', 'a.*', true],
    ['xbc', '.*', false],
  ])('%j of %j: %j', (text, word, speaks) => {
    expect(speaksOf(text, word)).toBe(speaks);
  });

  it('that stands in it, whatever stands around', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(speaksOf(`${before} Wartezeit ${after}`, 'wartezeit')).toBe(true);
      }),
    );
  });
});

describe('a comment is about', () => {
  it.each([
    ['all criticals that it speaks of', 'Long queue, cold soup', undefined, ['wait', 'soup']],
    ['none where it speaks of none', 'Lovely', undefined, []],
    ['what a leader says it is about', 'It took ages', { wait: true }, ['wait']],
    [
      'not what a leader says it is not about',
      'I cannot wait to come back: the soup!',
      { wait: false },
      ['soup'],
    ],
    ['none that the team has no more', 'Lovely', { gone: true }, []],
  ] as const)('%s', (_, text, sorted, about) => {
    expect(criticalsOf({ text, sorted }, [wait, soup])).toEqual(about);
  });
});

it('a critical that no comment is about is a hole, and hidden comments fill none', () => {
  const said = (criticals: string[] | undefined, status: 'waiting' | 'approved' | 'hidden' = 'waiting') => ({
    status,
    criticals,
  });
  expect(holesIn([wait, soup], [])).toEqual(['wait', 'soup']);
  expect(holesIn([wait, soup], [said(undefined), said(['soup'])])).toEqual(['wait']);
  expect(holesIn([wait, soup], [said(['soup', 'wait'], 'hidden')])).toEqual(['wait', 'soup']);
  expect(holesIn([], [said(['gone'])])).toEqual([]);
});
