import { expect, it } from 'vitest';
import { MemoryStore } from '../../../../tests/support/memory-store';
import { response, team } from '../../../../tests/support/records';
import { createIntake } from '../intake/intake';
import { watchStarts } from './start-watch';

it('writes down once where a team started: what comes later, for those days too, changes nothing', async () => {
  const store = new MemoryStore();
  const now = () => new Date('2026-11-23T10:00:00Z');
  const answers = (name: string, value: number, day = '2026-11-20') =>
    store.commit(
      Array.from({ length: 6 }, (_, at) => ({
        put: 'response' as const,
        record: response({ id: `${name}${at}`, value, day, at: `${day}T09:00:00.000Z` }),
      })),
    );
  await store.commit([
    { put: 'team', record: team() },
    { put: 'team', record: team({ id: 'south' }) },
  ]);
  await answers('nine', 9);
  const watch = watchStarts({
    ...{ store, now, every: 0, report: (_, error) => expect.fail(String(error)) },
    intake: createIntake({ store, now, log: { error: () => undefined } }),
  });
  await watch.look();
  await answers('none', 0);
  await watch.look();
  expect((await store.get('team', 'north'))?.began).toEqual({
    ...{ measure: 'nps', from: '2026-10-24', to: '2026-11-22' },
    counts: [{ value: 9, count: 6 }],
  });
  expect((await store.get('team', 'south'))?.began).toBeUndefined();
  watch.close();
});
