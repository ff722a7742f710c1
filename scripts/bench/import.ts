import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { io } from 'socket.io-client';
import { createFeedback } from '../../src/lib/server/intake/feedback/feedback';
import { openHooks } from '../../src/lib/server/intake/hooks/hooks';
import { newId } from '../../src/lib/server/intake/ids';
import { createIntake } from '../../src/lib/server/intake/intake';
import { openStore } from '../../src/lib/server/store/open-store';
import { benchTeam, plainDisplay, shoutOut } from '../bench-board';
import { engine } from '../bench-engine';
import { part } from '../bench-figures';
import { openWalls } from '../bench-walls';

// 100,000 rows of CSV (20 MB) brought in, beside what the CSV library alone needs for them; what a wall waits for a change
// meanwhile, and what the server holds. Then 5,000 webhooks in a minute. `npm run bench -- import file` and `… import hooks`
// run one of the two.

const rows = 100_000;
const bars = { ratio: 3, megabytes: 300, push: 2, answer: 1_000 };
/** A round gives about 19 pushes while the file comes in; their 95th percentile needs over a hundred. */
const rounds = 9;

const words =
  'the room was warm and bright and everyone at the desk knew what to do when my key had gone missing again on the way'.split(
    ' ',
  );
const header =
  'StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),Finished,RecordedDate,ResponseId,DistributionChannel,UserLanguage,NPS,Comment,Touchpoint';

/** An export as survey tools write one: a third of the answers with words, 30 of them on average. */
function file(): Buffer {
  const lines = Array.from({ length: rows }, (_, i) => {
    const length = i % 3 === 0 ? 10 + (i % 41) : 0;
    const said = Array.from({ length }, (_, n) => words[(i * 7 + n * 3) % words.length]).join(' ');
    const day = `2026-11-${String(1 + (i % 20)).padStart(2, '0')} ${String(8 + (i % 10)).padStart(2, '0')}`;
    const [begun, ended] = [
      `${day}:10:${String(i % 60).padStart(2, '0')}`,
      `${day}:14:${String(i % 60).padStart(2, '0')}`,
    ];
    return `${begun},${ended},0,203.0.113.${i % 256},100,240,1,${ended},R_${String(i).padStart(15, '0')},anonymous,EN,${i % 11},"${said}",desk ${i % 4}`;
  });
  return Buffer.from(`${header}\n${lines.join('\n')}\n`);
}

