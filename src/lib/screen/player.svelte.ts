/* eslint-disable svelte/prefer-svelte-reactivity -- bookkeeping of the player; nothing draws it */
import type { Slot, Zone } from '$lib/protocol/events';

/** One slot on the wall now. `key` names this showing: a new key is a new scene. */
export interface Showing {
  slot: string;
  play: number;
  key: number;
  content: Slot;
}

/** A showing that ended; `since` is when it began on this screen's own clock, in milliseconds. */
export interface Played {
  panel: string;
  since: number;
  seconds: number;
  /** Id of another team whose scene it was. */
  team?: string;
}

/** News that waits until the news before it has had its time, as it was when it came. */
interface Waiting {
  slot: string;
  news: string;
  play: number;
  content: Slot;
}

/** How long a scene that leaves stays at most under the one that enters, in milliseconds; a hidden page tells no arrival. */
const overlap = 2_000;
const rememberedNews = 200;
const rememberedPlays = 200;
/** More news than this at once is not worth holding up the loop for: the newest of it stays. */
const mostWaiting = 6;

/** What of a slot may break in, oldest first. */
export const newsIn = (slot: Slot | null | undefined): { id: string; play: number }[] =>
  slot?.news ? [...(slot.earlierNews ?? []), slot.news] : [];

/**
 * Lets the slots of one zone take turns: dwell by dwell, news at once, one after the other. A pinned slot takes no turns
 * and lets no news in. The first showing is settled when it is made, so
 * that the server's HTML and the screen agree; time begins with `start`.
 */
export class Player {
  #showing = $state.raw<Showing | null>(null);
  #leaving = $state.raw<Showing | null>(null);
  #order: string[] = [];
  #slots: Record<string, Slot> = {};
  #plays = new Map<string, number>();
  #broken = new Map<string, Slot>();
  #news = new Set<string>();
  #waiting: Waiting[] = [];
  /** What hangs is news that has not had its time yet. */
  #breaking = false;
  /** Newer news came from the slot that hangs: its content is no longer the slot's. */
  #overtaken = false;
  #pinned: string | null = null;
  /** Where the loop goes on after news. */
  #resume: string | null = null;
  #keys = 0;
  #since = 0;
  #running = false;
  #begun = false;
  #turn: ReturnType<typeof setTimeout> | undefined;
  #clean: ReturnType<typeof setTimeout> | undefined;
  #onPlay: (play: Played) => void;

  /** `scene` is how many turns of the loop are over when it begins. */
  constructor(
    zone: Zone,
    slots: Record<string, Slot>,
    onPlay: (play: Played) => void = () => {},
    { scene = 0, pinned = null }: { scene?: number; pinned?: string | null | undefined } = {},
  ) {
    this.#onPlay = onPlay;
    this.update(zone, slots, pinned);
    for (let turn = 0; turn < scene; turn += 1) this.next();
  }

  /** What the zone shows now; null while it has nothing to show. */
  get showing(): Showing | null {
    return this.#showing;
  }

  /** The scene before, while it is being covered. */
  get leaving(): Showing | null {
    return this.#leaving;
  }

