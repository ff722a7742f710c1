import { expect, test } from 'vitest';
import { SpreadMap } from './spread-map';

test('it holds what was put there, however alike or short the ids are', () => {
  const ids = [
    ...Array.from({ length: 3_000 }, (_, i) => `import-${String(i).padStart(32, '0')}`),
    ...Array.from({ length: 3_000 }, (_, i) => `${String(i).padStart(32, '0')}-abcd0123`),
    ...Array.from({ length: 300 }, (_, i) => `d${i}`),
    '',
  ];
  const map = new SpreadMap<string>();
  for (const id of ids) map.set(id, 'before');
  for (const id of ids) map.set(id, `of ${id}`);
  expect(map.size).toBe(ids.length);
  expect(ids.every((id) => map.get(id) === `of ${id}` && map.has(id))).toBe(true);
  expect([...map.values()].sort()).toEqual(ids.map((id) => `of ${id}`).sort());

  const gone = ids.filter((_, i) => i % 3 === 0);
  expect(gone.every((id) => map.delete(id))).toBe(true);
  expect(gone.some((id) => map.delete(id) || map.has(id))).toBe(false);
  expect(map.size).toBe(ids.length - gone.length);
  expect(map.get('nobody')).toBeUndefined();
});
