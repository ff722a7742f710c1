import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import type { Display } from '../../src/lib/domain/display';
import type { Intake } from '../../src/lib/server/intake/intake';
import { openStore } from '../../src/lib/server/store/open-store';
import { base, benchTeam, plainDisplay, shoutOut } from '../bench-board';
import { engine } from '../bench-engine';
import { part } from '../bench-figures';
import { openWalls } from '../bench-walls';

// 1,000 screens on one server, as 10 boards × 100 and as 200 × 5: from a request to the last screen that has the change,
// beside a bare Socket.IO server that appends and syncs the same bytes and sends the same to as many rooms.
// Five rounds, the servers taking turns. `npm run bench -- fan-out 200` runs the second alone.

const screens = 1_000;
const rounds = 5;
const changesPerRound = 40;
const layouts = [
  { boards: 10, bar: 1.5 },
  { boards: 200, bar: 2.5 },
] as const;
const memoryBar = 60;

const display = (n: number, boards: number): Omit<Display, 'version'> => ({
  ...plainDisplay,
  id: `d${n}`,
  name: `Display ${n}`,
  // Another dwell makes another board.
  playlist: [
    { id: 'shout', panel: 'shout-outs', options: {}, dwell: 10 + (n % boards) },
    { id: 'thanks', panel: 'thank-and-ask', options: {}, dwell: 10 },
  ],
});

/** The house's own road: store, boards, wire. The front door's checks are left out of both. */
async function serveOurs(boardCount: number, directory: string): Promise<void> {
  const store = await openStore({ dir: directory });
  await store.commit([
    benchTeam,
    ...Array.from({ length: screens + 1 }, (_, n) => ({
      put: 'display' as const,
      record: display(n, boardCount),
    })),
    shoutOut('first', 'Tomasz'),
  ]);
  const intake: Intake = { submit: async () => ({ ok: true, head: 1, created: 0, updated: 0 }) };
  const live = openWalls(store, intake);
  const http = createServer((request, response) => {
    if (request.url === '/memory') return response.end(memory());
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', async () => {
      await store.commit([shoutOut('first', body)]);
      response.writeHead(201).end();
    });
  });
  live.attach(http);
  http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port));
}

/** The same bytes to disk, the same to as many rooms, and nothing else. */
async function serveBare(boardCount: number, directory: string): Promise<void> {
  const journal = await open(join(directory, 'journal'), 'a');
  const http = createServer((request, response) => {
    if (request.url === '/memory') return response.end(memory());
    if (!request.url?.startsWith('/change')) return;
    let body = '';
    request.on('data', (part) => (body += part));
    request.on('end', async () => {
      const line = { head: ++n, changes: [shoutOut('first', body)], checksum: '0123456789abcdef' };
      await journal.appendFile(`${JSON.stringify(line)}\n`);
      await journal.datasync();
      for (let board = 0; board < boardCount; board += 1)
        wire.to(`board:${board}`).emit('board:patch', patch(body, board));
      response.writeHead(201).end();
    });
  });
  let n = 0;
  const patch = (name: string, board: number) => ({
    from: { epoch: 'bare', n: n - 1 },
    to: { epoch: 'bare', n },
    slots: {
      shout: {
        panel: 'shout-outs',
        point: 'involve',
        data: { shoutOuts: [shoutOut('first', name).record] },
        dwell: 10 + board,
        plays: 1,
        news: { id: 'first', play: 0 },
        personal: true,
      },
    },
    asOf: base.at,
    now: new Date().toISOString(),
  });
  const wire = new Server(http, {
    path: '/live',
    serveClient: false,
    transports: ['websocket'],
    perMessageDeflate: false,
  }).of('/screens');
  wire.on('connection', (socket) => {
    void socket.join(`board:${Number(String(socket.handshake.auth.display).slice(1)) % boardCount}`);
  });
  http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port));
}

