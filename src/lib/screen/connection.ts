import { io, type Socket } from 'socket.io-client';
import type { RefusalCode, ScreenAuth, ScreenToServer, ServerToScreen } from '$lib/protocol/events';

export type ScreenSocket = Socket<ServerToScreen, ScreenToServer>;

type Transports = ['websocket', 'polling'] | ['polling', 'websocket'];

/**
 * What the next attempt tries first, after `late` attempts in a row that nobody answered. A proxy may swallow one way without
 * a word, so that they take turns. Where a WebSocket was open before, the line is what is missing: polling would be asked
 * over a connection that the browser kept from before, and wait once more. It has every sixth attempt.
 */
export function tryNext(late: number, hadWebSocket: boolean): Transports {
  const polling = hadWebSocket ? late % 6 === 5 : late % 2 === 1;
  return polling ? ['polling', 'websocket'] : ['websocket', 'polling'];
}

/**
 * The socket of a wall: WebSocket, polling where a proxy forbids it. An attempt that was made into a dead line is given up
 * so soon, and the next one follows so soon, that the wall is back within 5 s of the server's return.
 */
export function connect(auth: () => ScreenAuth): ScreenSocket {
  const socket: ScreenSocket = io('/screens', {
    path: '/live',
    transports: tryNext(0, false),
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 800,
    randomizationFactor: 0.5,
    timeout: 3_000,
    autoConnect: false,
    auth: (give) => give(auth()),
  });
  const manager = socket.io;
  let late = 0;
  let hadWebSocket = false;
  const heard = () => {
    late = 0;
    hadWebSocket ||= manager.engine.transport.name === 'websocket';
  };
  manager.on('open', heard);
  manager.on('ping', heard);
  socket.on('connect_error', ({ message }) => {
    if (message === 'timeout') manager.opts.transports = tryNext(++late, hadWebSocket);
  });
  return socket;
}

const codes: readonly string[] = ['unknown-display', 'not-allowed', 'protocol', 'busy', 'malformed'];

/** Why the server refused, or undefined when it was not the server who spoke. */
export function refusalOf(error: Error): RefusalCode | undefined {
  if (!('data' in error) || typeof error.data !== 'object' || error.data === null || !('code' in error.data))
    return;
  const { code } = error.data;
  return codes.find((known): known is RefusalCode => known === code);
}
