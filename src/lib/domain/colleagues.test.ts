import { expect, test } from 'vitest';
import { answeringTeam, colleaguesOf, loopOf } from './colleagues';

const teams = new Map(
  [
    { id: 'kitchen', serves: ['floor'] },
    { id: 'floor', serves: ['desk'] },
    { id: 'laundry', serves: ['floor', 'desk'] },
    { id: 'desk' },
  ].map((team) => [team.id, team]),
);

test('a source says whose people answered, and another source nobody’s', () => {
  expect(answeringTeam(colleaguesOf('floor'))).toBe('floor');
  expect(answeringTeam('api:colleagues')).toBeUndefined();
});

test('a chain that comes back to its beginning is found, however long, and told as it would go', () => {
  expect(loopOf('desk', ['kitchen'], teams)).toEqual(['desk', 'kitchen', 'floor', 'desk']);
  expect(loopOf('floor', ['kitchen'], teams)).toEqual(['floor', 'kitchen', 'floor']);
});

test('two ways to the same team are no loop, and a team that is gone ends a way', () => {
  expect(loopOf('laundry', ['floor', 'desk'], teams)).toBeUndefined();
  expect(loopOf('desk', ['gone'], teams)).toBeUndefined();
});
