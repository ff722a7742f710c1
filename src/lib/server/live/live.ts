import type { Server as HttpServer } from 'node:http';
import { Server as Engine } from 'engine.io';
import { Server } from 'socket.io';
import type { DisplayState, ScreenCommand } from '../../protocol/events';
import type { Auth } from '../auth/auth';
import type { Boards } from '../board/board';
import type { Intake } from '../intake/intake';
import { mayConnect, Refused } from './doorkeeper';
import { openLeaders, type Leaders } from './leaders';
import { liveSlot, mount } from './mount.js';
import { openScreens, type Screens } from './screens';
import { DisplayStates } from './states';

/** THE WIRE'S SERVER END: one engine for dev, preview and production; it owns no http server. */
export interface Live {
  /** Serves `/live` on this http server. */
  attach(http: HttpServer): void;
  /** What is known of a display's screens. */
  state(display: string): DisplayState;
  /** Sends a command to the screens of a display; how many acknowledged within 5 s. */
  command(display: string, command: ScreenCommand): Promise<number>;
  /** Looks at the sessions and rights of leaders who are connected, now instead of within some seconds. */
  recheck(): void;
  close(): Promise<void>;
}

export interface LiveParts {
  boards: Boards;
  auth: Auth;
  intake: Intake;
  now: () => Date;
  /** How many proxies in front are trusted. */
  trustProxy: number;
  report?: (what: string, error: unknown) => void;
  /** False: other servers of this process are left alone, and `attach` is the only way in. For tests. */
  takesSlot?: boolean;
}

/**
 * How often sessions of connected leaders are looked at again without being asked (milliseconds): one that runs out, or was
 * revoked by another way than a commit, is out within 5 s.
 */
const recheckEvery = 4_000;

const slots: Record<symbol, unknown> = globalThis;

/** Starts the wire: an engine, and Socket.IO bound to it. */
export function createLive(parts: LiveParts): Live {
  const { boards, auth, intake, now, trustProxy, report = () => {} } = parts;
  const engine = new Engine({
    // A wall gives a dead line up before it says that it hears nothing, and dials again from then on.
    pingInterval: 5_000,
    pingTimeout: 6_000,
    maxHttpBufferSize: 16_384,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, decide) => {
      if (mayConnect(request.headers, trustProxy)) decide(null, true);
      else decide('foreign origin', false);
    },
  });
  const io = new Server({ serveClient: false, connectTimeout: 12_000 });
  io.bind(engine);
  // Everything has a namespace of its own; whoever asks for none is none of ours.
  io.use((_socket, next) => next(new Refused('malformed')));

  const states = new DisplayStates(now, (team, state) => leaders.tell(team, state));
  const leadersSpace: Leaders = io.of('/leaders');
  const leaders = openLeaders(leadersSpace, auth, () => states);
  const screens: Screens = io.of('/screens');
  const walls = openScreens(screens, { boards, auth, intake, states, now, trustProxy, report });

  const recheck = () => {
    Promise.all([leaders.recheck(), walls.recheck()]).catch((error: unknown) =>
      report('Sessions could not be looked at again.', error),
    );
  };
  const rechecks = setInterval(recheck, recheckEvery);
  rechecks.unref();

  let closed = false;
  if (parts.takesSlot !== false) {
    const before = slots[liveSlot];
    slots[liveSlot] = engine;
    // Hot reload: the screens of the generation before reconnect to this one.
    if (before instanceof Engine || (typeof before === 'object' && before && 'close' in before)) {
      if (typeof before.close === 'function') before.close();
    }
  }

  return {
    attach: (http) => mount(http, '/live', () => (closed ? undefined : engine)),
    state: (display) => states.get(display),
    command: (display, command) =>
      new Promise((resolve) => {
        screens
          .to(`display:${display}`)
          .timeout(5_000)
          .emit('screen:command', command, (_late: Error | null, done: unknown[]) =>
            resolve(done?.length ?? 0),
          );
      }),
    recheck,
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(rechecks);
      walls.close();
      if (slots[liveSlot] === engine) delete slots[liveSlot];
      // Not io.disconnectSockets(): that would keep screens from coming back.
      engine.close();
      await io.close();
    },
  };
}
