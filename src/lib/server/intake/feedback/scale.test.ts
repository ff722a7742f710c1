import { beforeEach, describe, expect, test } from 'vitest';
import {
  bringingTo,
  needsOf,
  refusalOf,
  reportOf,
  type Bringing,
} from '../../../../../tests/support/bringing';

let at: Bringing;
beforeEach(async () => {
  at = await bringingTo();
});

/** A table with a score and a day for each answer. */
const file = (header: string, ...cells: (string | number)[]) =>
  `${header},Date\n${cells.map((cell, i) => `"${cell}",2026-10-01 10:${String(i).padStart(2, '0')}`).join('\n')}\n`;
const values = () => at.responses().map(({ value }) => value);

describe('words of other languages', () => {
  test.each<[string, string, string[]]>([
    [
      'German',
      'Wie zufrieden sind Sie? Zufriedenheit',
      ['Sehr zufrieden', 'Zufrieden', 'Teils teils', 'Unzufrieden', 'Sehr unzufrieden'],
    ],
    ['French', 'Satisfaction', ['Très satisfait', 'Satisfait', 'Neutre', 'Insatisfait', 'Très insatisfait']],
    [
      'Spanish',
      'Satisfacción',
      ['Muy satisfecho', 'Satisfecho', 'Neutral', 'Insatisfecho', 'Muy insatisfecho'],
    ],
    [
      'Italian',
      'Soddisfazione',
      ['Molto soddisfatto', 'Soddisfatto', 'Neutrale', 'Insoddisfatto', 'Molto insoddisfatto'],
    ],
    [
      'Portuguese',
      'Satisfação',
      ['Muito satisfeito', 'Satisfeito', 'Neutro', 'Insatisfeito', 'Muito insatisfeito'],
    ],
    [
      'Dutch',
      'Hoe tevreden bent u?',
      ['Zeer tevreden', 'Tevreden', 'Neutraal', 'Ontevreden', 'Zeer ontevreden'],
    ],
    ['Arabic', 'مدى الرضا', ['راض جدا', 'راض', 'محايد', 'غير راض', 'غير راض جدا']],
  ])('%s is read without a question', async (_, header, cells) => {
    expect(reportOf(await at.bring(file(header, ...cells)))).toMatchObject({ metric: 'csat', created: 5 });
    expect(values()).toEqual([5, 4, 3, 2, 1]);
  });

  test.each([
    'Weiß nicht',
    'Ne sait pas',
    'No sé',
    'Non so',
    'Não sei',
    'Weet niet',
    'لا أعرف',
    'N/A',
    'Don’t know',
  ])('“%s” is ignored and counted, never a score', async (nothing) => {
    const report = reportOf(await at.bring(file('NPS', 9, nothing, 10)));
    expect(report).toMatchObject({ created: 2, ignored: [{ reason: `no-opinion:${nothing}`, count: 1 }] });
    expect(values()).toEqual([9, 10]);
  });
});

