import { describe, expect, it } from 'vitest';
import { team as exampleTeam } from '../../../../tests/support/records';
import type { Actor, Commands } from '../command';
import { decide } from '../decide';
import type { Goal } from '../practice';
import type { Team } from '../records';

const now = new Date('2026-11-22T12:00:00Z');
const leader: Actor = { as: 'account', id: 'lea', name: 'Lea', role: 'leader', teams: ['north'] };
const phone: Actor = { as: 'phone', team: 'north' };
const warm = { id: 'warm', name: 'Warm plates', icon: 'utensils' };
const alone = { id: 'alone', name: 'Nobody leaves alone', icon: 'umbrella' };
const ladle = { id: 'ladle', name: 'The silver ladle', value: 'warm' };
const north: Team = { ...exampleTeam({ values: [warm, alone], awards: [ladle] }), version: 1 };

describe('what is expected, and awards', () => {
  const settle = (input: Partial<Commands['team:recognition']>, team = north, actor: Actor = leader) => {
    const whole = { team: 'north', saw: 1, values: [warm, alone], awards: [ladle], ...input };
    const result = decide('team:recognition', whole, { team }, actor, now);
    if (result.ok) return result.value.changes[0];
    return result.refusal.faults?.map(({ code, path }) => `${path} ${code}`) ?? result.refusal.code;
  };

  it('are settled together by a leader of the team', () => {
    const umbrella = { id: 'umbrella', name: ' The house  umbrella ', value: 'alone' };
    expect(settle({ awards: [ladle, umbrella] })).toMatchObject({
      record: { awards: [ladle, { name: 'The house umbrella', value: 'alone' }] },
    });
    expect(settle({}, north, phone)).toBe('not-yours');
    expect(settle({ saw: 7 })).toBe('changed-meanwhile');
  });

  it('belong together: no award is for nothing, and none loses what it is for', () => {
    expect(settle({ awards: [{ ...ladle, value: '' }] })).toEqual(['awards.0.value award-unaligned']);
    expect(settle({ awards: [{ ...ladle, value: 'gone' }] })).toEqual(['awards.0.value award-unaligned']);
    expect(settle({ values: [alone] })).toEqual(['awards.0.value award-orphaned']);
    expect(settle({ values: [alone], awards: [] })).toMatchObject({
      record: { values: [alone], awards: [] },
    });
  });

  it('are few: five things expected, or as many as a team came with', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ id: `v${n}`, name: `Value ${n}`, icon: 'heart' }));
    expect(settle({ values: many(6), awards: [] })).toEqual(['values too-many']);
    const rich = { ...north, values: many(7), awards: [] };
    expect(settle({ values: many(7), awards: [] }, rich)).toMatchObject({ put: 'team' });
    expect(settle({ values: many(8), awards: [] }, rich)).toEqual(['values too-many']);
    expect(settle({ values: [warm, warm] })).toEqual(['values twice']);
  });
});

describe('a shout-out', () => {
  const goal = { id: 'waits', team: 'north', status: 'open', version: 1 } as Goal;
  const thank = (
    input: Partial<Commands['shout-out:add']>,
    actor: Actor = leader,
    known: Goal | undefined = goal,
  ) => {
    const whole = { id: 's', team: 'north', to: 'Bo', from: 'Al', behaviour: 'You stayed.', ...input };
    const facts = { team: north, existing: undefined, goal: known, other: undefined };
    const result = decide('shout-out:add', whole, facts, actor, now);
    if (result.ok) return result.value.changes[0];
    return result.refusal.faults?.map(({ code, path }) => `${path} ${code}`) ?? result.refusal.code;
  };

  it('with an award says what that is for; only a leader gives one', () => {
    expect(thank({ award: 'ladle', value: 'alone' })).toMatchObject({
      record: { award: 'ladle', value: 'warm' },
    });
    expect(thank({ award: 'ladle' }, phone)).toBe('not-yours');
    expect(thank({ award: 'cup' })).toEqual(['award unknown-award']);
  });

  it('serves the goal that is open, and no other', () => {
    expect(thank({ goal: 'waits' }, phone)).toMatchObject({ record: { goal: 'waits' } });
    expect(thank({ goal: 'waits' }, phone, { ...goal, status: 'closed' })).toEqual(['goal no-such-goal']);
    expect(thank({ goal: 'waits' }, phone, { ...goal, team: 'south' })).toEqual(['goal no-such-goal']);
  });
});
