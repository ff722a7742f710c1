import { spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Display } from '../../src/lib/domain/display';
import type { Team } from '../../src/lib/domain/records';
import { hashOf } from '../../src/lib/server/auth/secrets';
import { openStore } from '../../src/lib/server/store/open-store';
import { part } from '../bench-figures';
import { hang, served, timedWall } from '../bench-server';
import { signIn } from '../leader.js';

// npm run bench -- huddle: 200 phones join a huddle, place their marker, vote, and ask how it stands every 3 s, all begun within
// 10 s, over HTTP to a server in production mode. None may be refused, the wall’s spread has to be theirs, and a change on another
// team’s wall may take at most twice as long as it takes without them. Needs a build; takes about a minute and a half.

const phones = 200;
const within = 10_000;
const asksEvery = 3_000;
const changes = 40;
const bar = 2;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const round = (value: number) => Math.round(value * 10) / 10;

interface Seeded {
  team: string;
  owner: { login: string; password: string };
  displays: { id: string; token: string }[];
}

/** The sample team, and another one with a wall of its own. */
async function seeded(directory: string, env: NodeJS.ProcessEnv): Promise<Seeded> {
  const seed = spawnSync(process.execPath, ['scripts/seed.js'], { env, encoding: 'utf8' });
  if (seed.status !== 0) throw new Error(`the sample team could not be written: ${seed.stderr}`);
  const sample = JSON.parse(seed.stdout.trim().split('\n').at(-1) ?? '') as Seeded;
  const store = await openStore({ dir: directory });
  const team = (await store.get('team', sample.team)) as Team;
  const display = (await store.get('display', sample.displays[0]?.id ?? '')) as Display;
  await store.commit([
    { put: 'team', record: { ...team, id: 'other', team: 'other', name: 'The other team' } },
    {
      put: 'display',
      record: { ...display, id: 'other-wall', team: 'other', tokenHash: hashOf('other-token') },
    },
  ]);
  await store.close();
  return sample;
}

const directory = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'huddleboard-huddle-'));
const env = {
  ...process.env,
  DATA_DIR: join(directory, 'data'),
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
};
let child: ChildProcess | undefined;
try {
  const sample = await seeded(env.DATA_DIR, env);
  const server = await served(env);
  child = server.child;
  const { origin } = server;
  const { team } = sample;
  const leader = await signIn({ origin, owner: sample.owner });

  const { wall: other, measured } = await timedWall(
    origin,
    { id: 'other-wall', token: 'other-token' },
    leader,
    'other',
    changes,
  );
  let newest = '';
  const [first] = sample.displays;
  const wall = await hang(origin, first ?? { id: '', token: '' }, (patch) => {
    if (patch.includes('"spread"')) newest = patch;
  });

  const data = await (
    await fetch(`${origin}/display/${first?.id}/__data.json`, {
      headers: { cookie: `huddleboard_display=${first?.token}` },
    })
  ).text();
  const join = /"http[^"]*(\/team\/[^"]+)"/.exec(data)?.[1] ?? '';

  const refused: string[] = [];
  const times = { join: [] as number[], place: [] as number[], vote: [] as number[], now: [] as number[] };
  const note = async (what: keyof typeof times, answer: Promise<Response>): Promise<string> => {
    const start = performance.now();
    const response = await answer;
    const text = await response.text();
    times[what].push(performance.now() - start);
    const failed = what === 'now' ? response.status !== 200 : /"type":"(failure|error)"/.test(text);
    if (failed || response.status >= 400) refused.push(`${what} ${response.status} ${text.slice(0, 120)}`);
    return text;
  };
  const page = `${origin}/team/${team}/huddle`;
  class Phone {
    cookie = '';
    async join(): Promise<void> {
      const entry = fetch(`${origin}${join}`, { redirect: 'manual' });
      this.cookie = ((await entry).headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
      await note('join', fetch(page, { headers: { cookie: this.cookie } }));
    }
    send(action: string, fields: Record<string, string>): Promise<Response> {
      return fetch(`${page}?/${action}`, {
        method: 'POST',
        headers: { origin, cookie: this.cookie, accept: 'application/json', 'x-sveltekit-action': 'true' },
        body: new URLSearchParams(fields),
      });
    }
    async now(): Promise<{ huddle: { id: string } | null; questions: { id: string }[] }> {
      return JSON.parse(await note('now', fetch(`${page}/now`, { headers: { cookie: this.cookie } })));
    }
  }

  await measured('warm');
  const without = await measured('before');

  const host = new Phone();
  await host.join();
  await host.send('start', { once: 'bench-huddle', name: '' });
  await host.send('propose', { once: 'bench-question', huddle: 'bench-huddle', text: 'Was it warm?' });
  const places = Array.from({ length: phones }, (_, n) => ({ now: n % 11, need: (n * 7) % 11 }));
  const began = performance.now();
  let over = false;
  const room = places.map(async (place, n) => {
    await pause((within * 0.7 * n) / phones);
    const phone = new Phone();
    await phone.join();
    const huddle = 'bench-huddle';
    await note('place', phone.send('place', { huddle, now: String(place.now), need: String(place.need) }));
    await note('vote', phone.send('vote', { huddle, question: 'bench-question' }));
    const done = performance.now() - began;
    while (!over) {
      await phone.now();
      await pause(asksEvery);
    }
    return done;
  });
  const during = await measured('during');
  over = true;
  const lasted = Math.max(...(await Promise.all(room)));
  const after = await measured('after');

  const count = (of: 'now' | 'need') =>
    Array.from({ length: 11 }, (_, step) => places.filter((place) => place[of] === step).length).join();
  const right =
    newest.includes(`"n":${phones}`) &&
    newest.includes(`"now":[${count('now')}]`) &&
    newest.includes(`"need":[${count('need')}]`) &&
    newest.includes(`"votes":${phones}`);
  const quiet = part([...without, ...after], 0.5);
  const ratios = {
    median: part(during, 0.5) / quiet,
    p95: part(during, 0.95) / part([...without, ...after], 0.95),
  };
  const ok = refused.length === 0 && right && lasted <= within && ratios.median <= bar && ratios.p95 <= bar;
  const told = (values: number[]) => ({
    n: values.length,
    median: round(part(values, 0.5)),
    p95: round(part(values, 0.95)),
    most: round(Math.max(...values)),
  });
  console.log(
    JSON.stringify({
      bench: 'huddle',
      phones,
      load: round(loadavg()[0] ?? NaN),
      refused: { count: refused.length, first: refused[0] ?? null },
      spreadIsRight: right,
      allDoneAfterSeconds: round(lasted / 1000),
      otherWallMilliseconds: { without: told([...without, ...after]), during: told(during) },
      ratios: { median: round(ratios.median), p95: round(ratios.p95) },
      bar,
      phoneMilliseconds: Object.fromEntries(Object.entries(times).map(([what, list]) => [what, told(list)])),
      ok,
    }),
  );
  console.log(ok ? 'Every bar is met.' : 'A bar is missed, see above.');
  process.exitCode = ok ? 0 : 1;
  wall.disconnect();
  other.disconnect();
} finally {
  child?.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
}
