import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hostRota } from './host-rota';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}T14:00:00.000Z`;

it.each([
  ['nobody has hosted: in the list’s order', [], ['Ana', 'Ben', 'Cem']],
  ['who never did comes before who did', [['Ana', 3]], ['Ben', 'Cem', 'Ana']],
  [
    'then who did longest ago',
    [
      ['Cem', 5],
      ['Ana', 7],
      ['Ben', 2],
    ],
    ['Ben', 'Cem', 'Ana'],
  ],
  [
    'the last time counts, not how often',
    [
      ['Ana', 1],
      ['Ana', 2],
      ['Ben', 3],
      ['Cem', 4],
    ],
    ['Ana', 'Ben', 'Cem'],
  ],
  [
    'in whatever order they are told',
    [
      ['Ana', 9],
      ['Ben', 6],
      ['Ana', 1],
      ['Cem', 7],
    ],
    ['Ben', 'Cem', 'Ana'],
  ],
  [
    'however the name was typed',
    [
      [' ana ', 5],
      ['BEN', 4],
    ],
    ['Cem', 'Ben', 'Ana'],
  ],
  ['somebody who is not on the list', [['Dov', 5]], ['Ana', 'Ben', 'Cem']],
] as [string, [string, number][], string[]][])('%s', (_, hosted, order) => {
  expect(
    hostRota(
      ['Ana', 'Ben', 'Cem'],
      hosted.map(([name, on]) => ({ name, at: day(on) })),
    ),
  ).toEqual(order);
});

it('is fair: whoever is next hosts, and everybody has hosted once before anybody does again', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string({ minLength: 1 }), {
        minLength: 1,
        maxLength: 12,
        selector: (name) => name.trim().toLocaleLowerCase(),
      }),
      fc.integer({ min: 1, max: 4 }),
      (people, rounds) => {
        const hosted: { name: string; at: string }[] = [];
        for (let huddle = 0; huddle < rounds * people.length; huddle += 1)
          hosted.push({
            name: hostRota(people, hosted)[0]!,
            at: new Date(huddle * 86_400_000).toISOString(),
          });
        for (let round = 0; round < rounds; round += 1)
          expect(
            new Set(hosted.slice(round * people.length, (round + 1) * people.length).map(({ name }) => name)),
          ).toEqual(new Set(people));
      },
    ),
  );
});
