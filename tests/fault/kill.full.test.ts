import { afterAll, beforeAll, expect, test } from 'vitest';
import { program } from '../support/program';
import { seeded, seedOfRun } from '../support/random';
import { killRounds } from './stops';

let writer: Awaited<ReturnType<typeof program>>;
beforeAll(async () => {
  writer = await program('tests/fault/writer.ts');
});
afterAll(() => writer.remove());

test('five hundred times killed in mid write, nothing acknowledged is lost and nothing is half', async () => {
  const toll = await killRounds(writer.path, 500, seeded(seedOfRun()));
  expect(toll).toMatchObject({ lost: 0, half: 0, refused: [] });
});
