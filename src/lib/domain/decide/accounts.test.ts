import { describe, expect, it } from 'vitest';
import type { Actor } from '../command';
import { decide } from '../decide';
import type { JournalEntry } from '../journal';
import type { Account, ApiKey, Invitation, Role, Session, Team } from '../records';

const now = new Date('2026-11-22T17:00:00Z');
const base = { team: null, at: now.toISOString(), batch: null, version: 1 };
const actor = (role: Role): Actor => ({ as: 'account', id: role, name: role, role, teams: [] });
const house: Actor = { as: 'house' };
const account = (id: string, role: Role, over: Partial<Account> = {}): Account => ({
  ...{ ...base, id, status: 'active', login: id, name: id, role, teams: [], passwordHash: 'h' },
  ...over,
});
const session = (id: string, of: string): Session => ({
  ...{ ...base, id, status: 'open', account: of, expiresAt: '2026-12-22T17:00:00Z' },
});
const entry = (id: string, by: string): JournalEntry => ({
  ...{ ...base, team: null, id, status: 'kept', by, sealed: '1.c2VhbGVk' },
});
const key = (id: string, madeBy: string): ApiKey => ({
  ...{ ...base, id, status: 'active', name: id, keyHash: id, hint: 'hb_', teams: ['north'] },
  ...{ scopes: ['scores:read'], madeBy },
});
const team = (id: string) => ({ id }) as Team;
const said = (result: ReturnType<typeof decide>) =>
  result.ok ? result.value.changes : (result.refusal.faults ?? [result.refusal.code]);

const ravi = account('ravi', 'manager');
const ada = account('owner', 'owner');
const edit = (of: Account, role: Role, teams: string[], owners = [ada], known = teams.map(team), saw = 1) =>
  said(
    decide(
      'account:edit',
      { id: of.id, saw, role, teams },
      { account: of, owners, teams: known, groups: [] },
      actor('owner'),
      now,
    ),
  );
const close = (of: Account, owners = [ada]) => {
  const sessions = [session('a', 'ravi'), session('b', 'owner')];
  const entries = [entry('mine', 'ravi'), entry('hers', 'owner')];
  const keys = [key('till', 'ravi'), key('kiosk', 'owner')];
  const facts = { account: of, owners, sessions, entries, keys, organisation: undefined, teams: [] };
  return said(decide('account:close', { id: of.id }, facts, actor('owner'), now));
};

describe('an account', () => {
  it('gets another role; only a leader keeps teams', () => {
    expect(edit(ravi, 'leader', ['north', 'north', 'south'])).toMatchObject([
      { saw: 1, record: { role: 'leader', teams: ['north', 'south'] } },
    ]);
    expect(edit(account('lea', 'leader', { teams: ['north'] }), 'manager', ['north'])).toMatchObject([
      { record: { role: 'manager', teams: [] } },
    ]);
  });

  it('of a leader has a team that there is', () => {
    expect(edit(ravi, 'leader', [])).toEqual([{ code: 'choose-one', path: 'teams' }]);
    expect(edit(ravi, 'leader', ['gone'], [ada], [])).toMatchObject([{ record: { teams: ['gone'] } }]);
    expect(
      said(
        decide(
          'account:edit',
          { id: 'ravi', saw: 1, role: 'leader', teams: ['gone'] },
          { account: ravi, owners: [ada], teams: [undefined], groups: [] },
          actor('owner'),
          now,
        ),
      ),
    ).toEqual([{ code: 'unknown-team', path: 'teams' }]);
  });

  it('that somebody else changed meanwhile is not overwritten', () => {
    expect(edit(ravi, 'owner', [], [ada], [], 7)).toEqual(['changed-meanwhile']);
  });

  it('of the last owner stays one, and stays', () => {
    expect(edit(ada, 'manager', [])).toEqual(['last-owner']);
    expect(close(ada)).toEqual(['last-owner']);
    const both = [ada, account('otto', 'owner')];
    expect(edit(ada, 'manager', [], both)).toMatchObject([{ record: { role: 'manager' } }]);
    expect(close(ada, both)).toMatchObject([
      { record: { status: 'closed' } },
      { erase: 'session', id: 'b' },
      { put: 'api-key' },
      { erase: 'journal' },
    ]);
  });

  it('is closed with its sessions, its keys and its notebook', () => {
    expect(close(ravi)).toMatchObject([
      { record: { status: 'closed' } },
      { erase: 'session', id: 'a' },
      { put: 'api-key', record: { id: 'till', status: 'revoked' } },
      { erase: 'journal', id: 'mine', forget: true },
    ]);
    expect(close({ ...ravi, status: 'closed' })).toEqual([]);
  });
});

