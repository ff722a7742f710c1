import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import type { Patch, Snapshot } from '../../src/lib/protocol/events';
import { apply } from '../../src/lib/protocol/patch';
import { createFeedback } from '../../src/lib/server/intake/feedback/feedback';
import { openHooks } from '../../src/lib/server/intake/hooks/hooks';
import { newId } from '../../src/lib/server/intake/ids';
import { createIntake } from '../../src/lib/server/intake/intake';
import { openStore } from '../../src/lib/server/store/open-store';
import { benchTeam, plainDisplay } from '../bench-board';
import { engine } from '../bench-engine';
import { openWalls } from '../bench-walls';

// A customer takes a review back. From the webhook that says so until the last of 500 connected walls, on 50 boards, no longer
// has its words: at most a second.

const walls = 500;
const boardCount = 50;
const rounds = 40;
const bar = 1_000;
const words = (n: number) => `The room was warm and everyone at desk ${n} knew our name`;

/** A server with its walls: POST /make opens a webhook, POST /hooks/<its secret> takes what it brings. */
async function serve(directory: string): Promise<void> {
  const store = await openStore({ dir: join(directory, 'data') });
  await store.commit([
    'put' in benchTeam && benchTeam.put === 'team'
      ? { ...benchTeam, record: { ...benchTeam.record, moderation: 'clean' } }
      : benchTeam,
    ...Array.from({ length: walls }, (_, n) => ({
      put: 'display' as const,
      record: {
        ...plainDisplay,
        id: `d${n}`,
        name: `Display ${n}`,
        // Another dwell makes another board.
        playlist: [{ id: 'voices', panel: 'customers-voices', options: {}, dwell: 10 + (n % boardCount) }],
      },
    })),
  ]);
  const now = () => new Date();
  const report = (what: string, error: unknown) => console.error(what, error);
  const intake = createIntake({ store, now, log: { error: (about, what) => console.error(what, about) } });
  const feedback = createFeedback({ store, intake, now, newId });
  const hooks = await openHooks({
    directory: join(directory, 'hooks'),
    ...{ store, intake, feedback, now, newId, report },
  });
  const live = openWalls(store, intake);
  const http = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      if (request.url === '/make') {
        const made = await hooks.make({ team: 'bench', name: 'Bench', proof: 'path' }, { as: 'house' });
        return response.end(JSON.stringify(made.ok ? made.value : made));
      }
      const headers = new Headers({ 'content-type': 'application/json' });
      const received = await hooks.receive(request.url?.slice(7) ?? '', headers, Buffer.concat(parts));
      response.writeHead(received.ok ? 200 : 503).end();
    });
  });
  live.attach(http);
  http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port));
}

/** Connected walls that keep what they show as a wall does. */
class Walls {
  readonly #held = new Map<number, string>();
  #waiting: { until: (held: string) => boolean; done: () => void } | undefined;

  connect(origin: string, n: number): Promise<void> {
    const socket = io(`${origin}/screens`, {
      ...{ path: '/live', transports: ['websocket'], forceNew: true },
      auth: { display: `d${n}`, token: 't', protocol: 1 },
    });
    let snapshot: Snapshot | undefined;
    const hold = (next: Snapshot | undefined) => {
      if (!next) throw new Error(`wall ${n} was left behind`);
      snapshot = next;
      this.#held.set(n, JSON.stringify(next.slots));
      this.#look();
    };
    socket.on('board:patch', (patch: Patch) => hold(snapshot && apply(snapshot, patch)));
    return new Promise((resolve, reject) => {
      socket.on('connect_error', reject);
      socket.on('connect', () =>
        socket.emit('board:sync', null, (answer: Snapshot) => {
          hold(answer);
          resolve();
        }),
      );
    });
  }

  /** Resolves once every wall holds what is asked for; given up after ten seconds. */
  all(until: (held: string) => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('a wall has not followed after ten seconds')), 10_000);
      const done = () => {
        clearTimeout(late);
        resolve();
      };
      this.#waiting = { until, done };
      this.#look();
    });
  }

  #look(): void {
    if (!this.#waiting) return;
    for (const held of this.#held.values()) if (!this.#waiting.until(held)) return;
    this.#waiting.done();
    this.#waiting = undefined;
  }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function measure(): Promise<boolean> {
  const directory = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'huddleboard-take-back-'));
  const child = fork(process.argv[1] ?? '', ['serve', directory], { execArgv: engine });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (found) => resolve(Number(found)));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    const origin = `http://127.0.0.1:${port}`;
    const post = (path: string, body = '') => fetch(`${origin}${path}`, { method: 'POST', body });
    const shown = new Walls();
    for (let n = 0; n < walls; n += 50)
      await Promise.all(Array.from({ length: 50 }, (_, i) => shown.connect(origin, n + i)));
    const hook = (await (await post('/make')).json()) as { id: string; secret: string };
    const tell = async (event: 'created' | 'deleted', n: number) => {
      const eventData = {
        ...{ id: `r${n}`, stars: 5, title: '', text: words(n) },
        ...{ createdAt: new Date().toISOString(), consumer: { name: 'Jo Bloggs' } },
      };
      const events = [{ eventName: `service-review-${event}`, eventData }];
      const answer = await post(`/hooks/${hook.id}.${hook.secret}`, JSON.stringify({ events }));
      if (!answer.ok) throw new Error(`the webhook was answered with ${answer.status}`);
    };
    const times: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const there = shown.all((held) => held.includes(words(n)));
      await tell('created', n);
      await there;
      // A board is composed at most every 100 ms: a quote that has just come is as hard to take down as any.
      await pause(n % 2 ? 0 : 150);
      const gone = shown.all((held) => !held.includes(words(n)));
      const began = performance.now();
      await Promise.all([tell('deleted', n), gone]);
      times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(times[Math.floor((times.length - 1) * share)] ?? NaN);
    const ok = at(1) <= bar;
    const took = { p50: at(0.5), p95: at(0.95), most: at(1) };
    console.log(
      JSON.stringify({ bench: 'take-back', walls, boards: boardCount, rounds, milliseconds: took, bar, ok }),
    );
    console.log(
      `A quote that its customer takes back has gone from the last of ${walls} walls after ${took.p50} ms, at most ${took.most} ms: ${ok ? 'within' : 'above'} the bar of ${bar} ms.`,
    );
    return ok;
  } finally {
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  }
}

const [role, directory] = process.argv.slice(2);
if (role === 'serve') await serve(directory ?? '');
else process.exit((await measure()) ? 0 : 1);
