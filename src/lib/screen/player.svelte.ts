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
}

/** How long a scene that leaves stays under the one that enters, in milliseconds. */
const overlap = 700;
const rememberedNews = 200;
const rememberedPlays = 200;

/**
 * Lets the slots of one zone take turns: dwell by dwell, news at once. The first showing is settled when it is made, so
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
  /** Where the loop goes on after news. */
  #resume: string | null = null;
  #keys = 0;
  #since = 0;
  #running = false;
  #turn: ReturnType<typeof setTimeout> | undefined;
  #clean: ReturnType<typeof setTimeout> | undefined;
  #onPlay: (play: Played) => void;

  /** `scene` is how many turns of the loop are over when it begins. */
  constructor(zone: Zone, slots: Record<string, Slot>, onPlay: (play: Played) => void = () => {}, scene = 0) {
    this.#onPlay = onPlay;
    this.update(zone, slots);
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

  /** Begins to count time. Nothing moves before. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    this.#since = Date.now();
    this.#wait();
  }

  stop(): void {
    this.#running = false;
    clearTimeout(this.#turn);
    clearTimeout(this.#clean);
  }

  /** Takes the slots as they are now. News breaks in; what hangs stays as long as it is there. */
  update(zone: Zone, slots: Record<string, Slot>): void {
    const before = this.#slots;
    this.#order = zone.slots.filter((id) => slots[id]);
    this.#slots = slots;
    const news: string[] = [];
    for (const id of this.#order) {
      const slot = slots[id];
      if (slot && this.#broken.has(id) && this.#broken.get(id)?.data !== slot.data) this.#broken.delete(id);
      if (!slot?.news || this.#news.has(slot.news.id)) continue;
      this.#news.add(slot.news.id);
      if (this.#showing) news.push(id);
    }
    while (this.#news.size > rememberedNews) this.#news.delete([...this.#news][0] ?? '');
    // Items come and go over months; one that only rests goes on where it was.
    for (const id of this.#plays.keys()) {
      if (this.#plays.size > rememberedPlays && !slots[id]) this.#plays.delete(id);
    }
    for (const id of this.#broken.keys()) if (!slots[id]) this.#broken.delete(id);

    const fresh = news[0];
    const shown = this.#showing;
    if (fresh && this.#running) {
      this.#resume ??= shown ? this.#after(shown.slot) : null;
      this.#show(fresh, slots[fresh]?.news?.play ?? 0);
    } else if (!shown || !this.#playable(shown.slot)) {
      this.next();
    } else {
      const content = slots[shown.slot];
      if (content && content !== before[shown.slot]) this.#showing = { ...shown, content };
      if (this.#running && this.#turn === undefined) this.#wait();
    }
  }

  /** Goes on to what comes next. */
  next(): void {
    const shown = this.#showing;
    const wanted = this.#resume ?? (shown ? this.#after(shown.slot) : this.#after(null));
    this.#resume = null;
    const slot = wanted !== null && this.#playable(wanted) ? wanted : this.#after(shown?.slot ?? null);
    if (slot === null) {
      this.#end();
      this.#showing = null;
      clearTimeout(this.#turn);
      this.#turn = undefined;
      return;
    }
    this.#show(slot, (this.#plays.get(slot) ?? -1) + 1, true);
  }

  /** Leaves out a slot whose component failed, until its data change. */
  skip(id: string): void {
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

  #show(slot: string, play: number, counts = false): void {
    const content = this.#slots[slot];
    if (!content) return;
    if (counts) this.#plays.set(slot, play);
    this.#end();
    const before = this.#showing;
    this.#keys += 1;
    this.#since = Date.now();
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
    if (seconds > 0) this.#onPlay({ panel: shown.content.panel, since: this.#since, seconds });
  }

  #wait(): void {
    clearTimeout(this.#turn);
    this.#turn = undefined;
    const shown = this.#showing;
    if (!shown) return;
    // A single scene hangs still.
    const alone = this.#resume === null && this.#after(shown.slot) === shown.slot && shown.content.plays <= 1;
    if (alone) return;
    this.#turn = setTimeout(() => this.next(), Math.max(1, shown.content.dwell) * 1000);
  }
}
