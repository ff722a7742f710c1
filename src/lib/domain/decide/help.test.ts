import { describe, expect, it } from 'vitest';
import { team as someTeam } from '../../../../tests/support/records';
import type { Actor } from '../command';
import { decide } from '../decide';
import type { Help } from '../practice';

const now = new Date('2026-11-22T17:00:00Z');
const account = (id: string, role: 'owner' | 'manager' | 'leader', ...teams: string[]): Actor => ({
  as: 'account',
  id,
  name: id,
  role,
  teams,
});
const [mo, other] = [account('mo', 'manager'), account('other', 'manager')];
const [lea, stranger] = [account('lea', 'leader', 'north'), account('sam', 'leader', 'south')];
const team = { ...someTeam(), version: 1 };
const offered: Help = {
  id: 'north.help.focus',
  team: 'north',
  at: now.toISOString(),
  status: 'offered',
  batch: null,
  version: 4,
  point: 'focus',
  by: 'mo',
  name: 'mo',
};

const ask = (name: 'help:offer' | 'help:end', actor: Actor, help?: Help) => {
  const result = decide(name, { team: 'north', point: 'focus' }, { team, help }, actor, now);
  if (!result.ok) return result.refusal.code;
  return result.value.changes.map((change) =>
    'put' in change ? { put: change.put, saw: change.saw, ...change.record } : change,
  );
};

describe('help with a point', () => {
  it('is offered by a manager, who changes nothing else of the team', () => {
    expect(ask('help:offer', mo)).toMatchObject([
      { put: 'help', saw: null, id: 'north.help.focus', status: 'offered', point: 'focus', by: 'mo' },
    ]);
    expect(ask('help:offer', other, offered)).toEqual([]);
    expect(ask('help:offer', other, { ...offered, status: 'ended' })).toMatchObject([
      { saw: 4, by: 'other' },
    ]);
    for (const actor of [stranger, { as: 'phone', team: 'north' } as const, { as: 'customer' } as const])
      expect(ask('help:offer', actor)).toBe('not-yours');
  });

  it('is over once the leader has seen it or its manager takes it back, and no other manager may', () => {
    expect(ask('help:end', lea, offered)).toMatchObject([{ status: 'ended', saw: 4 }]);
    expect(ask('help:end', mo, offered)).toMatchObject([{ status: 'ended' }]);
    expect(ask('help:end', other, offered)).toBe('not-yours');
    expect(ask('help:end', stranger, offered)).toBe('not-yours');
    expect(ask('help:end', lea)).toBe('not-there');
    expect(ask('help:end', lea, { ...offered, status: 'ended' })).toEqual([]);
  });
});