/** What the library alone needs, given the file in the pieces that ours gives it. */
async function libraryAlone(bytes: Buffer): Promise<number> {
  const start = performance.now();
  const text = new TextDecoder().decode(bytes);
  const parser = parse({
    relax_column_count: true,
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  let records = 0;
  parser.on('readable', () => {
    while (parser.read() !== null) records += 1;
  });
  const ended = new Promise((resolve) => parser.on('end', resolve));
  for (let at = 0; at < text.length; at += 16_384) {
    if (!parser.write(text.slice(at, at + 16_384)))
      await new Promise((resolve) => parser.once('drain', resolve));
  }
  parser.end();
  await ended;
  if (records !== rows + 1) throw new Error(`the library read ${records} records`);
  return performance.now() - start;
}

/** A server with one wall: POST /change puts a name on it, POST /file keeps a file, POST /import brings it in, POST /hooks/<source> takes a webhook. */
async function serve(directory: string): Promise<void> {
  const store = await openStore({ dir: join(directory, 'data') });
  const now = () => new Date();
  await store.commit([
    benchTeam,
    {
      put: 'display',
      record: {
        ...plainDisplay,
        id: 'd1',
        name: 'Wall',
        playlist: [
          { id: 'score', panel: 'how-are-we-doing', options: {}, dwell: 10 },
          { id: 'shout', panel: 'shout-outs', options: {}, dwell: 10 },
        ],
      },
    },
    shoutOut('first', 'Tomasz'),
  ]);
  const report = (what: string, error: unknown) => console.error(what, error);
  const intake = createIntake({ store, now, log: { error: (about, what) => console.error(what, about) } });
  const feedback = createFeedback({ store, intake, now, newId });
  const hooks = await openHooks({
    directory: join(directory, 'hooks'),
    store,
    intake,
    feedback,
    now,
    newId,
    report,
  });
  const live = openWalls(store, intake);
  let kept = new Uint8Array();
  const http = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', async () => {
      const body = Buffer.concat(parts);
      const url = request.url ?? '';
      const json = (value: unknown, status = 200) => response.writeHead(status).end(JSON.stringify(value));
      if (url === '/change') {
        await store.commit([shoutOut('first', body.toString())]);
        return json({}, 201);
      }
      if (url === '/file') {
        kept = body;
        globalThis.gc?.();
        return json({});
      }
      if (url === '/import') {
        const before = process.memoryUsage.rss();
        let most = before;
        const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
        const start = performance.now();
        const outcome = await feedback.run({
          actor: { as: 'house' },
          team: 'bench',
          fileName: 'bench.csv',
          bytes: kept,
          // Each round is a source of its own, so that every one of them is new.
          dryRun: false,
        });
        const took = performance.now() - start;
        clearInterval(watch);
        return json({
          took,
          megabytes: (most - before) / 1024 / 1024,
          outcome: outcome.outcome,
          created: outcome.outcome === 'done' ? outcome.report.created : 0,
        });
      }
      if (url === '/make') {
        const made = await hooks.make({ team: 'bench', name: 'Bench', proof: 'path' }, { as: 'house' });
        return json(made.ok ? made.value : made);
      }
      if (url === '/counted') {
        await hooks.settled();
        const { records } = await store.list('response', { team: 'bench' }, { limit: 500_000 });
        return json({ count: records.length });
      }
      if (url.startsWith('/hooks/')) {
        const headers = new Headers({ 'content-type': 'application/json' });
        const received = await hooks.receive(url.slice(7), headers, new Uint8Array(body));
        return json({}, received.ok ? 200 : 503);
      }
      return json({}, 404);
    });
  });
  live.attach(http);
  http.listen(0, '127.0.0.1', () => process.send?.((http.address() as AddressInfo).port));
}

const median = (values: number[]) => part(values, 0.5);
const round = (value: number) => Math.round(value * 100) / 100;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Subject {
  child: ChildProcess;
  post: (path: string, body?: string | Buffer) => Promise<Response>;
  /** Milliseconds from a change until the wall has it. */
  push: () => Promise<number>;
}