/** Bytes the process holds after a collection: heap, buffers and what the system gave it. */
function memory(): string {
  for (let turn = 0; turn < 3; turn += 1) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return JSON.stringify({ rss, held: heapUsed + external });
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const round = (value: number) => Math.round(value * 100) / 100;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

class Subject {
  readonly sockets: Socket[] = [];
  readonly child: ChildProcess;
  port = 0;
  #waiting: { name: string; missing: number; done: () => void } | undefined;
  received = 0;
  perScreen = 0;

  constructor(
    readonly kind: 'ours' | 'bare',
    readonly boards: number,
    readonly directory: string,
  ) {
    this.child = fork(process.argv[1] ?? '', ['serve', kind, String(boards), directory], {
      execArgv: ['--expose-gc', ...engine],
    });
  }

  async start(): Promise<void> {
    this.port = await new Promise<number>((resolve, reject) => {
      this.child.once('message', (port) => resolve(Number(port)));
      this.child.once('exit', (code) => reject(new Error(`${this.kind} ended with ${code}`)));
    });
    const before = await this.memory();
    for (let n = 0; n < screens; n += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, i) => this.connect(n + i)));
    }
    await pause(500);
    const after = await this.memory();
    this.perScreen = (after.held - before.held) / screens / 1024;
    this.perScreenRss = (after.rss - before.rss) / screens / 1024;
  }
  perScreenRss = 0;

  async memory(): Promise<{ rss: number; held: number }> {
    return (await fetch(`http://127.0.0.1:${this.port}/memory`)).json();
  }

  connect(n: number): Promise<Socket> {
    const socket = io(`http://127.0.0.1:${this.port}/screens`, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      auth: { display: `d${n}`, token: 't', protocol: 1 },
    });
    this.sockets.push(socket);
    socket.on('board:patch', (patch: unknown) => this.#take(patch));
    return new Promise((resolve, reject) => {
      socket.on('connect_error', reject);
      socket.on('connect', () => {
        if (this.kind === 'bare') resolve(socket);
        else socket.emit('board:sync', null, () => resolve(socket));
      });
    });
  }

  #take(patch: unknown): void {
    this.received += 1;
    const waiting = this.#waiting;
    if (!waiting || !JSON.stringify(patch).includes(waiting.name)) return;
    waiting.missing -= 1;
    if (waiting.missing === 0) waiting.done();
  }

  /** Milliseconds from the request until the last screen has the change. */
  async change(name: string): Promise<number> {
    const all = new Promise<void>((done) => (this.#waiting = { name, missing: screens, done }));
    const start = performance.now();
    const answer = fetch(`http://127.0.0.1:${this.port}/change`, { method: 'POST', body: name });
    await all;
    const took = performance.now() - start;
    await (await answer).text();
    return took;
  }

  stop(): void {
    for (const socket of this.sockets) socket.disconnect();
    this.child.removeAllListeners('exit');
    this.child.kill('SIGKILL');
  }
}

async function compare(boards: number, bar: number): Promise<boolean> {
  const directory = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'huddleboard-fan-out-'));
  const pair: Subject[] = [];
  try {
    for (const kind of ['ours', 'bare'] as const) {
      const own = await mkdtemp(join(directory, kind));
      const subject = new Subject(kind, boards, own);
      pair.push(subject);
      await subject.start();
    }
    const [ours, bare] = pair as [Subject, Subject];
    const ratios: number[] = [];
    const p95s: Record<string, number[]> = { ours: [], bare: [] };
    for (let r = -1; r < rounds; r += 1) {
      const times: Record<string, number[]> = { ours: [], bare: [] };
      for (let n = 0; n < (r < 0 ? 5 : changesPerRound); n += 1) {
        for (const subject of n % 2 ? [bare, ours] : [ours, bare]) {
          times[subject.kind]?.push(await subject.change(`name-${boards}-${r}-${n}-${subject.kind}`));
          // A board is composed at most every 100 ms.
          await pause(110);
        }
      }
      if (r < 0) continue;
      const [a, b] = [part(times.ours ?? [], 0.95), part(times.bare ?? [], 0.95)];
      p95s.ours?.push(a);
      p95s.bare?.push(b);
      ratios.push(a / b);
    }
    const heard = ours.received;
    let snapshots = 0;
    const newcomer = io(`http://127.0.0.1:${ours.port}/screens`, {
      path: '/live',
      transports: ['websocket'],
      forceNew: true,
      auth: { display: `d${screens}`, token: 't', protocol: 1 },
    });
    newcomer.onAny(() => (snapshots += 1));
    await new Promise<void>((resolve) => {
      newcomer.on('connect', () =>
        newcomer.emit('board:sync', null, (answer: unknown) => {
          if (answer) snapshots += 1;
          resolve();
        }),
      );
    });
    await pause(300);
    newcomer.disconnect();
    const toOthers = ours.received - heard;

    const ratio = median(ratios);
    const fits = ours.perScreen <= memoryBar;
    const ok = ratio <= bar && fits && snapshots === 1 && toOthers === 0;
    console.log(
      JSON.stringify({
        bench: 'fan-out',
        boards,
        screens,
        p95: { ours: p95s.ours?.map(round), bare: p95s.bare?.map(round) },
        ratios: ratios.map(round),
        ratio: round(ratio),
        bar,
        kilobytesPerScreen: {
          ours: round(ours.perScreen),
          bare: round(bare.perScreen),
          oursResident: round(ours.perScreenRss),
          bareResident: round(bare.perScreenRss),
        },
        newcomer: { snapshots, messagesToOthers: toOthers },
        ok,
      }),
    );
    return ok;
  } finally {
    for (const subject of pair) subject.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

const [role, kind, boards, directory] = process.argv.slice(2);
if (role === 'serve') {
  await (kind === 'ours' ? serveOurs : serveBare)(Number(boards), directory ?? '');
} else {
  let ok = true;
  const wanted = layouts.filter(({ boards }) => !role || boards === Number(role));
  for (const { boards, bar } of wanted) ok = (await compare(boards, bar)) && ok;
  console.log(ok ? 'Every bar is met.' : 'A bar is missed, see above.');
  process.exit(ok ? 0 : 1);
}
