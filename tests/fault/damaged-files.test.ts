import { cp, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/lib/server/store/open-store';
import { StoreRefusal, type Store } from '../../src/lib/server/store/store';
import { put } from '../support/records';

let home: string;
let whole: string;
let content: string;

async function read(store: Store): Promise<string> {
  const all = [];
  for (const kind of ['team', 'response', 'verbatim', 'shout-out'] as const)
    all.push((await store.list(kind)).records);
  return JSON.stringify([store.head, all, await store.tally({ team: 'north' })]);
}

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'huddleboard-damage-'));
  whole = join(home, 'whole');
  const store = await openStore({ dir: whole });
  await store.commit([
    put.team(),
    put.shoutOut(),
    put.response({ id: 'october', at: '2026-10-05T10:00:00Z' }),
  ]);
  await store.checkpoint();
  await store.commit([
    put.response({ id: 'a' }),
    put.verbatim({ text: 'Warm soup, warm welcome. Grüße, 世界!' }),
  ]);
  await store.checkpoint();
  await store.commit([put.response({ id: 'b', value: 3 }), put.team({ name: 'Northern desk' })]);
  await store.checkpoint();
  await store.commit([put.response({ id: 'c', value: 7 })]);
  await store.commit([{ erase: 'shout-out', id: 'bravo' }]);
  content = await read(store);
  await store.close();
});
afterAll(() => rm(home, { recursive: true, force: true }));

type Outcome = 'equal, said' | 'equal, unsaid' | 'refused' | `other: ${string}`;

/** Damages one file of a copy, starts on it, and says what came of it. */
async function startWith(damage: (directory: string) => Promise<unknown>): Promise<Outcome> {
  const dir = join(home, 'copy');
  await rm(dir, { recursive: true, force: true });
  await cp(whole, dir, { recursive: true });
  await damage(dir);
  try {
    const store = await openStore({ dir });
    const found = await read(store);
    const said = store.notices.length > 0;
    await store.close();
    if (found === content) return said ? 'equal, said' : 'equal, unsaid';
    return `other: ${found.slice(0, 200)}`;
  } catch (error) {
    return error instanceof StoreRefusal ? 'refused' : `other: ${String(error)}`;
  }
}

const count = (outcomes: Outcome[]) => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

test('any file cut at any 64th byte: all is there, or the start is refused', async () => {
  const outcomes: Outcome[] = [];
  for (const name of await readdir(whole)) {
    const { length } = await readFile(join(whole, name));
    for (let at = 0; at < length; at += 64)
      outcomes.push(await startWith((dir) => truncate(join(dir, name), at)));
  }
  const { refused = 0, ...rest } = count(outcomes);
  expect(Object.keys(rest).filter((outcome) => outcome.startsWith('other'))).toEqual([]);
  expect(rest['equal, said']).toBeGreaterThan(20);
  expect(refused).toBeGreaterThan(0);
});

test('any file replaced by something else: all is there, or the start is refused', async () => {
  const outcomes: Outcome[] = [];
  for (const name of await readdir(whole)) {
    const { length } = await readFile(join(whole, name));
    const zeros = Buffer.alloc(length);
    for (const other of ['', 'null', '[]', '{}\n', zeros]) {
      outcomes.push(await startWith((dir) => writeFile(join(dir, name), other)));
    }
    outcomes.push(await startWith((dir) => rm(join(dir, name))));
  }
  const counts = count(outcomes);
  expect(Object.keys(counts).filter((outcome) => outcome.startsWith('other'))).toEqual([]);
  expect(counts['equal, said']).toBeGreaterThan(10);
});

test('any checkpoint damaged in any one byte starts whole from the copy before it, and says so', async () => {
  const outcomes: Outcome[] = [];
  for (const name of ['head.json', 'state.json', '2026-10.json', '2026-11.json']) {
    const bytes = await readFile(join(whole, name));
    for (let at = 7; at < bytes.length; at += 64) {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ 0x20, at);
      outcomes.push(await startWith((dir) => writeFile(join(dir, name), flipped)));
    }
  }
  expect(Object.keys(count(outcomes))).toEqual(['equal, said']);
});

test('a gigabyte of zeros in place of a checkpoint is set aside like any other damage', async () => {
  const outcome = await startWith(async (dir) => {
    const file = await open(join(dir, 'state.json'), 'w');
    await file.truncate(1024 ** 3);
    await file.close();
  });
  expect(outcome).toBe('equal, said');
});

test('a line damaged in the middle of the journal refuses the start, with a sentence', async () => {
  const outcome = await startWith(async (dir) => {
    const name =
      (await readdir(dir))
        .filter((file) => file.endsWith('.ndjson'))
        .sort()
        .at(-1) ?? '';
    const lines = (await readFile(join(dir, name), 'utf8')).split('\n');
    lines[1] = (lines[1] ?? '').replace('"value":7', '"value":8');
    await writeFile(join(dir, name), lines.join('\n'));
  });
  expect(outcome).toBe('refused');
});

test('bytes that a power cut leaves after the last line are dropped, and it is said', async () => {
  for (const torn of ['{"head":6,"sync', '\0'.repeat(4096), '{"head":6}\n']) {
    const outcome = await startWith(async (dir) => {
      const name =
        (await readdir(dir))
          .filter((file) => file.endsWith('.ndjson'))
          .sort()
          .at(-1) ?? '';
      await writeFile(join(dir, name), torn, { flag: 'a' });
    });
    expect(outcome).toBe('equal, said');
  }
});

test('everything gone but the marker: refused, never empty', async () => {
  const outcome = await startWith(async (dir) => {
    for (const name of await readdir(dir)) if (name !== 'huddleboard-store.json') await rm(join(dir, name));
  });
  expect(outcome).toBe('refused');
});

test('control: without the note of what was acknowledged, a journal cut to nothing would pass', async () => {
  const cut = async (dir: string) => {
    const name =
      (await readdir(dir))
        .filter((file) => file.endsWith('.ndjson'))
        .sort()
        .at(-1) ?? '';
    await truncate(join(dir, name), 0);
  };
  expect(await startWith(cut)).toBe('refused');
  const outcome = await startWith(async (dir) => {
    await cut(dir);
    await rm(join(dir, 'acknowledged'));
  });
  expect(outcome).toMatch(/^other/);
});
