import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect as connectTcp } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DisplayProfile } from '../../src/lib/domain/display-profile';
import { openProfiles, type Profiles } from '../../src/lib/server/board/profiles';
import type { Snapshot } from '../../src/lib/protocol/events';
import { same } from '../../src/lib/protocol/patch';
import { MemoryStore } from '../support/memory-store';
import { display, goal, shoutOut, takeover, team } from '../support/records';
import { Doors, Follower, screenSocket, WallServer, type TestSocket } from '../support/wall';

const item = (panel: string) => ({ id: panel, panel, options: {}, dwell: null });
const playlist = ['shout-outs', 'focus-goal'].map(item);

let store: MemoryStore;
let doors: Doors;
let server: WallServer;
const sockets: { disconnect(): unknown }[] = [];

const open = (name = 'kitchen', token = 'key', over: Record<string, unknown> = {}): TestSocket => {
  const socket = screenSocket(server.port, name, token, over);
  sockets.push(socket);
  return socket;
};
const follow = (name = 'kitchen') => new Follower(open(name));
const refusal = (socket: TestSocket) =>
  new Promise<unknown>((resolve) =>
    socket.on('connect_error', (error) => resolve('data' in error ? error.data : error.message)),
  );

beforeEach(async () => {
  store = new MemoryStore();
  doors = new Doors();
  for (const name of ['kitchen', 'hall', 'gate']) doors.open.add(`${name}:key`);
  await store.commit([
    { put: 'team', record: team() },
    { put: 'display', record: display({ id: 'kitchen', playlist }) },
    { put: 'display', record: display({ id: 'hall', name: 'Hall', playlist }) },
    { put: 'display', record: display({ id: 'gate', playlist: [item('focus-goal')] }) },
    { put: 'goal', record: goal() },
  ]);
  server = new WallServer(store, doors);
  await server.start();
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  await server.stop();
});

describe('a profile', () => {
  let folder: string;
  let profiles: Profiles;
  const file = () => join(folder, 'break-room.json');
  const shipped = readFileSync('display-profiles/break-room.json', 'utf8');
  const rewrite = (change: (profile: DisplayProfile) => object) =>
    writeFileSync(file(), JSON.stringify(change(JSON.parse(shipped)), null, 2));

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'profiles-'));
    writeFileSync(file(), shipped);
    profiles = openProfiles(folder);
    await server.stop();
    server = new WallServer(store, doors, undefined, profiles);
    await server.start();
  });
  afterEach(() => {
    profiles.close();
    rmSync(folder, { recursive: true });
  });

  it('that is edited while walls hang changes them by a patch; a broken one changes nothing', async () => {
    const wall = follow();
    await expect.poll(() => wall.held?.layout.zones).toMatchObject([{ id: 'main' }]);
    const side = { id: 'side', share: 38 };
    rewrite((profile) => ({
      ...profile,
      safeArea: 3,
      quietHours: { from: '22:00', to: '06:00' },
      zones: [
        { id: 'score', share: 62, suits: ['focus-goal'] },
        { ...side, split: ['people', 'rest'].map((id) => ({ id, share: 50, suits: ['shout-outs'] })) },
      ],
    }));
    await expect.poll(() => wall.held?.layout.safeArea, { timeout: 10_000 }).toBe(3);
    expect(wall.held?.layout).toMatchObject({
      quietHours: { from: '22:00', to: '06:00' },
      zones: [
        { id: 'score', share: 62, slots: ['focus-goal'] },
        { id: 'people', share: 50, split: side },
        { id: 'rest', share: 50, split: side },
      ],
    });
    expect(wall.received).toEqual({ snapshots: 1, patches: 1 });

    rewrite((profile) => ({ ...profile, safeArea: 'wide' }));
    await expect.poll(() => profiles.faults(), { timeout: 10_000 }).toMatchObject([{ field: 'safeArea' }]);
    rewrite((profile) => ({ ...profile, motion: 'none' }));
    await expect.poll(() => wall.held?.layout.motion, { timeout: 10_000 }).toBe('none');
    expect(wall.held?.layout.safeArea).toBe(5);
    expect(wall.received).toEqual({ snapshots: 1, patches: 2 });
  });

  it('gives way to what one display says for itself', async () => {
    rewrite((profile) => ({ ...profile, quietHours: { from: '22:00', to: '06:00' } }));
    const [kitchen, hall, gate] = [follow('kitchen'), follow('hall'), follow('gate')];
    await expect.poll(() => hall.held?.layout.quietHours?.from, { timeout: 10_000 }).toBe('22:00');
    await store.commit([
      {
        put: 'display',
        record: display({ id: 'kitchen', playlist, quietHours: 'never', rotation: 90 }),
      },
      {
        put: 'display',
        record: display({
          id: 'gate',
          playlist,
          quietHours: { from: '20:00', to: '07:00' },
          timeZone: 'Asia/Tokyo',
        }),
      },
    ]);
    await expect.poll(() => kitchen.held?.layout.quietHours).toBeNull();
    expect(kitchen.held?.layout.canvas).toEqual({ width: 1920, height: 1080, rotation: 90 });
    await expect.poll(() => gate.held?.layout.quietHours?.from).toBe('20:00');
    expect(gate.held?.layout.timeZone).toBe('Asia/Tokyo');
    expect(hall.held?.layout).toMatchObject({ quietHours: { from: '22:00' }, canvas: { rotation: 0 } });
  });
});

