/**
 * One entry of a display's playlist. `panel` is a panel's kind and `options` what that panel's schema accepts; `dwell`
 * is in seconds, null where the words decide; `days` are weekdays (1 = Monday), `from` and `to` local times (`HH:MM`); `team`
 * is the id of another team whose scene it is, absent for the display’s own.
 */
export interface PlaylistItem {
  id: string;
  panel: string;
  options: Record<string, unknown>;
  dwell: number | null;
  days?: number[];
  from?: string;
  to?: string;
  team?: string;
}

/** Shortest and longest stay on the wall that a leader may set, in seconds. */
export const dwellRange = { min: 5, max: 300 } as const;

/** Seconds on the wall: what the leader set, else 8 and a third of a second for each word to be read, at most a minute. */
export function dwellOf(item: Pick<PlaylistItem, 'dwell'>, words: number): number {
  return item.dwell ?? Math.min(60, Math.ceil(8 + words / 3));
}

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/** How many words people read in a text; scripts without spaces count two characters as a word. */
export function wordsIn(...texts: (string | null | undefined)[]): number {
  const text = texts.filter(Boolean).join(' ');
  const unspaced = text.match(dense)?.length ?? 0;
  const spaced = text
    .replace(dense, ' ')
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return spaced + Math.ceil(unspaced / 2);
}
