import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Below these versions the packages have holes that a wall on a shared network must not have. */
const floors: Record<string, string> = {
  'engine.io': '6.6.10',
  'socket.io-parser': '4.2.7',
  ws: '8.21.0',
  devalue: '5.9.3',
  svelte: '5.53.5',
  '@sveltejs/kit': '2.69.1',
};

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, { version?: string; resolved?: string }>;
};

const atLeast = (version: string, floor: string) => {
  const [a, b] = [version, floor].map((text) => text.split('-')[0]!.split('.').map(Number)) as [
    number[],
    number[],
  ];
  for (let i = 0; i < 3; i++) if (a[i] !== b[i]) return a[i]! > b[i]!;
  return true;
};

it.each(Object.entries(floors))('every copy of %s is at least %s', (name, floor) => {
  const copies = Object.entries(lock.packages).filter(([path]) => path.endsWith(`node_modules/${name}`));
  expect(copies.length).toBeGreaterThan(0);
  for (const [, { version }] of copies) expect(version && atLeast(version, floor)).toBe(true);
});

it('names no package host', () => {
  expect(Object.values(lock.packages).filter(({ resolved }) => resolved)).toEqual([]);
});