async function start(directory: string): Promise<Subject> {
  const child = fork(process.argv[1] ?? '', ['serve', directory], { execArgv: ['--expose-gc', ...engine] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (found) => resolve(Number(found)));
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
  const origin = `http://127.0.0.1:${port}`;
  const post = (path: string, body: string | Buffer = '') =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
  const socket = io(`${origin}/screens`, {
    path: '/live',
    transports: ['websocket'],
    auth: { display: 'd1', token: 't', protocol: 1 },
  });
  let waiting: { name: string; done: () => void } | undefined;
  socket.on('board:patch', (patch: unknown) => {
    if (waiting && JSON.stringify(patch).includes(waiting.name)) waiting.done();
  });
  await new Promise<void>((resolve, reject) => {
    socket.on('connect_error', reject);
    socket.on('connect', () => socket.emit('board:sync', null, () => resolve()));
  });
  let n = 0;
  const push = async () => {
    const name = `name-${(n += 1)}-`;
    const seen = new Promise<void>((done) => (waiting = { name, done }));
    const began = performance.now();
    await post('/change', name);
    await seen;
    return performance.now() - began;
  };
  return { child, post, push };
}

async function bringFile(directory: string): Promise<boolean> {
  const bytes = file();
  const alone: number[] = [];
  const took: number[] = [];
  const megabytes: number[] = [];
  const quiet: number[] = [];
  const busy: number[] = [];
  for (let r = 0; r < rounds; r += 1) {
    const subject = await start(await mkdtemp(join(directory, 'file-')));
    try {
      alone.push(await libraryAlone(bytes));
      for (let i = 0; i < 25; i += 1) {
        quiet.push(await subject.push());
        await pause(110);
      }
      // Through a door that is the benchmark’s own, and before the walls are looked at: how it arrives is no part of an import.
      await subject.post('/file', bytes);
      await pause(110);
      let running = true;
      const importing = subject.post('/import').then(async (answer) => {
        running = false;
        return (await answer.json()) as { took: number; megabytes: number; outcome: string; created: number };
      });
      while (running) {
        busy.push(await subject.push());
        await pause(110);
      }
      const outcome = await importing;
      if (outcome.created !== rows) throw new Error(`the import brought ${JSON.stringify(outcome)}`);
      took.push(outcome.took);
      megabytes.push(outcome.megabytes);
      alone.push(await libraryAlone(bytes));
    } finally {
      subject.child.removeAllListeners('exit');
      subject.child.kill('SIGKILL');
    }
  }
  const ratio = median(took) / median(alone);
  const push = part(busy, 0.95) / part(quiet, 0.95);
  const ok = ratio <= bars.ratio && Math.max(...megabytes) <= bars.megabytes && push <= bars.push;
  console.log(
    JSON.stringify({
      bench: 'import',
      rows,
      megabytesOfFile: round(bytes.length / 1024 / 1024),
      libraryMs: alone.map(Math.round),
      importMs: took.map(Math.round),
      ratio: round(ratio),
      moreMegabytes: megabytes.map(Math.round),
      pushP95Ms: {
        quiet: round(part(quiet, 0.95)),
        busy: round(part(busy, 0.95)),
        times: round(push),
        samples: [quiet.length, busy.length],
      },
      bars,
      ok,
    }),
  );
  console.log(
    `${rows.toLocaleString('en')} rows come in in ${round(ratio)} × what the CSV library alone needs, with ${Math.round(Math.max(...megabytes))} MB more; a wall waits ${round(push)} × as long meanwhile: ${ok ? 'within' : 'above'} the bars.`,
  );
  return ok;
}

async function sendHooks(directory: string): Promise<boolean> {
  const count = 5_000;
  const minute = 60_000;
  const subject = await start(await mkdtemp(join(directory, 'hooks-')));
  try {
    const { id, secret } = (await (await subject.post('/make')).json()) as { id: string; secret: string };
    const times: number[] = [];
    const failed: number[] = [];
    const began = performance.now();
    const pending: Promise<void>[] = [];
    for (let i = 0; i < count; i += 1) {
      const due = began + (i * minute) / count;
      const wait = due - performance.now();
      if (wait > 1) await pause(wait);
      const body = JSON.stringify({
        id: `h${i}`,
        nps: i % 11,
        comment: i % 2 ? '' : 'The soup was warm',
        created_at: '2026-11-20T10:00:00Z',
      });
      const sent = performance.now();
      pending.push(
        subject.post(`/hooks/${id}.${secret}`, body).then(async (answer) => {
          await answer.text();
          times.push(performance.now() - sent);
          if (answer.status !== 200) failed.push(i);
        }),
      );
    }
    await Promise.all(pending);
    const seconds = (performance.now() - began) / 1000;
    const { count: counted } = (await (await subject.post('/counted')).json()) as { count: number };
    const ok = failed.length === 0 && counted === count && Math.max(...times) <= bars.answer;
    console.log(
      JSON.stringify({
        bench: 'import hooks',
        sent: count,
        seconds: round(seconds),
        refused: failed.length,
        counted,
        answerMs: {
          p50: round(median(times)),
          p95: round(part(times, 0.95)),
          most: round(Math.max(...times)),
        },
        ok,
      }),
    );
    console.log(
      `Of ${count.toLocaleString('en')} webhooks in ${Math.round(seconds)} s ${counted.toLocaleString('en')} count; the slowest answer took ${Math.round(Math.max(...times))} ms.`,
    );
    return ok;
  } finally {
    subject.child.removeAllListeners('exit');
    subject.child.kill('SIGKILL');
  }
}

const [what, ...rest] = process.argv.slice(2);
if (what === 'serve') await serve(rest[0] ?? '');
else {
  const directory = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'huddleboard-import-'));
  try {
    const results = [];
    if (what !== 'hooks') results.push(await bringFile(directory));
    if (what !== 'file') results.push(await sendHooks(directory));
    if (results.includes(false)) process.exitCode = 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  process.exit();
}
