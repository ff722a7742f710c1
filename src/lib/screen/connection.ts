import { io, type Socket } from 'socket.io-client';
import type { RefusalCode, ScreenAuth, ScreenToServer, ServerToScreen } from '$lib/protocol/events';

export type ScreenSocket = Socket<ServerToScreen, ScreenToServer>;

/** The socket of a wall: WebSocket, polling where a proxy forbids it, back within some 2 s of the server's return. */
export function connect(auth: () => ScreenAuth): ScreenSocket {
  return io('/screens', {
    path: '/live',
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 2_000,
    randomizationFactor: 0.6,
    timeout: 4_000,
    autoConnect: false,
    auth: (give) => give(auth()),
  });
}

const codes: readonly string[] = ['unknown-display', 'not-allowed', 'protocol', 'busy', 'malformed'];

/** Why the server refused, or undefined when it was not the server who spoke. */
export function refusalOf(error: Error): RefusalCode | undefined {
  if (!('data' in error) || typeof error.data !== 'object' || error.data === null || !('code' in error.data))
    return;
  const { code } = error.data;
  return codes.find((known): known is RefusalCode => known === code);
}
