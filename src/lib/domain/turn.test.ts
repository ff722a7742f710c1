import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cadence, Interval } from './cadence';
import { daysOf, intervalOf, nextAfter, rhythms, shiftAt } from './cadence';
import type { Turn } from './practice';
import { admissionOf, pointState, quietAfter, ringOf, standingOf, trip, type TurnFacts } from './turn';

const at = (text: string) => new Date(text);
const london = 'Europe/London';
const cadence: Cadence = { reports: 'day', turn: 'week', sources: {}, shifts: ['11:00', '16:30'] };

const turn = (over: Partial<Turn> = {}): Turn => ({
  id: 'north.turn.14',
  team: 'north',
  at: '2026-11-16T15:00:00.000Z',
  status: 'open',
  batch: null,
  version: 1,
  number: 14,
  woken: null,
  closing: null,
  ...over,
});
/** Everything done in turn 14, but for closing it. */
const done: TurnFacts = {
  team: { id: 'north', at: '2026-08-01T09:00:00.000Z', timeZone: london, cadence, cadenceDays: 1 },
  turn: turn(),
  report: '2026-11-17T12:00:00.000Z',
  sources: {},
  holes: [],
  shown: true,
  seen: [
    {
      turn: 14,
      at: '2026-11-17T18:00:00.000Z',
      shifts: {
        '11:00': { first: '2026-11-17T11:30:00.000Z', taps: 4 },
        '16:30': { first: '2026-11-17T17:00:00.000Z', taps: 5 },
      },
      met: '2026-11-17T17:00:00.000Z',
    },
  ],
  goals: [
    {
      status: 'open',
      at: '2026-10-01T09:00:00.000Z',
      routine: 'Pre-shift talk',
      decidedAt: '2026-11-17T19:00:00.000Z',
    },
  ],
  taken: null,
  asking: true,
  posted: null,
};
/** Any interval that a team may choose. */
const intervals: fc.Arbitrary<Interval> = fc.oneof(
  fc.constantFrom(...rhythms),
  fc.integer({ min: 1, max: 92 }).map((every) => ({ every })),
  fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }).map((on) => ({ on })),
);
const tuesday = at('2026-11-17T20:00:00Z');
const states = (facts: Partial<TurnFacts>, now = tuesday) =>
  ringOf(standingOf({ ...done, ...facts }, now)).points;

describe('an action point is', () => {
  const last = at('2026-11-16T10:00:00Z');
  const times = { ripe: at('2026-11-22T00:00:00Z'), due: at('2026-11-24T00:00:00Z') };
  it.each([
    [
      'never, before it was ever done',
      { last: null, done: false, ripe: null, due: null },
      '2026-11-17T00:00:00Z',
      'never',
    ],
    ['fresh, done in this turn', { last, done: true, ...times }, '2026-11-21T23:59:59.999Z', 'fresh'],
    ['due, once it is ripe', { last, done: true, ...times }, '2026-11-22T00:00:00Z', 'due'],
    ['due, not yet done in this turn', { last, done: false, ...times }, '2026-11-17T00:00:00Z', 'due'],
    ['due to the last moment', { last, done: true, ...times }, '2026-11-23T23:59:59.999Z', 'due'],
    ['stale, from its date on', { last, done: true, ...times }, '2026-11-24T00:00:00Z', 'stale'],
  ] as const)('%s', (_, facts, now, state) => {
    expect(pointState(facts, at(now))).toBe(state);
  });
});

