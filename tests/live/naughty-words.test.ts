import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../src/lib/domain/command';
import { createBoards } from '../../src/lib/server/board/board';
import { createFeedback } from '../../src/lib/server/intake/feedback/feedback';
import { createIntake } from '../../src/lib/server/intake/intake';
import { openStore } from '../../src/lib/server/store/open-store';
import type { Store } from '../../src/lib/server/store/store';
import { GET } from '../../src/routes/api/v1/teams/[team]/export.ndjson/+server';
import { display, team } from '../support/records';
import { echo, oneProfile } from '../support/wall';

const house: Actor = { as: 'house' };
const now = () => new Date('2026-11-22T10:00:00Z');
const naughty = new URL('../samples/nasty/blns.json', import.meta.url);
let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'huddleboard-test-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** What the wall is sent, as a screen reads it off the wire. */
async function onTheWall(store: Store): Promise<string[]> {
  const panel = echo('customers-voices', () => ({
    list: { ask: 'newest', kind: 'verbatim', status: 'approved', limit: 1_000 },
  }));
  const boards = createBoards({
    ...{ store, now, build: 'b1', joinCode: async () => 'CODE', address: () => 'http://wall.test' },
    ...{ profiles: oneProfile(), panels: new Map([[panel.kind, panel]]) },
  });
  const sent = JSON.parse(JSON.stringify(await boards.snapshot('kitchen'))) as {
    slots: Record<string, { data: { list: { text: string }[] } }>;
  };
  boards.close();
  return Object.values(sent.slots)
    .flatMap(({ data }) => data.list)
    .map(({ text }) => text)
    .sort();
}

/** The comments that a program gets that takes everything with it. */
async function exported(store: Store): Promise<string[]> {
  const key = { as: 'key', id: 'k', teams: [team().id], scopes: ['export:read'] };
  const answer = await GET({
    params: { team: team().id },
    request: new Request('http://board.test/'),
    locals: { house: { store, auth: { key: async () => key } } },
  } as never);
  const lines = (await answer.text()).trimEnd().split('\n');
  const records = lines.map((line) => JSON.parse(line) as { kind: string; text: string });
  return records.flatMap(({ kind, text }) => (kind === 'verbatim' ? [text] : [])).sort();
}

it('515 naughty strings stand in the store, on the wall and in the export as they came in, after a restart too', async () => {
  const strings = JSON.parse(await readFile(naughty, 'utf8')) as string[];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = strings.map((text, i) => `n${i},9,${quoted(text)},2026-11-01`);
  let store = await openStore({ dir });
  const playlist = [{ id: 'voices', panel: 'customers-voices', options: {}, dwell: null }];
  await store.commit([
    { put: 'team', record: team() },
    { put: 'display', record: display({ id: 'kitchen', playlist }) },
  ]);
  const intake = createIntake({ store, now, log: { error: (about) => console.error(about) } });
  let made = 0;
  const newId = () => `m${++made}`;
  const outcome = await createFeedback({ store, intake, now, newId }).run({
    ...{ actor: house, team: team().id, fileName: 'naughty.csv', dryRun: false },
    bytes: Buffer.from(`Response ID,NPS,Comment,Date\n${rows.join('\n')}\n`),
    mapping: { comment: ['Comment'] },
  });
  expect(outcome).toMatchObject({ outcome: 'done', report: { created: 515, rejected: [] } });
  const kept = (await store.list('verbatim')).records;
  expect(kept.length).toBeGreaterThan(400);
  for (const { id } of kept)
    expect(await intake.submit('verbatim:approve', { team: team().id, id }, house)).toMatchObject({
      ok: true,
    });
  const texts = kept.map(({ text }) => text).sort();
  // Said in Japanese, Arabic and Korean, between the strings that do harm.
  for (const words of ['社會科學院語學研究所', '울란바토르', '사회과학원 어학연구소'])
    expect(texts).toContain(words);
  expect(await onTheWall(store)).toEqual(texts);
  expect(await exported(store)).toEqual(texts);
  await store.close();

  store = await openStore({ dir });
  try {
    expect((await store.list('verbatim')).records.map(({ text }) => text).sort()).toEqual(texts);
    expect(await onTheWall(store)).toEqual(texts);
    expect(await exported(store)).toEqual(texts);
  } finally {
    await store.close();
  }
});
