import { describe, expect, it } from 'vitest';
import { team as someTeam, verbatim } from '../../../../tests/support/records';
import type { Aim } from '../aim';
import type { Actor, Commands } from '../command';
import { decide } from '../decide';
import type { Experiment } from '../experiment';
import type { Finding } from '../journey';
import type { TeamDecision } from '../practice';
import type { Facts } from './facts';

const now = new Date('2026-11-22T23:30:00Z');
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };
const team = {
  ...someTeam({ criticals: [{ id: 'wait', name: 'Wait', words: [], question: null }] }),
  version: 1,
};
const kept: TeamDecision = {
  id: 'd',
  team: 'north',
  at: now.toISOString(),
  status: 'taken',
  batch: null,
  version: 1,
  text: 'We say the wait',
  meaning: 'They know when',
  routine: 'Pre-shift talk',
  start: '2026-11-22',
  review: '2026-12-06',
  critical: null,
  turn: 1,
};

const take = (
  over: Partial<Commands['decision:take']> = {},
  actor: Actor = leader,
  existing?: TeamDecision,
  more: Partial<Facts['decision:take']> = {},
) => {
  const input: Commands['decision:take'] = {
    id: 'd',
    team: 'north',
    text: ' We say the wait  before they ask ',
    meaning: 'They know when food comes',
    routine: 'Pre-shift talk',
    review: '2026-12-06',
    critical: 'wait',
    ...over,
  };
  const result = decide(
    'decision:take',
    input,
    {
      ...{ team, existing, open: undefined, cited: undefined, finding: undefined, experiment: undefined },
      ...{ aim: undefined, ...more },
    },
    actor,
    now,
  );
  if (!result.ok)
    return result.refusal.faults?.map(({ path, code }) => `${path} ${code}`) ?? [result.refusal.code];
  return result.value.changes.map((change) => ('put' in change ? change.record : change));
};

describe('a decision', () => {
  it('carries its routine, start, review, what customers have of it, its critical and its turn', () => {
    expect(take()).toMatchObject([
      {
        status: 'taken',
        text: 'We say the wait before they ask',
        meaning: 'They know when food comes',
        routine: 'Pre-shift talk',
        start: '2026-11-22',
        review: '2026-12-06',
        critical: 'wait',
        turn: 1,
      },
    ]);
    expect(take({}, leader, kept)).toEqual([]);
  });

  it.each([
    ['without words', { text: ' ', meaning: '' }, ['text missing', 'meaning missing']],
    ['tied to no routine', { routine: ' ' }, ['routine routine-missing']],
    ['reviewed before it begins', { review: '2026-11-22' }, ['review due-before-start']],
    ['reviewed when all have forgotten it', { review: '2027-03-01' }, ['review review-too-late']],
    [
      'that began before anybody remembers',
      { start: '2026-08-01', review: '2026-10-01' },
      ['start start-long-ago'],
    ],
    ['about a critical that there is not', { critical: 'gone' }, ['critical not-a-choice']],
  ] as const)('%s is refused beside the field', (_, over, faults) => {
    expect(take(over)).toEqual(faults);
  });

  it('names the comment it came from, the skill practised and the aim it serves, where there are such', () => {
    const cited = { ...verbatim({ status: 'approved' }), version: 1 };
    const aim: Aim = {
      id: 'calm',
      team: null,
      at: now.toISOString(),
      status: 'open',
      batch: null,
      version: 1,
      text: 'Nobody waits in the dark',
    };
    const named = { source: cited.id, skill: 'coaching', aim: 'calm' };
    expect(take(named, leader, undefined, { cited, aim })).toMatchObject([named]);
    const faults = ['source not-a-choice', 'aim not-a-choice'];
    const hidden = { ...cited, status: 'hidden' as const };
    expect(take(named, leader, undefined, { cited: hidden, aim: { ...aim, status: 'closed' } })).toEqual(
      faults,
    );
    expect(take(named, leader, undefined, { cited: { ...cited, team: 'south' } })).toEqual(faults);
    expect(take({ skill: 'juggling' })).toEqual(['skill not-a-choice']);
  });

  it('cites what a champion found, which is answered with it, or what was tried out', () => {
    const of = { team: 'north', at: now.toISOString(), batch: null, version: 2 };
    const finding: Finding = {
      ...{ ...of, id: 'dark', status: 'brought', step: 'door', from: 'customer', felt: 'bad' },
      ...{ saw: 'The sign is dark', picture: null },
    };
    expect(take({ source: 'dark' }, leader, undefined, { finding })).toMatchObject([
      { id: 'd', source: 'dark' },
      { id: 'dark', status: 'answered' },
    ]);
    const hidden = { ...finding, status: 'hidden' as const };
    expect(take({ source: 'dark' }, leader, undefined, { finding: hidden })).toEqual(['source not-a-choice']);
    const experiment: Experiment = {
      ...{ ...of, id: 'lamp', status: 'on', think: 'Dark', tries: 'A lamp', see: 'They find it' },
      ...{ saw: null, begun: of.at, finding: null },
    };
    // It stays in the huddle until somebody says what was seen.
    expect(take({ source: 'lamp' }, leader, undefined, { experiment })).toMatchObject([{ source: 'lamp' }]);
    const theirs = { ...experiment, team: 'south' };
    expect(take({ source: 'lamp' }, leader, undefined, { experiment: theirs })).toEqual([
      'source not-a-choice',
    ]);
  });

  it('is taken and dropped by those who lead the team', () => {
    expect(take({}, manager)).toEqual(['not-yours']);
    const drop = (actor: Actor, decision: TeamDecision | undefined = kept) =>
      decide('decision:drop', { team: 'north', id: 'd' }, { team, decision }, actor, now);
    expect(drop(manager).ok).toBe(false);
    expect(drop(leader, { ...kept, team: 'south' })).toMatchObject({
      ok: false,
      refusal: { kind: 'unknown' },
    });
    expect(drop(leader)).toMatchObject({ ok: true, value: { updated: 1 } });
    expect(drop(leader, { ...kept, status: 'dropped' })).toMatchObject({ ok: true, value: { changes: [] } });
  });
});
