import { describe, expect, it } from 'vitest';
import { team as someTeam } from '../../../../tests/support/records';
import type { Actor, Commands } from '../command';
import { decide } from '../decide';

const now = new Date('2026-11-22T17:00:00Z');
const leader: Actor = { as: 'account', id: 'l', name: 'Lea', role: 'leader', teams: ['north'] };
const team = { ...someTeam(), version: 3 };

const set = (over: Partial<Commands['team:cadence']> = {}, actor: Actor = leader) => {
  const input: Commands['team:cadence'] = {
    team: 'north',
    saw: 3,
    points: {
      feedback: { due: { on: [5, 1, 5] } },
      involve: { due: 'shift', owner: ' The shift leads ' },
      focus: { due: 'week', owner: 'Ali' },
      thanks: { due: { every: 14 }, owner: '' },
    },
    sources: { 'import:cards': { on: [3, 2] } },
    shifts: ['16:30', '06:00'],
    ...over,
  };
  const result = decide('team:cadence', input, { team }, actor, now);
  if (!result.ok)
    return [result.refusal.code, result.refusal.faults?.map(({ path, code }) => `${path} ${code}`)];
  const [change] = result.value.changes;
  return change && 'put' in change ? { saw: change.saw, ...change.record } : change;
};

describe('a cadence', () => {
  it('is kept by point and source, its shifts in the order of the day; a score grows old as its reports do', () => {
    expect(set()).toMatchObject({
      saw: 3,
      cadence: {
        reports: { on: [1, 5] },
        turn: { every: 14 },
        points: { involve: 'shift', focus: 'week' },
        sources: { 'import:cards': { on: [2, 3] } },
        shifts: ['06:00', '16:30'],
      },
      cadenceDays: 4,
      owners: { involve: 'The shift leads', focus: 'Ali' },
    });
  });

  it.each([
    ['a shift that begins twice', { shifts: ['06:00', '14:00', '06:00'] }, ['shifts.2 twice']],
    [
      'an owner whose name is a speech',
      {
        points: {
          thanks: { due: 'week', owner: 'x'.repeat(61) },
          feedback: { due: 'week' },
          involve: { due: 'week' },
          focus: { due: 'week' },
        },
      },
      ['points.thanks.owner too-long'],
    ],
  ] as const)('refuses %s beside the field', (_, over, faults) => {
    expect(set(over as never)).toEqual(['invalid', faults]);
  });

  it('is settled by those who lead the team, from what they saw', () => {
    const other: Actor = { as: 'account', id: 'x', name: 'Xu', role: 'leader', teams: ['south'] };
    const manager: Actor = { as: 'account', id: 'm', name: 'Mo', role: 'manager', teams: [] };
    for (const actor of [other, manager, { as: 'phone', team: 'north' } as const])
      expect(set({}, actor)).toEqual(['not-yours', undefined]);
    expect(set({ saw: 2 })).toEqual(['changed-meanwhile', undefined]);
  });
});
