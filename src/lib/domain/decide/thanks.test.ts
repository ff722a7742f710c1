import { describe, expect, it } from 'vitest';
import type { Actor } from '../command';
import { decide } from '../decide';
import type { Thanks } from '../practice';
import { newTeam } from './teams';

const now = new Date('2026-11-22T17:00:00Z');
const account = (id: string, name: string, role: 'owner' | 'manager' | 'leader'): Actor => ({
  as: 'account',
  id,
  name,
  role,
  teams: ['t'],
});
const ravi = account('r', 'Ravi', 'manager');
const team = {
  ...newTeam({ id: 't', name: 'Café', timeZone: 'Europe/London', customer: 'guest' as const }, now),
  version: 1,
};
const asking: Thanks = {
  id: 'th',
  team: 't',
  at: '2026-11-22T10:00:00.000Z',
  status: 'published',
  batch: null,
  version: 1,
  youSaid: 'Cold soup',
  weDid: 'It is hot now.',
  signedBy: 'Lea',
  served: null,
  cosign: { asked: '2026-11-22T10:00:00.000Z' },
};
const sign = (thanks: Thanks | undefined, actor: Actor = ravi) => {
  const result = decide('thanks:cosign', { team: 't', id: 'th' }, { team, thanks }, actor, now);
  if (!result.ok) return [result.refusal.code, result.refusal.values ?? {}];
  return result.value.changes.map((change) => ('put' in change ? change.record : change));
};

describe('signing a thanks beside its leader', () => {
  it('puts the manager’s name under it', () => {
    expect(sign(asking)).toMatchObject([
      { id: 'th', status: 'published', cosign: { by: 'r', name: 'Ravi', at: now.toISOString() } },
    ]);
  });

  it('is for managers: neither the leader nor the owner signs twice', () => {
    for (const role of ['leader', 'owner'] as const)
      expect(sign(asking, account('l', 'Lea', role))).toEqual(['not-yours', {}]);
    expect(sign(asking, { as: 'phone', team: 't' })).toEqual(['not-yours', {}]);
  });

  it('is done once: the same manager again is nothing, another one is told who was first', () => {
    const signed = { ...asking, cosign: { asked: '', by: 'r', name: 'Ravi', at: '' } };
    expect(sign(signed)).toEqual([]);
    expect(sign(signed, account('k', 'Kim', 'manager'))).toEqual(['cosigned', { name: 'Ravi' }]);
  });

  it('needs a thanks that asks for it and hangs', () => {
    const { cosign: _, ...plain } = asking;
    expect(sign(plain)).toEqual(['not-there', {}]);
    expect(sign({ ...asking, status: 'withdrawn' })).toEqual(['not-there', {}]);
    expect(sign({ ...asking, team: 'other' })).toEqual(['not-there', {}]);
    expect(sign(undefined)).toEqual(['not-there', {}]);
  });
});
