import { expect, it } from 'vitest';
import { signOf, spoken } from './language';

it.each([
  ['en', '1,234.5', '3 September 2026'],
  ['es', '1234,5', '3 de septiembre de 2026'],
  ['ar', '1,234.5', '3 سبتمبر 2026'],
  ['de', '1.234,5', '3. September 2026'],
])('%s is written as its readers write: %s, %s', (language, number, day) => {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  expect(new Intl.NumberFormat(spoken(language)).format(1234.5)).toBe(number);
  expect(
    new Intl.DateTimeFormat(spoken(language), options)
      .format(new Date('2026-09-03T12:00:00Z'))
      .replace(/\u200f/g, ''),
  ).toBe(day);
});

it('keeps a sign before its figure, in a sentence from the right too', () => {
  expect([
    signOf(-8, false, 'en'),
    signOf(8, true, 'en'),
    signOf(8, false, 'en'),
    signOf(0, true, 'ar'),
  ]).toEqual(['−', '+', '', '']);
  expect(signOf(-8, false, 'ar')).toBe('\u200e−');
});
