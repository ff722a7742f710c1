import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Announcement } from '../../domain/hung';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');

const team = exampleTeam({ id: 'kitchen' });

const announcement = (id: string, from: string | null, until: string | null): Announcement => ({
  id,
  team: 'kitchen',
  at: '2026-11-20T08:00:00Z',
  status: 'published',
  batch: null,
  version: 1,
  title: 'New menu from Monday',
  text: 'Tasting at three in the back room.',
  from,
  until,
});

const shown = (announcements: Announcement[], at = now) =>
  panel.select({ team, announcements }, {}, at)?.announcements.map(({ id }) => id);

it('shows what has begun and has not ended', () => {
  expect(
    shown([
      announcement('always', null, null),
      announcement('now', '2026-11-22T14:10:00Z', '2026-11-22T14:10:01Z'),
      announcement('ended', null, '2026-11-22T14:10:00Z'),
      announcement('later', '2026-11-22T14:10:01Z', null),
    ]),
  ).toEqual(['always', 'now']);
});

it('is skipped when no announcement holds', () => {
  expect(shown([announcement('ended', null, '2026-11-01T00:00:00Z')])).toBeUndefined();
});

it('looks again at the next beginning or end', () => {
  const announcements = [
    announcement('a', '2026-11-20T00:00:00Z', '2026-11-24T00:00:00Z'),
    announcement('b', '2026-11-23T06:00:00Z', null),
  ];
  expect(panel.lookAgain?.({ team, announcements }, {}, now)).toEqual(new Date('2026-11-23T06:00:00Z'));
  expect(
    panel.lookAgain?.({ team, announcements: [announcement('c', null, null)] }, {}, now),
  ).toBeUndefined();
});

it('gives one play to each', () => {
  const data = panel.select(
    { team, announcements: [announcement('a', null, null), announcement('b', null, null)] },
    {},
    now,
  );
  expect(data && panel.plays?.(data)).toBe(2);
  expect(v.is(panel.data, data)).toBe(true);
});

it('sets the words in the leader’s Markdown, and pages what is long', () => {
  const long = {
    ...announcement('a', null, null),
    text: `# Menu\n- **soup**\n\n${'A sentence of words. '.repeat(20)}`,
  };
  const data = panel.select({ team, announcements: [long] }, {}, now);
  expect(data?.announcements[0]).toMatchObject({
    page: 1,
    rows: [
      [{ text: 'Menu', bold: true }],
      [{ text: '•\u00a0' }, { text: 'soup', bold: true }],
      expect.anything(),
    ],
  });
  const { length } = data?.announcements ?? [];
  expect(length).toBeGreaterThan(1);
  expect(data?.announcements.map(({ page, pages }) => `${page}/${pages}`).at(-1)).toBe(`${length}/${length}`);
  expect(data && panel.plays?.(data)).toBe(length);
  expect(v.is(panel.data, data)).toBe(true);
});
