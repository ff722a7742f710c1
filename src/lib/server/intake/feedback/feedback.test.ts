import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  bringingTo,
  needsOf,
  owner,
  refusalOf,
  reportOf,
  type Bringing,
} from '../../../../../tests/support/bringing';
import type { Actor } from '../../../domain/command';
import type { ImportOutcome } from './feedback';

const samples = new URL('../../../../../tests/samples/feedback/', import.meta.url);
const sample = (name: string) => readFileSync(new URL(name, samples));
const leader: Actor = { as: 'account', id: 'l', name: 'Lin', role: 'leader', teams: ['one'] };
const key: Actor = { as: 'key', id: 'k', teams: ['one'], scopes: ['imports:write'] };

let { store, intake, bring, responses, verbatims } = {} as Bringing;
beforeEach(async () => {
  ({ store, intake, bring, responses, verbatims } = await bringingTo());
});

describe('files without a score', () => {
  test.each(['flying-etiquette.csv', 'comma-survey.csv'])(
    '%s is refused and nothing is offered',
    async (name) => {
      const outcome = await bring(sample(name));
      expect(refusalOf(outcome)).toMatch(/^import-no-score/);
      expect(responses()).toEqual([]);
    },
  );

  test('the Typeform survey has no score and no date, and both are said', async () => {
    const outcome = await bring(sample('typeform-cantera.csv'));
    expect(needsOf(outcome)).toEqual({ score: [null], at: [null] });
    expect(outcome).toMatchObject({ refusal: { code: 'import-asks-no-score-no-date' } });
  });

  test('the comments are taken alone when somebody says so', async () => {
    const file = 'Date,Comment\n2026-11-01,Kind and quick\n2026-11-02,\n';
    expect(needsOf(await bring(file))).toEqual({ score: [null] });
    expect(reportOf(await bring(file, { mapping: { score: null } }))).toMatchObject({
      created: 1,
      metric: null,
      ignored: [{ reason: 'no-comment', count: 1 }],
    });
    expect(verbatims()).toMatchObject([{ text: 'Kind and quick', response: null, value: null }]);
  });

  test('a figure under a header that says nothing is asked about', async () => {
    expect(needsOf(await bring(sample('qualtrics-3-header-rows.csv')))).toEqual({ score: ['Q1', null] });
    expect(
      needsOf(await bring(sample('qualtrics-3-header-rows.csv'), { mapping: { score: 'Q1' } })),
    ).toMatchObject({
      scale: expect.arrayContaining(['1-5', '0-10']) as unknown,
    });
    const outcome = await bring(sample('qualtrics-legacy.csv'), {
      mapping: { score: 'This is a multiple choice question.', scale: '1-5' },
    });
    expect(reportOf(outcome)).toMatchObject({ created: 1, metric: 'csat', from: '2017-07-18' });
  });
});

