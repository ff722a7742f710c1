import { spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { part } from '../bench-figures';
import { served, timedWall } from '../bench-server';
import { signIn } from '../leader.js';

// npm run bench -- sign-in-flood: 64 strangers try passwords, each for a login of its own and again as soon as it has an answer, so that
// each try that is let through costs a hash: all from one address, then each from its own. A change on a wall may meanwhile take at most
// twice as long (p95) as before and after. Needs a build; a minute.

const strangers = 64;
const changes = 60;
const bar = 2;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const round = (value: number) => Math.round(value * 10) / 10;

interface Seeded {
  team: string;
  owner: { login: string; password: string };
  displays: { id: string; token: string }[];
}

const directory = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'huddleboard-flood-'));
const env = {
  ...process.env,
  DATA_DIR: join(directory, 'data'),
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
  // So that strangers can come from addresses of their own.
  TRUST_PROXY: '1',
};
let child: ChildProcess | undefined;
try {
  const seed = spawnSync(process.execPath, ['scripts/seed.js'], { env, encoding: 'utf8' });
  if (seed.status !== 0) throw new Error(`the sample team could not be written: ${seed.stderr}`);
  const sample = JSON.parse(seed.stdout.trim().split('\n').at(-1) ?? '') as Seeded;
  const server = await served(env);
  child = server.child;
  const { origin } = server;
  const leader = await signIn({ origin, owner: sample.owner });
  const [display] = sample.displays;
  if (!display) throw new Error('the sample has no display');

  const { wall, measured } = await timedWall(origin, display, leader, sample.team, changes);

  const told = (values: number[]) => ({
    n: values.length,
    median: round(part(values, 0.5)),
    p95: round(part(values, 0.95)),
  });

  async function flooded(from: 'one' | 'many') {
    const before = await measured(`before${from}`);
    let over = false;
    const answers = new Map<number, number>();
    const flood = Array.from({ length: strangers }, async (_, n) => {
      while (!over) {
        const answer = await fetch(`${origin}/admin/sign-in?/sign-in`, {
          method: 'POST',
          headers: {
            ...{ origin, accept: 'application/json', 'x-sveltekit-action': 'true' },
            'x-forwarded-for': from === 'one' ? '10.1.0.1' : `10.1.1.${n}`,
          },
          body: new URLSearchParams({ login: `${from}-${n}`, password: `guess ${Math.random()}` }),
        });
        const { status = answer.status } = JSON.parse(await answer.text()) as { status?: number };
        answers.set(status, (answers.get(status) ?? 0) + 1);
      }
    });
    await pause(500);
    const during = await measured(`during${from}`);
    over = true;
    await Promise.all(flood);
    const after = await measured(`after${from}`);

    const quiet = [...before, ...after];
    const ratio = part(during, 0.95) / part(quiet, 0.95);
    const tries = [...answers.values()].reduce((sum, count) => sum + count, 0);
    const statuses = [...answers.keys()];
    return {
      addresses: from,
      tries: Object.fromEntries(answers),
      milliseconds: { quiet: told(quiet), flooded: told(during) },
      ratio: round(ratio),
      ok: ratio <= bar && tries > 3 * strangers && statuses.every((status) => [403, 429].includes(status)),
    };
  }

  await measured('warm');
  const floods = [await flooded('one'), await flooded('many')];
  const ok = floods.every((flood) => flood.ok);
  console.log(
    JSON.stringify({
      ...{ bench: 'sign-in-flood', strangers, load: round(loadavg()[0] ?? NaN) },
      ...{ floods, bar, ok },
    }),
  );
  console.log(ok ? 'Every bar is met.' : 'A bar is missed, see above.');
  process.exitCode = ok ? 0 : 1;
  wall.disconnect();
} finally {
  child?.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
}
