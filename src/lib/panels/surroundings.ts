import { getContext, setContext } from 'svelte';
import type { Logo } from '../domain/brand';
import type { RingState } from '../domain/ring';

/** What the wall around a panel asks its frame to show; no panel's own data. */
export interface Surroundings {
  /** The ring, in the zone whose corner it hangs in; null: none here. */
  ring: RingState | null;
  /** The team's logo, in the zone that begins the wall; null: none here. */
  logo: Logo | null;
  /** Since when nothing was heard of the server, as a sentence; null while the link holds. */
  noNews: string | null;
  /** What the wall has to admit of the turn, in words, in the zone that begins it; absent or null: nothing. */
  admits?: { icon: 'late' | 'asleep'; text: string } | null;
  /** Name of another team whose scene it is; absent: the wall’s own. Then neither ring nor logo of the wall’s team stands on it. */
  of?: string;
  /** A scene is on its way in: what moves inside it waits. */
  coming?: boolean;
}

const key = Symbol('surroundings');
const bare: Surroundings = { ring: null, logo: null, noNews: null };

/** Tells the panels below what stands around them. */
export const surround = (by: () => Surroundings): unknown => setContext(key, by);

/** What stands around this panel; nothing where it hangs alone. */
export const surroundings = (): (() => Surroundings) =>
  getContext<(() => Surroundings) | undefined>(key) ?? (() => bare);
