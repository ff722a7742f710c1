import * as v from 'valibot';
import { mostGroups } from '../../../domain/group';
import type { Memory } from '../memory';
import * as s from '../shapes';
import { one, type Entries } from './entry';

const role = v.picklist(['owner', 'manager', 'leader']);
const teams = v.pipe(v.array(s.id), v.maxLength(500));
const groups = v.optional(v.nullable(v.pipe(v.array(s.id), v.maxLength(mostGroups))));
const teamsNamed = (memory: Memory, ids: readonly string[] = []) =>
  Promise.all(ids.map((id) => memory.get('team', id)));
const groupsNamed = (memory: Memory, ids: readonly string[] | null = []) =>
  Promise.all((ids ?? []).map((id) => memory.get('group', id)));
const ownersIn = async (memory: Memory) =>
  (await memory.list('account', { status: 'active' })).filter((account) => account.role === 'owner');

/** Who may come in: setup, invitations, accounts, groups of teams, sessions and API keys. */
export const accounts = {
  'setup:claim': {
    schema: v.object({
      organisation: v.object({ name: s.words(200), secret: s.hash }),
      account: v.object({ id: s.id, login: s.words(200), name: s.words(200), passwordHash: s.text(300) }),
      team: v.nullable(
        v.object({ id: s.id, name: s.words(200), timeZone: s.timeZone, customer: s.customer }),
      ),
    }),
    load: async (_, memory) => ({ organisation: await memory.get('organisation', 'organisation') }),
  },
  'invitation:make': {
    schema: v.object({ id: s.id, secretHash: s.hash, name: s.words(200), role, teams, groups }),
    load: async ({ id, teams, groups }, memory) => ({
      existing: await memory.get('invitation', id),
      teams: await teamsNamed(memory, teams),
      groups: await groupsNamed(memory, groups),
      open: await memory.list('invitation'),
    }),
  },
  'invitation:take': {
    schema: v.object({
      secretHash: s.hash,
      signedIn: v.optional(s.id),
      account: v.object({ id: s.id, login: s.words(200), name: s.words(200), passwordHash: s.text(300) }),
    }),
    // Nobody had an account before: it is written down as the first thing that the new one did.
    author: ({ account }) => account.id,
    load: async ({ secretHash, account }, memory) => {
      const invitation = (await memory.list('invitation')).find((one) => one.secretHash === secretHash);
      return {
        invitation,
        maker: invitation && (await memory.get('account', invitation.by)),
        everyTeam: await memory.list('team'),
        teams: await teamsNamed(memory, invitation?.teams),
        groups: await groupsNamed(memory, invitation?.groups),
        existing: await memory.get('account', account.id),
        same: await memory.list('account', { status: 'active' }),
      };
    },
  },
  'invitation:drop': {
    schema: one,
    load: async ({ id }, memory) => ({ invitation: await memory.get('invitation', id) }),
  },
  'account:edit': {
    schema: v.object({ id: s.id, saw: s.version, role, teams, groups }),
    load: async ({ id, teams, groups }, memory) => ({
      account: await memory.get('account', id),
      owners: await ownersIn(memory),
      teams: await teamsNamed(memory, teams),
      groups: await groupsNamed(memory, groups),
    }),
  },
  'group:add': {
    schema: v.object({ id: s.id, name: s.words(200) }),
    load: async ({ id }, memory) => ({
      existing: await memory.get('group', id),
      groups: await memory.list('group'),
    }),
  },
  'group:edit': {
    schema: v.object({ id: s.id, saw: s.version, name: s.words(200), teams }),
    load: async ({ id }, memory) => ({
      group: await memory.get('group', id),
      groups: await memory.list('group'),
      teams: await memory.list('team'),
    }),
  },
  'group:drop': {
    schema: one,
    load: async ({ id }, memory) => ({
      group: await memory.get('group', id),
      teams: await memory.list('team'),
      accounts: await memory.list('account'),
      invitations: await memory.list('invitation'),
    }),
  },
  'account:close': {
    schema: one,
    load: async ({ id }, memory) => ({
      account: await memory.get('account', id),
      owners: await ownersIn(memory),
      sessions: await memory.list('session'),
      entries: await memory.list('journal'),
      keys: await memory.list('api-key', { status: 'active' }),
      organisation: await memory.get('organisation', 'organisation'),
      teams: (await memory.list('team')).filter(({ sponsor }) => sponsor?.account === id),
    }),
  },
  'account:password': {
    schema: v.object({ id: s.id, passwordHash: s.text(300) }),
    load: async ({ id }, memory) => ({
      account: await memory.get('account', id),
      sessions: await memory.list('session'),
    }),
  },
  'session:open': {
    schema: v.object({ id: s.hash, account: s.id, expiresAt: s.moment, browser: v.optional(s.text(300)) }),
    load: async ({ account }, memory) => ({
      account: await memory.get('account', account),
      sessions: await memory.list('session'),
    }),
  },
  'session:close': {
    schema: v.object({ id: s.hash }),
    load: async ({ id }, memory) => ({ session: await memory.get('session', id) }),
  },
  'key:make': {
    schema: v.object({
      id: s.id,
      name: s.words(60),
      keyHash: s.hash,
      hint: s.text(20),
      teams,
      scopes: v.pipe(v.array(s.scope), v.maxLength(10)),
    }),
    load: async ({ id, teams }, memory) => ({
      existing: await memory.get('api-key', id),
      teams: await teamsNamed(memory, teams),
    }),
  },
  'key:revoke': {
    schema: one,
    load: async ({ id }, memory) => ({ key: await memory.get('api-key', id) }),
  },
} satisfies Partial<Entries>;
