import { beforeEach, expect, test } from 'vitest';
import { bringingTo, owner, reportOf, type Bringing } from '../../../../../tests/support/bringing';
import type { Actor } from '../../../domain/command';
import { mentions } from '../../../domain/verbatim';
import { findPerson } from './person';

let at: Bringing;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  at = await bringingTo(() => now);
});

const file = (...rows: string[]) => `Response ID,NPS,Comment,Date\n${rows.join('\n')}\n`;
const rows = [
  'r1,9,Jo Smith was kind,2026-11-01',
  'r2,3,Nobody joked,2026-11-02',
  'r3,7,,2026-11-03',
  'r4,5,JO  SMITH again,2026-11-04',
];
const bring = async (...lines: string[]) => reportOf(await at.bring(file(...lines)));
const find = (words: string) => findPerson(at.store, words);
const said = async (words: string) => (await find(words)).found.map(({ text }) => text);
const erase = async (words: string, ids?: string[], actor: Actor = owner) => {
  const chosen = ids ?? (await find(words)).found.map(({ id }) => id);
  const outcome = await at.intake.submit('person:erase', { words, ids: chosen }, actor);
  return outcome.ok ? outcome.updated : (outcome.refusal.faults?.[0]?.code ?? outcome.refusal.code);
};
const values = () => at.responses().map(({ value }) => value);
const texts = () => at.verbatims().map(({ text }) => text);

test('a person is found by whole words of a comment, in any case, and by the id of an answer', async () => {
  await bring(...rows);
  expect(await said('jo smith')).toEqual(expect.arrayContaining(['Jo Smith was kind', 'JO SMITH again']));
  expect(await said('jo')).toHaveLength(2);
  expect(await said('smit')).toEqual([]);
  expect(await said('  ')).toEqual([]);
  expect((await find('r3')).found).toMatchObject([{ text: null, value: 7 }]);
  expect((await find('r1')).found).toMatchObject([{ text: 'Jo Smith was kind', value: 9 }]);
  const sent = { metric: 'nps' as const, value: 2, comment: 'Cold soup', id: 'order-77' };
  const key: Actor = { as: 'key', id: 'till', teams: ['one'], scopes: ['responses:write'] };
  await at.store.commit([
    {
      put: 'api-key',
      record: {
        ...{ id: 'till', team: null, at: '2026-11-01T08:00:00.000Z', status: 'active', batch: null },
        ...{ name: 'till', keyHash: 'ab', hint: 'hb_', teams: ['one'], scopes: [], madeBy: 'o' },
      },
    },
  ]);
  await at.intake.submit('response:record', { team: 'one', source: 'api:till', responses: [sent] }, key);
  expect(await said('order-77')).toEqual(['Cold soup']);
});

test('what is chosen goes, its scores and all its words with it; the rest stays', async () => {
  await bring(...rows);
  const [first] = (await find('jo smith')).found.filter(({ value }) => value === 9);
  expect(await erase('jo smith', [first?.id ?? ''])).toBe(1);
  expect(values()).toEqual([3, 7, 5]);
  expect(texts()).toEqual(['JO SMITH again', 'Nobody joked']);
  expect(await erase('jo smith')).toBe(1);
  expect(values()).toEqual([3, 7]);
  expect(await erase('jo smith')).toBe('person-nothing');
  expect(await erase('r3')).toBe(1);
  expect([values(), texts()]).toEqual([[3], ['Nobody joked']]);
});

test('all comments of an answer go, also those that do not hold the words', async () => {
  await at.bring('Response ID,NPS,Comment,Why,Date\nr1,9,Jo Smith was kind,The soup,2026-11-01\n', {
    mapping: { comment: ['Comment', 'Why'] },
  });
  expect(texts()).toHaveLength(2);
  expect(await erase('jo smith')).toBe(1);
  expect([values(), texts()]).toEqual([[], []]);
});

