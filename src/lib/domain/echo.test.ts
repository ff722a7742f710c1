import { describe, expect, it } from 'vitest';
import { seeded, seedOfRun } from '../../../tests/support/random';
import { fewestEchoes, poolsOf } from './echo';

interface Said {
  id: string;
  month: string;
}
const said = (month: string, count: number): Said[] =>
  Array.from({ length: count }, (_, n) => ({ id: `${month} ${n}`, month }));
const told = (echoes: Said[], now: string) =>
  poolsOf(echoes, now).map(({ from, to, echoes }) => [from, to, echoes.length]);

describe('a pool of echoes', () => {
  it('is told once its month is over', () => {
    expect(told(said('2026-10', 5), '2026-10')).toEqual([]);
    expect(told(said('2026-10', 5), '2026-11')).toEqual([['2026-10', '2026-10', 5]]);
  });

  it('waits with those of later months until there are enough', () => {
    const echoes = [...said('2026-07', 4), ...said('2026-09', 3), ...said('2026-10', 4)];
    expect(told(echoes, '2026-09')).toEqual([]);
    expect(told(echoes, '2026-11')).toEqual([['2026-07', '2026-09', 7]]);
    expect(told([...echoes, ...said('2026-11', 1)], '2026-12')).toEqual([
      ['2026-07', '2026-09', 7],
      ['2026-10', '2026-11', 5],
    ]);
  });
});

/** Everything that is told at one moment, by whom it is made of. */
const viewOf = (echoes: Said[], now: string) =>
  poolsOf(echoes, now).map(({ echoes }) => new Set(echoes.map(({ id }) => id)));
type View = ReturnType<typeof viewOf>;

/** The fewest people by which any two sums of what two views tell differ, none left out. */
function smallestDifference(one: View, other: View): number {
  const all = [...one, ...other];
  let smallest = Infinity;
  // Each choice of pools is a sum that somebody could reckon.
  const sums = Array.from({ length: 2 ** all.length }, (_, bits) => {
    const people = new Set<string>();
    all.forEach((pool, n) => (bits >> n) & 1 && pool.forEach((id) => people.add(id)));
    return people;
  });
  for (const a of sums)
    for (const b of sums) {
      const differ = [...a].filter((id) => !b.has(id)).length + [...b].filter((id) => !a.has(id)).length;
      if (differ > 0) smallest = Math.min(smallest, differ);
    }
  return smallest;
}

describe('whatever is told, whenever it is looked at', () => {
  const months = Array.from({ length: 5 }, (_, n) => `2026-${String(n + 3).padStart(2, '0')}`);
  const looks = [...months, '2026-08'];

  /** Answers come in month by month; somebody looks at the beginning, midst and end of each. */
  function views(random: () => number, view: (echoes: Said[], now: string) => View): View[] {
    const echoes: Said[] = [];
    return looks.flatMap((now) => {
      const seen: View[] = [];
      for (let n = 0; n < 3; n += 1) {
        seen.push(view(echoes, now));
        if (now !== looks.at(-1))
          echoes.push(
            ...said(now, Math.floor(random() * 4)).map((one) => ({ ...one, id: `${one.id}.${n}` })),
          );
      }
      return [...seen, view(echoes, now)];
    });
  }
  /** The fewest people by which two views differ, over all pairs. */
  const differ = (all: View[]) => {
    const last = all.filter(
      (view, n) =>
        JSON.stringify(view.map((pool) => [...pool])) !==
        JSON.stringify(all[n - 1]?.map((pool) => [...pool])),
    );
    return Math.min(
      ...last.flatMap((one, n) => last.slice(n).map((other) => smallestDifference(one, other))),
    );
  };

  it('no two views differ by fewer than the fewest', () => {
    const random = seeded(seedOfRun());
    let pools = 0;
    for (let run = 0; run < 12; run += 1) {
      const all = views(random, viewOf);
      pools += all.at(-1)?.length ?? 0;
      const smallest = differ(all);
      expect(smallest).toBeGreaterThanOrEqual(fewestEchoes);
      // What was told is told the same ever after.
      all.forEach((view, n) =>
        view.forEach((pool, at) => expect([...(all[n + 1]?.[at] ?? pool)]).toEqual([...pool])),
      );
    }
    expect(pools).toBeGreaterThan(12);
  });

  it('control: told while the month is on, one person shows', () => {
    const random = seeded(7);
    const early = (echoes: Said[], now: string) => viewOf(echoes, `${now}-x`);
    const smallest = Math.min(...Array.from({ length: 3 }, () => differ(views(random, early))));
    expect(smallest).toBe(1);
  });
});
