import { describe, expect, it } from 'vitest';
import type { Actor } from '../command';
import { decide } from '../decide';
import type { JournalEntry } from '../journal';
import type { Account, Session } from '../records';

const now = new Date('2026-11-22T17:00:00Z');
const account = (role: 'owner' | 'manager' | 'leader'): Actor => ({
  as: 'account',
  id: role,
  name: role,
  role,
  teams: [],
});
const ravi: Account = {
  id: 'ravi',
  team: null,
  at: now.toISOString(),
  status: 'active',
  batch: null,
  version: 1,
  login: 'ravi',
  name: 'Ravi',
  role: 'manager',
  teams: [],
  passwordHash: 'h',
};
const session = (id: string, of: string): Session => ({
  id,
  team: null,
  at: now.toISOString(),
  status: 'open',
  batch: null,
  version: 1,
  account: of,
  expiresAt: '2026-12-22T17:00:00Z',
});

const entry = (id: string, by: string): JournalEntry => ({
  id,
  team: null,
  at: now.toISOString(),
  status: 'kept',
  batch: null,
  version: 1,
  by,
  about: 'north',
  turn: 1,
  tried: 'Asked first',
  happened: null,
});

const add = (login: string, same: Account[] = [], actor = account('owner')) => {
  const input = { id: 'new', login, name: ' Ravi ', passwordHash: 'h' };
  const result = decide('account:add', input, { existing: undefined, same }, actor, now);
  return result.ok ? result.value.changes : (result.refusal.faults ?? [result.refusal.code]);
};
const close = (of: Account | undefined, actor = account('owner')) => {
  const sessions = [session('a', 'ravi'), session('b', 'owner')];
  const entries = [entry('mine', 'ravi'), entry('hers', 'owner')];
  const result = decide('account:close', { id: 'ravi' }, { account: of, sessions, entries }, actor, now);
  return result.ok ? result.value.changes : result.refusal.code;
};

describe('a manager’s account', () => {
  it('is made by an owner, and is a manager’s whatever else was sent', () => {
    expect(add('Ravi@Harbour.example')).toMatchObject([
      { put: 'account', saw: null, record: { login: 'ravi@harbour.example', name: 'Ravi', role: 'manager' } },
    ]);
  });

  it('is made by nobody else', () => {
    for (const role of ['manager', 'leader'] as const)
      expect(add('r', [], account(role))).toEqual(['not-yours']);
  });

  it('has a login of its own', () => {
    expect(add('RAVI', [ravi])).toEqual([{ code: 'login-taken', path: 'login' }]);
  });

  it('is closed with its sessions and its notebook; an owner’s or a leader’s is not closed this way', () => {
    expect(close(ravi)).toMatchObject([
      { record: { status: 'closed' } },
      { erase: 'session', id: 'a' },
      { erase: 'journal', id: 'mine', forget: true },
    ]);
    expect(close({ ...ravi, status: 'closed' })).toEqual([]);
    expect(close({ ...ravi, role: 'owner' })).toBe('not-there');
    expect(close(ravi, account('manager'))).toBe('not-yours');
  });
});
