import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDay, localTime, momentOf, weekday } from './calendar';
import { dwellOf, wordsIn } from './playlist';
import { isOn, nextChange } from './schedule';

const berlin = 'Europe/Berlin';

describe('local days', () => {
  it('a moment has the date of the team’s place', () => {
    expect(localDay(new Date('2026-11-22T23:30:00Z'), berlin)).toBe('2026-11-23');
    expect(localDay(new Date('2026-11-22T23:30:00Z'), 'America/Los_Angeles')).toBe('2026-11-22');
    expect(localTime(new Date('2026-11-22T23:30:00Z'), berlin)).toBe('00:30');
  });

  it('23:00 and 02:30 around a clock change are the moments people mean', () => {
    expect(momentOf('2026-03-28', '23:00', berlin).toISOString()).toBe('2026-03-28T22:00:00.000Z');
    expect(momentOf('2026-03-29', '02:30', berlin).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(momentOf('2026-10-25', '02:30', berlin).toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(momentOf('2026-10-25', '03:30', berlin).toISOString()).toBe('2026-10-25T02:30:00.000Z');
  });

  it('there and back is the same moment, anywhere, to the minute', () => {
    const zones = [
      'UTC',
      berlin,
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Pacific/Apia',
      'America/St_Johns',
    ];
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        fc.constantFrom(...zones),
        (at, zone) => {
          const again = momentOf(localDay(at, zone), localTime(at, zone), zone);
          expect([localDay(again, zone), localTime(again, zone)]).toEqual([
            localDay(at, zone),
            localTime(at, zone),
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('days are counted across months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
    expect(weekday('2026-11-22')).toBe(7);
  });
});

describe('dayparts', () => {
  const evening = { days: [1, 2, 3, 4, 5], from: '17:00', to: '23:00' };
  const night = { days: [5], from: '22:00', to: '06:00' };

  it.each([
    [evening, '2026-11-20T16:00:00Z', true],
    [evening, '2026-11-20T15:59:00Z', false],
    [evening, '2026-11-22T18:00:00Z', false],
    [night, '2026-11-20T23:00:00Z', true],
    [night, '2026-11-21T04:59:00Z', true],
    [night, '2026-11-21T05:00:00Z', false],
    [night, '2026-11-21T23:00:00Z', false],
    [{ days: [7] }, '2026-11-22T12:00:00Z', true],
    [{}, '2026-11-22T12:00:00Z', true],
  ])('%j at %s: %s', (part, at, on) => {
    expect(isOn(part, new Date(at), berlin)).toBe(on);
  });

  it('say when to look again', () => {
    expect(nextChange(evening, new Date('2026-11-20T12:00:00Z'), berlin)?.toISOString()).toBe(
      '2026-11-20T16:00:00.000Z',
    );
    expect(nextChange(evening, new Date('2026-11-20T22:30:00Z'), berlin)?.toISOString()).toBe(
      '2026-11-23T16:00:00.000Z',
    );
    expect(nextChange({}, new Date('2026-11-20T12:00:00Z'), berlin)).toBeUndefined();
  });

  it('a night of a clock change is an hour shorter', () => {
    const sleep = { from: '23:00', to: '06:00' };
    expect(nextChange(sleep, new Date('2026-03-28T23:00:00Z'), berlin)?.toISOString()).toBe(
      '2026-03-29T04:00:00.000Z',
    );
  });

  // Clocks go forward at 01:00 UTC on 29 March and back on 25 October in Europe, at 07:00 and 06:00 UTC in New York; Lord
  // Howe changes by half an hour; Arizona not at all.
  it.each([
    ['Europe/Berlin', '2026-03-29', { from: '01:30', to: '04:00' }, '00:30', '02:00'],
    ['Europe/Berlin', '2026-03-29', { from: '02:15', to: '04:00' }, '01:00', '02:00'],
    ['Europe/Berlin', '2026-03-29', { from: '00:30', to: '02:45' }, '-23:30', '01:00'],
    ['Europe/Berlin', '2026-10-25', { from: '01:30', to: '04:00' }, '-23:30', '03:00'],
    ['Europe/Berlin', '2026-10-25', { from: '02:30', to: '03:30' }, '00:30', '02:30'],
    ['Europe/London', '2026-10-25', { from: '01:30', to: '02:30' }, '00:30', '02:30'],
    ['America/New_York', '2026-03-08', { from: '01:00', to: '03:30' }, '06:00', '07:30'],
    ['America/New_York', '2026-11-01', { from: '01:30', to: '02:30' }, '05:30', '07:30'],
    ['Australia/Lord_Howe', '2026-10-04', { from: '01:30', to: '03:00' }, '-15:00', '-16:00'],
    ['America/Phoenix', '2026-03-08', { from: '01:30', to: '03:30' }, '08:30', '10:30'],
  ])('%s on %s, %j: on at %s, off at %s UTC', (zone, day, part, on, off) => {
    const utc = (time: string) =>
      new Date(`${time.startsWith('-') ? addDays(day, -1) : day}T${time.slice(-5)}Z`);
    const [begins, ends] = [utc(on), utc(off)];
    const before = new Date(begins.getTime() - 1);
    expect(nextChange(part, new Date(begins.getTime() - 60_000), zone)).toEqual(begins);
    expect(nextChange(part, begins, zone)).toEqual(ends);
    expect([before, begins, new Date(ends.getTime() - 1), ends].map((at) => isOn(part, at, zone))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('nothing changes before the moment they name, and something does then', () => {
    const time = fc
      .tuple(fc.nat(23), fc.constantFrom(0, 15, 30, 45))
      .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.record({
          from: time,
          to: time,
          days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        }),
        fc.date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (part, now, fraction) => {
          const next = nextChange(part, now, berlin);
          if (!next) return void expect(part.days.length).toBe(7);
          const before = new Date(now.getTime() + Math.floor((next.getTime() - now.getTime()) * fraction));
          expect(isOn(part, before, berlin)).toBe(isOn(part, now, berlin));
          expect(isOn(part, next, berlin)).not.toBe(isOn(part, now, berlin));
        },
      ),
    );
  });
});

describe('a playlist', () => {
  it('gives each item the time its words need', () => {
    expect([0, 30, 1000].map((words) => dwellOf({ dwell: null }, words))).toEqual([8, 18, 60]);
    expect(dwellOf({ dwell: 5 }, 300)).toBe(5);
  });

  it('counts words as people read them', () => {
    expect(wordsIn('You remembered my daughter’s nut allergy', null)).toBe(6);
    expect(wordsIn('— … —')).toBe(0);
    expect(wordsIn('とても美味しかった')).toBe(5);
  });
});