  /** Milliseconds until the scene that hangs has had its time. */
  get rest(): number {
    const shown = this.#showing;
    return shown ? Math.max(0, this.#since + shown.content.dwell * 1000 - Date.now()) : 0;
  }

  /** The picture that the next showing will need; empty for none. */
  get nextPicture(): string {
    const shown = this.#showing;
    const id = this.#resume ?? this.#after(shown?.slot ?? null);
    const { pictures, plays } = (id !== null && this.#slots[id]) || {};
    return (id !== null && pictures?.[((this.#plays.get(id) ?? -1) + 1) % (plays ?? 1)]) || '';
  }

  /** Begins to count time, or begins anew after `stop`. Nothing moves before. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#begun = true;
    this.#since = Date.now();
    if (this.#waiting.length > 0 && !this.#breaking) this.#breakIn();
    else this.#wait();
  }

  /** Stands still; news that comes meanwhile waits. */
  stop(): void {
    this.#end();
    this.#running = false;
    this.#leaving = null;
    clearTimeout(this.#turn);
    this.#turn = undefined;
    clearTimeout(this.#clean);
  }

  /** Takes the slots as they are now. News breaks in; what hangs stays as long as it is there, a pinned slot in any case. */
  update(zone: Zone, slots: Record<string, Slot>, pinned: string | null = null): void {
    const before = this.#slots;
    this.#order = zone.slots.filter((id) => slots[id]);
    this.#slots = slots;
    const fresh: Waiting[] = [];
    for (const id of this.#order) {
      const slot = slots[id];
      if (slot && this.#broken.has(id) && this.#broken.get(id)?.data !== slot.data) this.#broken.delete(id);
      for (const { id: news, play } of newsIn(slot)) {
        if (!slot || this.#news.has(news)) continue;
        this.#news.add(news);
        if (this.#begun) fresh.push({ slot: id, news, play, content: slot });
      }
    }
    while (this.#news.size > rememberedNews) this.#news.delete([...this.#news][0] ?? '');
    // Items come and go over months; one that only rests goes on where it was.
    for (const id of this.#plays.keys()) {
      if (this.#plays.size > rememberedPlays && !slots[id]) this.#plays.delete(id);
    }
    for (const id of this.#broken.keys()) if (!slots[id]) this.#broken.delete(id);
    this.#pinned = pinned !== null && this.#playable(pinned) ? pinned : null;
    this.#waiting = this.#pinned ? [] : this.#stillWaiting(before, fresh);

    const shown = this.#showing;
    if (!shown || !this.#playable(shown.slot)) {
      this.next();
      return;
    }
    if (this.#pinned !== null && shown.slot !== this.#pinned) {
      this.next();
      return;
    }
    const content = slots[shown.slot];
    if (this.#breaking && fresh.some(({ slot }) => slot === shown.slot)) this.#overtaken = true;
    else if (content && content !== before[shown.slot]) {
      // Changed once more, and not by news: what hangs may have been taken back.
      if (this.#overtaken) {
        this.next();
        return;
      }
      this.#showing = { ...shown, content };
    }
    if (!this.#running) return;
    if (this.#waiting.length > 0 && !this.#breaking) this.#breakIn();
    else if (this.#turn === undefined) this.#wait();
  }

  /** Goes on to what comes next: news that waits, else the loop where it was. */
  next(): void {
    const shown = this.#showing;
    if (this.#pinned !== null && this.#playable(this.#pinned)) {
      this.#resume = null;
      this.#show(this.#pinned, this.#nextPlay(this.#pinned));
      return;
    }
    if (shown && this.#running && this.#breakIn()) return;
    const wanted = this.#resume ?? (shown ? this.#after(shown.slot) : this.#after(null));
    this.#resume = null;
    const slot = wanted !== null && this.#playable(wanted) ? wanted : this.#after(shown?.slot ?? null);
    if (slot === null) {
      this.#end();
      this.#showing = null;
      this.#breaking = false;
      clearTimeout(this.#turn);
      this.#turn = undefined;
      return;
    }
    this.#show(slot, this.#nextPlay(slot));
  }

  /** The scene that hangs has come in: the one under it is let go. */
  arrive(): void {
    clearTimeout(this.#clean);
    this.#leaving = null;
  }

  /** Goes on as if what hangs had had its time; what hangs alone hangs on. */
  goOn(): void {
    if (this.#running && !this.#isAlone) this.next();
  }

  /** Leaves out a slot whose component failed, until its data change. */
  leaveOut(id: string): void {
    const slot = this.#slots[id];
    if (slot) this.#broken.set(id, slot);
    if (this.#showing?.slot === id) this.next();
  }

  #playable(id: string): boolean {
    return this.#order.includes(id) && !this.#broken.has(id);
  }

  /** The next playable slot in the loop; itself when it is the only one. */
  #after(id: string | null): string | null {
    const start = id === null ? -1 : this.#order.indexOf(id);
    for (let step = 1; step <= this.#order.length; step += 1) {
      const candidate = this.#order[(start + step + this.#order.length) % this.#order.length];
      if (candidate !== undefined && this.#playable(candidate)) return candidate;
    }
    return null;
  }

  /** What waits and what is fresh, without what was taken back meanwhile. */
  #stillWaiting(before: Record<string, Slot>, fresh: Waiting[]): Waiting[] {
    const kept = this.#waiting.flatMap((waiting) => {
      const content = this.#slots[waiting.slot];
      if (!content) return [];
      if (content === before[waiting.slot]) return [waiting];
      const still = newsIn(content).find(({ id }) => id === waiting.news);
      return still ? [{ ...waiting, play: still.play, content }] : [];
    });
    return [...kept, ...fresh].slice(-mostWaiting);
  }

  /** Shows the first news that waits; false where none does. */
  #breakIn(): boolean {
    const shown = this.#showing;
    const waiting = this.#waiting.shift();
    if (!waiting) return false;
    if (!this.#playable(waiting.slot)) return this.#breakIn();
    this.#resume ??= shown ? this.#after(shown.slot) : null;
    this.#show(waiting.slot, waiting.play, waiting.content);
    return true;
  }

  #nextPlay(slot: string): number {
    const play = (this.#plays.get(slot) ?? -1) + 1;
    this.#plays.set(slot, play);
    return play;
  }

  /** Shows a slot, as news where it is given the content that came. */
  #show(slot: string, play: number, news?: Slot): void {
    const content = news ?? this.#slots[slot];
    if (!content) return;
    this.#end();
    const before = this.#showing;
    this.#keys += 1;
    this.#since = Date.now();
    this.#breaking = news !== undefined;
    this.#overtaken = news !== undefined && news !== this.#slots[slot];
    this.#showing = { slot, play, key: this.#keys, content };
    if (!this.#running) return;
    this.#leaving = before;
    clearTimeout(this.#clean);
    this.#clean = setTimeout(() => (this.#leaving = null), overlap);
    this.#wait();
  }

  #end(): void {
    const shown = this.#showing;
    if (!shown || !this.#running) return;
    const seconds = Math.round((Date.now() - this.#since) / 1000);
    const { panel, team } = shown.content;
    if (seconds > 0) this.#onPlay({ panel, since: this.#since, seconds, ...(team ? { team: team.id } : {}) });
  }

  /** Nothing takes turns with what hangs. */
  get #isAlone(): boolean {
    const shown = this.#showing;
    if (!shown) return true;
    const turns = this.#pinned === null && (this.#resume !== null || this.#waiting.length > 0);
    return !turns && shown.content.plays <= 1 && (this.#pinned ?? this.#after(shown.slot)) === shown.slot;
  }

  #wait(): void {
    clearTimeout(this.#turn);
    this.#turn = undefined;
    const shown = this.#showing;
    // A single scene hangs still.
    if (!shown || this.#isAlone) return;
    this.#turn = setTimeout(() => this.next(), Math.max(1, shown.content.dwell) * 1000);
  }
}
