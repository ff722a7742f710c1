import { expect, it } from 'vitest';
import { timeIn } from './asking';

it.each([
  ['Two of us greet within 5 seconds.', '5 seconds'],
  ['We pick up before the 3rd ring', '3'],
  ['Wir antworten in 24 Stunden', '24'],
  ['saludamos en menos de 5 segundos', '5 segundos'],
  ['نرحّب خلال ٥ ثوانٍ.', '٥ ثوانٍ'],
  ['We greet everybody at once', null],
])('finds the time that a standard names: %s', (standard, time) => {
  expect(timeIn(standard)).toBe(time);
});
