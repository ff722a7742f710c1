import { expect, it } from 'vitest';
import { missionOf } from './mission';

it('is the team’s own line, else the organisation’s, else none', () => {
  const organisation = { mission: 'Nobody leaves hungry' };
  expect(missionOf({ mission: 'Warm food, on time' }, organisation)).toBe('Warm food, on time');
  expect(missionOf({ mission: null }, organisation)).toBe('Nobody leaves hungry');
  expect(missionOf({}, organisation)).toBe('Nobody leaves hungry');
  expect(missionOf({}, {})).toBeNull();
  expect(missionOf({}, undefined)).toBeNull();
});
