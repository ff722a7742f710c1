import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '../../src/lib/server/store/open-store';
import { emptyDirectory } from '../support/directory';
import { program, Running } from '../support/program';
import type { WriterOrder } from './writer';

let writer: Awaited<ReturnType<typeof program>>;
beforeAll(async () => {
  writer = await program('tests/fault/writer.ts');
});
afterAll(() => writer.remove());

test('a second server on the directory is refused, and the first goes on; killed, it leaves no lock', async () => {
  const directory = await emptyDirectory();
  const order: WriterOrder = { directory, writers: 2, from: 1 };
  const first = new Running(writer.path, order);
  await first.printed(5);
  const second = new Running(writer.path, order);
  expect(await second.ended).not.toBe(0);
  expect(second.errors).toContain('in-use');
  expect(second.lines).toEqual([]);
  await first.printed(first.lines.length + 20);
  await first.kill();
  const store = await openStore({ dir: directory });
  for (const line of first.lines) expect(await store.get('response', line)).toBeDefined();
  await store.close();
});
