import { expect, it } from 'vitest';
import { momentsOf, toGo } from './countdown';

const london = 'Europe/London';
const at = (moment: string, course: { day: string; time: string | null }, zone = london) =>
  toGo(course, zone, new Date(moment));

it('counts days by the calendar, then tomorrow, hours, minutes, seconds, and then it is there', () => {
  const opening = { day: '2026-11-28', time: '15:00' };
  expect(at('2026-11-22T14:00:00Z', opening)).toEqual({ unit: 'days', count: 6 });
  expect(at('2026-11-26T23:50:00Z', opening)).toEqual({ unit: 'days', count: 2 });
  expect(at('2026-11-27T00:10:00Z', opening)).toEqual({ unit: 'tomorrow' });
  expect(at('2026-11-28T09:40:00Z', opening)).toEqual({ unit: 'hours', count: 5, minutes: 20 });
  expect(at('2026-11-28T14:00:00Z', opening)).toEqual({ unit: 'hours', count: 1, minutes: 0 });
  expect(at('2026-11-28T14:00:01Z', opening)).toEqual({ unit: 'hours', count: 1, minutes: 0 });
  expect(at('2026-11-28T14:18:30Z', opening)).toEqual({ unit: 'minutes', count: 42 });
  expect(at('2026-11-28T14:59:00.500Z', opening)).toEqual({ unit: 'seconds', count: 60 });
  expect(at('2026-11-28T15:00:00Z', opening)).toEqual({ unit: 'there' });
});

it('says hours in the night before something early', () => {
  expect(at('2026-11-27T23:50:00Z', { day: '2026-11-28', time: '00:30' })).toEqual({
    unit: 'minutes',
    count: 40,
  });
  expect(at('2026-11-27T20:00:00Z', { day: '2026-11-28', time: '06:00' })).toEqual({
    unit: 'hours',
    count: 10,
    minutes: 0,
  });
});

it('gives a day without a time no hours', () => {
  const day = { day: '2026-11-28', time: null };
  expect(at('2026-11-27T23:59:00Z', day)).toEqual({ unit: 'tomorrow' });
  expect(at('2026-11-28T00:00:00Z', day)).toEqual({ unit: 'there' });
  expect(momentsOf(day, london).leaves).toEqual(new Date('2026-11-29T00:00:00Z'));
});

it('counts hours as long as they last where the clock changes, and days as the calendar has them', () => {
  // In the night to 25 October 2026 London’s clock goes back: the night has an hour more.
  const early = { day: '2026-10-25', time: '09:00' };
  expect(at('2026-10-24T22:00:00Z', early)).toEqual({ unit: 'hours', count: 11, minutes: 0 });
  expect(at('2026-10-23T22:30:00Z', early)).toEqual({ unit: 'days', count: 2 });
});

it('counts in the team’s time zone', () => {
  const opening = { day: '2026-11-28', time: '09:00' };
  expect(at('2026-11-28T05:00:00Z', opening, 'Asia/Kolkata')).toEqual({ unit: 'there' });
  expect(at('2026-11-28T05:00:00Z', opening, 'America/New_York')).toEqual({
    unit: 'hours',
    count: 9,
    minutes: 0,
  });
});

it('stands for an hour after its moment', () => {
  const { comes, leaves } = momentsOf({ day: '2026-11-28', time: '15:00' }, london);
  expect([comes, leaves]).toEqual([new Date('2026-11-28T15:00:00Z'), new Date('2026-11-28T16:00:00Z')]);
});