describe('the live wire', () => {
  it('brings a commit to every wall that shows it, as the slots that changed', async () => {
    const [kitchen, hall, gate] = [follow('kitchen'), follow('hall'), follow('gate')];
    for (const wall of [kitchen, hall, gate]) await expect.poll(() => wall.held).toBeDefined();
    await store.commit([{ put: 'shout-out', record: shoutOut({ id: 'bravo' }) }]);
    await expect.poll(() => kitchen.held?.slots['shout-outs']?.news?.id).toBe('bravo');
    await expect.poll(() => hall.held?.slots['shout-outs']?.news?.id).toBe('bravo');
    expect(kitchen.received).toEqual({ snapshots: 1, patches: 1 });
    expect(gate.received).toEqual({ snapshots: 1, patches: 0 });
  });

  it('lets displays with equal settings share a board, and gives others their own', async () => {
    const ids = await Promise.all(['kitchen', 'hall', 'gate'].map((name) => server.boards.boardOf(name)));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('sends a newcomer one snapshot and the others nothing', async () => {
    const first = follow('kitchen');
    await expect.poll(() => first.held).toBeDefined();
    const second = follow('hall');
    await expect.poll(() => second.held).toBeDefined();
    expect(second.received).toEqual({ snapshots: 1, patches: 0 });
    expect(first.received).toEqual({ snapshots: 1, patches: 0 });
  });

  it('answers a screen that is current with nothing, and one that missed changes with one patch', async () => {
    const wall = follow();
    await expect.poll(() => wall.held).toBeDefined();
    const before = wall.held?.revision ?? null;
    const answerTo = (have: typeof before) =>
      new Promise((resolve) => wall.socket.emit('board:sync', have, resolve));
    expect(await answerTo(before)).toBeNull();
    await store.commit([{ put: 'shout-out', record: shoutOut({ id: 'one' }) }]);
    await expect.poll(() => wall.held?.revision.n).toBe(2);
    await store.commit([{ put: 'goal', record: goal({ target: 90 }) }]);
    await expect.poll(() => wall.held?.revision.n).toBe(3);
    expect(await answerTo(before)).toMatchObject({
      from: { n: 1 },
      to: { n: 3 },
      slots: { 'shout-outs': {}, 'focus-goal': {} },
    });
  });

  it('catches every wall up after a restart, though what was held is of another epoch', async () => {
    const wall = follow();
    await expect.poll(() => wall.held).toBeDefined();
    await server.stop();
    await store.commit([{ put: 'shout-out', record: shoutOut({ id: 'meanwhile' }) }]);
    await server.start();
    await expect.poll(() => wall.held?.slots['shout-outs']?.news?.id).toBe('meanwhile');
  });

  it('ends where the server is, whatever is lost on the way', async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    console.log(`seed ${seed}`);
    let state = seed;
    const random = () => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8) / 2 ** 24;
    const wall = follow();
    wall.loses = () => random() < 0.4;
    await expect.poll(() => wall.held).toBeDefined();
    for (let step = 0; step < 60; step += 1) {
      const id = `s${Math.floor(random() * 8)}`;
      const chance = random();
      if (chance < 0.7) {
        const at = new Date(Date.UTC(2026, 10, 22, 10, 0, step)).toISOString();
        await store.commit([{ put: 'shout-out', record: shoutOut({ id, at, to: `Name ${step}` }) }]);
      } else if (chance < 0.9) await store.commit([{ erase: 'shout-out', id }]);
      else wall.socket.io.engine.close();
    }
    // What a screen does every 15 to 30 seconds.
    await expect
      .poll(
        async () => {
          wall.sync();
          const truth = await server.boards.snapshot('kitchen');
          // A slot that was empty for a while comes last on a wall: the order tells nothing.
          return same([wall.held?.slots, wall.held?.revision], [truth?.slots, truth?.revision]);
        },
        { timeout: 10_000 },
      )
      .toBe(true);
  });

  it('moves a display to another board when its playlist changes, without a reload', async () => {
    const wall = follow('gate');
    await expect.poll(() => wall.held && Object.keys(wall.held.slots)).toEqual(['focus-goal']);
    await store.commit([
      { put: 'shout-out', record: shoutOut() },
      { put: 'display', record: display({ id: 'gate', playlist: [item('shout-outs')] }) },
    ]);
    await expect.poll(() => wall.held && Object.keys(wall.held.slots)).toEqual(['shout-outs']);
    expect(wall.held?.board).toBe(await server.boards.boardOf('gate'));
  });

  it('shows thanks and the question where a playlist has nothing to show', async () => {
    await store.commit([{ put: 'display', record: display({ id: 'gate', playlist: [] }) }]);
    const wall = follow('gate');
    await expect
      .poll(() => wall.held && Object.values(wall.held.slots).map(({ panel }) => panel))
      .toEqual(['thank-and-ask']);
  });
});

