import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { Clock } from '../../../../tests/support/clock';
import { emptyDirectory } from '../../../../tests/support/directory';
import { ids, picture, put, shoutOut, verbatim } from '../../../../tests/support/records';
import type { Actor } from '../../domain/command';
import type { Change } from '../../domain/records';
import { periodsOf } from '../../domain/retention';
import { createFeedback } from '../intake/feedback/feedback';
import { newId } from '../intake/ids';
import { createIntake } from '../intake/intake';
import { openStore } from '../store/open-store';
import { openArchive } from './backup/archive';
import { writeBackup } from './backup/backups';
import { restore } from './backup/restore';
import { openRetention } from './retention';

const clock = new Clock();
let folder: string;
beforeEach(async () => {
  folder = await emptyDirectory();
  clock.set('2026-11-22T10:00:00.000Z');
});

const day = 86_400_000;
const owner: Actor = { as: 'account', id: 'dana', name: 'Dana', role: 'owner', teams: [] };
const of = { team: 'north', batch: null };
const board: Change[] = [
  {
    put: 'organisation',
    record: {
      ...{ id: 'organisation', team: null, at: '2020-01-01T08:00:00.000Z', status: 'active', batch: null },
      ...{ name: 'Harbour Kitchen', secret: 'ab'.repeat(32), sample: false },
    },
  },
  put.account({ id: 'dana' }),
  put.team({ at: '2020-01-01T08:00:00.000Z' }),
];

async function opened(name = 'data') {
  const dir = join(folder, name);
  const store = await openStore({ dir });
  const log = { error: (about: object) => expect.unreachable(JSON.stringify(about)), info: () => undefined };
  const intake = createIntake({ store, now: clock.now, log });
  const open = (pause: () => Promise<unknown> = () => Promise.resolve()) => {
    const report = (what: string, error: unknown) => expect.unreachable(`${what} ${String(error)}`);
    const chore = openRetention({ store, intake, now: clock.now, log, report, pause, every: 0 });
    onTestFinished(() => chore.close());
    return chore;
  };
  onTestFinished(() => store.close());
  const counted = async () => (await store.list('audit')).records.flatMap(({ removed }) => removed ?? []);
  const said = async () =>
    (await store.list('verbatim')).records.map(({ id, status, text }) => [id, status, text]);
  return { dir, store, intake, open, counted, said };
}

async function filesWith(dir: string, words: string): Promise<string[]> {
  const found = [];
  for (const name of (await readdir(dir)).filter((name) => name.endsWith('json')))
    if ((await readFile(join(dir, name), 'utf8')).includes(words)) found.push(name);
  return found;
}

test('the words of a comment go with their third year, from every copy on the disk; what was scored stays', async () => {
  const { dir, store, open, said, counted } = await opened();
  const about = { response: 'a', measure: 'nps', value: 9, criticals: ['warmth'] } as const;
  const words = { text: 'Gwendolyn was kind', highlight: 'kind', ourPart: 'Gwendolyn', ...about };
  const at = '2023-11-22T10:00:00.000Z';
  await store.commit([
    ...board,
    put.response({ id: 'a', at: '2023-11-22T09:59:59.999Z', criticals: ['warmth'] }),
    put.verbatim({
      ...words,
      id: 'old',
      at: '2023-11-22T09:59:59.999Z',
      status: 'approved',
      criticals: ['warmth'],
    }),
    put.verbatim({ id: 'hidden', at: '2020-02-29T09:00:00.000Z', status: 'hidden', text: 'Gwendolyn!' }),
    put.verbatim({ id: 'young', at, status: 'approved', text: 'Young' }),
  ]);
  await store.checkpoint();
  const before = await store.tally({ team: 'north', by: ['day', 'critical'] });
  await open().look();
  expect(await said()).toEqual([
    ['young', 'approved', 'Young'],
    ['old', 'past', ''],
    ['hidden', 'past', ''],
  ]);
  const old = await store.get('verbatim', 'old');
  expect(old).toMatchObject({ ...about, highlight: null });
  expect(old).not.toHaveProperty('ourPart');
  expect(await store.tally({ team: 'north', by: ['day', 'critical'] })).toEqual(before);
  expect(ids(await store.list('verbatim', { team: 'north', status: 'approved' }))).toEqual(['young']);
  expect(await counted()).toEqual([{ words: 2 }]);
  await store.settled();
  expect(await filesWith(dir, 'Gwendolyn')).toEqual([]);
  expect(await filesWith(dir, 'Young')).not.toEqual([]);
});

