import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Revision, Slot, Snapshot } from '$lib/protocol/events';
import type { ScreenSocket } from './connection';
import { recall } from './last-snapshot';
import { LiveScreen } from './live-screen.svelte';
import { notedHad, withoutHad } from './once';

/** The other end of the wire, turned by hand. */
const wire = {
  handlers: new Map<string, (...given: never[]) => void>(),
  said: [] as { event: string; given: unknown; reply?: (late: Error | null, answer: unknown) => void }[],
  connected: false,
};
const dial = (): ScreenSocket => {
  const socket = {
    get connected() {
      return wire.connected;
    },
    io: { on: (event: string, act: () => void) => wire.handlers.set(event, act) },
    on: (event: string, act: () => void) => wire.handlers.set(event, act),
    timeout: () => socket,
    connect: () => {},
    disconnect: () => {},
    emit: (event: string, given: unknown, reply?: (late: Error | null, answer: unknown) => void) =>
      void wire.said.push({ event, given, reply }),
  };
  return socket as unknown as ScreenSocket;
};

const hour = 3_600_000;
const start = Date.parse('2026-11-22T10:00:00.000Z');
const slot = (more: Partial<Slot>): Slot => ({
  panel: 'clock',
  point: null,
  data: {},
  dwell: 10,
  plays: 1,
  news: null,
  ...more,
});
const revision: Revision = { epoch: 'a', n: 3 };
const board = (): Snapshot => ({
  board: 'b',
  revision,
  layout: {
    profile: 'break-room',
    canvas: { width: 1920, height: 1080, rotation: 0 },
    safeArea: 5,
    scale: 1,
    theme: 'daylight',
    motion: 'full',
    quietHours: null,
    language: 'en',
    timeZone: 'Europe/Berlin',
    audience: 'staff',
    team: { id: 't', name: 'Team' },
    ring: null,
    accent: null,
    logo: null,
    zones: [{ id: 'main', share: 1, slots: ['score', 'voices'] }],
  },
  slots: { score: slot({}), voices: slot({ personal: true }) },
  asOf: null,
  now: new Date(Date.now()).toISOString(),
  build: 'this',
});

