import { beforeEach, describe, expect, test } from 'vitest';
import {
  bringingTo,
  needsOf,
  owner,
  refusalOf,
  reportOf,
  type Bringing,
} from '../../../../../tests/support/bringing';
import { workbook } from '../../../../../tests/support/workbook';
import { readJsonText } from './json';
import { scalesHolding } from './scale';

// What only a person knows about a file, and what they may say about it.

let at: Bringing;
beforeEach(async () => {
  at = await bringingTo();
});

describe('a file without dates', () => {
  const file = 'NPS,Comment\n9,The soup was warm\n3,The soup was cold\n';

  test('is asked for its day, and all of its answers are from the day that was said', async () => {
    expect(needsOf(await at.bring(file))).toEqual({ at: [null] });
    reportOf(await at.bring(file, { mapping: { day: '2026-07-03' } }));
    // Midnight in London, in summer.
    expect(at.responses().map(({ at, day }) => [at, day])).toEqual([
      ['2026-07-02T23:00:00.000Z', '2026-07-03'],
      ['2026-07-02T23:00:00.000Z', '2026-07-03'],
    ]);
  });

  test('one day is one file’s: the next file is asked again; “today” is remembered', async () => {
    reportOf(await at.bring(file, { mapping: { day: '2026-07-03' } }));
    expect(needsOf(await at.bring(`${file}5,The soup was soup\n`))).toEqual({ at: [null] });
    reportOf(await at.bring(file, { mapping: { at: null } }));
    expect(needsOf(await at.bring(`${file}5,The soup was soup\n`))).toBe('done');
  });

  test('a day to come, and what is no day, are refused', async () => {
    expect(refusalOf(await at.bring(file, { mapping: { day: '2026-12-24' } }))).toBe(
      'import-nothing-readable',
    );
    expect(await at.bring(file, { mapping: { day: 'yesterday' } })).toMatchObject({
      refusal: { faults: [{ code: 'import-no-day', path: 'mapping.day' }] },
    });
    expect(at.responses()).toEqual([]);
  });
});

describe('personal columns', () => {
  const file = [
    'Response ID,NPS,Customer name,Comment,Submitted',
    'r1,9,The old mill,Warm and quiet here,2026-11-02 10:00',
    'r2,3,The new mill,Cold and loud here,2026-11-03 10:00',
  ].join('\n');

  test('are used where somebody names them, and then only so', async () => {
    const look = await at.bring(file, { dryRun: true });
    expect(look).toMatchObject({ found: { mapping: { comment: ['Comment'], keep: [] } } });
    expect(look.found?.columns.find(({ name }) => name === 'Customer name')).toMatchObject({
      use: 'private',
      examples: [],
    });
    const kept = await at.bring(file, { mapping: { keep: ['Customer name'], touchpoint: 'Customer name' } });
    expect(kept.found?.columns.find(({ name }) => name === 'Customer name')).toMatchObject({ use: 'kept' });
    reportOf(kept);
    expect(at.responses().map(({ touchpoint }) => touchpoint)).toEqual(['The old mill', 'The new mill']);
  });
});

describe('a column of those who serve', () => {
  const file = [
    'Response ID,NPS,Agent,Comment,Submitted',
    'r1,9,One,Warm and quiet here,2026-11-02 10:00',
    'r2,3,Anna Lopez,Cold and loud here,2026-11-03 10:00',
  ].join('\n');

  test('says the team where its cells name teams; a person never becomes a team', async () => {
    const look = await at.bring(file, { dryRun: true });
    expect(look.found?.teams.map(({ name }) => name)).toEqual(['Agent']);
    const report = reportOf(await at.bring(file, { mapping: { team: 'Agent' } }));
    expect(report).toMatchObject({ created: 1, newTeams: [], rejected: [{ line: 3 }] });
    expect(report.rejected[0]?.reason).toContain('unknown-team');
  });

  test.each(['score', 'comment', 'id', 'touchpoint', 'keep'])('is never taken as the %s', async (what) => {
    const mapping = { [what]: what === 'comment' || what === 'keep' ? ['Agent'] : 'Agent' };
    expect(await at.bring(file, { mapping, actor: owner })).toMatchObject({
      outcome: 'refused',
      refusal: { faults: [{ code: 'import-staff-column', path: `mapping.${what}` }] },
    });
  });

  test('is not offered as a team where it names none', async () => {
    const look = await at.bring(file.replace(',One,', ',Ben Okafor,'), { dryRun: true });
    expect(look.found?.teams).toEqual([]);
  });
});

