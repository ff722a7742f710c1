import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { protocolNumber, type ScreenToServer, type ServerToScreen } from '../../protocol/events';
import { health, plays, read, revision, screenAuth } from '../../protocol/schema';
import { displayCookie, type Auth } from '../auth/auth';
import { isDoorOpen, mayLook } from '../auth/wall-door';
import type { Boards } from '../board/board';
import type { Intake } from '../intake/intake';
import { cookie, ownOrigin, Refused, sessionOf } from './doorkeeper';
import type { DisplayStates } from './states';

/** What the server keeps of one screen's socket. */
export interface ScreenData {
  display: string;
  team: string;
  board: string;
  /** The device token; undefined for a leader who only looks. */
  token?: string;
  /** The session of a leader who looks at a preview: not a screen, tells nothing, logs nothing. */
  preview?: string;
  /** When the server last asked whether it is there (`performance.now`); 0: it has answered. */
  asked: number;
  /** Events within the present second. */
  second: number;
  events: number;
}

export type Screens = Namespace<ScreenToServer, ServerToScreen, DefaultEventsMap, ScreenData>;
type Screen = Socket<ScreenToServer, ServerToScreen, DefaultEventsMap, ScreenData>;

export interface ScreenParts {
  boards: Boards;
  auth: Auth;
  intake: Intake;
  states: DisplayStates;
  now: () => Date;
  trustProxy: number;
  report: (what: string, error: unknown) => void;
}

/** A screen has no reason to say more than this in a second. */
const eventsPerSecond = 20;

