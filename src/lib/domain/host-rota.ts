/** Somebody hosted then (ISO). */
export interface Hosted {
  name: string;
  at: string;
}

const same = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/**
 * Whose turn it is to host, first the one who comes next: who never did, in the list’s order, then who did longest ago. It counts
 * nothing and compares nobody: the list goes round. People who hosted without standing on it are left out.
 */
export function hostRota(people: readonly string[], hosted: readonly Hosted[]): string[] {
  const last = (name: string): string =>
    hosted.reduce((latest, one) => (same(one.name, name) && one.at > latest ? one.at : latest), '');
  return people
    .map((name, index) => ({ name, index, last: last(name) }))
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.index - b.index))
    .map(({ name }) => name);
}