/** Everything that has a period, just too old and just young enough, for a now of 2026-11-22T10:00Z. */
function aged(kept: 'old' | 'young'): Change[] {
  const at = (old: string) => (kept === 'old' ? new Date(Date.parse(old) - 1).toISOString() : old);
  const huddles = at('2024-11-22T10:00:00.000Z');
  const id = (kind: string) => `${kind}.${kept}`;
  return [
    { put: 'shout-out', record: shoutOut({ id: id('bravo'), at: at('2023-11-22T10:00:00.000Z') }) },
    {
      put: 'snag',
      record: {
        ...{ ...of, id: id('snag'), at: at('2023-11-22T10:00:00.000Z'), status: 'answered' },
        ...{ rule: 'No dogs', happened: null, raised: at('2023-11-20T10:00:00.000Z') },
        answer: { verdict: 'changed', text: 'They may', mission: 'All are welcome' },
      },
    },
    {
      put: 'finding',
      record: {
        ...{ ...of, id: id('finding'), at: at('2023-11-22T10:00:00.000Z'), status: 'told' },
        ...{ step: 'pay', from: 'customer', felt: 'bad', saw: 'The queue', picture: id('photo') },
      },
    },
    {
      put: 'challenge',
      record: {
        ...{ ...of, id: id('dare'), at: at('2023-11-22T10:00:00.000Z'), status: 'reached', acts: [] },
        ...{ challenge: id('dare'), behaviour: 'umbrellas lent', target: 9, together: true },
        ...{ until: '2023-11-24', sides: [] },
      },
    },
    { put: 'picture', record: picture({ id: id('photo') }) },
    {
      put: 'note',
      record: {
        ...{ ...of, id: id('note'), at: huddles, status: 'noted' },
        ...{ huddle: 'h', says: 'fact', text: 'Slow', cites: null },
      },
    },
    {
      put: 'commitment',
      record: {
        ...{ ...of, id: id('promise'), at: huddles, status: 'kept', huddle: 'h', turn: 1 },
        ...{ who: 'one', name: 'Ben', text: 'Call back', due: '2024-12-01', judged: null },
      },
    },
    {
      put: 'ballot',
      record: {
        ...{ ...of, id: id('ballot'), at: huddles, status: 'closed' },
        ...{ places: [], questions: [], votes: [] },
      },
    },
    {
      put: 'huddle',
      record: {
        ...{ ...of, id: id('huddle'), at: huddles, status: 'over', turn: 1 },
        ...{ agenda: [], step: 0, since: huddles, extra: 0, moves: 3, host: { mark: 'm', name: 'Ben' } },
        ...{
          acts: ['x'],
          ended: null,
          skill: 'focus',
          scale: { min: 0, max: 10 },
          agreed: { now: 4, need: 6 },
        },
      },
    },
    {
      put: 'audit',
      record: {
        ...{ ...of, id: id('audit'), at: huddles, status: 'done' },
        ...{ by: 'dana', command: 'team:edit', about: null },
      },
    },
    {
      put: 'play',
      record: {
        ...{ ...of, id: id('play'), at: at('2025-10-18T10:00:00.000Z'), status: 'counted' },
        ...{ display: 'kitchen', panel: 'clock', plays: 3, seconds: 30 },
      },
    },
    {
      put: 'import',
      record: {
        ...{ ...of, id: id('file'), at: at('2026-08-24T10:00:00.000Z'), status: 'done', source: 's' },
        ...{ fileName: 'f.csv', format: 'csv', rows: 2, created: 1, updated: 0, ignored: [], by: null },
        rejected: [{ line: 3, reason: 'not-on-scale:{"answer":"Ask Gwen"}' }],
        ...{ rejectedRows: [['Ask Gwen']], header: ['Score'], from: null, to: null },
        replaced: { responses: [], verbatims: [{ ...verbatim(), version: 1 }] },
      },
    },
  ];
}

test('each kind goes at its own age, and not a moment before', async () => {
  const { store, open, counted } = await opened();
  await store.commit([...board, ...aged('old'), ...aged('young')]);
  const before = new Map(
    (await store.snapshot()).records.map(([kind, record]) => [`${kind} ${record.id}`, record]),
  );
  const chore = open();
  await chore.look();
  const removed = { thanked: 1, snags: 1, findings: 2, huddles: 4, audit: 1, plays: 1, rows: 1 };
  expect(await counted()).toEqual([removed]);
  expect(Object.fromEntries(chore.counts)).toEqual(removed);
  const { records } = await store.snapshot();
  const after = new Map(records.map(([kind, record]) => [`${kind} ${record.id}`, record]));
  const gone = [...before.keys()].filter((key) => !after.has(key));
  expect(gone.sort()).toEqual([
    'audit audit.old',
    'ballot ballot.old',
    'challenge dare.old',
    'commitment promise.old',
    'finding finding.old',
    'note note.old',
    'picture photo.old',
    'play play.old',
    'shout-out bravo.old',
    'snag snag.old',
  ]);
  const changed = [...after].filter(([key, record]) => before.has(key) && before.get(key) !== record);
  expect(changed.map(([key]) => key).sort()).toEqual(['huddle huddle.old', 'import file.old']);
  expect(after.get('huddle huddle.old')).toMatchObject({
    ...{ host: { mark: '', name: null }, acts: [], moves: 3, agreed: { now: 4, need: 6 } },
  });
  const file = after.get('import file.old');
  expect(file).toMatchObject({ rows: 2, rejected: [{ line: 3, reason: 'not-on-scale' }], rejectedRows: [] });
  expect(file).not.toHaveProperty('replaced');
  // What is left of the old has nothing more to let go.
  const { head } = store;
  await open().look();
  expect(store.head).toBe(head);
});

