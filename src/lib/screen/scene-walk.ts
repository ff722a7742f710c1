import type { Snapshot } from '$lib/protocol/events';
import { Player } from './player.svelte';

/** After so many scenes a walk begins anew. */
const most = 1_000;
/** How long a page with nothing on it stays, in seconds. */
const resting = 60;
/** How soon a page that was taken over looks again, in seconds: the end may come any time. */
const watchful = 15;

/** The scene that a display's page is asked to begin with (`?scene=7`); 0, the first, unless it says so in digits. */
export function sceneOf(query: URLSearchParams): number {
  const asked = query.get('scene') ?? '';
  return /^\d{1,6}$/.test(asked) ? Number(asked) % most : 0;
}

/** Where a page without a running program goes when its scene has had its time: a link, and seconds until then. */
export function sceneAfter(first: Snapshot | null, scene: number): { to: string; seconds: number } {
  if (!first) return { to: '?', seconds: resting };
  const { layout, slots } = first;
  if (layout.takeover) return { to: `?scene=${scene}`, seconds: watchful };
  const dwells = layout.zones.flatMap((zone) => {
    const player = new Player(zone, slots, undefined, { scene, pinned: layout.pinned });
    return player.showing ? [player.showing.content.dwell] : [];
  });
  return { to: `?scene=${(scene + 1) % most}`, seconds: dwells.length ? Math.max(...dwells) : resting };
}
