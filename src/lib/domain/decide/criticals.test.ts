import { describe, expect, it } from 'vitest';
import { response, team as someTeam, verbatim } from '../../../../tests/support/records';
import type { Actor, Commands } from '../command';
import type { Critical } from '../critical';
import { decide } from '../decide';
import type { Response, Verbatim } from '../records';
import type { Facts } from './facts';

const now = new Date('2026-11-22T17:00:00Z');
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };
const wait: Critical = { id: 'wait', name: 'The wait', words: ['wait', 'queue'], question: null };
const soup: Critical = { id: 'soup', name: 'Soup', words: [], question: 'How was the soup?' };
const team = { ...someTeam({ criticals: [wait, soup] }), version: 3 };
const said = (over: Partial<Verbatim>): Verbatim => ({ ...verbatim(), version: 1, ...over });
const answer = (over: Partial<Response>): Response => ({ ...response(), version: 1, ...over });

function decided<C extends 'team:criticals' | 'verbatim:sort' | 'response:record'>(
  name: C,
  input: Commands[C],
  facts: Facts[C],
  actor = leader,
) {
  const result = decide(name, input, facts, actor, now);
  if (!result.ok)
    return [result.refusal.code, result.refusal.faults?.map(({ path, code }) => `${path} ${code}`)];
  return result.value.changes.map((change) =>
    'put' in change ? { put: change.put, ...change.record } : change,
  );
}

describe('choosing criticals', () => {
  const choose = (
    criticals: Critical[],
    facts: Partial<Facts['team:criticals']> = {},
    actor = leader,
    saw = 3,
  ) =>
    decided(
      'team:criticals',
      { team: 'north', saw, criticals },
      { team, comments: [], responses: new Map(), ...facts },
      actor,
    );

  it('keeps them clean, and matches comments and their answers anew', () => {
    const comments = [
      said({ id: 'a', text: 'A long queue', response: 'ra', criticals: [] }),
      said({ id: 'b', text: 'Good soup', response: 'ra', criticals: ['soup'] }),
      said({ id: 'c', text: 'Lovely', response: 'rc' }),
      said({ id: 'd', text: 'Lovely', response: null, sorted: { wait: true } }),
    ];
    const responses = new Map([
      ['ra', answer({ id: 'ra', criticals: ['soup'] })],
      ['rc', answer({ id: 'rc' })],
    ]);
    const changes = choose(
      [{ ...wait, name: ' The  wait ', words: ['queue', ' ', 'queue'], question: ' ' }, soup],
      { comments, responses },
    );
    expect(changes).toMatchObject([
      { put: 'team', criticals: [{ id: 'wait', name: 'The wait', words: ['queue'], question: null }, soup] },
      { put: 'verbatim', id: 'a', criticals: ['wait'] },
      { put: 'verbatim', id: 'd', criticals: ['wait'], sorted: { wait: true } },
      { put: 'response', id: 'ra', criticals: ['wait', 'soup'] },
    ]);
    expect(changes).toHaveLength(4);
  });

  it.each([
    [
      'an eighth',
      Array.from({ length: 8 }, (_, i) => ({ ...soup, id: `c${i}`, name: `C${i}` })),
      ['criticals too-many'],
    ],
    ['one without a name', [{ ...wait, name: ' ' }], ['criticals.0.name missing']],
    ['the same twice', [wait, { ...wait, id: 'w2', name: 'THE WAIT' }], ['criticals.1.name twice']],
    ['a word that is a speech', [{ ...wait, words: ['x'.repeat(41)] }], ['criticals.0.words too-long']],
  ] as [string, Critical[], string[]][])('refuses %s', (_, criticals, faults) => {
    expect(choose(criticals)).toEqual(['invalid', faults]);
  });

  it('is for those who lead the team, from what they saw', () => {
    expect(choose([soup], {}, manager)).toEqual(['not-yours', undefined]);
    expect(choose([soup], {}, leader, 2)).toEqual(['changed-meanwhile', undefined]);
  });
});

describe('sorting a comment by hand', () => {
  const comment = said({ id: 'a', text: 'I cannot wait to come back', response: 'ra', criticals: ['wait'] });
  const other = said({ id: 'b', text: 'Soup!', response: 'ra', criticals: ['soup'] });
  const sort = (critical: string, about: boolean, verbatim: Verbatim = comment, actor = leader) =>
    decided(
      'verbatim:sort',
      { team: 'north', id: verbatim.id, critical, about },
      {
        team,
        verbatim,
        response: answer({ id: 'ra', criticals: ['wait', 'soup'] }),
        others: [comment, other],
      },
      actor,
    );

  it('takes it out of a critical or puts it into one, with its answer as far as no other comment holds that', () => {
    expect(sort('wait', false)).toMatchObject([
      { put: 'verbatim', id: 'a', criticals: [], sorted: { wait: false } },
      { put: 'response', id: 'ra', criticals: ['soup'] },
    ]);
    expect(sort('soup', true)).toMatchObject([
      { put: 'verbatim', id: 'a', criticals: ['wait', 'soup'], sorted: { soup: true } },
    ]);
  });

  it('does nothing where it is so already, and nothing for strangers or to criticals that are gone', () => {
    expect(sort('wait', true)).toEqual([]);
    expect(sort('gone', true)).toEqual(['not-there', undefined]);
    expect(sort('wait', false, said({ ...comment, team: 'south' }))).toEqual(['not-there', undefined]);
    expect(sort('wait', false, comment, manager)).toEqual(['not-yours', undefined]);
  });
});

it('a comment is matched as it comes in; what a leader said holds until its words change', () => {
  const record = (comment: string, before?: Verbatim, of = team) =>
    decided(
      'response:record',
      { team: 'north', source: 'ask', ids: ['a'], responses: [{ metric: 'nps', value: 9, comment }] },
      { team: of, existing: [before && answer({ id: 'a' })], comments: [before] },
      { as: 'customer' } as Actor,
    );
  expect(record('We waited for soup')).toMatchObject([
    { put: 'response', criticals: ['wait', 'soup'] },
    { put: 'verbatim', criticals: ['wait', 'soup'] },
  ]);
  const sorted = said({ id: 'a', text: 'We waited', response: 'a', criticals: [], sorted: { wait: false } });
  expect(record('We waited', sorted)).toMatchObject([
    { criticals: [] },
    { criticals: [], sorted: { wait: false } },
  ]);
  expect(record('We waited long', sorted)).toMatchObject([{ criticals: ['wait'] }, { criticals: ['wait'] }]);
  const without = record('We waited', undefined, { ...someTeam(), version: 1 });
  expect(without.map((change) => Object.keys(change as object).includes('criticals'))).toEqual([
    false,
    false,
  ]);
});
