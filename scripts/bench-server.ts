import { spawn, type ChildProcess } from 'node:child_process';
import { io, type Socket } from 'socket.io-client';

/** A server in production mode for a bench, and a wall that hangs on it. */

export async function served(env: NodeJS.ProcessEnv): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['server.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += String(chunk);
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  return { origin, child };
}

/** A wall that hears its board; `heard` is called with each patch as text. */
export function hang(
  origin: string,
  { id, token }: { id: string; token: string },
  heard: (patch: string) => void,
): Promise<Socket> {
  const socket = io(`${origin}/screens`, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    auth: { display: id, token, protocol: 1 },
  });
  socket.on('board:patch', (patch: unknown) => heard(JSON.stringify(patch)));
  return new Promise((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('connect', () => socket.emit('board:sync', null, () => resolve(socket)));
  });
}
