import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Countdown } from '../../domain/hung';
import { examplePlace, exampleTeam } from '../example-facts';
import { panel } from './panel';

const options = v.parse(panel.options, {});
const team = exampleTeam({ id: 'kitchen' });

const countdown = (more: Partial<Countdown> = {}): Countdown => ({
  id: 'terrace',
  team: 'kitchen',
  at: '2026-11-01T09:00:00.000Z',
  status: 'set',
  batch: null,
  version: 1,
  title: 'The terrace opens',
  note: null,
  day: '2026-11-28',
  time: '15:00',
  customers: false,
  ...more,
});
const select = (countdowns: Countdown[], at: string, audience: 'staff' | 'customers' = 'staff') =>
  panel.select({ team, place: examplePlace({ audience }), countdowns }, options, new Date(at));
const again = (countdowns: Countdown[], at: string) =>
  panel.lookAgain?.({ team, place: examplePlace(), countdowns }, options, new Date(at))?.toISOString();

it('shows the soonest first, one a play', () => {
  const data = select([countdown({ id: 'later', day: '2026-12-01' }), countdown()], '2026-11-22T14:00:00Z');
  expect(data?.countdowns.map(({ id }) => id)).toEqual(['terrace', 'later']);
  expect(data?.countdowns[0]?.comes).toBe('2026-11-28T15:00:00.000Z');
  expect(data && panel.plays?.(data)).toBe(2);
  expect(v.is(panel.data, data)).toBe(true);
});

it('stays an hour after its moment, a day without a time until midnight, and is gone', () => {
  expect(select([countdown()], '2026-11-28T15:59:59Z')).toBeDefined();
  expect(select([countdown()], '2026-11-28T16:00:00Z')).toBeUndefined();
  expect(select([countdown({ time: null })], '2026-11-28T23:59:59Z')).toBeDefined();
  expect(select([countdown({ time: null })], '2026-11-29T00:00:00Z')).toBeUndefined();
  expect(select([], '2026-11-22T14:00:00Z')).toBeUndefined();
});

it('breaks in when its moment has come', () => {
  const newsAt = (at: string) => {
    const data = select([countdown()], at);
    return data && panel.news?.(data, new Date(at));
  };
  expect(newsAt('2026-11-28T14:59:59Z')).toBeUndefined();
  expect(newsAt('2026-11-28T15:00:00Z')).toEqual({ id: 'terrace:there', play: 0 });
  expect(newsAt('2026-11-28T15:10:00Z')).toBeUndefined();
});

it('asks for every second only in the last minute and a half', () => {
  const ticksAt = (at: string) => {
    const data = select([countdown()], at);
    return typeof panel.ticks === 'function' && data && panel.ticks(data);
  };
  expect(ticksAt('2026-11-28T14:58:29Z')).toBe('minute');
  expect(ticksAt('2026-11-28T14:58:30Z')).toBe('second');
  expect(ticksAt('2026-11-28T15:00:00Z')).toBe('minute');
});

it('looks again before the last seconds, at its moment, after its news, at its end, and at midnight', () => {
  expect(again([countdown()], '2026-11-28T08:00:00Z')).toBe('2026-11-28T14:58:30.000Z');
  expect(again([countdown()], '2026-11-28T14:59:00Z')).toBe('2026-11-28T15:00:00.000Z');
  expect(again([countdown()], '2026-11-28T15:00:00Z')).toBe('2026-11-28T15:10:00.000Z');
  expect(again([countdown()], '2026-11-28T15:20:00Z')).toBe('2026-11-28T16:00:00.000Z');
  expect(again([countdown()], '2026-11-22T08:00:00Z')).toBe('2026-11-23T00:00:00.000Z');
});

it('hangs for customers only what their leader let them see', () => {
  const at = '2026-11-22T14:00:00Z';
  expect(select([countdown()], at, 'customers')).toBeUndefined();
  expect(
    select([countdown(), countdown({ id: 'open', customers: true })], at, 'customers')?.countdowns,
  ).toMatchObject([{ id: 'open' }]);
});
