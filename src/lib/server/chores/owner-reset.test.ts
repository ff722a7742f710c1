import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyDirectory } from '../../../../tests/support/directory';
import type { Account, Change } from '../../domain/records';
import { accept } from '../../domain/refusal';
import { openStore } from '../store/open-store';
import { resetOwner } from './owner-reset';

const at = '2026-11-01T08:00:00.000Z';
const now = () => new Date('2026-11-22T10:00:00.000Z');
const owner = (login: string, over: Partial<Account> = {}): Change => ({
  put: 'account',
  record: {
    ...{ id: login, team: null, at, status: 'active', batch: null, login, name: login },
    ...{ role: 'owner', teams: [], passwordHash: 'old', ...over },
  },
});
const session = (id: string, account: string): Change => ({
  put: 'session',
  record: { id, team: null, at, status: 'open', batch: null, account, expiresAt: '2026-12-01T00:00:00.000Z' },
});
const options = { password: 'new words', hash: async (text: string) => accept(`hash of ${text}`), now };

test('an owner gets a new password and is signed out everywhere; nobody else is', async () => {
  const dir = join(await emptyDirectory(), 'data');
  const store = await openStore({ dir });
  await store.commit([owner('dana'), owner('mo', { role: 'manager' })]);
  await store.commit([session('s1', 'dana'), session('s2', 'dana'), session('s3', 'mo')]);
  await expect(resetOwner(dir, undefined, options)).rejects.toThrow('Stop that one first');
  await store.close();

  expect(await resetOwner(dir, undefined, options)).toEqual({ login: 'dana', password: 'new words' });
  const again = await openStore({ dir });
  expect(await again.get('account', 'dana')).toMatchObject({ passwordHash: 'hash of new words' });
  expect(await again.get('account', 'mo')).toMatchObject({ passwordHash: 'old' });
  expect((await again.list('session')).records.map(({ id }) => id)).toEqual(['s3']);
  await again.close();
});

test('of several owners one has to be named, and an unknown name or a board without owner changes nothing', async () => {
  const dir = join(await emptyDirectory(), 'data');
  await expect(resetOwner(dir, undefined, options)).rejects.toThrow('no owner');
  const store = await openStore({ dir });
  await store.commit([owner('dana'), owner('eve'), owner('gone', { status: 'closed' })]);
  await store.close();
  await expect(resetOwner(dir, undefined, options)).rejects.toThrow('dana, eve');
  await expect(resetOwner(dir, 'gone', options)).rejects.toThrow('dana, eve');
  expect(await resetOwner(dir, ' Eve ', options)).toMatchObject({ login: 'eve' });
  const again = await openStore({ dir });
  expect(await again.get('account', 'dana')).toMatchObject({ passwordHash: 'old' });
  await again.close();
});
