import { describe, expect, it } from 'vitest';
import type { Actor } from './command';
import { mayCosign, mayLead, mayLogPlays, mayRecord, mayRun, maySee, mayShoutOut } from './rights';

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
  ['sign a thanks beside its leader', (actor: Actor) => mayCosign(actor), ['manager']],
  ['see the team', (actor: Actor) => maySee(actor, 'ours'), ['house', 'owner', 'manager', 'leader']],
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
