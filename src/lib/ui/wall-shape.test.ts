import { expect, it } from 'vitest';
import { wallShape } from './wall-shape';

const main = { id: 'main', share: 1 };

it('draws a wall in its proportions', () => {
  expect(wallShape({ canvas: { width: 2000, height: 1000 }, zones: [main] })).toBe('M1.5 6.75h21v10.5h-21z');
  expect(wallShape({ canvas: { width: 1000, height: 2000 }, zones: [main] })).toBe(
    'M6.75 1.5h10.5v21h-10.5z',
  );
});

it('draws the edges between zones, along the longer side and across a split', () => {
  const zones = [
    { id: 'a', share: 50 },
    { id: 'b', share: 50, split: [main, { ...main, id: 'other' }] },
  ];
  expect(wallShape({ canvas: { width: 2000, height: 1000 }, zones })).toBe(
    'M1.5 6.75h21v10.5h-21zM12 6.75v10.5M12 12h10.5',
  );
  expect(wallShape({ canvas: { width: 1000, height: 2000 }, zones })).toBe(
    'M6.75 1.5h10.5v21h-10.5zM6.75 12h10.5M12 12v10.5',
  );
});
