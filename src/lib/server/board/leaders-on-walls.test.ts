import { expect, it, onTestFinished } from 'vitest';
import { emptyDirectory } from '../../../../tests/support/directory';
import { MemoryStore } from '../../../../tests/support/memory-store';
import { display, response, team } from '../../../../tests/support/records';
import type { Change } from '../../domain/records';
import { panel } from '../../panels/this-week/panel';
import { createIntake } from '../intake/intake';
import { createEchoes } from '../notebook/echoes';
import { createBoards } from './board';
import type { LoadedPanel } from './panels';
import { openProfiles } from './profiles';

// What a team says of its leaders, on the walls that ask for it: as a sum that is told already, and never before.

async function walls() {
  const clock = { now: new Date('2026-10-20T12:00:00Z') };
  const now = () => clock.now;
  const store = new MemoryStore();
  const intake = createIntake({ store, now, log: { error: () => undefined } });
  const echoes = createEchoes({
    ...{ directory: await emptyDirectory(), store, intake, now, report: () => undefined },
  });
  const profiles = openProfiles('display-profiles');
  const boards = createBoards({
    ...{ store, profiles, now, build: 'b', joinCode: () => Promise.resolve('join') },
    ...{ address: () => 'http://board', leading: (team) => echoes.pools(team, 'leading') },
    panels: new Map([[panel.kind, panel as unknown as LoadedPanel]]),
  });
  onTestFinished(() => {
    boards.close();
    profiles.close();
  });
  const week = (leaders: boolean) => [{ id: 'week', panel: 'this-week', options: { leaders }, dwell: null }];
  await store.commit([
    { put: 'team', record: team() },
    { put: 'display', record: display({ id: 'asks', playlist: week(true) }) },
    { put: 'display', record: display({ id: 'does-not', playlist: week(false) }) },
    ...Array.from({ length: 8 }, (_, at): Change => ({
      put: 'response',
      record: response({ id: `r${at}`, at: '2026-10-12T12:00:00.000Z', value: at < 6 ? 10 : 2 }),
    })),
  ]);
  const tap = async (phones: string, face: number) => {
    for (const phone of phones)
      await echoes.tap(
        { team: team().id, topic: 'leading', face, phone },
        { as: 'phone', team: team().id, mark: phone },
      );
  };
  return {
    clock,
    tap,
    hangs: async (wall: string) => JSON.stringify((await boards.snapshot(wall))?.slots).includes('sides'),
    says: async () => Object.values((await boards.snapshot('asks'))?.slots ?? {}).map((slot) => slot?.data),
  };
}

it('hangs once the month is over and five have answered, and only where a playlist asks for it', async () => {
  const { clock, tap, hangs, says } = await walls();
  await tap('abcd', 2);
  clock.now = new Date('2026-11-01T00:00:01Z');
  expect(await hangs('asks')).toBe(false);
  await tap('ef', 0);
  expect(await hangs('asks')).toBe(false);
  clock.now = new Date('2026-12-01T00:00:01Z');
  await expect.poll(() => hangs('asks')).toBe(true);
  expect(await says()).toMatchObject([
    {
      cards: [{ customers: { score: 50, n: 8 }, team: { score: 33, n: 6 }, from: '2026-10', to: '2026-11' }],
    },
  ]);
  expect(await hangs('does-not')).toBe(false);
});
