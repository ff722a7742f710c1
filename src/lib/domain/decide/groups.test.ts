import { describe, expect, it } from 'vitest';
import type { Actor, Commands } from '../command';
import { decide } from '../decide';
import { mostGroups, type Group } from '../group';
import type { Account, Invitation, Team } from '../records';

const now = new Date('2026-11-22T17:00:00Z');
const base = { at: '2026-11-22T10:00:00.000Z', batch: null, version: 1 };
const group = (id: string, name = id, version = 1): Group => ({
  ...{ ...base, id, team: null, status: 'active', name, version },
});
const team = (id: string, group?: string | null) => ({ ...base, id, name: id, group }) as Team;
const manager = (id: string, groups: string[] | null): Account =>
  ({ ...base, id, role: 'manager', status: 'active', groups }) as Account;
const owner: Actor = { as: 'account', id: 'o', name: 'Olga', role: 'owner', teams: [] };

const [coast, inland] = [group('coast', 'Coast'), group('inland', 'Inland')];
const teams = [team('quay', 'coast'), team('pier', 'coast'), team('mill', 'inland'), team('lone')];

type Said = ReturnType<typeof decide>;
const said = (outcome: Said) =>
  outcome.ok
    ? outcome.value.changes.map((change) =>
        'put' in change
          ? `${change.put} ${change.record.id}${change.put === 'group' ? '' : ` ${String((change.record as unknown as { group?: unknown; groups?: unknown })[change.put === 'team' ? 'group' : 'groups'])}`}`
          : `-${change.erase} ${change.id}`,
      )
    : (outcome.refusal.faults?.map(({ path, code }) => `${path} ${code}`) ?? [outcome.refusal.code]);
const change = (over: Partial<Commands['group:edit']>, facts: object = {}) =>
  said(
    decide(
      'group:edit',
      { id: 'coast', saw: 1, name: 'Coast', teams: ['quay', 'pier'], ...over },
      { group: coast, groups: [coast, inland], teams, ...facts },
      owner,
      now,
    ),
  );

describe('a group of teams', () => {
  it('has a name that no other one has, and there are not too many', () => {
    const add = (name: string, groups: Group[] = [coast]) =>
      said(decide('group:add', { id: 'new', name }, { existing: undefined, groups }, owner, now));
    expect(add('  Islands ')).toEqual(['group new']);
    expect(add(' COAST ')).toEqual(['name twice']);
    expect(add('  ')).toEqual(['name missing']);
    expect(
      add(
        'More',
        Array.from({ length: mostGroups }, (_, n) => group(`g${n}`)),
      ),
    ).toEqual(['groups-full']);
    expect(change({ name: 'inland' })).toEqual(['name twice']);
    expect(change({ name: 'The coast' })).toEqual(['group coast']);
  });

  it('takes teams in and lets others go; the group that one came from counts as changed, too', () => {
    expect(change({ teams: ['quay', 'mill'] })).toEqual([
      'group coast',
      'team mill coast',
      'team pier null',
      'group inland',
    ]);
    expect(change({ teams: ['quay', 'pier', 'lone'] })).toEqual(['group coast', 'team lone coast']);
  });

  it('is not changed by whoever saw it as it was before, nor given a team that is not there', () => {
    expect(change({}, { group: { ...coast, version: 2 } })).toEqual(['changed-meanwhile']);
    expect(change({ teams: ['gone'] })).toEqual(['teams unknown-team']);
    expect(change({}, { group: undefined })).toEqual(['not-there']);
  });

  it('goes without its teams, and whoever helped by it keeps the others: nobody gets all teams by it', () => {
    const invitation = { ...base, id: 'i', status: 'open', groups: ['coast'] } as unknown as Invitation;
    const facts = {
      ...{ group: coast, teams, invitations: [invitation] },
      accounts: [manager('mo', ['coast']), manager('di', ['inland', 'coast']), manager('al', null)],
    };
    expect(said(decide('group:drop', { id: 'coast' }, facts, owner, now))).toEqual([
      '-group coast',
      ...['team quay null', 'team pier null', 'account mo ', 'account di inland', 'invitation i '],
    ]);
  });
});
