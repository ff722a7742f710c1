import { expect, it } from 'vitest';
import { remembers, type TurnEntry } from './turn-log';

const entry: TurnEntry = {
  number: 14,
  from: '2026-11-01T09:00:00Z',
  to: '2026-11-14T09:00:00Z',
  learned: 'Guests at the Café wait gladly when they know how long.',
  by: 'Dana',
  decisions: ['Say the wait before they ask'],
  skills: ['asking'],
  youSaid: 'I never knew how long.',
  weDid: null,
  question: 'Was your soup warm?',
};

it.each([
  ['cafe GLADLY', true],
  ['wait soup', true],
  ['say', true],
  ['', true],
  ['gladly cold', false],
  ['dana', false],
])('"%s" is found in it: %s', (search, found) => {
  expect(remembers(entry, search)).toBe(found);
});
