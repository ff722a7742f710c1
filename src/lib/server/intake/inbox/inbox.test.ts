import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { bringingTo, owner, type Bringing } from '../../../../../tests/support/bringing';
import { openInbox, type Inbox } from './inbox';

let at: Bringing;
let inbox: Inbox;
let directory: string;
let now: Date;
const folder = () => join(directory, 'one');

beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  directory = await mkdtemp(join(tmpdir(), 'huddleboard-test-'));
  at = await bringingTo(() => now);
  const parts = { directory, store: at.store, feedback: at.feedback, now: () => now };
  inbox = await openInbox({ ...parts, report: (_, error) => expect.fail(String(error)), every: 0 });
  await inbox.scan();
});
afterEach(async () => {
  await inbox.close();
  await rm(directory, { recursive: true, force: true });
});

const put = (name: string, text: string | Buffer) => writeFile(join(folder(), name), text);
const twice = async () => {
  await inbox.scan();
  await inbox.scan();
};
const values = () => at.responses().map(({ value }) => value);
const inside = async (ended: string) => (await readdir(join(folder(), ended)).catch(() => [])).sort();

test('a file is brought in, moves to done, and a report stands beside it', async () => {
  await put('november.csv', 'NPS,Date,Comment\n9,2026-11-01,Kind\n8,2027-11-02,\n');
  await twice();
  expect([values(), at.verbatims().map(({ text }) => text)]).toEqual([[9], ['Kind']]);
  expect(await inside('done')).toEqual([
    '2026-11-22T10-00-00 november.csv',
    '2026-11-22T10-00-00 november.csv.txt',
  ]);
  const report = await readFile(join(folder(), 'done', '2026-11-22T10-00-00 november.csv.txt'), 'utf8');
  expect(report).toContain('november.csv');
  expect(report).toContain('Line 3: Its date, 2027-11-02, is still to come.');
  expect(await readdir(folder())).toEqual(['done']);
});

test('what cannot be read, or is not certain, moves to failed with the reason', async () => {
  await put('a.pdf', '%PDF-1.7');
  await put('b.csv', 'Rating,Date\n4,2026-11-01\n');
  await twice();
  expect(values()).toEqual([]);
  const names = await inside('failed');
  expect(names).toHaveLength(4);
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.txt'))
      .map((name) => readFile(join(folder(), 'failed', name), 'utf8')),
  );
  expect(texts[0]).toContain('This is a PDF.');
  expect(texts[1]).toContain('scale: Which scale is the score on?');
});

test('a file that is being written is waited for, and one that is named as such is left alone', async () => {
  await put('slow.csv', 'NPS,Date\n9,2026-11-01\n');
  await inbox.scan();
  await appendFile(join(folder(), 'slow.csv'), '8,2026-11-02\n');
  await inbox.scan();
  expect(values()).toEqual([]);
  await inbox.scan();
  expect(values()).toEqual([9, 8]);
  await put('other.csv.part', 'NPS,Date\n9,2026-11-01\n');
  await put('.hidden.csv', 'NPS,Date\n9,2026-11-01\n');
  await twice();
  expect((await readdir(folder())).sort()).toEqual(['.hidden.csv', 'done', 'other.csv.part']);
});

test('an empty file has a minute to grow', async () => {
  await put('late.csv', '');
  await twice();
  expect(await inside('failed')).toEqual([]);
  now = new Date(now.getTime() + 61_000);
  await inbox.scan();
  expect(await inside('failed')).toHaveLength(2);
});

test('the same name again does not take the place of the one before, and counts what is new', async () => {
  await put('daily.csv', 'Response ID,NPS,Date\nr1,9,2026-11-01\n');
  await twice();
  now = new Date('2026-11-23T10:00:00Z');
  await put('daily.csv', 'Response ID,NPS,Date\nr1,9,2026-11-01\nr2,3,2026-11-02\n');
  await twice();
  expect(values()).toEqual([9, 3]);
  expect((await inside('done')).filter((name) => name.endsWith('.csv'))).toHaveLength(2);
});

test('folders of nobody, folders in a folder and links are not followed', async () => {
  await mkdir(join(directory, 'two'));
  await writeFile(join(directory, 'two', 'x.csv'), 'NPS,Date\n9,2026-11-01\n');
  await mkdir(join(folder(), 'sub'));
  await writeFile(join(folder(), 'sub', 'x.csv'), 'NPS,Date\n9,2026-11-01\n');
  await symlink(join(directory, 'two', 'x.csv'), join(folder(), 'link.csv'));
  await twice();
  expect(values()).toEqual([]);
});

test('a file’s rows fill only the team whose folder it lies in', async () => {
  await put('all.csv', 'Team,NPS,Date\nOne,9,2026-11-01\nThree,2,2026-11-01\n');
  await twice();
  expect(at.store.all('team').map(({ id }) => id)).toEqual(['one']);
  expect(at.responses().every(({ team }) => team === 'one')).toBe(true);
});

test('while the store takes nothing the file stays, and is taken when it does', async () => {
  await put('n.csv', 'NPS,Date\n9,2026-11-01\n');
  at.store.failWith = new Error('full');
  await twice();
  expect(await readdir(folder())).toEqual(['n.csv']);
  at.store.failWith = undefined;
  await twice();
  expect(values()).toEqual([9]);
});

test('what was taken is gone after thirty days, with its report', async () => {
  await put('n.csv', 'NPS,Date\n9,2026-11-01\n');
  await twice();
  now = new Date(now.getTime() + 29 * 86_400_000);
  await inbox.scan();
  expect(await inside('done')).toHaveLength(2);
  now = new Date(now.getTime() + 2 * 86_400_000);
  await inbox.scan();
  expect([await inside('done'), values()]).toEqual([[], [9]]);
});

test('files for a closed team lie where they are until it is opened again', async () => {
  expect((await at.intake.submit('team:close', { team: 'one' }, owner)).ok).toBe(true);
  await put('november.csv', 'NPS,Date\n9,2026-11-01\n');
  await twice();
  expect([values(), await readdir(folder())]).toEqual([[], ['november.csv']]);
  expect((await at.intake.submit('team:open', { team: 'one' }, owner)).ok).toBe(true);
  await twice();
  expect(values()).toEqual([9]);
});
