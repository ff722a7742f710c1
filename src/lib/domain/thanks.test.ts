import { describe, expect, it } from 'vitest';
import { composeThanks, longestThanks, type ThanksMaterial } from './thanks';

const decision = (meaning: string, critical: string | null = null, source: string | null = null) => ({
  meaning,
  critical,
  source,
});
const comment = (text: string, more: Partial<ThanksMaterial['comments'][number]> = {}) => ({
  id: text.slice(0, 8),
  text,
  highlight: null,
  masked: false,
  ...more,
});
const compose = (material: Partial<ThanksMaterial>) =>
  composeThanks({ decisions: [], improvements: [], comments: [], ...material });

describe('a composed thanks', () => {
  it('says what customers have of the decisions, then what was done besides', () => {
    expect(
      compose({
        decisions: [decision('You know how long it takes'), decision('Your order is read back.')],
        improvements: [{ because: 'We open at six' }, { because: null }],
      }).weDid,
    ).toBe('You know how long it takes. Your order is read back. We open at six.');
  });

  it('answers with the comment that the decision is about; with the newest only where nothing was done', () => {
    const comments = [
      comment('The soup was cold.', { criticals: ['food'] }),
      comment('I never knew how long the wait would be. Then it rained.', { criticals: ['wait'] }),
    ];
    expect(compose({ decisions: [decision('You know.', 'wait')], comments }).youSaid).toBe(
      'I never knew how long the wait would be.',
    );
    expect(compose({ comments }).youSaid).toBe('The soup was cold.');
    expect(compose({ decisions: [decision('We open at six.')], comments })).toEqual({
      youSaid: null,
      weDid: 'We open at six.',
    });
    expect(compose({ improvements: [{ because: 'We open at six.' }], comments }).youSaid).toBeNull();
  });

  it('tells the decision first whose comment stands beside it, by where it came from before what it is about', () => {
    const comments = [
      comment('The soup was cold.', { id: 'soup', criticals: ['food'] }),
      comment('Nobody told us how long it takes.', { id: 'wait', criticals: ['food'] }),
    ];
    const decisions = [decision('We open at six.'), decision('You know how long.', 'food', 'wait')];
    expect(compose({ decisions, comments })).toEqual({
      youSaid: 'Nobody told us how long it takes.',
      weDid: 'You know how long. We open at six.',
    });
    // The comment it came from is gone or was masked: another one about the same did not lead to it.
    expect(compose({ decisions: [decision('You know.', 'food', 'gone')], comments }).youSaid).toBeNull();
  });

  it('takes the sentence with the phrase that a leader chose, and no comment with something masked', () => {
    const comments = [
      comment('Call me at •••, please do.', { masked: true }),
      comment('It was late again. And nobody said a word about it! We left.', { highlight: 'said a word' }),
    ];
    expect(compose({ comments }).youSaid).toBe('And nobody said a word about it!');
  });

  it('is nothing where there is nothing, and never longer than a thanks may be', () => {
    expect(compose({})).toEqual({ youSaid: null, weDid: null });
    const long = compose({
      decisions: [decision('a'.repeat(150)), decision('b'.repeat(90)), decision('Short one.')],
    });
    expect(long.weDid).toBe(`${'a'.repeat(150)}. Short one.`);
    const { youSaid } = compose({ comments: [comment('word '.repeat(100))] });
    expect(youSaid?.length).toBeLessThanOrEqual(longestThanks);
    expect(youSaid).toMatch(/word…$/);
  });
});
