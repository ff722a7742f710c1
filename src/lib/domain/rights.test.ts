import { describe, expect, it } from 'vitest';
import type { Account, Team } from './records';
import type { Actor } from './command';
import {
  actorOf,
  mayCosign,
  mayInvite,
  mayLead,
  mayLogPlays,
  mayRecord,
  mayRun,
  maySee,
  mayShoutOut,
} from './rights';

const account = (role: 'owner' | 'manager' | 'leader', teams: string[]): Actor => ({
  as: 'account',
  id: role,
  name: role,
  role,
  teams,
});
const who: Record<string, Actor> = {
  house: { as: 'house' },
  owner: account('owner', []),
  manager: account('manager', ['ours']),
  'manager of its group': { ...account('manager', ['ours']), groups: ['coast'] } as Actor,
  'manager of another group': { ...account('manager', ['theirs']), groups: ['inland'] } as Actor,
  'manager of no group': { ...account('manager', []), groups: [] } as Actor,
  leader: account('leader', ['ours']),
  stranger: account('leader', ['theirs']),
  phone: { as: 'phone', team: 'ours' },
  'phone of others': { as: 'phone', team: 'theirs' },
  customer: { as: 'customer' },
  screen: { as: 'screen', display: 'wall' },
  key: { as: 'key', id: 'k', teams: ['ours'], scopes: ['responses:write', 'imports:write'] },
  'reading key': { as: 'key', id: 'r', teams: ['ours'], scopes: ['scores:read', 'export:read'] },
  'key of others': { as: 'key', id: 'k', teams: ['theirs'], scopes: ['responses:write', 'imports:write'] },
};

describe.each([
  ['run the organisation', (actor: Actor) => mayRun(actor), ['house', 'owner']],
  ['lead the team', (actor: Actor) => mayLead(actor, 'ours'), ['house', 'owner', 'leader']],
  [
    'sign a thanks beside its leader',
    (actor: Actor) => mayCosign(actor, 'ours'),
    ['manager', 'manager of its group'],
  ],
  [
    'see the team',
    (actor: Actor) => maySee(actor, 'ours'),
    ['house', 'owner', 'manager', 'manager of its group', 'leader'],
  ],
  [
    'bring in a leader of the team',
    (actor: Actor) => mayInvite(actor, 'leader', ['ours']),
    ['house', 'owner', 'manager', 'manager of its group'],
  ],
  [
    'say thanks in the team',
    (actor: Actor) => mayShoutOut(actor, 'ours'),
    ['house', 'owner', 'leader', 'phone'],
  ],
  ['log plays of the wall', (actor: Actor) => mayLogPlays(actor, 'wall'), ['house', 'screen']],
  ['log plays of another wall', (actor: Actor) => mayLogPlays(actor, 'other'), ['house']],
  [
    'answer as a customer',
    (actor: Actor) => mayRecord(actor, 'ours', 'ask'),
    ['house', 'owner', 'leader', 'customer'],
  ],
  [
    'record as the key k',
    (actor: Actor) => mayRecord(actor, 'ours', 'api:k'),
    ['house', 'owner', 'leader', 'key'],
  ],
  [
    'record as another key',
    (actor: Actor) => mayRecord(actor, 'ours', 'api:x'),
    ['house', 'owner', 'leader'],
  ],
  ['import', (actor: Actor) => mayRecord(actor, 'ours', 'import:file'), ['house', 'owner', 'leader', 'key']],
] as const)('to %s', (_, may, allowed) => {
  it.each(Object.keys(who))('is decided for %s', (name) => {
    expect(may(who[name] as Actor)).toBe((allowed as readonly string[]).includes(name));
  });
});

describe('the teams of a manager', () => {
  const account = (over: Partial<Account>) =>
    actorOf(
      { id: 'mo', name: 'Mo', role: 'manager', teams: [], ...over } as Account,
      [
        { id: 'quay', group: 'coast' },
        { id: 'mill', group: 'inland' },
        { id: 'lone', group: null },
        { id: 'old' },
      ] as Team[],
    );
  const seen = (over: Partial<Account>) =>
    ['quay', 'mill', 'lone', 'old'].filter((team) => maySee(account(over), team));

  it('are those of their groups, all where they have none to go by, and none once their groups are gone', () => {
    expect(seen({})).toEqual(['quay', 'mill', 'lone', 'old']);
    expect(seen({ groups: null })).toEqual(['quay', 'mill', 'lone', 'old']);
    expect(seen({ groups: ['coast'] })).toEqual(['quay']);
    expect(seen({ groups: ['coast', 'inland'] })).toEqual(['quay', 'mill']);
    expect(seen({ groups: [] })).toEqual([]);
  });

  it('count for managers alone: a leader’s are their own', () => {
    expect(seen({ role: 'leader', teams: ['lone'], groups: ['coast'] })).toEqual(['lone']);
    expect(seen({ role: 'owner', groups: [] })).toEqual(['quay', 'mill', 'lone', 'old']);
  });
});
