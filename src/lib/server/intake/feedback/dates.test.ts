import { describe, expect, test } from 'vitest';
import { orderOf, placeDate, readDate, type DateOrder } from './dates';

const place = (cell: string, order: DateOrder | null = null, zone = 'Europe/London') => {
  const read = readDate(cell);
  return read && placeDate(read, order, zone, zone)?.toISOString();
};

describe('dates', () => {
  test.each([
    ['2023-07-13 15:28:00', '2023-07-13T14:28:00.000Z'],
    ['2024-01-13 15:28', '2024-01-13T15:28:00.000Z'],
    ['2016-06-08T19:04:33Z', '2016-06-08T19:04:33.000Z'],
    ['2016-06-08T19:04:33.123+0200', '2016-06-08T17:04:33.000Z'],
    ['2016-06-08T19:04:33-07:00', '2016-06-09T02:04:33.000Z'],
    ['2026-08-22 13:41:54 UTC', '2026-08-22T13:41:54.000Z'],
    ['2026-08-22 13:41:54 GMT+8', '2026-08-22T05:41:54.000Z'],
    ['2024/03/05 3:28:11 p. m. GMT+1', '2024-03-05T14:28:11.000Z'],
    ['2024-03-05 15:28 America/New_York', '2024-03-05T20:28:00.000Z'],
    ['1465412673', '2016-06-08T19:04:33.000Z'],
    ['1465412673123', '2016-06-08T19:04:33.123Z'],
    ['13.7.2023 15.28', '2023-07-13T14:28:00.000Z'],
    ['13 Jul 2023', '2023-07-12T23:00:00.000Z'],
    ['July 13, 2023 3:28 PM', '2023-07-13T14:28:00.000Z'],
    ['Thu, 13 July 2023, 15:28', '2023-07-13T14:28:00.000Z'],
    ['13. März 2023 08:00', '2023-03-13T08:00:00.000Z'],
    ['13 de julio de 2023', '2023-07-12T23:00:00.000Z'],
    ['07/13/2023 12:05:00 AM', '2023-07-12T23:05:00.000Z'],
  ])('%s is read', (cell, iso) => {
    const read = readDate(cell);
    expect(
      read &&
        placeDate(
          read,
          cell.startsWith('07') ? 'month-first' : null,
          'Europe/London',
          'Europe/London',
        )?.toISOString(),
    ).toBe(iso);
  });

  test.each([
    '',
    'soon',
    '5',
    '2023-13-45',
    '31/31/2023',
    '2023-02-30',
    '12:30',
    '3.7',
    '2 stars',
    '1/2',
    '2023-07-13 25:00',
  ])('%j is no date', (cell) => {
    expect(readDate(cell)).toBeUndefined();
  });

  test('the order of day and month is decided over the whole column', () => {
    expect(orderOf(['03/04/2024', '25/04/2024'].map(readDate))).toBe('day-first');
    expect(orderOf(['03/04/2024', '04/25/2024'].map(readDate))).toBe('month-first');
    expect(orderOf(['03/04/2024', '05/06/2024'].map(readDate))).toBeUndefined();
    expect(orderOf(['25/04/2024', '04/25/2024'].map(readDate))).toBeUndefined();
    expect(orderOf(['2024-04-25', '25.4.2024', '3/3/2024'].map(readDate))).toBeNull();
  });

  test('a time of the hour that a clock change skips is the moment of the change, of the repeated hour the first', () => {
    expect(place('2024-03-31 01:30')).toBe('2024-03-31T01:00:00.000Z');
    expect(place('2024-10-27 01:30')).toBe('2024-10-27T00:30:00.000Z');
  });

  test('a day without a time stays that day, whatever zone the file names', () => {
    const read = readDate('2024-05-05');
    expect(read && placeDate(read, null, 'UTC', 'America/New_York')?.toISOString()).toBe(
      '2024-05-05T04:00:00.000Z',
    );
  });
});
