import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import type { Change } from '../../src/lib/domain/records';
import { openRetention } from '../../src/lib/server/chores/retention';
import { createIntake } from '../../src/lib/server/intake/intake';
import { openStore } from '../../src/lib/server/store/open-store';
import { benchTeam, plainDisplay, shoutOut } from '../bench-board';
import { engine } from '../bench-engine';
import { part } from '../bench-figures';
import { openWalls } from '../bench-walls';

// npm run bench -- let-go: the night’s work on 200,000 shout-outs that are older than their period, all the way. A change on a wall may
// meanwhile take at most twice as long (p95) as before and after. Takes over an hour; `npm run bench -- let-go 5000` lets go of fewer in two minutes.

const count = Number(process.argv[2]) || 200_000;
const quietChanges = 60;
const bar = 2;
const old = '2020-01-01T10:00:00.000Z';

/** A server with one wall: POST /change puts a name on it, POST /night begins the night’s work, GET /gone says how far it is. */
async function serve(directory: string): Promise<void> {
  const store = await openStore({ dir: directory });
  const now = () => new Date();
  const playlist = [{ id: 'shout', panel: 'shout-outs', options: {}, dwell: 10 }];
  await store.commit([
    benchTeam,
    { put: 'display', record: { ...plainDisplay, id: 'd1', name: 'Wall', playlist } },
    shoutOut('first', 'Tomasz'),
  ]);
  for (let from = 0; from < count; from += 500) {
    const many = Array.from({ length: Math.min(500, count - from) }, (_, n): Change => {
      const { put, record } = shoutOut(`old-${from + n}`, 'Ana');
      return { put, record: { ...record, at: old } };
    });
    await store.commit(many);
  }
  const report = (what: string, error: unknown) => console.error(what, error);
  const intake = createIntake({ store, now, log: { error: (about, what) => console.error(what, about) } });
  const retention = openRetention({ store, intake, now, report, log: { info: () => {} }, every: 0 });
  const live = openWalls(store, intake);
  let over = false;
  const http = createServer((request, response) => {
    let name = '';
    request.on('data', (part) => (name += String(part)));
    request.on('end', async () => {
      if (request.url === '/night') void retention.look().then(() => (over = true));
      else if (request.url === '/change')
        await store.commit([
          { put: 'shout-out', record: { ...shoutOut('first', name).record, at: now().toISOString() } },
        ]);
      response.end(JSON.stringify({ gone: retention.counts.get('thanked') ?? 0, over }));
    });
  });
  live.attach(http);
  http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port));
}

const round = (value: number) => Math.round(value * 10) / 10;

async function measure(): Promise<void> {
  const directory = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'huddleboard-let-go-'));
  const child: ChildProcess = fork(process.argv[1] ?? '', [String(count), directory], { execArgv: engine });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (found) => resolve(Number(found)));
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    });
    const origin = `http://127.0.0.1:${port}`;
    const post = async (path: string, body = '') =>
      (await (await fetch(origin + path, { method: 'POST', body })).json()) as {
        gone: number;
        over: boolean;
      };
    const wall = io(`${origin}/screens`, {
      ...{ path: '/live', transports: ['websocket'] },
      auth: { display: 'd1', token: 't', protocol: 1 },
    });
    let waiting: { name: string; done: () => void } | undefined;
    wall.on('board:patch', (patch: unknown) => {
      if (waiting && JSON.stringify(patch).includes(waiting.name)) waiting.done();
    });
    await new Promise<void>((resolve, reject) => {
      wall.on('connect_error', reject);
      wall.on('connect', () => wall.emit('board:sync', null, () => resolve()));
    });
    let made = 0;
    /** Milliseconds from a change until the wall has it; then a board rests. */
    async function change(): Promise<number> {
      const name = `Zq${(made += 1)}x`;
      const seen = new Promise<void>((done) => (waiting = { name, done }));
      const start = performance.now();
      await post('/change', name);
      await seen;
      const took = performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 150));
      return took;
    }
    const some = async () => {
      const times: number[] = [];
      while (times.length < quietChanges) times.push(await change());
      return times;
    };

    await some();
    const before = await some();
    const start = performance.now();
    await post('/night');
    const during: number[] = [];
    while (!(await post('/gone')).over) during.push(await change());
    const seconds = (performance.now() - start) / 1000;
    const { gone } = await post('/gone');
    const quiet = [...before, ...(await some())];
    const ratio = part(during, 0.95) / part(quiet, 0.95);
    const told = (values: number[]) => ({
      ...{ n: values.length, median: round(part(values, 0.5)), p95: round(part(values, 0.95)) },
      most: round(Math.max(...values)),
    });
    const ok = ratio <= bar && gone === count;
    console.log(
      JSON.stringify({
        ...{ bench: 'let-go', gone, seconds: round(seconds), load: round(loadavg()[0] ?? NaN) },
        ...{ milliseconds: { quiet: told(quiet), night: told(during) }, ratio: round(ratio), bar, ok },
      }),
    );
    console.log(ok ? 'The bar is met.' : 'The bar is missed, see above.');
    process.exitCode = ok ? 0 : 1;
    wall.disconnect();
  } finally {
    child.kill('SIGKILL');
    await rm(directory, { recursive: true, force: true });
  }
}

const [, , , directory] = process.argv;
await (directory ? serve(directory) : measure());