test('the same file again does not bring them back, nor does a comment without a score', async () => {
  await bring(...rows);
  await erase('jo smith');
  await bring(...rows);
  expect([values(), texts()]).toEqual([[3, 7], ['Nobody joked']]);
  const words = 'Response ID,Comment,Date\nc1,Jo Smith was here,2026-11-05\nc2,Warm,2026-11-05\n';
  const alone = { mapping: { score: null, comment: ['Comment'] } };
  await at.bring(words, alone);
  expect(texts()).toEqual(expect.arrayContaining(['Jo Smith was here', 'Warm']));
  await erase('jo smith');
  await at.bring(words, alone);
  expect(texts()).toEqual(expect.not.arrayContaining(['Jo Smith was here']));
  expect(texts()).toEqual(expect.arrayContaining(['Nobody joked', 'Warm']));
});

test('what reports of imports keep goes too: rows, reasons, and what an undo would bring back', async () => {
  const fine = Array.from({ length: 60 }, (_, i) => `f${i},6,,2026-11-06`);
  const broken = ['r5,8,by jo smith,never', 'r6,8,Nice,Jo Smith'];
  const mapping = { at: 'Date', score: 'NPS', comment: ['Comment'] };
  const first = reportOf(await at.bring(file(...rows, ...fine, ...broken), { mapping }));
  expect(first.rejected).toHaveLength(2);
  await bring('r1,9,Somebody was kind,2026-11-01');
  now = new Date('2026-11-23T10:00:00Z');
  const changed = reportOf(await at.bring(file('r1,9,Somebody was kind,2026-11-01', 'r2,4,Fine,2026-11-02')));
  expect((await find('jo smith')).rows).toBe(2);
  const chosen = (await find('jo smith')).found.map(({ id }) => id);
  expect(await erase('jo smith', chosen)).toBe(1);
  const kept = [...at.store.records].filter(([key]) => key.startsWith('import/'));
  expect(kept.length).toBeGreaterThan(1);
  expect(JSON.stringify(kept)).not.toMatch(/jo\s+smith/i);
  expect(JSON.stringify(kept)).toContain('Nobody joked');
  await at.intake.submit('import:undo', { team: 'one', id: changed.id ?? '' }, owner);
  expect(texts().join()).not.toMatch(/jo\s+smith/i);
  expect(texts()).toContain('Nobody joked');
});

test('what leaders wrote is counted and left; only an owner erases, and only what is there', async () => {
  await bring(...rows);
  await at.intake.submit(
    'shout-out:add',
    { id: 'so', team: 'one', to: 'Jo Smith', from: 'Ada', behaviour: 'You smiled.' },
    owner,
  );
  await at.intake.submit('snag:raise', { id: 'sn', team: 'one', rule: 'Ask Jo Smith first' }, owner);
  expect((await find('Jo Smith')).elsewhere).toEqual([
    { kind: 'shout-out', count: 1 },
    { kind: 'snag', count: 1 },
  ]);
  const leader: Actor = { as: 'account', id: 'l', name: 'L', role: 'leader', teams: ['one'] };
  expect(await erase('jo smith', undefined, leader)).toBe('not-yours');
  expect(await erase('jo smith', ['nobody'])).toBe('not-there');
  expect(values()).toEqual([9, 3, 7, 5]);
  expect(await erase('jo smith')).toBe(2);
  expect((await find('Jo Smith')).elsewhere).toHaveLength(2);
});

test.each([
  ['Ann was here', 'ann', true],
  ['(Ann)', 'Ann', true],
  ['planned, Anna', 'ann', false],
  ['Zoë', 'zoe', false],
  ['Zoe\u0308 said', 'zoë', true],
  ['謝謝𠮷野', '野', false],
  ['أحمد قال', 'أحمد', true],
  ['Ann', ' ', false],
])('whether “%s” mentions “%s”: %s', (text, words, expected) => {
  expect(mentions(text, words)).toBe(expected);
});
