import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PowerDisk } from '../support/power';
import { program } from '../support/program';
import { seeded, seedOfRun } from '../support/random';
import { powerRounds } from './stops';

const missing = await PowerDisk.missing();

describe.skipIf(missing !== null && !process.env.CI)(`power cuts${missing ? ` (${missing})` : ''}`, () => {
  let writer: Awaited<ReturnType<typeof program>>;
  beforeAll(async () => {
    writer = await program('tests/fault/writer.ts');
  });
  afterAll(() => writer.remove());

  test('a hundred power cuts lose nothing acknowledged and leave nothing half', async () => {
    const toll = await powerRounds(writer.path, 100, seeded(seedOfRun()));
    expect(toll).toMatchObject({ lost: 0, half: 0, refused: [] });
  });
});