describe('scales', () => {
  const file = (header: string, ...values: (string | number)[]) =>
    `${header},Date\n${values.map((value, i) => `${value},2026-10-01 10:${String(i).padStart(2, '0')}`).join('\n')}\n`;
  const values = async () =>
    responses()
      .sort((a, b) => a.at.localeCompare(b.at))
      .map(({ value }) => value);

  test.each<[string, string, (string | number)[], string, number[]]>([
    ['NPS by name', 'NPS', [0, 10, 7], 'nps', [0, 10, 7]],
    ['NPS by question', 'How likely are you to recommend us?', [0, 9], 'nps', [0, 9]],
    ['stars by name', 'Star rating', [1, 5, '4.0'], 'stars', [1, 5, 4]],
    ['drawn stars', 'Stars', ['★★★★☆', '⭐⭐'], 'stars', [4, 2]],
    ['words for numbers', 'starRating', ['FIVE', 'ONE', 'STAR_RATING_UNSPECIFIED'], 'stars', [5, 1]],
    ['faces', 'Rating', ['😀', '😐', '😡'], 'smiley5', [4, 2, 0]],
    [
      'satisfaction',
      'Overall satisfaction',
      ['Very satisfied', 'Neutral', 'Very dissatisfied', 'N/A'],
      'csat',
      [5, 3, 1],
    ],
    [
      'effort',
      'How easy was it?',
      ['Very easy', 'Extremely difficult', 'Neither easy nor difficult'],
      'ces',
      [6, 1, 4],
    ],
    [
      'good and bad',
      'score',
      [...Array<string>(30).fill('good'), 'bad', 'offered'],
      'rating',
      [...Array<number>(30).fill(1), 0],
    ],
  ])('%s is certain', async (_, header, cells, metric, expected) => {
    expect(reportOf(await bring(file(header, ...cells)))).toMatchObject({ metric, created: expected.length });
    expect(await values()).toEqual(expected);
  });

  test.each<[string, string, (string | number)[], string]>([
    ['one to five under "rating"', 'Rating', [1, 5, 3], 'scale'],
    ['zero to ten under "score"', 'Score', [0, 10], 'scale'],
    ['words that two scales know', 'Rating', ['Very good', 'Good', 'Poor'], 'words'],
    ['words that no scale knows', 'Rating', ['Yay', 'Nay', 'Meh'], 'words'],
    ['agreement', 'Experience', ['Strongly agree', 'Disagree'], 'words'],
    ['two columns of scores', 'Score,Rating', ['1,2', '3,4'], 'score'],
  ])('%s is asked', async (_, header, cells, what) => {
    expect(Object.keys(needsOf(await bring(file(header, ...cells))))).toContain(what);
    expect(responses()).toEqual([]);
  });

  test('the smallest may be the best', async () => {
    const outcome = await bring(file('Rating', 1, 5, 2), { mapping: { scale: '1-5', reversed: true } });
    expect(reportOf(outcome)).toMatchObject({ metric: 'csat' });
    expect(await values()).toEqual([5, 1, 4]);
  });

  test('words get the worth that somebody gives them, and null says nothing', async () => {
    const outcome = await bring(file('Rating', 'Yay', 'Nay', 'Meh', 'Huh'), {
      mapping: { words: { yay: 5, Nay: 1, Meh: 3, Huh: null } },
    });
    expect(reportOf(outcome)).toMatchObject({
      metric: 'csat',
      created: 3,
      ignored: [{ reason: 'no-opinion:Huh', count: 1 }],
    });
    expect(await values()).toEqual([5, 1, 3]);
  });

  test('a rating has its own scale', async () => {
    await bring(file('Rating', 1, 10), { mapping: { scale: '1-10' } });
    expect(responses()[0]).toMatchObject({ metric: 'rating', scale: { min: 1, max: 10, top: 8 } });
  });

  test('a value outside the scale is set aside with its line, the rest is taken', async () => {
    const report = reportOf(
      await bring(file('NPS', 9, 11, 'ten', 8, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9), {
        mapping: { scale: '0-10' },
      }),
    );
    expect(report.created).toBe(20);
    expect(report.rejected).toEqual([
      { line: 3, reason: 'not-on-scale:{"cell":"11"}' },
      { line: 4, reason: 'not-on-scale:{"cell":"ten"}' },
    ]);
    const kept = await store.get('import', report.id ?? '');
    expect(kept?.rejectedRows).toEqual([
      ['11', '2026-10-01 10:01'],
      ['ten', '2026-10-01 10:02'],
    ]);
  });
});

describe('dates', () => {
  test('an order that the column leaves open is asked, and the answer is remembered', async () => {
    const file = 'NPS,Date\n9,03/04/2026\n8,05/06/2026\n';
    expect(needsOf(await bring(file))).toEqual({ order: ['day-first', 'month-first'] });
    expect(reportOf(await bring(file, { mapping: { order: 'day-first' } }))).toMatchObject({
      from: '2026-04-03',
      to: '2026-06-05',
    });
    expect(reportOf(await bring(file))).toMatchObject({ created: 0, updated: 2, from: '2026-04-03' });
  });

  test('times without a zone are the team’s', async () => {
    await bring('NPS,Date\n9,2026-07-01 00:30\n');
    expect(responses()).toMatchObject([{ at: '2026-06-30T23:30:00.000Z', day: '2026-07-01' }]);
  });

  test('a header that says UTC is believed, a zone that somebody gives too', async () => {
    await bring('NPS,Submit Date (UTC)\n9,2026-07-01 23:30\n');
    await bring('NPS,When\n9,2026-07-01 23:30\n', { mapping: { zone: 'America/New_York' } });
    expect(
      responses()
        .map(({ at }) => at)
        .sort(),
    ).toEqual(['2026-07-01T23:30:00.000Z', '2026-07-02T03:30:00.000Z']);
  });

  test('what lies ahead, has no date or none that can be read is set aside', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `9,2026-10-${String((i % 28) + 1).padStart(2, '0')}`);
    const report = reportOf(await bring(`NPS,Date\n${rows.join('\n')}\n9,2026-12-24\n9,\n9,soon\n`));
    expect(report.rejected.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [42, 'ahead'],
      [43, 'no-date'],
      [44, 'not-a-date'],
    ]);
  });

  test('a file without dates counts from the day it is imported, and keeps that day', async () => {
    const file = 'NPS,Comment\n9,Good\n';
    expect(needsOf(await bring(file))).toEqual({ at: [null] });
    expect(reportOf(await bring(file, { mapping: { at: null } }))).toMatchObject({
      created: 1,
      from: '2026-11-22',
    });
  });
});

