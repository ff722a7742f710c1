import { area, line } from 'd3';
import { expect, test } from 'vitest';
import { polyline } from './polyline';

const points: [number, number][] = [
  [0, 12.3456],
  [50, 3],
  [100, 7.1],
];

test('a line is what d3 draws', () => {
  expect(polyline(points)).toBe(line()(points));
});

test('a closed line there and back is the area that d3 draws', () => {
  const back = points.map(([x]): [number, number] => [x, 20]).reverse();
  expect(polyline([...points, ...back], true)).toBe(area<[number, number]>().y0(20)(points));
});

test('a line through nothing is empty', () => {
  expect(polyline([])).toBe('');
});
