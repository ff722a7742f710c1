import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../src/lib/domain/records';
import type { LowdbStore } from '../../src/lib/server/store/lowdb/engine';
import { openStore } from '../../src/lib/server/store/open-store';

// What a durable commit costs when the current month holds 1,000 responses, and when it holds 200,000. Both stores are
// open at once and take turns, so that a noisy machine troubles both alike.

const sizes = [1_000, 200_000] as const;
const rounds = 15;
const commitsPerRound = 60;
const bar = 1.2;

const month = '2026-11';

const answer = (id: string, i: number): Change => ({
  put: 'response',
  record: {
    id,
    team: 'bench',
    at: new Date(Date.UTC(2026, 10, 1 + (i % 22), 9, 0, i % 3600)).toISOString(),
    status: 'counted',
    batch: null,
    metric: 'nps',
    scale: null,
    value: i % 11,
    from: 'customer',
    touchpoint: ['desk', 'bar', 'rooms'][i % 3] ?? null,
    source: 'ask',
    day: `${month}-${String(1 + (i % 22)).padStart(2, '0')}`,
  },
});

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;
const round = (value: number): number => Math.round(value * 1000) / 1000;

const directory = await mkdtemp(join(process.env.BENCH_DIR ?? tmpdir(), 'huddleboard-bench-'));
try {
  const stores: { size: number; store: LowdbStore; medians: number[]; during: number[] }[] = [];
  for (const size of sizes) {
    const store = await openStore({ dir: join(directory, String(size)) });
    for (let done = 0; done < size; done += 5_000) {
      await store.commit(
        Array.from({ length: Math.min(5_000, size - done) }, (_, i) => answer(`first ${done + i}`, done + i)),
      );
    }
    await store.checkpoint();
    await store.settled();
    stores.push({ size, store, medians: [], during: [] });
  }

  const timed = async (store: LowdbStore, times: number[], n: number, id: string) => {
    for (let i = 0; i < n; i += 1) {
      const change = answer(`${id} ${i}`, i);
      const start = performance.now();
      await store.commit([change]);
      times.push(performance.now() - start);
    }
  };

  for (let r = 0; r < rounds; r += 1) {
    for (const each of r % 2 === 0 ? stores : [...stores].reverse()) {
      const times: number[] = [];
      await timed(each.store, times, commitsPerRound, `round ${r}`);
      if (r > 0) each.medians.push(median(times));
    }
  }

  // And while a checkpoint of all of it is written in the background.
  for (const each of stores) {
    let writing = true;
    const checkpoint = each.store.checkpoint().finally(() => (writing = false));
    for (let i = 0; writing; i += 1) await timed(each.store, each.during, 1, `during ${i}`);
    await checkpoint;
  }

  const [small, large] = stores.map(({ medians }) => median(medians));
  const ratio = median(
    (stores[1]?.medians ?? []).map((value, i) => value / (stores[0]?.medians[i] ?? Number.NaN)),
  );
  const during = stores.map(({ during }) => {
    const sorted = [...during].sort((a, b) => a - b);
    return {
      commits: sorted.length,
      p50: round(median(sorted)),
      p99: round(sorted[Math.floor(sorted.length * 0.99)] ?? NaN),
    };
  });
  console.log(
    JSON.stringify({
      bench: 'store',
      rounds: rounds - 1,
      commitsPerRound,
      responses: sizes,
      medianMs: [round(small ?? NaN), round(large ?? NaN)],
      ratio: round(ratio),
      bar,
      whileCheckpointIsWritten: during,
    }),
  );
  const verdict = ratio <= bar ? 'within' : 'above';
  console.log(
    `A durable commit with ${sizes[1].toLocaleString('en')} responses in the month takes ${round(ratio)} × of one with ${sizes[0].toLocaleString('en')}: ${verdict} the bar of ${bar}.`,
  );
  if (!(ratio <= bar)) process.exitCode = 1;
  for (const { store } of stores) await store.close();
} finally {
  await rm(directory, { recursive: true, force: true });
}