describe('rows', () => {
  test('an id updates its answer, twice in one file is set aside', async () => {
    await bring('Response ID,NPS,Comment,Date\nr1,2,Bad,2026-11-01\n');
    const report = reportOf(
      await bring(
        'Response ID,NPS,Comment,Date\nr1,9,Good now,2026-11-01\nr2,8,,2026-11-02\nr2,7,,2026-11-02\n',
        { mapping: { id: 'Response ID' } },
      ),
    );
    expect(report).toMatchObject({
      created: 1,
      updated: 1,
      rejected: [{ line: 4, reason: 'id-twice:{"line":3}' }],
    });
    expect(
      responses()
        .map(({ value }) => value)
        .sort(),
    ).toEqual([8, 9]);
    expect(verbatims()).toMatchObject([{ text: 'Good now', value: 9 }]);
  });

  test('unfinished answers, previews and spam stay out and are counted', async () => {
    const file =
      'StartDate,Status,Progress,Finished,RecordedDate,ResponseId,NPS\n' +
      'Start,Status,Progress,Finished,Recorded,Id,How likely?\n' +
      '"{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"\n' +
      '2026-11-01 10:00,IP Address,100,True,2026-11-01 10:01,R_1,9\n' +
      '2026-11-01 10:00,IP Address,40,False,2026-11-01 10:01,R_2,9\n' +
      '2026-11-01 10:00,IP Address,60,True,2026-11-01 10:01,R_5,9\n' +
      '2026-11-01 10:00,Survey Preview,100,True,2026-11-01 10:01,R_3,0\n' +
      '2026-11-01 10:00,Spam,100,True,2026-11-01 10:01,R_4,0\n';
    expect(reportOf(await bring(file))).toMatchObject({
      format: 'qualtrics',
      created: 1,
      ignored: [
        { reason: 'unfinished', count: 2 },
        { reason: 'preview', count: 1 },
        { reason: 'spam', count: 1 },
      ],
    });
  });

  test('a comment loses tags, tabs and the guard against formulas, and personal data is masked', async () => {
    const file = [
      'NPS\tComment\tEmail\tDate',
      "9\t'=1+1 was the <b>best</b> &amp; only answer\tann@example.org\t2026-11-01",
      '8\t"call me on 020 7946 0000\tor write to joe@example.org"\tjoe@example.org\t2026-11-02',
    ].join('\n');
    const { found } = (await bring(file)) as Extract<ImportOutcome, { outcome: 'done' }>;
    expect(found.columns.find(({ name }) => name === 'Email')).toMatchObject({
      use: 'private',
      examples: [],
    });
    expect(
      verbatims()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(['=1+1 was the best & only answer', 'call me on ••• or write to •••']);
    expect(JSON.stringify(store.commits)).not.toContain('example.org');
  });

  test('a row with more cells than the header is set aside, a shorter one is read', async () => {
    const report = reportOf(await bring('NPS,Date,Comment\n9,2026-11-01\n8,2026-11-02,Nice, but slow\n'));
    expect(report).toMatchObject({
      created: 1,
      rejected: [{ line: 3, reason: 'too-many-cells:{"cells":4,"columns":3}' }],
    });
  });

  test('a file of which no row can be read is refused with the first lines', async () => {
    const outcome = await bring('NPS,Date\n9,2027-01-01\n8,2027-01-02\n');
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'import-nothing-readable', faults: [{ path: 'line 2' }, { path: 'line 3' }] },
    });
  });

  test('a leader’s decision about a comment outlives the same file', async () => {
    const file = 'Response ID,NPS,Comment,Date\nr1,2,Bad words,2026-11-01\n';
    await bring(file);
    const [said] = verbatims();
    await intake.submit('verbatim:hide', { team: 'one', id: said?.id ?? '' }, owner);
    await bring(file.replace('Bad words', 'Worse words'));
    expect(verbatims()).toMatchObject([{ status: 'hidden', text: 'Worse words' }]);
  });
});

