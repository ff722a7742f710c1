import * as v from 'valibot';
import * as s from '../shapes';
import { one, type Entries } from './entry';

/** Who may come in: setup, sessions and API keys. */
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
  'account:add': {
    schema: v.object({ id: s.id, login: s.words(200), name: s.words(200), passwordHash: s.text(300) }),
    load: async ({ id }, memory) => ({
      existing: await memory.get('account', id),
      same: await memory.list('account', { status: 'active' }),
    }),
  },
  'account:close': {
    schema: one,
    load: async ({ id }, memory) => ({
      account: await memory.get('account', id),
      sessions: await memory.list('session'),
      entries: await memory.list('journal'),
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
    schema: v.object({ id: s.hash, account: s.id, expiresAt: s.moment }),
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
      teams: v.pipe(v.array(s.id), v.maxLength(500)),
      scopes: v.pipe(v.array(s.scope), v.maxLength(10)),
    }),
    load: async ({ id, teams }, memory) => ({
      existing: await memory.get('api-key', id),
      teams: await Promise.all(teams.map((team) => memory.get('team', team))),
    }),
  },
  'key:revoke': {
    schema: one,
    load: async ({ id }, memory) => ({ key: await memory.get('api-key', id) }),
  },
} satisfies Partial<Entries>;
