import type { Layout, Patch, Revision, Slot, Snapshot } from './events';

/** What a board shows, without when and which: the part that changes are found in. */
export interface Picture {
  layout: Layout;
  slots: Record<string, Slot>;
  asOf: string | null;
}

/** What a patch carries besides its revisions. */
export type Difference = Pick<Patch, 'slots' | 'layout' | 'asOf'>;

export const sameRevision = (a: Revision | null, b: Revision | null): boolean =>
  a === b || (a !== null && b !== null && a.epoch === b.epoch && a.n === b.n);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Equality of what JSON can carry. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}

/** Whole slots that differ, null where one is gone; undefined when nothing does. */
export function diff(before: Picture, after: Picture): Difference | undefined {
  const slots: Record<string, Slot | null> = {};
  for (const id of Object.keys(before.slots)) if (!(id in after.slots)) slots[id] = null;
  for (const [id, slot] of Object.entries(after.slots)) if (!same(before.slots[id], slot)) slots[id] = slot;
  const moved = !same(before.layout, after.layout);
  if (!moved && Object.keys(slots).length === 0 && before.asOf === after.asOf) return undefined;
  return { slots, asOf: after.asOf, ...(moved ? { layout: after.layout } : {}) };
}

/** Several differences in a row as one: the later slot wins. */
export function join(differences: readonly Difference[]): Difference {
  const joined: Difference = { slots: {}, asOf: null };
  for (const { slots, layout, asOf } of differences) {
    Object.assign(joined.slots, slots);
    joined.asOf = asOf;
    if (layout) joined.layout = layout;
  }
  return joined;
}

/** The snapshot after the patch, or undefined when the patch does not start from it. Slots that did not change stay the same objects. */
export function apply(snapshot: Snapshot, patch: Patch): Snapshot | undefined {
  if (!sameRevision(snapshot.revision, patch.from)) return undefined;
  const slots = { ...snapshot.slots };
  for (const [id, slot] of Object.entries(patch.slots)) {
    if (slot === null) delete slots[id];
    else slots[id] = slot;
  }
  return {
    ...snapshot,
    slots,
    layout: patch.layout ?? snapshot.layout,
    revision: patch.to,
    asOf: patch.asOf,
    now: patch.now,
  };
}