/** The namespace of the walls: who gets in, what they hear, what they say. */
export function openScreens(
  screens: Screens,
  parts: ScreenParts,
): { recheck(): Promise<void>; close(): void } {
  const { boards, auth, intake, states, report } = parts;

  async function admit(socket: Screen): Promise<ScreenData> {
    const hello = read(screenAuth, socket.handshake.auth);
    if (!hello) throw new Refused('malformed');
    if (hello.protocol !== protocolNumber) throw new Refused('protocol');
    const { display } = hello;
    const board = await boards.boardOf(display);
    if (board === undefined) throw new Refused('unknown-display');
    const cookies = socket.handshake.headers.cookie;
    const data = { display, board, asked: 0, second: 0, events: 0 };
    for (const token of [hello.token, cookie(cookies, displayCookie)]) {
      if (!token || !(await isDoorOpen(auth, display, token))) continue;
      const origin = ownOrigin(socket.request, parts.trustProxy);
      if (origin) await boards.cameBy(display, origin);
      return { ...data, board: (await boards.boardOf(display)) ?? board, token, team: await teamOf(display) };
    }
    const session = sessionOf(cookies);
    const leader = session ? await auth.leader(session) : undefined;
    const team = leader && (await teamOf(display));
    if (!leader || team === undefined || !mayLook(leader, team)) throw new Refused('not-allowed');
    return { ...data, preview: session, team };
  }

  async function teamOf(display: string): Promise<string> {
    const snapshot = await boards.snapshot(display);
    if (!snapshot) throw new Refused('unknown-display');
    return snapshot.layout.team.id;
  }

  screens.use((socket, next) => {
    admit(socket).then(
      (data) => {
        socket.data = data;
        next();
      },
      (error: unknown) => {
        if (!(error instanceof Refused)) report('A screen could not be let in.', error);
        next(error instanceof Refused ? error : new Refused('busy'));
      },
    );
  });

  /** Counts what a screen says; one that babbles is not listened to. */
  function mayTalk({ data }: Screen): boolean {
    const second = Math.floor(parts.now().getTime() / 1000);
    if (data.second !== second) {
      data.second = second;
      data.events = 0;
    }
    data.events += 1;
    return data.events <= eventsPerSecond;
  }

  // Shared by all sockets: a closure for each of thousands of screens would cost more than the screen itself.
  function onSync(this: Screen, have: unknown, reply: unknown): void {
    if (typeof reply !== 'function') return;
    if (!mayTalk(this)) return;
    const held = have === null ? null : read(revision, have);
    states.heard(this.data.display);
    boards.answer(this.data.display, held ?? null).then(
      (answer) => answer !== undefined && reply(answer),
      (error: unknown) => report('A screen could not be brought up to date.', error),
    );
  }
  function onPainted(this: Screen, painted: unknown): void {
    const known = mayTalk(this) && !this.data.preview ? read(revision, painted) : undefined;
    if (known) states.painted(this.data.display, known);
  }
  function onBeat(this: Screen, told: unknown, reply: unknown): void {
    if (!mayTalk(this)) return;
    const known = this.data.preview ? undefined : read(health, told);
    if (known) states.beat(this.data.display, known);
    if (typeof reply === 'function') reply(parts.now().toISOString());
  }
  function onPlays(this: Screen, batch: unknown, reply: unknown): void {
    if (typeof reply !== 'function') return;
    const { display, preview } = this.data;
    const known = mayTalk(this) && !preview ? read(plays, batch) : undefined;
    if (!known) {
      // Taken, so that the screen does not send the same again and again.
      reply(true);
      return;
    }
    intake.submit('play:log', { display, plays: known }, { as: 'screen', display }).then(
      (outcome) =>
        reply(outcome.ok || (outcome.refusal.kind !== 'unavailable' && outcome.refusal.kind !== 'busy')),
      (error: unknown) => {
        report('Plays could not be logged.', error);
        reply(false);
      },
    );
  }
  function onGone(this: Screen): void {
    if (!this.data.preview) states.left(this.data.display);
  }

  /** Whose connection this is, so that the engine's own pings tell how long the way is. */
  const linked = new WeakMap<object, ScreenData>();
  function onPacket(this: object, packet: unknown): void {
    const isPing =
      typeof packet === 'object' && packet !== null && 'type' in packet && packet.type === 'ping';
    const data = isPing ? linked.get(this) : undefined;
    if (data) data.asked = performance.now();
  }
  function onPong(this: object): void {
    const data = linked.get(this);
    if (!data?.asked) return;
    states.answered(data.display, performance.now() - data.asked);
    data.asked = 0;
  }

  screens.on('connection', (socket) => {
    const { display, team, board, preview } = socket.data;
    void socket.join([`board:${board}`, `display:${display}`]);
    // The display may have moved while this screen was at the door.
    boards.boardOf(display).then(
      (id) => void (id !== board && move(display, id).catch(() => {})),
      () => {},
    );
    if (!preview) {
      states.arrived(display, team, board);
      linked.set(socket.conn, socket.data);
      socket.conn.on('packetCreate', onPacket);
      socket.conn.on('heartbeat', onPong);
    }
    socket.on('board:sync', onSync);
    socket.on('board:painted', onPainted);
    socket.on('screen:beat', onBeat);
    socket.on('play:log', onPlays);
    socket.on('disconnect', onGone);
    // The request has done its work: a third of what a screen costs in memory hangs on it.
    Object.assign(socket.conn, { request: null });
  });

  const stopPatches = boards.watch((board, patch) => {
    states.composed(board, patch.to);
    // The adapter encodes the packet once for the whole room.
    screens.to(`board:${board}`).emit('board:patch', patch);
  });

  const stillIn = async ({ data }: Screen): Promise<boolean> => {
    if (data.token) return isDoorOpen(auth, data.display, data.token);
    const leader = data.preview ? await auth.leader(data.preview) : undefined;
    return leader !== undefined && mayLook(leader, data.team);
  };

  async function move(display: string, board: string | undefined): Promise<void> {
    const room = screens.adapter.rooms.get(`display:${display}`);
    if (!room) return;
    const sockets = [...room].map((id) => screens.sockets.get(id)).filter((socket) => socket !== undefined);
    const snapshot = board === undefined ? undefined : await boards.snapshot(display);
    for (const socket of sockets) {
      if (!snapshot || !(await stillIn(socket))) {
        socket.disconnect(true);
        continue;
      }
      if (socket.data.board === snapshot.board) continue;
      await socket.leave(`board:${socket.data.board}`);
      socket.data.board = snapshot.board;
      await socket.join(`board:${snapshot.board}`);
      socket.emit('board:snapshot', snapshot);
    }
    if (board !== undefined) states.moved(display, board);
    else states.forget(display);
  }

  const stopMoves = boards.watchDisplays((display, board) => {
    move(display, board).catch((error: unknown) =>
      report('A display could not be moved to its board.', error),
    );
  });

  return {
    /** Closes previews whose leader has signed out meanwhile. */
    async recheck() {
      for (const socket of screens.sockets.values()) {
        if (socket.data.preview && !(await stillIn(socket))) socket.disconnect(true);
      }
    },
    close() {
      stopPatches();
      stopMoves();
    },
  };
}
