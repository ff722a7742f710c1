import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { emptyDirectory } from '../../../../../tests/support/directory';
import { StoreRefusal } from '../store';
import { lock, lockByFile } from './lock';

for (const [name, take] of [
  ['by the platform’s way', lock],
  ['by a file', (directory: string) => lockByFile(directory)],
] as const) {
  test(`${name}: the second to come is refused, until the first lets go`, async () => {
    const directory = await emptyDirectory();
    const release = await take(directory);
    await expect(take(directory)).rejects.toThrow(StoreRefusal);
    await expect(take(directory)).rejects.toThrow('in-use');
    await release();
    const again = await take(directory);
    onTestFinished(again);
    expect(again).toBeTypeOf('function');
  });
}

test('by a file: what a dead process left, or one that got its id since, is no lock', async () => {
  const directory = await emptyDirectory();
  const left = [
    JSON.stringify({ pid: 4242, started: 'Monday' }),
    '{"pid":',
    JSON.stringify({ pid: 4242, started: null }),
  ];
  for (const text of left) {
    await writeFile(join(directory, 'lock.json'), text);
    const release = await lockByFile(directory, async (pid) => (pid === 4242 ? 'Tuesday' : 'now'));
    await release();
  }
  await writeFile(join(directory, 'lock.json'), left[0] ?? '');
  await expect(lockByFile(directory, async () => 'Monday')).rejects.toThrow(StoreRefusal);
});
