import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Goal } from '../../domain/practice';
import type { Answers } from '../needs';
import { examplePlace, exampleTeam } from '../example-facts';
import { panel } from './panel';

const now = new Date('2026-11-22T14:10:00Z');
const options = v.parse(panel.options, {});

const team = exampleTeam({ id: 'kitchen' });

const place = examplePlace({ ask: 'http://huddle.local/ask/kitchen' });

const goal: Goal = {
  id: 'goal-1',
  team: 'kitchen',
  at: '2026-10-01T08:00:00Z',
  status: 'open',
  batch: null,
  version: 1,
  question: 'Did your food come when we said it would?',
  unit: 'in-100',
  baseline: 41,
  target: 70,
  start: '2026-10-01',
  due: '2026-12-31',
  follow: null,
  readings: [
    { day: '2026-11-20', value: 55, n: 118 },
    { day: '2026-10-20', value: 47, n: 90 },
  ],
};

const select = (more: Partial<Goal>, answers: Answers[] = [], at = now) =>
  panel.select({ team, place, goals: [{ ...goal, ...more }], answers }, options, at);

it('is skipped while no goal is open', () => {
  expect(panel.select({ team, place, goals: [], answers: [] }, options, now)).toBeUndefined();
});

it('stands at the newest reading, 15 to go and behind the straight line', () => {
  const data = select({});
  expect(data?.now).toEqual({
    value: 55,
    n: 118,
    at: null,
    day: '2026-11-20',
    toGo: 15,
    reached: false,
    // 52 of 91 days gone: 41 + 29 × 52/91 = 57.6; 14 of 29 is 0.48, the line 0.57.
    pace: { expected: 57.6, state: 'behind' },
  });
  expect(data?.daysLeft).toBe(39);
  expect(v.is(panel.data, data)).toBe(true);
});

it('says nothing of pace before there is a reading', () => {
  expect(select({ readings: [] })).toMatchObject({ now: null, few: null, stale: false });
});

it('gives no figure below the minimum n, and says how many there are', () => {
  expect(select({ readings: [{ day: '2026-11-20', value: 75, n: 4 }] })).toMatchObject({ now: null, few: 4 });
  expect(select({ readings: [{ day: '2026-11-20', value: 75, n: 5 }] })?.now?.value).toBe(75);
});

it('follows a goal that goes down', () => {
  const data = select({
    question: 'How long do guests wait for the bill?',
    unit: 'minutes',
    baseline: 12,
    target: 6,
    readings: [{ day: '2026-11-21', value: 8.04, n: null }],
  });
  expect(data?.now).toMatchObject({ value: 8, toGo: 2, reached: false, n: null });
  expect(data?.now?.pace.state).toBe('ahead');
});

const nps: Answers = {
  measure: 'nps',
  latest: '2026-11-22T13:00:00Z',
  rows: [
    { day: '2026-11-22', value: 10, count: 6 },
    { day: '2026-11-10', value: 7, count: 2 },
    { day: '2026-10-24', value: 0, count: 2 },
    { day: '2026-10-23', value: 0, count: 50 },
  ],
};

it('takes the score of the newest 30 days where it follows one', () => {
  const data = select({ unit: 'points', follow: 'nps', baseline: 20, target: 60 }, [nps]);
  // 6 promoters, 2 passives, 2 detractors of 10.
  expect(data?.now).toMatchObject({ value: 40, n: 10, at: nps.latest });
});

it('counts in 100 those at the top of the scale', () => {
  expect(select({ follow: 'nps' }, [nps])?.now?.value).toBe(60);
});

it('leaves out answers from before the goal began', () => {
  expect(select({ follow: 'nps', start: '2026-11-01' }, [nps])?.now).toMatchObject({ value: 75, n: 8 });
});

it('is stale once the figure is older than the cadence', () => {
  expect(select({ readings: [{ day: '2026-11-15', value: 55, n: null }] })?.stale).toBe(false);
  expect(select({ readings: [{ day: '2026-11-14', value: 55, n: null }] })).toMatchObject({
    stale: true,
    age: 8,
  });
});

it('looks again at midnight of the team', () => {
  expect(panel.lookAgain?.({ team, place, goals: [goal], answers: [] }, options, now)).toEqual(
    new Date('2026-11-23T00:00:00Z'),
  );
});
