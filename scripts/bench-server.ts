import { spawn, type ChildProcess } from 'node:child_process';
import { io, type Socket } from 'socket.io-client';
import { engine } from './bench-engine';
import type { signIn } from './leader.js';

/** A server in production mode for a bench, and a wall that hangs on it. */

export async function served(env: NodeJS.ProcessEnv): Promise<{ origin: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [...engine, 'server.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
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

/**
 * A wall on which a leader's changes are timed: `measured` gives, for each of `changes` shout-outs, the milliseconds from the leader's
 * request until the wall has what it says; `round` keeps the names of one round from another's.
 */
export async function timedWall(
  origin: string,
  display: { id: string; token: string },
  leader: Awaited<ReturnType<typeof signIn>>,
  team: string,
  changes: number,
): Promise<{ wall: Socket; measured: (round: string) => Promise<number[]> }> {
  let waiting: { name: string; done: () => void } | undefined;
  const wall = await hang(origin, display, (patch) => {
    if (waiting && patch.includes(waiting.name)) waiting.done();
  });
  async function change(name: string): Promise<number> {
    const seen = new Promise<void>((done) => (waiting = { name, done }));
    const start = performance.now();
    const answered = leader.send(`/admin/${team}/shout-outs`, 'add', {
      to: name,
      from: 'Amira',
      behaviour: 'walked a guest to her taxi',
    });
    await seen;
    const took = performance.now() - start;
    await answered;
    return took;
  }
  async function measured(round: string): Promise<number[]> {
    const times: number[] = [];
    for (let n = 0; n < changes; n += 1) {
      times.push(await change(`Zq${round}${n}x`));
      // A board is composed at most every 100 ms.
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    return times;
  }
  return { wall, measured };
}
