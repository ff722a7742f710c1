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
const answer = (id: number, more: object = {}) => ({
  id,
  nps: 9,
  comment: `Words of ${id}`,
  created_at: `2026-11-0${id}T10:00:00Z`,
  ...more,
});
const two = [answer(1), answer(2, { nps: 2 })];

describe('a tool that nobody knows', () => {
  test.each<[string, string]>([
    ['a list', JSON.stringify(two)],
    ['a line for each answer', two.map((one) => JSON.stringify(one)).join('\n')],
    ['Windows line ends and an empty line', two.map((one) => JSON.stringify(one)).join('\r\n\r\n')],
    ['an object with one list', JSON.stringify({ total: 2, items: two, next: null })],
    ['a list one step deeper', JSON.stringify({ data: { page: 1, reviews: two } })],
    ['a list that is spread out', JSON.stringify(two, null, 2)],
    ['a byte order mark', `\uFEFF${JSON.stringify(two)}`],
  ])('%s is read', async (_, text) => {
    expect(reportOf(await at.bring(text))).toMatchObject({ format: 'table', metric: 'nps', created: 2 });
    expect(at.responses().map(({ value, at }) => [value, at.slice(0, 10)])).toEqual([
      [9, '2026-11-01'],
      [2, '2026-11-02'],
    ]);
    expect(at.verbatims()).toHaveLength(2);
  });

  test('objects in objects become columns with dotted names, and a person in them stays out', async () => {
    const outcome = await at.bring([
      {
        id: 'a1',
        answer: { nps: 8, words: { comment: 'Warm room' } },
        customer: { id: 77, name: 'Jo Bloggs', contact: { email: 'jo@example.org' } },
        when: { date: '2026-11-01T10:00:00Z' },
        location: { name: 'Harbour' },
      },
    ]);
    expect(reportOf(outcome)).toMatchObject({ created: 1, metric: 'nps' });
    expect(outcome).toMatchObject({
      found: {
        mapping: { score: 'answer.nps', comment: ['answer.words.comment'], at: 'when.date', id: 'id' },
      },
    });
    const { found } = outcome as Extract<typeof outcome, { outcome: 'done' }>;
    expect(found.columns.filter(({ use }) => use === 'private').map(({ name }) => name)).toEqual([
      'customer.id',
      'customer.name',
      'customer.contact.email',
    ]);
    expect(JSON.stringify(at.store.commits)).not.toMatch(/Bloggs|example\.org/);
  });

  test('a list of questions and answers in an answer becomes its columns', async () => {
    const one = (id: string, score: number, said: string) => ({
      submission: id,
      submitted: '2026-11-01T10:00:00Z',
      answers: [
        { question: 'How likely are you to recommend us?', answer: score },
        { question: { text: 'What could be better?' }, value: said },
      ],
    });
    const outcome = await at.bring([
      one('a', 10, 'More chairs by the window'),
      one('b', 0, 'Less noise at noon'),
    ]);
    expect(reportOf(outcome)).toMatchObject({ created: 2, metric: 'nps', comments: 2 });
  });

  test('a single answer is an answer', async () => {
    expect(reportOf(await at.bring(answer(3, { tags: [{ name: 'x', colour: 1 }] })))).toMatchObject({
      created: 1,
    });
  });

  test('bare figures are a score without a date, both asked', async () => {
    expect(needsOf(await at.bring('[1,1,0,1]'))).toMatchObject({ score: ['value'], at: [null] });
  });

  test('a line that is broken is set aside, the rest is taken', async () => {
    const lines = [...two, answer(4), answer(5)].map((one) => JSON.stringify(one));
    lines[1] = '{"id": 2, "nps": ';
    const report = reportOf(await at.bring(lines.join('\n')));
    expect(report).toMatchObject({ created: 3, rejected: [{ line: 2, reason: 'not-json' }] });
  });

  test('what was remembered of one file is used for the next, whatever the order of its fields', async () => {
    const file = (rating: number, id: string) => [{ rating, id, date: '2026-11-01' }];
    expect(needsOf(await at.bring(file(4, 'a')))).toHaveProperty('scale');
    await at.bring(file(4, 'a'), { mapping: { scale: '1-5' } });
    expect(reportOf(await at.bring([{ id: 'b', date: '2026-11-02', rating: 2 }]))).toMatchObject({
      created: 1,
    });
  });
});

describe('JSON that holds nothing for us', () => {
  const deep = (depth: number): object => (depth === 0 ? { nps: 9 } : { a: deep(depth - 1) });
  test.each<[string, string, string]>([
    ['cut off', '[{"nps": 9}, {"nps": ', 'import-json-broken'],
    ['an empty list', '[]', 'import-no-rows'],
    ['an object with an empty list', '{"reviews": [], "total": 0}', 'import-no-rows'],
    ['lists in lists', '[[1,2],[3,4]]', 'import-json-no-answers'],
    ['too deep', JSON.stringify([deep(40)]), 'import-json-deep'],
    [
      'ten thousand fields',
      JSON.stringify([Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`f${i}`, i]))]),
      'import-too-wide',
    ],
    ['a hundred thousand brackets', '['.repeat(100_000), 'import-json-broken'],
    ['settings', '{"theme": "dark", "size": "large"}', 'import-no-score-no-date'],
  ])('%s is refused with a sentence of its own', async (_, text, code) => {
    const before = at.store.commits.length;
    expect(refusalOf(await at.bring(text))).toBe(code);
    expect(at.store.commits).toHaveLength(before);
  });

  test('names that mean something to JavaScript are columns like others', async () => {
    const text = '[{"__proto__": {"nps": 1}, "constructor": "x", "nps": 9, "date": "2026-11-01"}]';
    expect(reportOf(await at.bring(text, { mapping: { score: 'nps' } }))).toMatchObject({ created: 1 });
    expect(({} as { nps?: number }).nps).toBeUndefined();
  });
});

test('a field that is left out says nothing; one that is empty takes the comment back', async () => {
  const rows = (comment: object) => [
    { id: 'a', nps: 9, ...comment, date: '2026-11-01' },
    { id: 'b', nps: 8, comment: 'Warm bread', date: '2026-11-01' },
  ];
  const texts = () => at.verbatims().map(({ text }) => text);
  await at.bring(rows({ comment: 'Cold soup' }));
  await at.bring(rows({}));
  expect(texts()).toEqual(expect.arrayContaining(['Cold soup', 'Warm bread']));
  await at.bring(rows({ comment: '' }));
  expect(texts()).toEqual(['Warm bread']);
});