test('what came on a leap day goes a year later on the first of March', async () => {
  const { store, open } = await opened();
  const keep = { ...periodsOf(), thanked: 'P1Y' as const };
  await store.commit([
    ...board.map((change) =>
      'put' in change && change.put === 'organisation'
        ? { ...change, record: { ...change.record, keep } }
        : change,
    ),
    { put: 'shout-out', record: shoutOut({ id: 'leap', at: '2024-02-29T12:00:00.000Z' }) },
  ]);
  const chore = open();
  clock.set('2025-02-28T23:59:00.000Z');
  await chore.look();
  expect(ids(await store.list('shout-out'))).toEqual(['leap']);
  clock.set('2025-03-01T11:59:00.000Z');
  await open().look();
  expect(ids(await store.list('shout-out'))).toEqual([]);
});

test('once a night; a period that was made shorter holds from the next night on, a longer one too', async () => {
  const { store, intake, open, said } = await opened();
  const chore = open();
  await store.commit(board);
  await chore.look();
  const old = (id: string, at: string) =>
    store.commit([put.verbatim({ id, at, text: 'Slow', status: 'approved' })]);
  await old('four', '2022-11-22T10:00:00.000Z');
  await old('two', '2024-11-22T10:00:00.000Z');
  await chore.look();
  expect((await said()).map(([, status]) => status)).toEqual(['approved', 'approved']);

  const set = async (words: 'P1Y' | 'P5Y', saw: number) =>
    intake.submit('retention:set', { saw, keep: { ...periodsOf(), words } }, owner);
  const { version = 0 } = (await store.get('organisation', 'organisation')) ?? {};
  expect(await set('P5Y', version)).toMatchObject({ ok: true });
  expect(await set('P1Y', version)).toMatchObject({ ok: false, refusal: { code: 'changed-meanwhile' } });
  clock.turn(day);
  await chore.look();
  expect((await said()).map(([, status]) => status)).toEqual(['approved', 'approved']);
  expect(await set('P1Y', version + 1)).toMatchObject({ ok: true });
  await chore.look();
  expect((await said()).map(([, status]) => status)).toEqual(['approved', 'approved']);
  clock.turn(day);
  await chore.look();
  expect(await said()).toEqual([
    ['two', 'past', ''],
    ['four', 'past', ''],
  ]);
  expect(await set('P5Y', version + 2)).toMatchObject({ ok: true });
});

test('a period that is none of the choices is refused, and nobody but an owner chooses', async () => {
  const { store, intake } = await opened();
  await store.commit(board);
  const saw = (await store.get('organisation', 'organisation'))?.version ?? 0;
  const keep = { ...periodsOf(), words: 'P1D' as const };
  expect(await intake.submit('retention:set', { saw, keep }, owner)).toMatchObject({
    refusal: { faults: [{ code: 'not-a-choice', path: 'keep.words' }] },
  });
  const manager: Actor = { ...owner, role: 'manager' };
  expect(await intake.submit('retention:set', { saw, keep: periodsOf() }, manager)).toMatchObject({
    refusal: { code: 'not-yours' },
  });
});

const csv =
  'Response ID,NPS,Comment,Date\nr1,9,Ask for Gwendolyn,2019-05-04\n,3,Gwendolyn was slow,2019-05-05\n';