const kept = new Map<string, string>();
beforeEach(() => {
  vi.useFakeTimers({ now: start });
  kept.clear();
  wire.handlers.clear();
  wire.said.length = 0;
  wire.connected = false;
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  const listens = { addEventListener: () => {}, removeEventListener: () => {} };
  vi.stubGlobal('window', { ...listens, innerWidth: 1920, innerHeight: 1080 });
  vi.stubGlobal('document', { ...listens, visibilityState: 'visible', cookie: '' });
  vi.stubGlobal('PerformanceNavigationTiming', class {});
  vi.stubGlobal('navigator', { userAgent: 'Chrome/69.0' });
  vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => setTimeout(drawn, 16));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function hung(): { screen: LiveScreen; stop: () => void } {
  const components = { clock: {} as never };
  const screen = new LiveScreen({ display: 'd', first: board(), components, build: 'this' }, dial);
  return { screen, stop: screen.start() };
}
const connect = () => {
  wire.connected = true;
  wire.handlers.get('connect')?.();
};
/** The newest revision that the screen said it holds. */
const asked = () => wire.said.filter(({ event }) => event === 'board:sync').at(-1);

it('takes down names and words after a day without the server, on the glass and in what the TV keeps', () => {
  const { screen, stop } = hung();
  vi.advanceTimersByTime(24 * hour - 1_000);
  expect(Object.keys(screen.board.slots)).toEqual(['score', 'voices']);
  expect(screen.silent).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(Object.keys(screen.board.slots)).toEqual(['score']);
  expect([...kept.values()].join()).not.toContain('voices":');
  stop();
});

it('hangs them up again when the server is back, even where nothing has changed there', () => {
  const { screen, stop } = hung();
  vi.advanceTimersByTime(25 * hour);
  connect();
  // What the server does: nothing for whoever holds its revision, else the whole board.
  const { given, reply } = asked() ?? {};
  expect(given).not.toEqual(revision);
  reply?.(null, board());
  expect(Object.keys(screen.board.slots)).toEqual(['score', 'voices']);
  stop();
});

it('keeps them as long as the server is heard now and then', () => {
  const { screen, stop } = hung();
  connect();
  for (let hours = 0; hours < 48; hours += 4) {
    vi.advanceTimersByTime(4 * hour);
    wire.handlers.get('ping')?.();
  }
  expect(Object.keys(screen.board.slots)).toEqual(['score', 'voices']);
  expect(screen.silent).toBe(false);
  vi.advanceTimersByTime(12_000);
  expect(screen.silent).toBe(true);
  stop();
});

it('takes names down at once when the TV finds out that its clock stood still for a week', () => {
  const { screen, stop } = hung();
  vi.setSystemTime(start + 7 * 24 * hour);
  vi.advanceTimersByTime(30_000);
  expect(Object.keys(screen.board.slots)).toEqual(['score']);
  stop();
});

it('takes nothing personal from a board of the future: a clock that went back cannot say how old it is', () => {
  const heard = new Date(start + hour).toISOString();
  kept.set('huddleboard:board:d', JSON.stringify({ snapshot: board(), heard, offset: 0 }));
  expect(Object.keys(recall('d')?.snapshot.slots ?? {})).toEqual(['score']);
  kept.set('huddleboard:board:d', JSON.stringify({ snapshot: board(), heard, offset: -2 * hour }));
  expect(Object.keys(recall('d')?.snapshot.slots ?? {})).toEqual(['score', 'voices']);
});

it('takes nothing personal from what it kept over a day ago', () => {
  const heard = new Date(start - 25 * hour).toISOString();
  const snapshot = { ...board(), now: new Date(start + 1).toISOString() };
  kept.set('huddleboard:board:d', JSON.stringify({ snapshot, heard, offset: 0 }));
  const { screen, stop } = hung();
  vi.advanceTimersByTime(1);
  expect(Object.keys(screen.board.slots)).toEqual(['score']);
  stop();
});

type Command = { do: 'skip' } | { do: 'identify'; name: string; seconds: number };
const command = (what: Command) =>
  (wire.handlers.get('screen:command') as ((command: Command, done: () => void) => void) | undefined)?.(
    what,
    () => {},
  );
const onTheWall = (screen: LiveScreen) => (screen.takeover?.player ?? screen.players.main)?.showing?.slot;

it('shows the name that a leader looks for, for as long as was asked, and the loop goes on below', () => {
  const { screen, stop } = hung();
  connect();
  command({ do: 'identify', name: 'Kitchen door', seconds: 12 });
  expect(screen.identifying).toBe('Kitchen door');
  vi.advanceTimersByTime(11_999);
  expect([screen.identifying, onTheWall(screen)]).toEqual(['Kitchen door', 'voices']);
  vi.advanceTimersByTime(1);
  expect(screen.identifying).toBeNull();
  stop();
});

it('goes on to the next scene when a leader says so', () => {
  const { screen, stop } = hung();
  connect();
  expect(onTheWall(screen)).toBe('score');
  command({ do: 'skip' });
  expect(onTheWall(screen)).toBe('voices');
  stop();
});

it('gives the wall to a takeover and, at its end, back to the scene that hung, though the server is gone', async () => {
  const { screen, stop } = hung();
  connect();
  vi.advanceTimersByTime(4_000);
  const { layout, slots } = board();
  const until = new Date(Date.now() + 90_000).toISOString();
  const takeover = { slot: 'drill', until, alarm: true };
  (wire.handlers.get('board:snapshot') as ((snapshot: Snapshot) => void) | undefined)?.({
    ...board(),
    revision: { epoch: 'a', n: 4 },
    layout: { ...layout, takeover },
    slots: { ...slots, drill: slot({}) },
  });
  await vi.advanceTimersByTimeAsync(0);
  expect([onTheWall(screen), screen.takeover?.alarm]).toEqual(['drill', true]);
  wire.connected = false;
  await vi.advanceTimersByTimeAsync(89_900);
  expect(onTheWall(screen)).toBe('drill');
  await vi.advanceTimersByTimeAsync(200);
  expect([onTheWall(screen), screen.takeover]).toEqual(['score', null]);
  stop();
});

it('gives the wall to a takeover that came before the TV knew how wrong its clock is', async () => {
  const { screen, stop } = hung();
  vi.setSystemTime(start + 25 * hour);
  connect();
  const { layout, slots } = board();
  const beat = wire.said.findLast(({ event }) => event === 'screen:beat');
  const takeover = { slot: 'drill', until: new Date(start + 90_000).toISOString(), alarm: false };
  (wire.handlers.get('board:snapshot') as ((snapshot: Snapshot) => void) | undefined)?.({
    ...board(),
    revision: { epoch: 'a', n: 4 },
    layout: { ...layout, takeover },
    slots: { ...slots, drill: slot({}) },
  });
  await vi.advanceTimersByTimeAsync(0);
  beat?.reply?.(null, new Date(start).toISOString());
  expect(onTheWall(screen)).toBe('drill');
  await vi.advanceTimersByTimeAsync(90_200);
  expect(onTheWall(screen)).toBe('score');
  stop();
});

it('begins a moment that comes once, and not again after a reload; another such moment it does', async () => {
  const { layout, slots } = board();
  const moment = (seconds: number): Snapshot => {
    const until = new Date(start + 1000 * seconds).toISOString();
    const takeover = { slot: 'moment', until, alarm: false, once: true } as const;
    return { ...board(), layout: { ...layout, takeover }, slots: { ...slots, moment: slot({}) } };
  };
  const opened = (first: Snapshot) =>
    new LiveScreen({ display: 'd', first, components: { clock: {} as never }, build: 'this' }, dial);
  const first = opened(moment(25));
  let stop = first.start();
  expect(onTheWall(first)).toBe('moment');
  vi.advanceTimersByTime(3_000);
  expect(onTheWall(first)).toBe('moment');
  stop();

  const had = notedHad();
  expect(withoutHad(moment(25), had).layout.takeover).toBeUndefined();
  const again = opened(withoutHad(moment(25), had));
  stop = again.start();
  // The server’s next board has it still.
  (wire.handlers.get('board:snapshot') as ((snapshot: Snapshot) => void) | undefined)?.({
    ...moment(25),
    revision: { epoch: 'a', n: 4 },
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(onTheWall(again)).toBe('score');
  stop();

  expect(withoutHad(moment(40), had).layout.takeover).toBeDefined();
  const other = opened(moment(40));
  stop = other.start();
  expect(onTheWall(other)).toBe('moment');
  stop();
});

it('loads its page anew when its display speaks another language, and hangs nothing in a mixture of both', async () => {
  const gone: string[] = [];
  vi.stubGlobal('location', {
    pathname: '/display/d',
    search: '?preview',
    reload: () => void gone.push('reloaded'),
  });
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response('{"app":"huddleboard"}', { headers: { 'content-type': 'application/json' } }),
    ),
  );
  const parts = {
    display: 'd',
    first: board(),
    components: { clock: {} as never },
    build: 'this',
    language: 'en',
  };
  const screen = new LiveScreen(parts, dial);
  const stop = screen.start();
  const take = wire.handlers.get('board:snapshot') as ((snapshot: Snapshot) => void) | undefined;
  const { layout } = board();
  take?.({ ...board(), revision: { epoch: 'a', n: 4 }, layout: { ...layout, theme: 'dim' } });
  await vi.advanceTimersByTimeAsync(100);
  expect([screen.board.layout.theme, gone]).toEqual(['dim', []]);

  take?.({ ...board(), revision: { epoch: 'a', n: 5 }, layout: { ...layout, language: 'ar' } });
  await vi.advanceTimersByTimeAsync(100);
  expect([screen.board.layout.language, gone]).toEqual(['en', ['reloaded']]);
  stop();

  // A page that a proxy kept is in the old language again: it is not loaded for ever.
  const again = new LiveScreen(parts, dial);
  const end = again.start();
  const takeAgain = wire.handlers.get('board:snapshot') as ((snapshot: Snapshot) => void) | undefined;
  takeAgain?.({ ...board(), revision: { epoch: 'a', n: 5 }, layout: { ...layout, language: 'ar' } });
  await vi.advanceTimersByTimeAsync(100);
  expect([again.board.layout.language, gone]).toEqual(['ar', ['reloaded']]);
  end();
});
