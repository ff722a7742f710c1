import { expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import * as records from '../../../../tests/support/records';
import type { Standing } from '../../domain/turn';
import { createIntake } from '../intake/intake';
import type { Letter } from './letters';
import { watchQuiet } from './quiet-watch';

const noon = new Date('2026-11-22T12:00:00Z');

/** A team with leaders and managers, whose board has stood still since `since`; null: it has not. */
async function board(since: { value: string | null }) {
  const store = new MemoryStore();
  const people = [
    { id: 'lea', login: 'lea@harbour.example', role: 'leader', teams: ['north'] },
    { id: 'ned', login: 'ned', role: 'leader', teams: ['north'] },
    { id: 'xe', login: 'xe@harbour.example', role: 'leader', teams: ['south'] },
    { id: 'mo', login: 'mo@harbour.example', role: 'manager', groups: ['coast'] },
    { id: 'in', login: 'in@harbour.example', role: 'manager', groups: ['inland'] },
  ] as const;
  await store.commit([
    { put: 'team', record: records.team({ name: 'North desk', group: 'coast' }) },
    ...people.map(
      (one) =>
        ({
          put: 'account',
          record: records.account({
            ...one,
            teams: [...('teams' in one ? one.teams : [])],
            groups: 'groups' in one ? [...one.groups] : null,
          }),
        }) as const,
    ),
  ]);
  const letters: Letter[] = [];
  const intake = createIntake({ store, now: () => noon, log: { error: () => {} } });
  const watch = watchQuiet({
    ...{ store, intake, now: () => noon, smtpUrl: null, address: 'https://board.example', every: 0 },
    standing: async () =>
      ({ quiet: since.value && { since: since.value, days: 20, asleep: false } }) as Standing,
    report: (_, error) => expect.fail(String(error)),
    send: async (letter) => void letters.push(letter),
  });
  return { store, watch, letters };
}

it('writes once of a standstill to whoever leads or helps the team, each for themselves', async () => {
  const since = { value: '2026-11-02T09:00:00Z' as string | null };
  const { watch, letters } = await board(since);
  for (const _ of [1, 2]) await watch.look();
  expect(letters.map(({ to }) => to.join()).sort()).toEqual(['lea@harbour.example', 'mo@harbour.example']);
  expect(letters[0]?.subject).toContain('North desk');
  expect(letters[0]?.text).toMatch(/2026-11-02[^]*https:\/\/board\.example\/admin\/north/);
  // It was moved, and stands still again.
  since.value = null;
  await watch.look();
  since.value = '2026-11-05T09:00:00Z';
  await watch.look();
  expect(letters).toHaveLength(4);
});

it('writes to nobody where mail is not wanted, nor in the hours in which nobody is told', async () => {
  const { store, watch, letters } = await board({ value: '2026-11-02T09:00:00Z' });
  const settle = async (more: object) =>
    store.commit([
      {
        put: 'alerts',
        record: {
          ...{ id: 'alerts', team: null, at: noon.toISOString(), status: 'set', batch: null },
          ...{ mail: true, url: null, secret: null, quiet: null, timeZone: 'UTC', ...more },
        },
      },
    ]);
  await settle({ mail: false });
  await watch.look();
  await settle({ quiet: { from: '11:00', to: '13:00' } });
  await watch.look();
  expect(letters).toEqual([]);
  await settle({});
  await watch.look();
  expect(letters).toHaveLength(2);
});