describe('when a thing is due again', () => {
  const table = [
    // Summer time ends on 25 October 2026 in London: the day has 25 hours, and midnight moves against UTC.
    ['day', '2026-10-24T22:30:00Z', '2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z'],
    ['day', '2026-10-24T23:30:00Z', '2026-10-26T00:00:00Z', '2026-10-27T00:00:00Z'],
    // And begins on 29 March 2026: 23 hours.
    ['day', '2026-03-28T12:00:00Z', '2026-03-29T00:00:00Z', '2026-03-29T23:00:00Z'],
    ['week', '2026-10-20T12:00:00Z', '2026-10-26T00:00:00Z', '2026-10-28T00:00:00Z'],
    ['month', '2026-10-01T12:00:00Z', '2026-10-26T00:00:00Z', '2026-11-02T00:00:00Z'],
    ['shift', '2026-11-17T12:00:00Z', '2026-11-17T16:30:00Z', '2026-11-18T11:00:00Z'],
    ['shift', '2026-11-17T16:30:00Z', '2026-11-18T11:00:00Z', '2026-11-18T16:30:00Z'],
    ['shift', '2026-11-18T10:59:59Z', '2026-11-18T11:00:00Z', '2026-11-18T16:30:00Z'],
    [{ every: 2 }, '2026-11-17T12:00:00Z', '2026-11-18T00:00:00Z', '2026-11-20T00:00:00Z'],
    [{ every: 14 }, '2026-11-02T12:00:00Z', '2026-11-10T00:00:00Z', '2026-11-17T00:00:00Z'],
    // 20 November 2026 is a Friday: the next Tuesday, the same day a week on, the nearer of two; over the end of summer time.
    [{ on: [2] }, '2026-11-20T12:00:00Z', '2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'],
    [{ on: [5] }, '2026-11-20T23:59:59Z', '2026-11-27T00:00:00Z', '2026-11-28T00:00:00Z'],
    [{ on: [1, 4] }, '2026-11-20T12:00:00Z', '2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z'],
    [{ on: [7] }, '2026-10-23T12:00:00Z', '2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z'],
  ] as const;
  it.each(table)('%j after %s', (interval, last, ripe, due) => {
    expect(nextAfter(at(last), interval as Interval, cadence, london)).toEqual({
      ripe: at(ripe),
      due: at(due),
    });
  });

  it.each([
    ['shift', 1],
    ['month', 31],
    [{ every: 10 }, 10],
    [{ on: [3] }, 7],
    [{ on: [1, 2, 3, 4, 5] }, 3],
    [{ on: [7, 1] }, 6],
  ] as const)('%j lets %i days pass at most', (interval, days) => {
    expect(daysOf(interval as Interval)).toBe(days);
  });

  it('is as its point says, else as the turn does', () => {
    const own: Cadence = { ...cadence, points: { focus: { on: [4] } } };
    expect(trip.map((point) => intervalOf(own, point))).toEqual(['day', 'week', { on: [4] }, 'week']);
    const focus = (cadence: Cadence) =>
      standingOf({ ...done, team: { ...done.team, cadence } }, tuesday).points.focus;
    // Decided on Tuesday evening: by the end of Thursday again, instead of within a week.
    expect(focus(own)).toMatchObject({ ripe: '2026-11-19T00:00:00.000Z', due: '2026-11-20T00:00:00.000Z' });
    expect(focus(cadence)).toMatchObject({ due: '2026-11-25T00:00:00.000Z' });
  });

  it('is after it was done, whatever the zone, the hour and the shifts', () => {
    const zones = [
      london,
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'UTC',
    ];
    const clock = fc
      .integer({ min: 0, max: 95 })
      .map((quarters) =>
        [Math.floor(quarters / 4), (quarters % 4) * 15]
          .map((part) => String(part).padStart(2, '0'))
          .join(':'),
      );
    fc.assert(
      fc.property(
        fc.date({ min: at('2020-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        intervals,
        fc.uniqueArray(clock, { minLength: 1, maxLength: 6 }).map((starts) => starts.sort()),
        (last, zone, interval, shifts) => {
          const shift = shiftAt(last, shifts, zone);
          expect(shift.from <= last && last < shift.to).toBe(true);
          const { ripe, due } = nextAfter(last, interval, { shifts }, zone);
          expect(last < ripe && ripe < due).toBe(true);
        },
      ),
    );
  });
});

describe('a turn', () => {
  it('is done all round but for the thanks, which are next then', () => {
    const standing = standingOf(done, tuesday);
    expect(ringOf(standing)).toEqual({
      turn: 14,
      points: { thanks: 'due', feedback: 'fresh', involve: 'fresh', focus: 'fresh' },
    });
    expect(standing).toMatchObject({ next: 'thanks', taps: 9, unmet: [], late: [], quiet: null });
  });

  it('that is done all round is thanked for before the next report is asked for', () => {
    const wednesday = standingOf(done, at('2026-11-18T10:00:00Z'));
    expect(wednesday.points.feedback).toMatchObject({ state: 'due', lacks: [] });
    expect(wednesday.next).toBe('thanks');
  });

  it.each([
    ['no answer came in this turn', { report: '2026-11-16T14:59:59.000Z' }, 'feedback', ['report']],
    ['a critical has no word yet', { holes: ['wait'] }, 'feedback', ['critical']],
    ['no wall has shown a report', { shown: false }, 'involve', ['shown']],
    [
      'a shift has not met it',
      {
        seen: [
          {
            ...done.seen[0]!,
            shifts: { '11:00': { first: '2026-11-17T11:30:00.000Z', taps: 4 } },
            met: null,
          },
        ],
      },
      'involve',
      ['shift'],
    ],
    ['the taps are another turn’s', { seen: [{ ...done.seen[0]!, turn: 13 }] }, 'involve', ['shift']],
    ['there is no goal', { goals: [] }, 'focus', ['goal']],
    [
      'the goal is reached and there is no other',
      { goals: [{ ...done.goals[0]!, status: 'reached' as const }] },
      'focus',
      ['goal'],
    ],
    [
      'the goal is tied to no routine',
      { goals: [{ ...done.goals[0]!, routine: null }] },
      'focus',
      ['routine'],
    ],
    [
      'nothing was decided since',
      { goals: [{ ...done.goals[0]!, decidedAt: '2026-11-15T10:00:00.000Z' }] },
      'focus',
      ['decision'],
    ],
    ['nothing is asked', { asking: false }, 'thanks', ['question']],
  ] as const)('is not all round while %s', (_, facts, point, lacks) => {
    const standing = standingOf({ ...done, ...facts } as TurnFacts, tuesday);
    expect(standing.points[point].lacks).toEqual(lacks);
    expect(standing.points[point].state).not.toBe('fresh');
    if (point !== 'thanks') {
      expect(standing.next).toBe(point);
      expect(standing.points.thanks.state).toBe('fresh');
    }
  });

  it('takes a decision as one, though the goal is the one of before', () => {
    const before = { goals: [{ ...done.goals[0]!, decidedAt: '2026-11-15T10:00:00.000Z' }] };
    const taken = '2026-11-17T10:00:00.000Z';
    expect(states({ ...before, taken: '2026-11-15T12:00:00.000Z' }).focus).toBe('due');
    const { focus } = standingOf({ ...done, ...before, taken }, tuesday).points;
    expect(focus).toMatchObject({ state: 'fresh', last: taken, lacks: [] });
  });

  it('begins with four points that were never done, and Feedback first', () => {
    const first: TurnFacts = {
      ...done,
      turn: undefined,
      report: null,
      shown: false,
      seen: [],
      goals: [],
      asking: false,
    };
    const standing = standingOf(first, tuesday);
    expect(standing).toMatchObject({
      turn: 1,
      opened: done.team.at,
      next: 'feedback',
      changes: null,
      quiet: null,
    });
    expect(Object.values(ringOf(standing).points)).toEqual(['never', 'never', 'never', 'never']);
  });

  it('shows what was done in the turn before as due, not as done', () => {
    expect(
      states({ turn: turn({ number: 15, id: 'north.turn.15', at: '2026-11-17T19:30:00.000Z' }) }),
    ).toEqual({
      thanks: 'fresh',
      feedback: 'due',
      involve: 'due',
      focus: 'due',
    });
  });

  it('grows old at the team’s midnights and shifts', () => {
    expect(states({}, at('2026-11-17T23:59:59Z')).feedback).toBe('fresh');
    expect(states({}, at('2026-11-18T00:00:00Z')).feedback).toBe('due');
    expect(states({}, at('2026-11-19T00:00:00Z')).feedback).toBe('stale');
    expect(states({}, at('2026-11-22T23:59:59Z')).involve).toBe('fresh');
    expect(states({}, at('2026-11-23T00:00:00Z')).involve).toBe('due');
    expect(states({}, at('2026-11-25T00:00:00Z')).involve).toBe('stale');
  });

  it('names a report that is late, and since when', () => {
    const facts = {
      ...done,
      team: {
        ...done.team,
        cadence: { ...cadence, sources: { 'import:cards': 'week' as const, ask: 'day' as const } },
      },
      sources: { 'import:cards': '2026-11-09T12:00:00.000Z', ask: '2026-11-17T12:00:00.000Z' },
    };
    expect(standingOf(facts, at('2026-11-16T23:59:59Z')).late).toEqual([]);
    const standing = standingOf(facts, tuesday);
    expect(standing.late).toEqual([{ source: 'import:cards', since: '2026-11-17T00:00:00.000Z' }]);
    expect(standing.points.feedback).toMatchObject({ state: 'due', lacks: ['source'] });
    expect(standingOf(done, at('2026-11-19T00:00:00Z')).late).toEqual([
      { source: null, since: '2026-11-19T00:00:00.000Z' },
    ]);
  });

  it('falls quiet when nobody moves it, sleeps a week later, and wakes by one tap', () => {
    expect([quietAfter('shift'), quietAfter('week'), quietAfter('month')]).toEqual([14, 14, 62]);
    const quiet = (now: string, over: Partial<TurnFacts> = {}) =>
      standingOf({ ...done, ...over }, at(now)).quiet;
    expect(quiet('2026-11-30T23:59:59Z')).toBeNull();
    expect(quiet('2026-12-01T00:00:00Z')).toMatchObject({ days: 14, asleep: false });
    expect(quiet('2026-12-07T23:59:59Z')).toMatchObject({ days: 20, asleep: false });
    expect(quiet('2026-12-08T00:00:00Z')).toEqual({
      since: '2026-11-17T19:00:00.000Z',
      days: 21,
      asleep: true,
    });
    expect(quiet('2026-12-08T00:00:00Z', { turn: turn({ woken: '2026-12-07T23:59:00.000Z' }) })).toBeNull();
    expect(quiet('2026-12-08T00:00:00Z', { posted: '2026-12-07T10:00:00.000Z' })).toBeNull();
  });

  it('lets its walls admit the gravest thing: that it sleeps, that a report is late, that nobody moves it', () => {
    const admits = (now: string, report = now) =>
      admissionOf(standingOf({ ...done, report }, at(now)), london);
    expect(admits('2026-11-18T12:00:00Z')).toBeNull();
    expect(admits('2026-11-30T12:00:00Z', done.report ?? '')).toEqual({ what: 'late', day: '2026-11-18' });
    expect(admits('2026-12-01T12:00:00Z')).toEqual({ what: 'quiet', day: '2026-11-17' });
    expect(admits('2026-12-01T12:00:00Z', done.report ?? '')).toEqual({ what: 'late', day: '2026-11-18' });
    expect(admits('2026-12-08T12:00:00Z', done.report ?? '')).toEqual({ what: 'asleep', day: '2026-11-17' });
  });

  it('is told by its facts when to be looked at again: in between nothing changes', () => {
    const moment = fc
      .integer({ min: Date.parse('2026-10-20T00:00:00Z'), max: Date.parse('2026-11-20T00:00:00Z') })
      .map((time) => new Date(time).toISOString());
    const facts = fc.record({
      report: fc.option(moment),
      holes: fc.constantFrom<string[]>([], ['wait']),
      shown: fc.boolean(),
      asking: fc.boolean(),
      opened: moment,
      decidedAt: moment,
      routine: fc.option(fc.constant('Handover')),
      first: moment,
      number: fc.integer({ min: 1, max: 3 }),
      reports: intervals,
      round: intervals,
      focus: intervals,
      now: fc.integer({ min: Date.parse('2026-11-20T00:00:00Z'), max: Date.parse('2027-02-20T00:00:00Z') }),
      later: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(
        facts,
        ({ number, opened, decidedAt, routine, first, reports, round, focus, now, later, ...rest }) => {
          const known: TurnFacts = {
            ...done,
            ...rest,
            team: { ...done.team, cadence: { ...cadence, reports, turn: round, points: { focus } } },
            turn: number === 1 ? undefined : turn({ number, at: opened }),
            seen: [
              {
                turn: number,
                at: first,
                shifts: { '11:00': { first, taps: 1 }, '16:30': { first, taps: 1 } },
                met: first,
              },
            ],
            goals: [{ status: 'open', at: decidedAt, routine, decidedAt }],
          };
          const standing = standingOf(known, new Date(now));
          const until = standing.changes?.getTime() ?? now + 90 * 86_400_000;
          expect(until).toBeGreaterThan(now);
          const between = new Date(now + Math.floor((until - 1 - now) * later));
          expect({ ...standingOf(known, between) }).toEqual(standing);
          expect(standing.next === null).toBe(
            trip.every((point) => standing.points[point].state === 'fresh'),
          );
        },
      ),
    );
  });
});
