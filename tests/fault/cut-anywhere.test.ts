import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk, type Files } from '../../src/lib/server/store/lowdb/files';
import { openLowdb } from '../../src/lib/server/store/lowdb/open';
import { emptyDirectory } from '../support/directory';
import { put } from '../support/records';
import { lay, RecordedFiles } from '../support/recorded-files';

/** The disk without its syncs: what a start finds is what counts here, not what it leaves. */
const quick: Files = {
  ...disk,
  open: async (path, flags) => ({
    ...(await disk.open(path, flags)),
    sync: async () => undefined,
    datasync: async () => undefined,
  }),
  syncDirectory: async () => undefined,
};

/** A store's first start, commits, checkpoints and an erase, each step of its files written down. */
async function recorded(): Promise<RecordedFiles> {
  const record = new RecordedFiles();
  const dir = join(await emptyDirectory(), 'data');
  const store = await openLowdb({ dir, files: record.files, checkpointAfter: Infinity });
  for (let round = 1; round <= 3; round += 1) {
    const at = `2026-${String(8 + round).padStart(2, '0')}-05T10:00:00Z`;
    await store.commit([put.response({ id: `answer ${round}`, at }), put.team({ name: `Team ${round}` })]);
    record.told(`answer ${round}`);
    const writing = store.checkpoint();
    await store.commit([put.response({ id: `meanwhile ${round}`, at })]);
    record.told(`meanwhile ${round}`);
    await writing;
  }
  await store.close();
  return record;
}

/** Cuts after every step, in every way; how many states there were, and what was wrong with which. */
async function cutEverywhere(record: RecordedFiles, stride = 1) {
  const dir = join(await emptyDirectory(), 'data');
  const wrong: string[] = [];
  const told: string[] = [];
  const seen = new Set<string>();
  for (let cut = 0; cut <= record.steps.length; cut += 1) {
    const step = record.steps[cut - 1];
    if (step?.do === 'told') told.push(step.what);
    if (cut % stride !== 0) continue;
    for (const files of record.after(cut)) {
      // Most steps leave what the one before them could leave too.
      const hash = createHash('sha256').update(`${told.length}`);
      for (const [name, bytes] of files) hash.update(`${name} ${bytes.length} `).update(bytes);
      const key = hash.digest('hex');
      if (seen.has(key)) continue;
      seen.add(key);
      await lay(dir, files);
      try {
        const store = await openLowdb({ dir, files: quick });
        for (const id of told)
          if (!(await store.get('response', id))) wrong.push(`after step ${cut}: ${id} is lost`);
        await store.close();
      } catch (error) {
        wrong.push(`after step ${cut}, ${[...files.keys()].join(' ')}: ${String(error)}`);
      }
    }
  }
  return { states: seen.size, wrong };
}

test('a cut after any step of the files leaves a store that starts and holds what was acknowledged', async () => {
  const { states, wrong } = await cutEverywhere(await recorded());
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(states).toBeGreaterThan(100);
}, 120_000);

test('control: were the journal not synced, cuts would lose what was acknowledged', async () => {
  const record = await recorded();
  for (const [index, step] of record.steps.entries())
    if (step.do === 'fill') record.steps[index] = { ...step, synced: false };
  const { wrong } = await cutEverywhere(record, 7);
  expect(wrong).not.toEqual([]);
}, 120_000);
