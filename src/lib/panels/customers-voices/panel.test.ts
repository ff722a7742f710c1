import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exampleNow, exampleTeam } from '../example-facts';
import type { Interest } from '../../domain/interest';
import type { Verbatim } from '../../domain/records';
import { mostLetters, partsOf } from './pages';
import { panel } from './panel';

const said = (text: string, more: Partial<Verbatim> = {}): Verbatim => ({
  id: text.slice(0, 12),
  team: 'harbour-kitchen',
  at: '2026-11-17T19:40:00Z',
  status: 'approved',
  batch: null,
  version: 1,
  text,
  response: null,
  measure: null,
  value: null,
  from: 'customer',
  touchpoint: null,
  source: 'ask',
  sourceName: null,
  highlight: null,
  masked: false,
  ...more,
});
const interest = (taps: Record<string, number>): Interest => ({
  id: 'harbour-kitchen.interest.1',
  team: 'harbour-kitchen',
  at: '2026-11-17T19:40:00Z',
  status: 'open',
  batch: null,
  version: 1,
  turn: 1,
  taps,
  marks: [],
});
const select = (verbatims: Verbatim[], count = 6, taps: Record<string, number> = {}) =>
  panel.select(
    { team: exampleTeam(), verbatims, interests: [interest(taps)], past: [] },
    v.parse(panel.options, { count }),
    exampleNow,
  );

describe('customers’ voices', () => {
  test('each comment is one showing', () => {
    const data = select([said('Warm bread!'), said('Lovely soup.')]);
    expect(data?.voices.map(({ text }) => text)).toEqual(['Warm bread!', 'Lovely soup.']);
    expect(data && panel.plays?.(data)).toBe(2);
  });

  test('asks only for what a leader approved', () => {
    expect(panel.needs(v.parse(panel.options, {})).verbatims).toMatchObject({
      status: 'approved',
      limit: 18,
    });
  });

  test('sources that nobody finds themselves in give way to those that people tap', () => {
    const voices = [
      said('From the survey.', { source: 'import:s' }),
      said('From a card.', { id: 'card' }),
      said('Another card.'),
    ];
    const texts = (taps?: Record<string, number>) => select(voices, 2, taps)?.voices.map(({ text }) => text);
    expect(texts()).toEqual(['From the survey.', 'From a card.']);
    expect(texts({ card: 1 })).toEqual(['From a card.', 'Another card.']);
  });

  test('a team’s own part in a comment comes along', () => {
    expect(select([said('Right bill.', { ourPart: ' we sent it ' })])?.voices[0]?.ourPart).toBe('we sent it');
  });

  test('no words, no scene', () => {
    expect(select([])).toBeUndefined();
    expect(select([said('  ')])).toBeUndefined();
  });

  test('a long comment takes several showings that hold all its words in order', () => {
    const text = 'The waiter came at once and the soup was hot, which we did not expect on a Sunday. '
      .repeat(5)
      .trim();
    const data = select([said(text)]);
    const parts = data?.voices ?? [];
    expect(parts.length).toBe(2);
    expect(parts.map(({ text }) => text.replace(/ …$/, '')).join(' ')).toBe(text);
    for (const part of parts) expect(part.text.length).toBeLessThanOrEqual(mostLetters);
  });

  test('the highlighted phrase is set only in the part that holds it', () => {
    const long = `${'We waited and waited and nobody came. '.repeat(7)}Then you smiled.`;
    const data = select([said(long, { highlight: 'you smiled' })]);
    expect(data?.voices.map(({ highlight }) => highlight)).toEqual([null, 'you smiled']);
  });

  test('one endless word still becomes parts', () => {
    const parts = partsOf('a'.repeat(500));
    expect(parts.join('').replaceAll(' …', '')).toBe('a'.repeat(500));
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(mostLetters);
  });
});