describe('teams', () => {
  const file = 'Team,NPS,Date\nOne,9,2026-11-01\nTwo,8,2026-11-01\n,7,2026-11-01\n';

  test('a leader fills only teams of their own, an owner makes those that are missing', async () => {
    const mine = reportOf(await bring(file, { actor: leader, mapping: { team: 'Team' } }));
    expect(mine).toMatchObject({
      created: 1,
      newTeams: [],
      rejected: [
        { line: 3, reason: 'unknown-team:{"team":"Two"}' },
        { line: 4, reason: 'no-team' },
      ],
    });
    const all = reportOf(await bring(file, { mapping: { team: 'Team' } }));
    expect(all).toMatchObject({ created: 1, updated: 1, newTeams: ['Two'] });
    expect(await store.get('team', 'two')).toMatchObject({
      name: 'Two',
      timeZone: 'Europe/London',
      customer: 'guest',
    });
  });

  test('without a team in the address the column of the teams is taken where it names teams of ours', async () => {
    const outcome = await bring('Team,NPS,Date\nOne,9,2026-11-01\n one ,8,2026-11-02\n', {
      actor: key,
      team: null,
    });
    expect(reportOf(outcome)).toMatchObject({ created: 2 });
    expect(needsOf(await bring(file.replace('Team', 'Branch'), { actor: key, team: null }))).toEqual({
      team: ['Branch'],
    });
    expect(refusalOf(await bring('NPS,Date\n9,2026-11-01\n', { actor: key, team: null }))).toBe(
      'import-no-team',
    );
  });

  test('strangers, other teams’ leaders and keys without the permission bring nothing', async () => {
    const other: Actor = { as: 'account', id: 'x', name: 'X', role: 'leader', teams: ['two'] };
    const reader: Actor = { as: 'key', id: 'r', teams: ['one'], scopes: ['scores:read'] };
    for (const actor of [other, reader, { as: 'customer' } as const])
      expect(refusalOf(await bring(file, { actor }))).toBe('not-yours');
    expect(refusalOf(await bring(file, { team: 'three' }))).toBe('unknown-team');
  });
});

describe('the mapping', () => {
  test('is remembered for files that look the same, and only for them', async () => {
    const header = 'Rating,Date';
    await bring(`${header}\n4,2026-11-01\n`, { mapping: { scale: '1-5' } });
    expect(reportOf(await bring(`${header}\n2,2026-11-02\n`))).toMatchObject({ metric: 'csat', created: 1 });
    expect(needsOf(await bring(`${header},Shift\n2,2026-11-02,late\n`))).toHaveProperty('scale');
  });

  test('of a source is used for a file that looks a little different', async () => {
    await bring('Rating,Date\n4,2026-11-01\n', { mapping: { scale: 'stars' } });
    const source = (await store.list('import-source')).records[0];
    const outcome = await bring('Rating,Date,Shift\n4,2026-11-01,late\n', { source: source?.id });
    expect(reportOf(outcome)).toMatchObject({ metric: 'stars' });
    expect(refusalOf(await bring('Rating,Date\n4,2026-11-01\n', { source: 'src-nobody' }))).toBe(
      'import-no-source',
    );
  });

  test.each<[string, unknown, string]>([
    ['no object', 'score', 'mapping'],
    ['an unknown field', { scores: 'NPS' }, 'mapping.scores'],
    ['a column that is not there', { score: 'Nps 2' }, 'mapping.score'],
    ['a scale that is none', { scale: '5-1' }, 'mapping.scale'],
    ['a zone that is none', { zone: 'Europe/Atlantis' }, 'mapping.zone'],
    ['an order that is none', { order: 'backwards' }, 'mapping.order'],
  ])('%s is refused with its place', async (_, mapping, path) => {
    const outcome = await bring('NPS,Date\n9,2026-11-01\n', { mapping });
    expect(outcome).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'import-mapping', faults: [{ path }] },
    });
  });
});

test('formats of other tools are recognised by their header', async () => {
  const play =
    'Package Name,App Version Code,Star Rating,Review Title,Review Text,Reviewer Language,Review Submit Date and Time,Review Submit Millis Since Epoch,Developer Reply Text,Review Link\r\n' +
    'org.x,1,4,Nice,"Works\r\nwell",en,2026-06-08T19:04:33Z,1465412673000,Thanks!,https://play.example/r?id=1\r\n';
  const report = reportOf(
    await bring(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(play, 'utf16le')])),
  );
  expect(report).toMatchObject({ format: 'google-play', metric: 'stars', created: 1, comments: 2 });
  expect(
    verbatims()
      .map(({ text }) => text)
      .sort(),
  ).toEqual(['Nice', 'Works well']);
});

test('a large file leaves the event loop to others', async () => {
  const rows = Array.from(
    { length: 20_000 },
    (_, i) => `${i % 11},2026-${String((i % 10) + 1).padStart(2, '0')}-05 10:00,Words number ${i} of many`,
  );
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  await bring(`NPS,Date,Comment\n${rows.join('\n')}\n`, { dryRun: true });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(10);
});
