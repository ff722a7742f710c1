import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PowerDisk } from '../support/power';
import { program } from '../support/program';
import { seeded, seedOfRun } from '../support/random';
import { powerRounds } from './stops';

const missing = await PowerDisk.missing();

// Where the machine cannot cut the power this is skipped by name; in CI it fails.
describe.skipIf(missing !== null && !process.env.CI)(`power cuts${missing ? ` (${missing})` : ''}`, () => {
  let writer: Awaited<ReturnType<typeof program>>;
  beforeAll(async () => {
    writer = await program('tests/fault/writer.ts');
  });
  afterAll(() => writer.remove());

  test('five power cuts lose nothing acknowledged and leave nothing half', async () => {
    const toll = await powerRounds(writer.path, 5, seeded(seedOfRun()));
    expect(toll.acknowledged).toBeGreaterThan(50);
    expect(toll).toMatchObject({ lost: 0, half: 0, refused: [] });
  });

  test('control: without fsync a power cut loses', async () => {
    const toll = await powerRounds(writer.path, 2, seeded(seedOfRun()), 'sync');
    expect(toll.lost).toBeGreaterThan(0);
  });
});
