import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDirectory } from '../support/directory';
import { program, Running } from '../support/program';
import type { FullDiskReport } from './full-disk-program';

// A file system of 160 kB in memory, seen by this program alone: no rights are needed where user namespaces are allowed.
const inSmallDisk = (directory: string, size: string) => [
  'unshare',
  '-Urm',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${size} none '${directory}' && exec "$@"`,
  'sh',
  process.execPath,
];

const missing = await promisify(execFile)('unshare', ['-Urm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).then(
  () => null,
  (error: unknown) => (error instanceof Error ? error.message.trim() : String(error)),
);

describe.skipIf(missing !== null && !process.env.CI)(`a full disk${missing ? ` (${missing})` : ''}`, () => {
  let filler: Awaited<ReturnType<typeof program>>;
  beforeAll(async () => {
    filler = await program('tests/fault/full-disk-program.ts');
  });
  afterAll(() => filler.remove());

  async function fill(careless: boolean): Promise<{ report: FullDiskReport | null; errors: string }> {
    const directory = await emptyDirectory();
    const running = new Running(filler.path, { directory, careless }, inSmallDisk(directory, '160k'));
    await running.ended;
    const line = running.lines.at(-1);
    return { report: line === undefined ? null : JSON.parse(line), errors: running.errors };
  }

  test('refuses commits with a sentence, keeps every acknowledged one, and goes on with the first once there is room', async () => {
    const { report, errors } = await fill(false);
    expect(errors).toBe('');
    expect(report).toMatchObject({
      otherErrors: 0,
      shownWhileFull: 0,
      writableWhileFull: false,
      reopenedWhileFull: 0,
      firstAfterRoom: true,
      writableAfterRoom: true,
      missing: 0,
      extra: 0,
      notices: [],
    });
    expect(report?.acknowledged).toBeGreaterThan(20);
    expect(report?.refused).toBeGreaterThan(10);
  });

  test('control: a store that does not look at how much was written loses', async () => {
    const { report, errors } = await fill(true);
    expect(report === null ? errors : `lost ${report.missing}`).toMatch(/damaged|lost [1-9]/);
  });
});
