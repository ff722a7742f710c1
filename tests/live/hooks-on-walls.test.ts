import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../src/lib/domain/command';
import { createFeedback } from '../../src/lib/server/intake/feedback/feedback';
import { findPerson } from '../../src/lib/server/intake/feedback/person';
import { openHooks, type Hooks } from '../../src/lib/server/intake/hooks/hooks';
import { createIntake, type Intake } from '../../src/lib/server/intake/intake';
import { MemoryStore } from '../support/memory-store';
import { display, team } from '../support/records';
import { Doors, Follower, screenSocket, WallServer } from '../support/wall';

const house: Actor = { as: 'house' };
let store: MemoryStore;
let server: WallServer;
let wall: Follower;
let hooks: Hooks;
let intake: Intake;
let directory: string;
let disconnect: () => void;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'huddleboard-test-'));
  store = new MemoryStore();
  const doors = new Doors();
  doors.open.add('kitchen:key');
  const playlist = [{ id: 'voices', panel: 'customers-voices', options: {}, dwell: null }];
  await store.commit([
    { put: 'team', record: team() },
    { put: 'display', record: display({ id: 'kitchen', playlist }) },
  ]);
  server = new WallServer(store, doors);
  await server.start();
  const socket = screenSocket(server.port, 'kitchen', 'key', {});
  disconnect = () => socket.disconnect();
  wall = new Follower(socket);
  const now = () => new Date();
  let made = 0;
  const newId = () => `m${++made}`;
  intake = createIntake({ store, now, log: { error: (about) => console.error(about) } });
  const feedback = createFeedback({ store, intake, now, newId });
  hooks = await openHooks({ directory, store, intake, feedback, now, newId, report: () => undefined });
});
afterEach(async () => {
  disconnect();
  await hooks.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

const words = 'The porter carried both bags and remembered my name, says Jo Smith';

/** A source of reviews whose one review hangs on the wall; sends more news of that review. */
async function hungReview(createdAt = new Date().toISOString()) {
  const hook = await hooks.make({ team: team().id, name: 'Reviews', proof: 'path' }, house);
  if (!hook.ok) throw new Error(hook.refusal.code);
  const send = async (name: string) => {
    const eventData = { id: 'r1', stars: 5, title: '', text: words, createdAt };
    const body = Buffer.from(
      JSON.stringify({ events: [{ eventName: `service-review-${name}`, eventData }] }),
    );
    const headers = new Headers({ 'content-type': 'application/json' });
    const { id, secret } = hook.value;
    expect(await hooks.receive(`${id}.${secret}`, headers, new Uint8Array(body))).toMatchObject({ ok: true });
  };
  await send('created');
  await expect.poll(() => store.all('verbatim').map(({ text }) => text)).toEqual([words]);
  const id = store.all('verbatim')[0]?.id ?? '';
  await intake.submit('verbatim:approve', { team: team().id, id }, house);
  await expect.poll(() => JSON.stringify(wall.held?.slots ?? {})).toContain(words);
  return { hook: hook.value.id, send };
}

it('a review that its sender takes back is gone from a connected wall', async () => {
  const { send } = await hungReview();
  await send('deleted');
  await expect.poll(() => JSON.stringify(wall.held?.slots ?? {})).not.toContain(words);
  expect(wall.received.snapshots).toBe(1);
});

it('a person who is erased is gone from a connected wall, and later news does not bring them back', async () => {
  const { hook, send } = await hungReview();
  const { found } = await findPerson(store, 'jo smith');
  const ids = found.map(({ id }) => id);
  const outcome = await intake.submit('person:erase', { words: 'jo smith', ids }, house);
  expect(outcome).toMatchObject({ ok: true, updated: 1 });
  await expect.poll(() => JSON.stringify(wall.held?.slots ?? {})).not.toContain('porter');
  expect(wall.received.snapshots).toBe(1);
  const record = await store.get('hook', hook);
  expect(record && (await hooks.erase(record, 'jo smith'))).toBe(1);
  await send('updated');
  await hooks.settled();
  expect([...store.all('response'), ...store.all('verbatim')]).toEqual([]);
});

it('a comment whose words are let go is gone from a connected wall, and later news does not bring them back', async () => {
  const { send } = await hungReview('2019-03-01T12:00:00Z');
  const id = store.all('verbatim')[0]?.id ?? '';
  const letGo = { kept: 'words', records: [{ kind: 'verbatim', id }], last: true } as const;
  expect(
    await intake.submit('retention:let-go', { ...letGo, records: [...letGo.records] }, house),
  ).toMatchObject({
    ok: true,
    updated: 1,
  });
  await expect.poll(() => JSON.stringify(wall.held?.slots ?? {})).not.toContain('porter');
  expect(wall.received.snapshots).toBe(1);
  await send('updated');
  await hooks.settled();
  expect(store.all('verbatim')).toMatchObject([{ id, text: '', status: 'past', value: 5 }]);
  expect(store.all('response')).toMatchObject([{ value: 5, status: 'counted' }]);
});
