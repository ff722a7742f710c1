import type { Revision, Snapshot } from '$lib/protocol/events';

/** What a TV keeps for a start without a server. */
export interface Kept {
  snapshot: Snapshot;
  /** When the server was last heard, on this screen's clock corrected by the server's (ISO). */
  heard: string;
  /** Milliseconds that this screen's clock was ahead of the server's. */
  offset: number;
}

const key = (display: string) => `huddleboard:board:${display}`;
/** After this long without a word from the server no names, comments or pictures stand on a wall. */
export const personalFor = 24 * 3_600_000;
/** A clock that is further behind than this was set back. */
const wrongClock = 600_000;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'heard' in value &&
  typeof value.heard === 'string' &&
  'offset' in value &&
  typeof value.offset === 'number' &&
  'snapshot' in value &&
  typeof value.snapshot === 'object' &&
  value.snapshot !== null &&
  'slots' in value.snapshot &&
  'layout' in value.snapshot &&
  'revision' in value.snapshot;

/** Whether nothing was heard since `heard` for too long to show people; a clock that went back cannot say for how long. */
export function isLongAgo(heard: Date, now: Date): boolean {
  const age = now.getTime() - heard.getTime();
  return age >= personalFor || age < -wrongClock;
}

/** The last board of a display, as this TV kept it; without what is personal where that was too long ago. */
export function recall(display: string): Kept | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key(display)) ?? 'null');
    if (!isKept(value)) return undefined;
    const now = new Date(Date.now() - value.offset);
    if (!isLongAgo(new Date(value.heard), now)) return value;
    return { ...value, snapshot: withoutPeople(value.snapshot) };
  } catch {
    return undefined;
  }
}

/** Keeps the board; a TV without storage simply has none to start from. */
export function keep(display: string, kept: Kept): void {
  try {
    localStorage.setItem(key(display), JSON.stringify(kept));
  } catch {
    // Full or forbidden: the wall hangs all the same.
  }
}

export function forget(display: string): void {
  try {
    localStorage.removeItem(key(display));
  } catch {
    // Nothing was kept.
  }
}

/** No server's: whoever holds it is sent the whole board. */
const nobodys: Revision = { epoch: 'none', n: 0 };

/**
 * The board without what people wrote or who they are. It is no revision of the server's any more: once the server is
 * back, the screen asks for all of it, though nothing may have changed there.
 */
export function withoutPeople(snapshot: Snapshot): Snapshot {
  const slots = Object.fromEntries(Object.entries(snapshot.slots).filter(([, slot]) => !slot.personal));
  if (Object.keys(slots).length === Object.keys(snapshot.slots).length) return snapshot;
  return { ...snapshot, slots, revision: nobodys };
}