describe('a takeover', () => {
  const gone = 60_000;
  const until = () => new Date(Date.now() + gone).toISOString();
  const over = (wall: Follower) => wall.held?.layout.takeover?.slot;
  const walls = () => [follow('kitchen'), follow('hall'), follow('gate')] as const;

  it('is on every wall of the team by one patch each, over what hangs, and leaves when it is ended', async () => {
    const all = walls();
    for (const wall of all) await expect.poll(() => wall.held).toBeDefined();
    const record = takeover({ until: until() });
    await store.commit([{ put: 'takeover', record }]);
    for (const wall of all) await expect.poll(() => over(wall)).toBe('takeover');
    const [kitchen] = all;
    expect(kitchen.held?.layout.takeover).toEqual({ slot: 'takeover', until: record.until, alarm: true });
    expect(kitchen.held?.slots.takeover).toMatchObject({ panel: 'takeover', data: { title: record.title } });
    expect(kitchen.held?.layout.zones[0]?.slots).toEqual(['focus-goal']);
    expect(kitchen.received).toEqual({ snapshots: 1, patches: 1 });
    await store.commit([{ put: 'takeover', record: { ...record, status: 'ended' } }]);
    for (const wall of all) await expect.poll(() => over(wall)).toBeUndefined();
    expect(kitchen.held?.slots.takeover).toBeUndefined();
  });

  it('for some displays takes their board from the others’, and gives it back', async () => {
    const [kitchen, hall] = walls();
    for (const wall of [kitchen, hall]) await expect.poll(() => wall.held).toBeDefined();
    expect(hall.held?.board).toBe(kitchen.held?.board);
    const shared = kitchen.held?.board;
    const record = takeover({ displays: ['hall'], until: until() });
    await store.commit([{ put: 'takeover', record }]);
    await expect.poll(() => over(hall)).toBe('takeover');
    expect(hall.held?.board).not.toBe(shared);
    expect([kitchen.held?.board, over(kitchen)]).toEqual([shared, undefined]);
    await store.commit([{ put: 'takeover', record: { ...record, status: 'ended' } }]);
    await expect.poll(() => hall.held?.board).toBe(shared);
    expect(over(hall)).toBeUndefined();
  });

  it('is on a wall for customers only where its leader said so', async () => {
    await store.commit([
      { put: 'display', record: display({ id: 'hall', playlist, audience: 'customers' }) },
    ]);
    const [kitchen, hall] = walls();
    await expect.poll(() => hall.held?.layout.audience).toBe('customers');
    await store.commit([{ put: 'takeover', record: takeover({ until: until() }) }]);
    await expect.poll(() => over(kitchen)).toBe('takeover');
    expect(over(hall)).toBeUndefined();
    await store.commit([
      { put: 'takeover', record: takeover({ id: 'all', customers: true, until: until() }) },
    ]);
    await expect.poll(() => over(hall)).toBe('takeover');
  });

  it('ends by itself', async () => {
    const [kitchen] = walls();
    await expect.poll(() => kitchen.held).toBeDefined();
    const soon = new Date(Date.now() + 1_000).toISOString();
    await store.commit([{ put: 'takeover', record: takeover({ until: soon }) }]);
    await expect.poll(() => over(kitchen)).toBe('takeover');
    await expect.poll(() => over(kitchen), { timeout: 10_000 }).toBeUndefined();
  });
});

