/** Axes and what stands on each. */
export type Axes = Record<string, readonly unknown[]>;
/** One value of each axis, by its place there. */
type Places = number[];
/** One value of each axis. */
export type Case<A extends Axes> = { -readonly [K in keyof A]: A[K][number] };

/** How the words on a wall are written, and whose they are. */
export const axes = {
  /** Our messages: as they are, or pseudo-English, accented and 40 % longer. */
  words: ['english', 'pseudo'],
  dir: ['ltr', 'rtl'],
  /** People's own words: the example's, Arabic ones of the same length, or strings that broke other programs. */
  content: ['own', 'arabic', 'naughty'],
} as const satisfies Axes;
export type Manner = Case<typeof axes>;

/**
 * The manners that the whole matrix crosses with every wall and screen: English as it is, longer, longer and mirrored, Arabic
 * on a mirrored wall, and the naughty strings both ways.
 */
export const manners: readonly Manner[] = [
  { words: 'english', dir: 'ltr', content: 'own' },
  { words: 'pseudo', dir: 'ltr', content: 'own' },
  { words: 'pseudo', dir: 'rtl', content: 'own' },
  { words: 'english', dir: 'rtl', content: 'arabic' },
  { words: 'pseudo', dir: 'rtl', content: 'naughty' },
  { words: 'english', dir: 'ltr', content: 'naughty' },
];

/**
 * Cases such that any two values of two axes stand together in at least one of them, if `possible` lets them: far fewer than
 * all. Greedy and always the same: each case begins with the first pair that is not covered yet, and every further
 * axis gets the value that covers most.
 */
export function pairwise<A extends Axes>(
  given: A,
  possible: (one: Partial<Case<A>>) => boolean = () => true,
): Case<A>[] {
  const names = Object.keys(given);
  const counts = names.map((name) => given[name]?.length ?? 0);
  const named = (places: readonly (number | undefined)[]) =>
    Object.fromEntries(
      names.flatMap((name, axis) => {
        const place = places[axis];
        return place === undefined ? [] : [[name, given[name]?.[place]]];
      }),
    ) as Partial<Case<A>>;

  /** For each two axes, whether two of their values have yet to stand together. */
  const open = new Map<string, Uint8Array>();
  const key = (a: number, b: number) => `${a} ${b}`;
  const at = (a: number, i: number, b: number, j: number): [Uint8Array, number] => {
    const [first, second, x, y] = a < b ? [a, b, i, j] : [b, a, j, i];
    return [open.get(key(first, second)) ?? new Uint8Array(), x * (counts[second] ?? 0) + y];
  };
  for (let a = 0; a < names.length; a++)
    for (let b = a + 1; b < names.length; b++)
      open.set(key(a, b), new Uint8Array((counts[a] ?? 0) * (counts[b] ?? 0)).fill(1));

  const cover = (places: Places) => {
    for (let a = 0; a < names.length; a++)
      for (let b = a + 1; b < names.length; b++) {
        const [left, index] = at(a, places[a] ?? 0, b, places[b] ?? 0);
        left[index] = 0;
      }
  };

  const cases: Case<A>[] = [];
  for (const [pair, left] of open) {
    const [a = 0, b = 0] = pair.split(' ').map(Number);
    const width = counts[b] ?? 1;
    for (let index = left.indexOf(1); index !== -1; index = left.indexOf(1, index)) {
      const places: (number | undefined)[] = names.map(() => undefined);
      places[a] = Math.floor(index / width);
      places[b] = index % width;
      left[index] = 0;
      if (!possible(named(places))) continue;
      for (const axis of names.keys()) {
        if (places[axis] !== undefined) continue;
        let best = -1;
        for (let turn = 0; turn < (counts[axis] ?? 0); turn++) {
          // Begins elsewhere each time, so that values that gain nothing take turns.
          const value = (turn + cases.length) % (counts[axis] ?? 1);
          const gain = places.reduce<number>((sum, place, other) => {
            if (place === undefined) return sum;
            const [still, where] = at(axis, value, other, place);
            return sum + (still[where] ?? 0);
          }, 0);
          if (gain <= best) continue;
          const before: number | undefined = places[axis];
          places[axis] = value;
          if (possible(named(places))) best = gain;
          else places[axis] = before;
        }
      }
      if (places.includes(undefined)) continue;
      cover(places as Places);
      cases.push(named(places) as Case<A>);
    }
  }
  return cases;
}
