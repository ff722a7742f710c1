import type { Patch, Snapshot } from '$lib/protocol/events';
import { same } from '$lib/protocol/patch';
import { newsIn } from './player.svelte';

/** Pictures of news that are about to break in. */
export const freshPictures = ({ slots: held }: Snapshot, { slots }: Snapshot | Patch): string[] =>
  Object.entries(slots).flatMap(([id, slot]) => {
    const known = newsIn(held[id]);
    return newsIn(slot)
      .filter((news) => !known.some((one) => one.id === news.id))
      .flatMap(({ play }) => slot?.pictures?.[play] || []);
  });

/** The new board with those slots and that layout kept as they are which did not change: their scenes go on. */
export function merged(held: Snapshot, next: Snapshot): Snapshot {
  const slots = Object.fromEntries(
    Object.entries(next.slots).map(([id, slot]) => {
      const before = held.slots[id];
      return [id, before && same(before, slot) ? before : slot];
    }),
  );
  return { ...next, slots, layout: same(held.layout, next.layout) ? held.layout : next.layout };
}
