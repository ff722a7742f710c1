import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import type { Auth } from '../../src/lib/server/auth/auth';
import { createBoards, type Boards } from '../../src/lib/server/board/board';
import type { LoadedPanel, Panels } from '../../src/lib/server/board/panels';
import type { Profiles } from '../../src/lib/server/board/profiles';
import { readProfile } from '../../src/lib/server/board/profiles';
import type { Intake } from '../../src/lib/server/intake/intake';
import { createLive, type Live } from '../../src/lib/server/live/live';
import type { Store } from '../../src/lib/server/store/store';
import { readFileSync } from 'node:fs';
import type { Patch, ScreenToServer, ServerToScreen, Snapshot } from '../../src/lib/protocol/events';
import { panel as takeover } from '../../src/lib/panels/takeover/panel';
import { apply } from '../../src/lib/protocol/patch';

/** A panel for tests: says what it was told, has nothing to show while nothing was told. */
export const echo = (
  kind: string,
  ask: LoadedPanel['needs'],
  over: Partial<LoadedPanel> = {},
): LoadedPanel => ({
  kind,
  point: null,
  audiences: ['staff', 'customers'],
  options: v.object({}),
  needs: ask,
  select: (facts) => (Object.values(facts).flat().length > 0 ? facts : undefined),
  words: () => 3,
  ...over,
});

/** Panels that only need the store: shout-outs, comments, the goals, the team. */
export const testPanels: Panels = new Map(
  [
    takeover as unknown as LoadedPanel,
    echo(
      'shout-outs',
      () => ({ list: { ask: 'newest', kind: 'shout-out', status: 'published', limit: 5 } }),
      {
        news: (data) => {
          const { list } = data as { list: { id: string }[] };
          return list[0] && { id: list[0].id, play: 0 };
        },
      },
    ),
    echo('focus-goal', () => ({ list: { ask: 'newest', kind: 'goal', status: 'open', limit: 1 } })),
    echo('customers-voices', () => ({
      list: { ask: 'newest', kind: 'verbatim', status: 'approved', limit: 5 },
    })),
    echo('how-are-we-doing', () => ({ list: { ask: 'answers', days: 30 } })),
    echo('thank-and-ask', () => ({ place: { ask: 'place' } })),
  ].map((panel) => [panel.kind, panel]),
);

const read = readProfile('break-room.json', readFileSync('display-profiles/break-room.json', 'utf8'));
if ('fault' in read) throw new Error(JSON.stringify(read.fault));
const { profile } = read;

export const oneProfile = (over: Partial<typeof profile> = {}): Profiles => ({
  get: () => ({ ...profile, ...over }),
  list: () => [{ ...profile, ...over }],
  faults: () => [],
  onChange: () => () => {},
  close: () => {},
});

/** Tokens that open displays: `display:token`. */
export class Doors {
  readonly open = new Set<string>();
  readonly sessions = new Set<string>();
  readonly auth: Auth;
  constructor() {
    const part: Partial<Auth> = {
      opensDisplay: async (display, token) => this.open.has(`${display}:${token}`),
      opensByEnrol: async () => false,
      leader: async (secret) =>
        secret && this.sessions.has(secret)
          ? { as: 'account', id: 'lee', name: 'Lee', role: 'leader', teams: ['north'] }
          : undefined,
    };
    this.auth = part as Auth;
  }
}

/** A wall's server on a port of its own, over a store that outlives it. */
export class WallServer {
  #http: Server | undefined;
  #live: Live | undefined;
  #boards: Boards | undefined;
  readonly plays: unknown[] = [];
  readonly reports: string[] = [];
  port = 0;

  constructor(
    readonly store: Store,
    readonly doors: Doors,
    readonly now: () => Date = () => new Date(),
    readonly profiles: Profiles = oneProfile(),
  ) {}

  async start(): Promise<void> {
    const report = (what: string, error: unknown) => this.reports.push(`${what} ${String(error)}`);
    const intake: Intake = {
      submit: async (_name, input) => {
        this.plays.push(input);
        return { ok: true, head: 1, created: 1, updated: 0 };
      },
    };
    const boards = createBoards({
      store: this.store,
      profiles: this.profiles,
      now: this.now,
      build: 'b1',
      joinCode: async () => 'CODE',
      address: (origin) => origin ?? 'http://wall.test',
      panels: testPanels,
      report,
    });
    const live = createLive({
      boards,
      auth: this.doors.auth,
      intake,
      now: this.now,
      trustProxy: 0,
      report,
      takesSlot: false,
    });
    const http = createServer((_request, response) => response.writeHead(404).end());
    live.attach(http);
    await new Promise<void>((resolve) => http.listen(this.port, '127.0.0.1', resolve));
    this.port = (http.address() as AddressInfo).port;
    [this.#http, this.#live, this.#boards] = [http, live, boards];
  }

  get live(): Live {
    if (!this.#live) throw new Error('not started');
    return this.#live;
  }
  get boards(): Boards {
    if (!this.#boards) throw new Error('not started');
    return this.#boards;
  }

  async stop(): Promise<void> {
    this.#boards?.close();
    await this.#live?.close();
    this.#http?.closeAllConnections();
    await new Promise<void>((resolve) => (this.#http ? this.#http.close(() => resolve()) : resolve()));
  }
}

export type TestSocket = Socket<ServerToScreen, ScreenToServer>;

/** A socket as a screen opens it, quick to come back. */
export const screenSocket = (
  port: number,
  display: string,
  token: string,
  over: Record<string, unknown> = {},
): TestSocket =>
  io(`http://127.0.0.1:${port}/screens`, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    auth: { display, token, protocol: 1 },
    ...over,
  });

/** A screen without a screen: follows its board as the TV does. */
export class Follower {
  held: Snapshot | undefined;
  received = { snapshots: 0, patches: 0 };
  /** Drops pushes while it answers true: what a bad link does. */
  loses: () => boolean = () => false;

  constructor(readonly socket: TestSocket) {
    socket.on('connect', () => this.sync());
    socket.on('board:snapshot', (snapshot) => this.#take(snapshot));
    socket.on('board:patch', (patch) => this.#take(patch));
  }

  sync(): void {
    this.socket.emit('board:sync', this.held?.revision ?? null, (answer) => answer && this.#accept(answer));
  }

  #take(change: Snapshot | Patch): void {
    if (!this.loses()) this.#accept(change);
  }

  #accept(change: Snapshot | Patch): void {
    if ('from' in change) {
      this.received.patches += 1;
      const next = this.held && apply(this.held, change);
      if (next) this.held = next;
      else this.sync();
      return;
    }
    this.received.snapshots += 1;
    const older =
      this.held?.board === change.board &&
      this.held.revision.epoch === change.revision.epoch &&
      change.revision.n < this.held.revision.n;
    if (!older) this.held = change;
  }
}
