import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { exampleNow, exampleTeam } from '../example-facts';
import type { Interest } from '../../domain/interest';
import type { Turn } from '../../domain/practice';
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
const unwatched = { turns: [], said: [], waiting: [] };
const select = (verbatims: Verbatim[], count = 6, taps: Record<string, number> = {}) =>
  panel.select(
    { team: exampleTeam(), verbatims, ...unwatched, interests: [interest(taps)], past: [] },
    v.parse(panel.options, { count }),
    exampleNow,
  );

describe('customers’ voices', () => {
  test('each comment is one showing', () => {
    const data = select([said('Warm bread!'), said('Lovely soup.')]);
    expect(data?.voices.map(({ text }) => text)).toEqual(['Warm bread!', 'Lovely soup.']);
    expect(data && panel.plays?.(data)).toBe(2);
  });

  test('a colleague whom the team serves speaks as one of that team, other employees as before', () => {
    const data = select([
      said('Hot plates all week.', { from: 'employee', source: 'colleagues:floor', sourceName: 'Floor' }),
      said('The rota board helps.', { from: 'employee', source: 'api:k', sourceName: 'Staff survey' }),
    ]);
    expect(data?.voices.map(({ within, source }) => [within, source])).toEqual([
      ['Floor', null],
      [null, 'Staff survey'],
    ]);
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

describe('what the team watches', () => {
  const critical = (id: string, question: string | null = null) => ({ id, name: id, words: [], question });
  const team = exampleTeam({
    criticals: [critical('wait'), critical('warm', 'Was it warm?'), critical('bill', 'Was it right?')],
  });
  const about = (at: string, ...criticals: string[]) => said('Warm bread!', { at, criticals });
  const open: Turn = {
    id: 'harbour-kitchen.turn.4',
    team: 'harbour-kitchen',
    at: '2026-11-10T08:00:00.000Z',
    status: 'open',
    batch: null,
    version: 1,
    number: 4,
    woken: null,
    closing: null,
  };
  const watched = (comments: Verbatim[], waiting: Verbatim[] = [], of = team) =>
    panel.select(
      {
        team: of,
        verbatims: [said('Lovely soup.')],
        turns: [open],
        said: comments,
        waiting,
        interests: [],
        past: [],
      },
      v.parse(panel.options, {}),
      exampleNow,
    );

  test('counts the comments of this turn about each, and shows as a hole what nobody spoke of', () => {
    const data = watched(
      [
        about('2026-11-20T09:00:00.000Z', 'wait', 'warm'),
        about('2026-11-10T08:00:00.000Z', 'wait'),
        about('2026-11-10T07:59:59.999Z', 'bill'),
        about('2026-11-21T09:00:00.000Z'),
      ],
      [about('2026-11-21T10:00:00.000Z', 'wait')],
    );
    expect(data?.watched?.criticals.map(({ id, said }) => `${id} ${said}`)).toEqual([
      'wait 3',
      'warm 1',
      'bill 0',
    ]);
    expect(data?.watched).toMatchObject({ turn: 4, ask: 'Was it right?' });
    expect(data && panel.plays?.(data)).toBe(2);
    expect(v.is(panel.data, data)).toBe(true);
  });

  test('asks about the first hole that has a question, and about none where all is spoken of', () => {
    expect(watched([])?.watched?.ask).toBe('Was it warm?');
    expect(watched([about('2026-11-20T09:00:00.000Z', 'wait', 'warm', 'bill')])?.watched?.ask).toBeNull();
  });

  test('is left out while the team has chosen nothing', () => {
    const data = watched([], [], exampleTeam());
    expect(data?.watched).toBeNull();
    expect(data && panel.plays?.(data)).toBe(1);
  });
});
