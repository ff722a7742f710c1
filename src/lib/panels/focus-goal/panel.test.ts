import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Commitment } from '../../domain/huddle';
import type { Goal, TeamDecision } from '../../domain/practice';
import type { Answers, AnswersAbout } from '../needs';
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

const nothing = { about: [], decisions: [], commitments: [] };
const select = (more: Partial<Goal>, answers: Answers[] = [], at = now) =>
  panel.select({ team, place, goals: [{ ...goal, ...more }], answers, ...nothing }, options, at);

it('is skipped while no goal is open', () => {
  expect(panel.select({ team, place, goals: [], answers: [], ...nothing }, options, now)).toBeUndefined();
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
  expect(panel.lookAgain?.({ team, place, goals: [goal], answers: [], ...nothing }, options, now)).toEqual(
    new Date('2026-11-23T00:00:00Z'),
  );
});

describe('the ground', () => {
  const commitment = (id: string, more: Partial<Commitment>): Commitment => ({
    id,
    team: 'kitchen',
    at: '2026-11-20T08:00:00Z',
    status: 'open',
    batch: null,
    version: 1,
    huddle: 'h',
    turn: 1,
    who: 'all',
    name: null,
    text: id,
    due: '2026-11-30',
    judged: null,
    ...more,
  });
  const decision = (id: string, more: Partial<TeamDecision> = {}): TeamDecision => ({
    id,
    team: 'kitchen',
    at: '2026-11-01T23:30:00Z',
    status: 'taken',
    batch: null,
    version: 1,
    text: id,
    meaning: 'You know how long.',
    routine: 'pre-shift talk',
    start: '2026-11-03',
    review: '2026-12-01',
    critical: null,
    turn: 1,
    ...more,
  });
  const ground = (
    commitments: Commitment[],
    decisions: TeamDecision[],
    answers: Answers[] = [],
    about: AnswersAbout[] = [],
  ) => panel.select({ team, place, goals: [goal], answers, about, decisions, commitments }, options, now);

  it('has the leaders’ promise first, then the team’s; what is a week past its day is for the huddle', () => {
    const data = ground(
      [
        commitment('ours', {}),
        commitment('hers', { who: 'leader', name: 'Dana', due: '2026-12-05' }),
        commitment('old', { who: 'leader', due: '2026-11-14' }),
        commitment('his', { who: 'one', name: 'Tomasz' }),
      ],
      [],
    );
    expect(data?.promises.map(({ text }) => text)).toEqual(['hers', 'ours']);
    expect(data && panel.plays?.(data)).toBe(2);
    expect(data && panel.personal?.(data)).toBe(true);
    const bare = ground([], []);
    expect(bare && [panel.plays?.(bare), panel.personal?.(bare)]).toEqual([1, false]);
  });

  it('follows the newest decision until two weeks after its review, by its days before and since', () => {
    const rows = [
      { day: '2026-11-10', value: 10, count: 6 },
      { day: '2026-10-20', value: 0, count: 7 },
    ];
    const answered = [{ measure: 'nps', latest: '2026-11-10T09:00:00Z', rows }];
    expect(ground([], [decision('new'), decision('older')], answered)?.decision).toEqual({
      text: 'new',
      taken: '2026-11-01',
      start: '2026-11-03',
      review: '2026-12-01',
      verdict: 'running',
      measure: 'nps',
      seen: { before: { score: -100, n: 7 }, since: { score: 100, n: 6 } },
    });
    // Of a critical only the answers about it count: there are none.
    expect(ground([], [decision('new', { critical: 'wait' })], answered)?.decision?.seen).toBeNull();
    expect(ground([], [decision('new', { start: '2026-11-25' })], answered)?.decision?.verdict).toBe(
      'to-come',
    );
    expect(ground([], [decision('new', { review: '2026-11-08' })])?.decision?.verdict).toBe('not-yet-clear');
    expect(ground([], [decision('new', { review: '2026-11-07' })])?.decision).toBeNull();
  });
});
