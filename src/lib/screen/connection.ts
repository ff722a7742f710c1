import { io, type Socket } from 'socket.io-client';
import type { RefusalCode, ScreenAuth, ScreenToServer, ServerToScreen } from '$lib/protocol/events';

export type ScreenSocket = Socket<ServerToScreen, ScreenToServer>;

/**
 * The socket of a wall: WebSocket, polling where a proxy forbids it. An attempt that was made into a dead line is given up
 * so soon, and the next one follows so soon, that the wall is back within 5 s of the server's return.
 */
export function connect(auth: () => ScreenAuth): ScreenSocket {
  const socket: ScreenSocket = io('/screens', {
    path: '/live',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 800,
    randomizationFactor: 0.5,
    timeout: 3_000,
    autoConnect: false,
    auth: (give) => give(auth()),
  });
  // A proxy may swallow one of them without a word: the next attempt begins with the other.
  socket.on('connect_error', ({ message }) => {
    if (message === 'timeout') socket.io.opts.transports?.reverse();
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