describe('a pinned scene', () => {
  it('moves its display to a board of its own until it is let go or its time is over', async () => {
    const [kitchen, hall] = [follow('kitchen'), follow('hall')];
    for (const wall of [kitchen, hall]) await expect.poll(() => wall.held).toBeDefined();
    expect(hall.held?.board).toBe(kitchen.held?.board);
    const pinned = (pin: { item: string; until: string | null } | null) => ({
      put: 'display' as const,
      record: display({ id: 'kitchen', playlist, pin }),
    });
    await store.commit([pinned({ item: 'focus-goal', until: null })]);
    await expect.poll(() => kitchen.held?.layout.pinned).toBe('focus-goal');
    expect(hall.held?.layout.pinned).toBeUndefined();
    await store.commit([pinned(null)]);
    await expect.poll(() => kitchen.held?.board).toBe(hall.held?.board);
    const soon = new Date(Date.now() + 1_000).toISOString();
    await store.commit([pinned({ item: 'focus-goal', until: soon })]);
    await expect.poll(() => kitchen.held?.layout.pinned).toBe('focus-goal');
    await expect.poll(() => kitchen.held?.layout.pinned, { timeout: 10_000 }).toBeUndefined();
  });

  it('that has nothing to show is not waited for', async () => {
    await store.commit([
      {
        put: 'display',
        record: display({ id: 'kitchen', playlist, pin: { item: 'shout-outs', until: null } }),
      },
    ]);
    const kitchen = follow('kitchen');
    await expect.poll(() => kitchen.held?.slots['focus-goal']).toBeDefined();
    expect(kitchen.held?.layout.pinned).toBeUndefined();
  });
});

describe('the door of the wire', () => {
  it('says why it refuses', async () => {
    expect(await refusal(open('kitchen', 'wrong'))).toEqual({ code: 'not-allowed' });
    expect(await refusal(open('nowhere'))).toEqual({ code: 'unknown-display' });
    expect(
      await refusal(open('x', 'y', { auth: { display: 'kitchen', token: 'key', protocol: 99 } })),
    ).toEqual({
      code: 'protocol',
    });
    expect(await refusal(open('x', 'y', { auth: { display: { $ne: null } } }))).toEqual({
      code: 'malformed',
    });
  });

  it('lets a TV in by its cookie', async () => {
    const socket = open('kitchen', '', {
      auth: { display: 'kitchen', protocol: 1 },
      extraHeaders: { cookie: 'other=1; huddleboard_display=key' },
    });
    await expect.poll(() => socket.connected).toBe(true);
  });

  it('refuses namespaces that it does not know, and the one without a name', async () => {
    for (const name of ['/', '/admin']) {
      const socket = io(`http://127.0.0.1:${server.port}${name}`, {
        path: '/live',
        transports: ['websocket'],
        forceNew: true,
      });
      sockets.push(socket);
      const error = await new Promise<Error>((resolve) => socket.on('connect_error', resolve));
      expect(error.message).toMatch(/malformed|Invalid namespace/);
    }
  });

  it('refuses pages of other sites, and lets its own in', async () => {
    const own = open('kitchen', 'key', { extraHeaders: { origin: `http://127.0.0.1:${server.port}` } });
    await expect.poll(() => own.connected).toBe(true);
    for (const origin of ['http://evil.test', 'null']) {
      const foreign = open('kitchen', 'key', { extraHeaders: { origin }, reconnection: false });
      expect(await refusal(foreign)).toBeDefined();
      expect(foreign.connected).toBe(false);
    }
  });

  it('outlives nonsense, and the wall that sent it still hears changes', async () => {
    const wall = follow();
    await expect.poll(() => wall.held).toBeDefined();
    const bare = wall.socket as unknown as { emit(event: string, ...args: unknown[]): void };
    bare.emit('board:sync');
    bare.emit('board:sync', { epoch: 1 }, 'not a function');
    bare.emit('board:painted', 'x'.repeat(2000));
    bare.emit('screen:beat', null);
    bare.emit('play:log', [{ panel: 1 }], () => {});
    bare.emit('no:such', {});
    await store.commit([{ put: 'shout-out', record: shoutOut() }]);
    await expect.poll(() => wall.held?.slots['shout-outs']).toBeDefined();
    expect(server.plays).toEqual([]);
  });

  it('cuts off a message above 16 kB and a client that speaks no Socket.IO', async () => {
    const socket = open('kitchen', 'key', { reconnection: false });
    await expect.poll(() => socket.connected).toBe(true);
    const bare = socket as unknown as { emit(event: string, ...args: unknown[]): void };
    bare.emit('screen:beat', 'x'.repeat(20_000));
    await expect.poll(() => socket.connected).toBe(false);
    const raw = connectTcp(server.port, '127.0.0.1', () =>
      raw.write('GET /live?EIO=4&transport=websocket HTTP/1.1\r\n\r\n'),
    );
    raw.on('error', () => {});
    await new Promise((resolve) => raw.on('close', resolve).resume());
    const next = follow();
    await expect.poll(() => next.held).toBeDefined();
  });

  it('shuts out a display that was revoked, at once', async () => {
    const wall = follow();
    await expect.poll(() => wall.held).toBeDefined();
    const gone = new Promise((resolve) => wall.socket.on('disconnect', resolve));
    await store.commit([{ put: 'display', record: display({ id: 'kitchen', playlist, status: 'revoked' }) }]);
    expect(await gone).toBe('io server disconnect');
    expect(await refusal(open('kitchen'))).toEqual({ code: 'unknown-display' });
  });

  it('shuts out a screen whose token was replaced', async () => {
    const wall = follow();
    await expect.poll(() => wall.held).toBeDefined();
    const gone = new Promise((resolve) => wall.socket.on('disconnect', resolve));
    doors.open.delete('kitchen:key');
    await store.commit([
      { put: 'display', record: display({ id: 'kitchen', playlist, tokenHash: 'other' }) },
    ]);
    expect(await gone).toBe('io server disconnect');
  });
});

