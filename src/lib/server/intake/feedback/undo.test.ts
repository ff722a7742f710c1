import { beforeEach, expect, test } from 'vitest';
import { bringingTo, needsOf, owner, reportOf, type Bringing } from '../../../../../tests/support/bringing';
import type { Actor } from '../../../domain/command';

let at: Bringing;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-22T10:00:00Z');
  at = await bringingTo(() => now);
});

const file = (...rows: string[]) => `Response ID,NPS,Comment,Date\n${rows.join('\n')}\n`;
const bring = async (...rows: string[]) => reportOf(await at.bring(file(...rows))).id ?? '';
const undo = async (id: string, actor: Actor = owner) => {
  const outcome = await at.intake.submit('import:undo', { team: 'one', id }, actor);
  return outcome.ok ? 'undone' : outcome.refusal.code;
};
const answers = () => at.responses().map(({ value }) => value);
const said = () => at.verbatims().map(({ text, status }) => [text, status]);
const everything = () => [...at.responses(), ...at.verbatims()].map(({ version: _, ...record }) => record);

test('what a file brought goes, what it changed is as it was', async () => {
  await bring('r1,9,Good,2026-11-01', 'r2,3,Slow,2026-11-02');
  const before = everything();
  const second = await bring('r1,2,Bad,2026-11-01', 'r2,3,,2026-11-02', 'r3,7,New,2026-11-03');
  expect([answers(), said().map(([text]) => text)]).toEqual([
    [2, 3, 7],
    ['Bad', 'New'],
  ]);
  expect(await undo(second)).toBe('undone');
  expect(everything()).toEqual(before);
  expect(await at.store.get('import', second)).toMatchObject({ status: 'undone' });
});

test('the newest goes first, and each only once', async () => {
  const first = await bring('r1,9,,2026-11-01');
  now = new Date('2026-11-23T10:00:00Z');
  const second = await bring('r1,2,,2026-11-01');
  expect(await undo(first)).toBe('import-undo-later');
  expect(await undo(second)).toBe('undone');
  expect(answers()).toEqual([9]);
  expect(await undo(first)).toBe('undone');
  expect(await undo(first)).toBe('undone');
  expect(answers()).toEqual([]);
});

test('what a leader hid since stays hidden', async () => {
  await bring('r1,9,Good,2026-11-01');
  const second = await bring('r1,9,Worse words,2026-11-01');
  await at.intake.submit('verbatim:hide', { team: 'one', id: at.verbatims()[0]?.id ?? '' }, owner);
  await undo(second);
  expect(said()).toEqual([['Good', 'hidden']]);
});

test('thirty days long, by who leads the team', async () => {
  const id = await bring('r1,9,,2026-11-01');
  const other: Actor = { as: 'account', id: 'x', name: 'X', role: 'leader', teams: ['two'] };
  const key: Actor = { as: 'key', id: 'k', teams: ['one'], scopes: ['imports:write'] };
  for (const actor of [other, key]) expect(await undo(id, actor)).toBe('not-yours');
  now = new Date('2026-12-22T10:00:01Z');
  expect(await undo(id)).toBe('import-undo-late');
  expect(answers()).toEqual([9]);
});

test('what it changed is kept no longer than it can be undone', async () => {
  await bring('r1,9,Old words,2026-11-01');
  const second = await bring('r1,9,New words,2026-11-01');
  expect(JSON.stringify(await at.store.get('import', second))).toContain('Old words');
  now = new Date('2027-01-22T10:00:01Z');
  await bring('r9,9,,2026-11-01');
  expect(JSON.stringify(await at.store.get('import', second))).not.toContain('Old words');
});

test('how the file was read is asked anew', async () => {
  const rating = 'Rating,Date\n4,2026-11-01\n';
  const id = reportOf(await at.bring(rating, { mapping: { scale: 'stars' } })).id ?? '';
  await undo(id);
  expect(needsOf(await at.bring(rating))).toHaveProperty('scale');
});

test('a review that its sender took back in the meantime stays away', async () => {
  const review = (name: string, text: string) => ({
    events: [
      {
        eventName: `service-review-${name}`,
        eventData: { id: 'a', stars: 4, title: '', text, createdAt: '2026-11-20T09:00:00Z' },
      },
    ],
  });
  await at.bring(review('created', 'First'));
  const id = reportOf(await at.bring(review('updated', 'Second'))).id ?? '';
  now = new Date('2026-11-22T11:00:00Z');
  await at.bring(review('deleted', ''));
  await undo(id);
  expect([answers(), said()]).toEqual([[], []]);
});