describe('a workbook of several sheets', () => {
  const head = ['Response ID', 'NPS', 'When'];
  const file = workbook([head, ['b1', 3, '2026-11-03'], ['b2', 4, '2026-11-04']], {
    before: [{ hidden: false, rows: [head, ['a1', 9, '2026-11-02']] }],
  });

  test('is read from the first with a table, or from the one that is named', async () => {
    const look = await at.bring(file, { dryRun: true });
    expect(look).toMatchObject({ report: { rows: 1 } });
    const sheets = look.found?.sheets ?? [];
    expect(sheets).toHaveLength(2);
    expect(look.found?.mapping.sheet).toBe(sheets[0]);
    reportOf(await at.bring(file, { mapping: { sheet: sheets[1] } }));
    expect(at.responses().map(({ value }) => value)).toEqual([3, 4]);
    // The next workbook is read from its own first sheet.
    expect(await at.bring(file, { dryRun: true })).toMatchObject({ report: { rows: 1 } });
  });

  test('a sheet that it does not have is refused by name', async () => {
    expect(await at.bring(file, { mapping: { sheet: 'Nowhere' } })).toMatchObject({
      refusal: { code: 'import-no-sheet', values: { sheet: 'Nowhere' } },
    });
  });
});

describe('a file of a tool that nobody knows', () => {
  const file = [
    'Horodatage;Code postal;Notre accueil (1 = mauvais, 6 = parfait);Un mot pour l’équipe;Rayon',
    '12/11/2026 08:12;75011;6;Une écoute rare, merci à vous deux;Comptoir',
    '12/11/2026 09:40;75012;5;;Comptoir',
    '13/11/2026 10:05;75011;2;On a attendu vingt minutes debout;Ordonnances',
    '13/11/2026 11:30;75020;6;Le prix affiché était le bon;Parapharmacie',
    '14/11/2026 17:55;75011;4;Très clair sur les doses;Ordonnances',
  ].join('\n');

  test('is asked for its score, then for its scale, the one that its header names first', async () => {
    const score = 'Notre accueil (1 = mauvais, 6 = parfait)';
    expect(needsOf(await at.bring(file))).toEqual({ score: [score, null] });
    const asks = needsOf(await at.bring(file, { mapping: { score } }));
    expect(asks).toMatchObject({ scale: expect.arrayContaining(['0-10']) as unknown });
    expect((asks as Record<string, unknown[]>).scale?.[0]).toBe('1-6');
    const done = await at.bring(file, { mapping: { score, scale: '1-6' } });
    expect(reportOf(done)).toMatchObject({ created: 5, comments: 4, scale: { min: 1, max: 6 } });
    expect(done.found?.columns.find(({ name }) => name === 'Code postal')).toMatchObject({ use: 'private' });
  });

  test('words that no header announces as comments are offered, and not taken unasked', async () => {
    const unnamed = file.replace('Un mot pour l’équipe', 'Zyxw');
    const look = await at.bring(unnamed, { dryRun: true });
    expect(look).toMatchObject({ found: { comments: ['Zyxw'], mapping: { comment: [] } } });
  });
});

test.each([
  ['Rate us from 0 to 20', 8, 17, '0-20'],
  ['Note sur 20', 8, 17, '0-20'],
  ['How was it? (1-10)', 3, 6, '1-10'],
  ['Bewertung (1 bis 6)', 2, 5, '1-6'],
  ['Overall (5 = lovely, 1 = poor)', 2, 4, '1-5'],
  ['التقييم من 1 إلى 10', 2, 6, '1-10'],
  // Not a scale: a number of its own, a room, minutes, ends that the figures go beyond.
  ['Q1 - 10 minutes with us', 2, 5, '1-5'],
  ['Rooms 12-14', 2, 5, '1-5'],
  ['1 to 3 words', 2, 5, '1-5'],
])('“%s” with figures from %d to %d is offered as %s first', (header, min, max, scale) => {
  expect(scalesHolding(min, max, null, header)[0]).toBe(scale);
});

test('4/5 on a scale from 0 to 10 is set aside, and 9/10 counts', async () => {
  const file = 'Response ID,NPS,When\nr1,9/10,2026-11-02\nr2,4/5,2026-11-03\nr3,7,2026-11-04\n';
  const report = reportOf(await at.bring(file, { mapping: { score: 'NPS', scale: '0-10' } }));
  expect(report).toMatchObject({ created: 2, rejected: [{ line: 3 }] });
  expect(at.responses().map(({ value }) => value)).toEqual([9, 7]);
});

describe('long JSON', () => {
  const answer = (i: number) => ({
    id: `r${i}`,
    nps: i % 11,
    note: `a "quoted\\" ]},[ word ${'x'.repeat(400)}`,
  });
  const many = Array.from({ length: 6_000 }, (_, i) => answer(i));

  test('a list is read element by element, and comes to the same', async () => {
    const read = await readJsonText(JSON.stringify(many, null, 1));
    expect(read).toEqual({ ok: true, value: [{ line: 1, value: many }] });
  });

  test('one answer a line is read', async () => {
    const read = await readJsonText(many.map((one) => JSON.stringify(one)).join('\n'));
    expect(read.ok && read.value.map(({ value }) => value)).toEqual(many);
  });

  test.each([
    ['one long document', JSON.stringify({ answers: many }), 'import-json-too-long'],
    ['a list that is cut off', JSON.stringify(many).slice(0, -9), 'import-json-broken'],
    ['a list that goes on after its end', `${JSON.stringify(many)} ]`, 'import-json-broken'],
  ])('%s is refused', async (_, text, code) => {
    expect(await readJsonText(text)).toMatchObject({ ok: false, refusal: { code } });
  });
});