describe('what screens tell', () => {
  it('is known to leaders: connected, painted, what it shows', async () => {
    const wall = follow();
    await expect.poll(() => wall.held).toBeDefined();
    const held = wall.held as Snapshot;
    wall.socket.emit('board:painted', held.revision);
    await expect.poll(() => server.live.state('kitchen')).toMatchObject({ connected: true, current: true });
    doors.sessions.add('secret');
    const heard: unknown[] = [];
    const page = io(`http://127.0.0.1:${server.port}/leaders`, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: 'huddleboard_session=secret' },
    });
    sockets.push(page);
    page.on('display:state', (state) => heard.push(state));
    await expect.poll(() => heard.at(-1)).toMatchObject({ display: 'kitchen', painted: held.revision });
    wall.socket.disconnect();
    await expect
      .poll(() => heard.at(-1))
      .toMatchObject({ display: 'kitchen', connected: false, current: false });
  });

  it('keeps strangers away from what leaders hear', async () => {
    const page = io(`http://127.0.0.1:${server.port}/leaders`, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
    });
    sockets.push(page);
    const error = await new Promise<Error>((resolve) => page.on('connect_error', resolve));
    expect(error.message).toBe('not-allowed');
  });

  it('goes in by the front door when it is a play', async () => {
    const wall = follow();
    await expect.poll(() => wall.held).toBeDefined();
    const taken = await new Promise((resolve) =>
      wall.socket.emit(
        'play:log',
        [{ panel: 'shout-outs', at: '2026-11-22T10:00:00Z', seconds: 9 }],
        resolve,
      ),
    );
    expect(taken).toBe(true);
    expect(server.plays).toEqual([
      { display: 'kitchen', plays: [{ panel: 'shout-outs', at: '2026-11-22T10:00:00Z', seconds: 9 }] },
    ]);
  });

  it('reaches the screens of a display when a leader asks them to identify themselves', async () => {
    const wall = follow();
    await expect.poll(() => wall.held).toBeDefined();
    const asked: unknown[] = [];
    wall.socket.on('screen:command', (command, done) => {
      asked.push(command);
      done(true);
    });
    expect(await server.live.command('kitchen', { do: 'identify', name: 'Kitchen', seconds: 10 })).toBe(1);
    expect(asked).toEqual([{ do: 'identify', name: 'Kitchen', seconds: 10 }]);
  });
});