describe('what is certain', () => {
  test.each<[string, string, (string | number)[], string, number[]]>([
    ['thumbs', 'Rating', ['👍', '👎', '👍🏽'], 'rating', [1, 0, 1]],
    ['stars in words', 'Rating', ['Five stars', 'One star'], 'stars', [5, 1]],
    ['faces of all five kinds', 'Smiley', ['😀', '🙂', '😐', '🙁', '😡'], 'smiley5', [4, 3, 2, 1, 0]],
    ['scores that say of how many', 'NPS', ['9/10', '10 out of 10', '0/10'], 'nps', [9, 10, 0]],
    ['Arabic digits', 'NPS', ['٩', '١٠', '٠'], 'nps', [9, 10, 0]],
  ])('%s', async (_, header, cells, metric, expected) => {
    expect(reportOf(await at.bring(file(header, ...cells)))).toMatchObject({ metric });
    expect(values()).toEqual(expected);
  });

  test('codes for “not asked” and “refused” are ignored, and do not make a scale look longer', async () => {
    const report = reportOf(await at.bring(file('Rating', 1, 5, 99, -1, 98), { mapping: { scale: '1-5' } }));
    expect(report).toMatchObject({ created: 2, rejected: [] });
    expect(report.ignored.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(needsOf(await at.bring(file('Score', 1, 5, 99)))).toEqual({
      scale: expect.arrayContaining(['1-5']) as unknown,
    });
  });
});

describe('what is not', () => {
  test.each<[string, (string | number)[]]>([
    ['figures and words', [5, 4, 'Very good', 'Poor', 3]],
    ['shares of five and of ten', ['4/5', '9/10', '5/5']],
  ])('%s in one column are refused with both named, and nothing is stored', async (_, cells) => {
    const outcome = await at.bring(file('Rating', ...cells));
    expect(refusalOf(outcome)).toBe('import-two-scales');
    expect(outcome).toMatchObject({ refusal: { values: { column: 'Rating' } } });
    expect(at.responses()).toEqual([]);
  });

  test('an answer of five is none on a scale of ten', async () => {
    const cells = ['4/5', ...Array<string>(20).fill('9/10')];
    expect(refusalOf(await at.bring(file('NPS', ...cells)))).toBe('import-two-scales');
  });

  test('several columns may be the score: it is asked which', async () => {
    const two = 'Food rating,Service rating,Date\n4,5,2026-10-01\n3,2,2026-10-02\n';
    expect(needsOf(await at.bring(two))).toEqual({ score: ['Food rating', 'Service rating'] });
    await at.bring(two, { mapping: { score: 'Service rating', scale: '1-5' } });
    expect(values()).toEqual([5, 2]);
  });
});

describe('what it would come to', () => {
  test('is said before anything counts, of these answers alone', async () => {
    const cells = [9, 10, 9, 0, 7, 8, 99, 'N/A'];
    const report = reportOf(await at.bring(file('NPS', ...cells), { dryRun: true }));
    // Three promoters and one detractor of six.
    expect(report.score).toMatchObject({ measure: 'nps', n: 6, top: 3 });
    expect(report.score?.score).toBeCloseTo((100 * (3 - 1)) / 6, 9);
    const turned = reportOf(
      await at.bring(file('Rating', 1, 1, 1, 5, 5, 2), {
        dryRun: true,
        mapping: { scale: '1-5', reversed: true },
      }),
    );
    expect(turned.score).toMatchObject({ measure: 'csat', n: 6, top: 4 });
  });

  test('is not said of fewer answers than the team wants', async () => {
    const report = reportOf(await at.bring(file('NPS', 9, 10, 9, 0), { dryRun: true }));
    expect(report.score).toMatchObject({ n: 4, score: null });
  });
});

describe('rows of one respondent', () => {
  test('count once where an id says so: a row for each question comes to one answer', async () => {
    const file =
      'Response ID,NPS,Comment,Date\nr1,9,,2026-11-01\nr1,,Quick,2026-11-01\nr1,9,,2026-11-01\nr2,3,,2026-11-02\n';
    expect(reportOf(await at.bring(file))).toMatchObject({
      created: 2,
      rejected: [],
      ignored: [
        { reason: 'same-answer', count: 2 },
        { reason: 'no-score', count: 1 },
      ].slice(0, 1),
    });
    expect([values(), at.verbatims().map(({ text, value }) => [text, value])]).toEqual([
      [9, 3],
      [['Quick', 9]],
    ]);
  });

  test('ids beyond 2^53 stay apart', async () => {
    const json =
      '[{"id":9007199254740993,"nps":9,"date":"2026-11-01"},{"id":9007199254740992,"nps":2,"date":"2026-11-01"}]';
    expect(reportOf(await at.bring(json))).toMatchObject({ created: 2 });
    // Known by their ids, not by what stands in their rows.
    const corrected = json.replace('"nps":9', '"nps":8');
    expect(reportOf(await at.bring(corrected))).toMatchObject({ created: 0, updated: 2 });
    expect(values().sort()).toEqual([2, 8]);
  });

  test('a comment that is empty in the corrected file is gone', async () => {
    const file = (comment: string) => `Response ID,NPS,Comment,Date\nr1,9,${comment},2026-11-01\n`;
    await at.bring(file('My phone is broken'));
    await at.bring(file(''));
    expect([values(), at.verbatims()]).toEqual([[9], []]);
  });
});
