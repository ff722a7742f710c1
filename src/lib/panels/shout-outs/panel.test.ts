import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { ShoutOut } from '../../domain/hung';
import type { Goal } from '../../domain/practice';
import type { Interest } from '../../domain/interest';
import { exampleTeam } from '../example-facts';
import { panel } from './panel';
import { valueIcon, valueIcons } from './value-icons';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});

const team = exampleTeam({
  id: 'kitchen',
  values: [{ id: 'alone', name: 'Nobody leaves alone', icon: 'umbrella' }],
});

const shoutOut = (at: string, more: Partial<ShoutOut> = {}): ShoutOut => ({
  id: `shout-out-${at}`,
  team: 'kitchen',
  at,
  status: 'published',
  batch: null,
  version: 1,
  to: 'Tomasz',
  toArea: 'Dishwash',
  from: 'Amira',
  fromArea: 'Floor',
  behaviour: 'You walked a guest to her taxi under your own umbrella.',
  value: 'alone',
  ...more,
});

const untapped = { goals: [], interests: [], past: [] };
const interest = (too: Record<string, number>): Interest => ({
  id: 'kitchen.interest.1',
  team: 'kitchen',
  at: '2026-11-22T14:00:00Z',
  status: 'open',
  batch: null,
  version: 1,
  turn: 1,
  taps: {},
  too,
  marks: [],
});

it('says how many thanked along, in this turn and the one before', () => {
  const [first, second] = [shoutOut('2026-11-22T14:00:00Z'), shoutOut('2026-11-22T13:00:00Z')];
  const data = panel.select(
    {
      team,
      shoutOuts: [first, second],
      goals: [],
      interests: [interest({ [first.id]: 2, gone: 5 })],
      past: [{ ...interest({ [first.id]: 1 }), status: 'closed' }],
    },
    options,
    now,
  );
  expect(data?.shoutOuts.map(({ too }) => too)).toEqual([3, 0]);
});

it('shows the newest of the last seven local days, one a play', () => {
  const data = panel.select(
    {
      team,
      shoutOuts: [
        shoutOut('2026-11-22T14:00:00Z'),
        shoutOut('2026-11-16T00:00:00Z'),
        shoutOut('2026-11-15T23:59:00Z'),
      ],
      ...untapped,
    },
    options,
    now,
  );
  expect(data?.shoutOuts.map(({ at }) => at)).toEqual(['2026-11-22T14:00:00Z', '2026-11-16T00:00:00Z']);
  expect(data && panel.plays?.(data)).toBe(2);
  expect(v.is(panel.data, data)).toBe(true);
});

it('is skipped when nobody has thanked anybody lately', () => {
  expect(panel.select({ team, shoutOuts: [], ...untapped }, options, now)).toBeUndefined();
  expect(
    panel.select({ team, shoutOuts: [shoutOut('2026-11-01T12:00:00Z')], ...untapped }, options, now),
  ).toBeUndefined();
});

it('names the value with its icon, and goes without a value that the team has dropped', () => {
  const data = panel.select(
    {
      team,
      shoutOuts: [shoutOut('2026-11-22T14:00:00Z'), shoutOut('2026-11-22T13:00:00Z', { value: 'gone' })],
      ...untapped,
    },
    options,
    now,
  );
  expect(data?.shoutOuts[0]?.value).toEqual({ name: 'Nobody leaves alone', icon: valueIcons.umbrella });
  expect(data?.shoutOuts[1]?.value).toBeNull();
});

it('draws a heart for an icon that is not in the set', () => {
  expect(valueIcon('umbrella')).toBe(valueIcons.umbrella);
  expect(valueIcon('constructor')).toBe(valueIcons.heart);
});

it('breaks in with a shout-out of the last ten minutes and with no older one', () => {
  const at = (at: string) => {
    const data = panel.select({ team, shoutOuts: [shoutOut(at)], ...untapped }, options, now);
    return data && panel.news?.(data, now);
  };
  expect(at('2026-11-22T14:00:01Z')).toEqual({ id: 'shout-out-2026-11-22T14:00:01Z', play: 0 });
  expect(at('2026-11-22T14:00:00Z')).toBeUndefined();
});

it('names what came shortly before the newest, oldest first, so that two at once both break in', () => {
  const times = [
    '2026-11-22T14:09:00Z',
    '2026-11-22T14:08:59Z',
    '2026-11-22T14:08:58Z',
    '2026-11-22T14:00:00Z',
  ];
  const data = panel.select({ team, shoutOuts: times.map((at) => shoutOut(at)), ...untapped }, options, now);
  expect(data && panel.earlierNews?.(data, now)).toEqual([
    { id: `shout-out-${times[2]}`, play: 2 },
    { id: `shout-out-${times[1]}`, play: 1 },
  ]);
});

it('looks again when news gets old and when the day comes on which a shout-out falls out', () => {
  const facts = {
    team,
    shoutOuts: [shoutOut('2026-11-22T14:05:00Z'), shoutOut('2026-11-16T09:00:00Z')],
    ...untapped,
  };
  expect(panel.lookAgain?.(facts, options, now)).toEqual(new Date('2026-11-22T14:15:00Z'));
  const later = new Date('2026-11-22T20:00:00Z');
  expect(panel.lookAgain?.(facts, options, later)).toEqual(new Date('2026-11-23T00:00:00Z'));
});

it('names the award that a leader gave, and the goal while it is the open one', () => {
  const goal = { id: 'waits', team: 'kitchen', status: 'open' } as Goal;
  const given = shoutOut('2026-11-22T14:00:00Z', { award: 'ladle', goal: 'waits' });
  const ladle = { id: 'ladle', name: 'The silver ladle', value: 'alone' };
  const of = (awards: (typeof ladle)[], goals: Goal[]) =>
    panel.select({ ...untapped, team: { ...team, awards }, shoutOuts: [given], goals }, options, now)
      ?.shoutOuts[0];
  expect(of([ladle], [goal])).toMatchObject({ award: 'The silver ladle', goal: true });
  expect(of([], [{ ...goal, id: 'next' }])).toMatchObject({ award: null, goal: false });
});