test('the same file does not bring the words back, nor does undoing it; a restart and the journal do not either', async () => {
  const first = await opened();
  const bring = async ({ store, intake }: typeof first) => {
    const feedback = createFeedback({ store, intake, now: clock.now, newId });
    const file = { team: 'north', fileName: 'f.csv', bytes: Buffer.from(csv), mapping: undefined };
    return feedback.run({ ...file, actor: owner, source: null, dryRun: false });
  };
  await first.store.commit(board);
  expect(await bring(first)).toMatchObject({ outcome: 'done', report: { created: 2 } });
  await first.open().look();
  const bare = (await first.said()).map(([, ...rest]) => rest);
  expect(bare).toEqual([
    ['past', ''],
    ['past', ''],
  ]);
  clock.turn(1000);
  const again = await bring(first);
  expect(again).toMatchObject({ outcome: 'done', report: { created: 0, updated: 2 } });
  expect((await first.said()).map(([, ...rest]) => rest)).toEqual(bare);
  const id = again.outcome === 'done' ? again.report.id : null;
  expect(await first.intake.submit('import:undo', { team: 'north', id: id ?? '' }, owner)).toMatchObject({
    ok: true,
  });
  expect((await first.said()).map(([, ...rest]) => rest)).toEqual(bare);
  await first.store.close();
  const second = await opened();
  expect((await second.said()).map(([, ...rest]) => rest)).toEqual(bare);
  expect(await second.store.tally({ team: 'north' })).toMatchObject([{ rows: [{ value: 3 }, { value: 9 }] }]);
});

test('an answer that is told again by its program keeps its words gone, and takes its new score', async () => {
  const { store, intake, open, said } = await opened();
  await store.commit(board);
  const tell = (value: number, comment: string) =>
    intake.submit(
      'response:record',
      {
        ...{ team: 'north', source: 'api:k' },
        responses: [{ id: 'r1', metric: 'nps', value, comment, at: '2019-05-04T10:00:00Z' }],
      },
      { as: 'key', id: 'k', teams: ['north'], scopes: ['responses:write'] },
    );
  await tell(9, 'Ask for Gwendolyn');
  await open().look();
  await tell(4, 'Gwendolyn again');
  expect((await said()).map(([, ...rest]) => rest)).toEqual([['past', '']]);
  expect((await store.list('verbatim')).records).toMatchObject([{ value: 4 }]);
  const [{ id } = { id: '' }] = (await store.list('verbatim')).records;
  expect(await intake.submit('verbatim:approve', { team: 'north', id }, owner)).toMatchObject({ ok: false });
  await intake.submit('verbatim:hide', { team: 'north', id }, owner);
  expect((await said()).map(([, ...rest]) => rest)).toEqual([['past', '']]);
});

test('what a restore brings back hangs nowhere, and goes with the next look', async () => {
  const { dir, store, open, said } = await opened();
  const at = '2020-05-04T10:00:00.000Z';
  await store.commit([
    ...board,
    put.verbatim({ id: 'old', at, text: 'Gwendolyn', status: 'approved' }),
    ...aged('old'),
  ]);
  const path = join(folder, 'one.ndjson.gz');
  const made = clock.now();
  const picture = () => Promise.resolve(undefined);
  expect(
    await writeBackup(path, { snapshot: await store.snapshot(), made, build: 'x', picture }),
  ).toMatchObject({
    ok: true,
  });
  const chore = open();
  await chore.look();
  expect(await said()).toEqual([['old', 'past', '']]);
  const archive = await openArchive(path);
  if (!archive.ok) throw new Error(archive.refusal.code);
  const where = { media: join(dir, 'media'), lists: [folder], by: null };
  expect(await restore({ store, archive: archive.value, ...where, now: made, newId })).toMatchObject({
    ok: true,
  });
  expect(await said()).toEqual([['old', 'hidden', 'Gwendolyn']]);
  expect(ids(await store.list('note'))).toEqual(['note.old']);
  await chore.look();
  expect(await said()).toEqual([['old', 'past', '']]);
  expect(ids(await store.list('note'))).toEqual([]);
});

test('it goes in small bites with rests between; stopped in the midst it goes on at the next start and counts each once', async () => {
  const { dir, store, open, counted } = await opened();
  await store.commit(board);
  await store.commit(
    Array.from({ length: 430 }, (_, i) =>
      put.verbatim({
        id: `old${i}`,
        at: `2020-05-${String(1 + (i % 28)).padStart(2, '0')}T10:00:00.000Z`,
        text: 'Gwendolyn',
      }),
    ),
  );
  await store.checkpoint();
  const sizes: number[] = [];
  store.watch(({ changes }) => sizes.push(changes.length));
  let stopped: Promise<void> | undefined;
  const first = open(() => {
    stopped = first.close();
    return Promise.resolve();
  });
  await first.look();
  await stopped;
  expect(await counted()).toEqual([{ words: 200 }]);
  await store.settled();
  expect(await filesWith(dir, 'Gwendolyn')).not.toEqual([]);

  let rests = 0;
  await open(() => {
    rests += 1;
    return Promise.resolve();
  }).look();
  // A line of the audit is in each.
  expect(sizes).toEqual([201, 201, 31]);
  expect(rests).toBe(2);
  expect(await counted()).toEqual([{ words: 430 }]);
  await store.settled();
  expect(await filesWith(dir, 'Gwendolyn')).toEqual([]);
});
