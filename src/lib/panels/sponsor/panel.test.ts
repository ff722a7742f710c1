import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Announcement, ShoutOut } from '../../domain/hung';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});
const team = exampleTeam({ id: 'kitchen', sponsor: { account: 'm', name: 'Marta', title: null } });
const of = (id: string, at: string) => ({ id, team: 'kitchen', at, batch: null, version: 1 });
const message = (at: string, sponsor: string | undefined, title = at): Announcement => ({
  ...{ ...of(title, at), status: 'published', title, text: '', from: null, until: null },
  ...(sponsor && { sponsor }),
});
const thanks = (at: string, by?: string): ShoutOut => ({
  ...{ ...of(at, at), status: 'published', to: 'Eve', toArea: null, from: 'Marta', fromArea: null },
  ...{ behaviour: 'You stayed.', value: null, ...(by && { by }) },
});
const select = (more: { announcements?: Announcement[]; shoutOuts?: ShoutOut[] } = {}, one = team) =>
  panel.select(
    { team: one, announcements: [], stories: [], shoutOuts: [], goals: [], thanks: [], ...more },
    options,
    now,
  );

it('says the last of each, by the account and not by the name that stands under it', () => {
  const data = select({
    announcements: [
      message('2026-11-22T09:00:00Z', undefined),
      message('2026-11-21T09:00:00Z', 'm', 'Newer'),
      message('2026-11-20T09:00:00Z', 'm', 'Older'),
    ],
    shoutOuts: [thanks('2026-11-22T09:00:00Z'), thanks('2026-11-20T09:00:00Z', 'm')],
  });
  expect(data?.deeds).toMatchObject([
    { deed: 'express', lit: true, last: { text: 'Newer' } },
    { deed: 'model', lit: false, last: null },
    { deed: 'reinforce', lit: true, last: { whom: 'Eve', text: 'You stayed.' } },
  ]);
  expect(v.is(panel.data, data)).toBe(true);
});

it('keeps the words of what is longer ago than fourteen days, unlit', () => {
  const lit = (at: string) => select({ announcements: [message(at, 'm')] })?.deeds[0];
  expect(lit('2026-11-09T00:00:00Z')).toMatchObject({ lit: true });
  expect(lit('2026-11-08T23:59:00Z')).toMatchObject({ lit: false, last: { text: '2026-11-08T23:59:00Z' } });
});

it('holds no count and no score, and hangs nowhere without a name', () => {
  expect(JSON.stringify(select({ shoutOuts: [thanks('2026-11-20T09:00:00Z', 'm')] }))).not.toMatch(/:\d/);
  expect(select({}, exampleTeam({ id: 'kitchen' }))).toBeUndefined();
  expect(panel.audiences).toEqual(['staff']);
});
