import { spawnSync, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../src/lib/domain/records';
import { openStore } from '../../src/lib/server/store/open-store';
import { served } from '../bench-server';
import { signIn } from '../leader.js';

// npm run bench -- admin: every page of admin on a board with one team and 3 displays, and on one with 40 teams and 120 displays; 50 comments wait
// in the first team of both. Each page is asked for in turns from both servers; its median on the large board may be at most twice
// that on the small one. Needs a build; takes about a minute. `npm run bench -- admin /admin/grid` measures one page.

const teams = 40;
const displaysPerTeam = 3;
const waiting = 50;
const rounds = 15;
const warm = 4;
const bar = 2;

const round = (value: number) => Math.round(value * 10) / 10;
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

interface Seeded {
  team: string;
  owner: { login: string; password: string };
  displays: { id: string }[];
}

/** Fills a copy of the sample up: comments that wait, displays, and as many further teams as it takes. */
async function fill(directory: string, sample: Seeded, count: number): Promise<void> {
  const store = await openStore({ dir: directory });
  const team = await store.get('team', sample.team);
  const display = await store.get('display', sample.displays[0]?.id ?? '');
  const [comment] = (await store.list('verbatim', { team: sample.team }, { limit: 1 })).records;
  const [question] = (await store.list('question', { team: sample.team }, { limit: 1 })).records;
  if (!team || !display || !comment || !question) throw new Error('the sample has not what this bench needs');
  const changes: Change[] = Array.from({ length: waiting }, (_, n) => ({
    put: 'verbatim',
    record: { ...comment, id: `bench-${n}`, status: 'waiting', response: null },
  }));
  for (let n = 0; n < count; n += 1) {
    const id = n === 0 ? sample.team : `team-${n}`;
    const of = { team: id, batch: null };
    if (n > 0)
      changes.push(
        { put: 'team', record: { ...team, ...of, id, name: `Team ${n}` } },
        { put: 'question', record: { ...question, ...of, id: `question-${n}` } },
      );
    const has = n === 0 ? sample.displays.length : 0;
    for (let k = has; k < displaysPerTeam; k += 1)
      changes.push({
        put: 'display',
        record: { ...display, ...of, id: `display-${n}-${k}`, name: `Wall ${n} ${k}`, tokenHash: null },
      });
  }
  for (let from = 0; from < changes.length; from += 200) await store.commit(changes.slice(from, from + 200));
  await store.close();
}

const directory = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'huddleboard-admin-'));
const envOf = (name: string) => ({
  ...process.env,
  DATA_DIR: join(directory, name),
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'silent',
});
const children: ChildProcess[] = [];
try {
  const seed = spawnSync(process.execPath, ['scripts/seed.js'], { env: envOf('small'), encoding: 'utf8' });
  if (seed.status !== 0) throw new Error(`the sample team could not be written: ${seed.stderr}`);
  const sample = JSON.parse(seed.stdout.trim().split('\n').at(-1) ?? '') as Seeded;
  await cp(join(directory, 'small'), join(directory, 'large'), { recursive: true });
  await fill(join(directory, 'small'), sample, 1);
  await fill(join(directory, 'large'), sample, teams);

  const boards = await Promise.all(
    ['small', 'large'].map(async (name) => {
      const { origin, child } = await served(envOf(name));
      children.push(child);
      const leader = await signIn({ origin, owner: sample.owner });
      return { origin, cookie: leader.cookie };
    }),
  );
  const [small, large] = boards as [(typeof boards)[0], (typeof boards)[0]];

  const inTeam = [
    ...['', '/announcements', '/cadence', '/countdowns', '/criticals', '/decisions', '/feedback', '/goal'],
    ...['/huddle', '/improvements', '/look', '/pictures', '/plan', '/plays', '/practice', '/question'],
    ...[
      '/settings',
      '/shifts',
      '/shout-outs',
      '/snags',
      '/challenges',
      '/journey',
      '/experiments',
      '/library',
      '/stories',
      '/takeover',
      '/thanks',
      '/turns',
      '/voices',
      '/walk',
    ],
    '/feedback/import',
    '/feedback/sources',
  ].map((path) => `/admin/${sample.team}${path}`);
  const display = `/admin/displays/${sample.displays[0]?.id}`;
  const all = [
    ...['/admin?all', '/admin/account', '/admin/aims', '/admin/alerts', '/admin/audit', '/admin/backups'],
    ...[
      '/admin/displays',
      display,
      `${display}/week`,
      '/admin/retention',
      '/admin/erase',
      '/admin/grid',
      '/admin/journal',
      '/admin/keys',
    ],
    ...['/admin/groups', '/admin/learned', '/admin/people', '/admin/trials', '/pair'],
    ...inTeam,
  ];
  const wanted = process.argv.slice(2);
  const pages = wanted.length > 0 ? all.filter((path) => wanted.includes(path)) : all;

  async function ask({ origin, cookie }: typeof small, path: string): Promise<number> {
    const start = performance.now();
    const answer = await fetch(origin + path, { headers: { cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
    return performance.now() - start;
  }

  const measured = [];
  for (const path of pages) {
    const times = { small: [] as number[], large: [] as number[] };
    for (let n = 0; n < rounds + warm; n += 1) {
      const [one, forty] = [await ask(small, path), await ask(large, path)];
      if (n < warm) continue;
      times.small.push(one);
      times.large.push(forty);
    }
    const [one, forty] = [median(times.small), median(times.large)];
    measured.push({
      path,
      one: round(one),
      forty: round(forty),
      ratio: Math.round((forty / one) * 100) / 100,
    });
  }
  measured.sort((a, b) => b.ratio - a.ratio);
  const over = measured.filter(({ ratio }) => ratio > bar);
  console.log(
    JSON.stringify({
      ...{ bench: 'admin', teams, displays: teams * displaysPerTeam, waiting, rounds },
      ...{ load: round(loadavg()[0] ?? NaN), milliseconds: measured, bar, over: over.length },
    }),
  );
  console.log(over.length === 0 ? 'Every bar is met.' : `${over.length} pages miss their bar, see above.`);
  process.exitCode = over.length === 0 ? 0 : 1;
} finally {
  for (const child of children) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
}