describe('an invitation', () => {
  const invitation: Invitation = {
    ...{ ...base, id: 'i', status: 'open', secretHash: 's', name: 'Ravi', role: 'leader' },
    ...{ teams: ['north', 'south'], expiresAt: '2026-11-29T17:00:00.000Z', by: 'mona' },
  };
  const mona = account('mona', 'manager');
  const take = (over: Partial<Invitation> = {}, facts: object = {}, at = now, signedIn?: string) =>
    said(
      decide(
        'invitation:take',
        {
          secretHash: 's',
          signedIn,
          account: { id: 'new', login: 'Ravi@Harbour.example', name: ' Ravi ', passwordHash: 'h' },
        },
        {
          ...{ invitation: { ...invitation, ...over }, maker: mona, teams: [team('north'), team('south')] },
          ...{ existing: undefined, same: [], everyTeam: [team('north'), team('south')], groups: [] },
          ...facts,
        },
        house,
        at,
      ),
    );
  const make = (role: Role, teams: string[], by = actor('owner')) =>
    said(
      decide(
        'invitation:make',
        { id: 'i', secretHash: 's', name: 'Ravi', role, teams },
        {
          existing: undefined,
          teams: teams.map(team),
          groups: [],
          open: [{ ...invitation, id: 'old', expiresAt: '2026-11-22T17:00:00.000Z' }],
        },
        by,
        now,
      ),
    );

  it('lasts seven days, names teams for a leader only, and lets old ones go', () => {
    expect(make('leader', ['north'])).toMatchObject([
      { record: { teams: ['north'], expiresAt: '2026-11-29T17:00:00.000Z', by: 'owner' } },
      { erase: 'invitation', id: 'old' },
    ]);
    expect(make('manager', ['north'])).toMatchObject([{ record: { role: 'manager', teams: [] } }, {}]);
    expect(make('leader', [])).toEqual([{ code: 'choose-one', path: 'teams' }]);
    expect(make('owner', [], actor('manager'))).toEqual(['not-yours']);
  });

  it('of a manager who has groups is for teams of theirs, when it is made and when it is taken', () => {
    const greta: Actor = { ...(actor('manager') as object), groups: ['coast'], teams: ['north'] } as Actor;
    expect(make('leader', ['north'], greta)).toMatchObject([{ record: { teams: ['north'] } }, {}]);
    expect(make('leader', ['north', 'south'], greta)).toEqual(['not-yours']);
    const maker = { ...mona, groups: ['coast'] };
    const everyTeam = [{ ...team('north'), group: 'coast' }, team('south')];
    expect(take({}, { maker, everyTeam })).toMatchObject([{ record: { teams: ['north'] } }, {}]);
    expect(take({}, { maker, everyTeam: [team('north'), team('south')] })).toEqual(['invitation-gone']);
  });

  it('gives a manager what is left of its groups', () => {
    const coast = { id: 'coast' };
    const owned = { maker: ada, groups: [coast, undefined] };
    const groups = ['coast', 'gone'];
    expect(take({ role: 'manager', teams: [], groups }, owned)).toMatchObject([
      { record: { role: 'manager', groups: ['coast'] } },
      {},
    ]);
    expect(take({ role: 'manager', teams: [], groups }, { ...owned, groups: [undefined] })).toEqual([
      'invitation-gone',
    ]);
  });

  it('is taken once, for what it says', () => {
    expect(take()).toMatchObject([
      {
        put: 'account',
        saw: null,
        record: { login: 'ravi@harbour.example', name: 'Ravi', role: 'leader', teams: ['north', 'south'] },
      },
      { erase: 'invitation', id: 'i' },
    ]);
    expect(take({}, { invitation: undefined })).toEqual(['invitation-gone']);
    expect(take({}, {}, new Date('2026-11-29T17:00:00.000Z'))).toEqual(['invitation-gone']);
    expect(take({}, { same: [account('ravi@harbour.example', 'leader')] })).toEqual([
      { code: 'login-taken', path: 'login' },
    ]);
  });

  it('is not taken by whoever made it, who would leave their own account for a lesser one', () => {
    expect(take({}, {}, now, 'mona')).toEqual(['invitation-own']);
    expect(take({}, {}, now, 'ravi')).toMatchObject([{ put: 'account' }, { erase: 'invitation' }]);
  });

  it('is worth no more than whoever made it may give by now, and what is left of its teams', () => {
    expect(take({}, { teams: [undefined, team('south')] })).toMatchObject([
      { record: { teams: ['south'] } },
      {},
    ]);
    expect(take({}, { teams: [undefined, undefined] })).toEqual(['invitation-gone']);
    for (const maker of [undefined, { ...mona, status: 'closed' }, { ...mona, role: 'leader' }])
      expect(take({}, { maker })).toEqual(['invitation-gone']);
    // She was an owner when she invited another one.
    expect(take({ role: 'owner' })).toEqual(['invitation-gone']);
  });
});
