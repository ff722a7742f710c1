/* eslint-disable svelte/prefer-svelte-reactivity -- times and bookkeeping; what is drawn is replaced whole */
import type { ActionResult } from '@sveltejs/kit';
import { deserialize } from '$app/forms';
import { huddleStand, longestHuddle, moreSeconds, type HuddleStand } from '$lib/domain/huddle';
import type { HuddleView } from './huddle-view';

/** One form that is on its way: where to, what stands in it, and whether it moves the clock. */
interface Act {
  action: string;
  fields: Record<string, string>;
}

type Huddle = NonNullable<HuddleView['huddle']>;

/** What came of an act: nothing to say, or a sentence. */
export interface Said {
  form: string;
  message: string;
  fields: Record<string, string>;
}

/** How often the huddle is asked for while it is on, and how soon a lost connection is tried again, in milliseconds. */
const pace = 3_000;
const again = 1_500;
/** Two taps on one button within so many milliseconds are one. */
const doubled = 300;

const key = 'huddleboard-huddle';

/** A fresh id; plain http has no randomUUID. */
const freshId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => (byte % 36).toString(36)).join('');

/** The huddle as it will stand once an act is carried out, as far as that is sure. */
function after(huddle: Huddle, { action, fields }: Act, now: Date): Huddle {
  const { clock } = huddle;
  const { step } = huddleStand(clock, now);
  if (action === 'go')
    return {
      ...huddle,
      moves: huddle.moves + 1,
      clock: { ...clock, step: Number(fields.to), since: fields.at ?? now.toISOString(), extra: 0 },
    };
  if (action === 'longer' && step === clock.step)
    return { ...huddle, moves: huddle.moves + 1, clock: { ...clock, extra: clock.extra + moreSeconds } };
  if (action === 'end') return { ...huddle, clock: { ...clock, ended: now.toISOString() } };
  return huddle;
}

/**
 * A phone in a huddle. What is tapped shows at once and is sent in order, each act with an id of its own; without a connection it
 * waits, also over a reload, and is sent when there is one. What the server says then stands.
 */
export class Remote {
  #view = $state.raw<HuddleView | null>(null);
  #queue = $state.raw<Act[]>([]);
  #offline = $state.raw(false);
  #said = $state.raw<Said | null>(null);
  #now = $state.raw(0);
  /** Milliseconds that the server’s clock is ahead of this phone’s. */
  #ahead = 0;
  #sending = false;
  #tapped = { what: '', words: '', at: 0 };
  #address: string;
  #read: (text: string) => ActionResult;
  #timers: ReturnType<typeof setTimeout>[] = [];
  #done = new Map<Act, (said: Said | null) => void>();

  /** `read` reads what a form’s action answered; another one than Kit’s own is for tests. */
  constructor(address: string, view: HuddleView, read: (text: string) => ActionResult = deserialize) {
    this.#address = address;
    this.#read = read;
    this.take(view);
  }

  /** What the server knows, as this phone last heard it. */
  get view(): HuddleView | null {
    return this.#view;
  }
  /** The huddle as it stands with what waits to be sent. */
  get huddle(): Huddle | null {
    const huddle = this.#view?.huddle ?? null;
    return huddle && this.#queue.reduce((stand, act) => after(stand, act, this.now), huddle);
  }
  get now(): Date {
    return new Date(this.#now);
  }
  get stand(): HuddleStand | null {
    return this.huddle && huddleStand(this.huddle.clock, this.now);
  }
  /** How many acts wait. */
  get waiting(): number {
    return this.#queue.length;
  }
  get offline(): boolean {
    return this.#offline;
  }
  /** What was said of the last act that was refused. */
  get said(): Said | null {
    return this.#said;
  }

  /** Takes what the server says. */
  take(view: HuddleView): void {
    this.#view = view;
    this.#ahead = Date.parse(view.now) - Date.now();
    this.#now = Date.parse(view.now);
  }

  /** Begins to count and to ask; returns what stops it. */
  start(): () => void {
    try {
      this.#queue = JSON.parse(sessionStorage.getItem(key) ?? '[]') as Act[];
    } catch {
      // A phone that keeps nothing begins anew.
    }
    const count = setInterval(() => (this.#now = Date.now() + this.#ahead), 250);
    const ask = setInterval(() => void this.#ask(), pace);
    const online = () => void this.#send();
    window.addEventListener('online', online);
    void this.#send();
    return () => {
      clearInterval(count);
      clearInterval(ask);
      for (const timer of this.#timers) clearTimeout(timer);
      window.removeEventListener('online', online);
    };
  }

  /**
   * Sends a form, or keeps it until it can. Null once it went well, else what the server said; undefined for a doubled tap, which
   * brings no other `words` than the one before.
   */
  add(action: string, fields: Record<string, string>, words = ''): Promise<Said | null | undefined> {
    const what = `${action} ${fields.id ?? fields.question ?? ''}`;
    const at = Date.now();
    const again = this.#tapped.what === what && at - this.#tapped.at < doubled;
    if (again && (!words || words === this.#tapped.words)) return Promise.resolve(undefined);
    this.#tapped = { what, words, at };
    this.#said = null;
    const huddle = this.huddle;
    const steers = action === 'go' || action === 'longer' || action === 'host';
    const act: Act = {
      action,
      fields: {
        ...fields,
        ...(huddle && { huddle: huddle.id }),
        ...(steers && { act: freshId(), step: String(this.stand?.step ?? 0), at: this.now.toISOString() }),
      },
    };
    this.#keep([...this.#queue, act]);
    void this.#send();
    return new Promise((done) => this.#done.set(act, done));
  }

  #keep(queue: Act[]): void {
    this.#queue = queue;
    try {
      sessionStorage.setItem(key, JSON.stringify(queue));
    } catch {
      // As above: what waits is lost with the page then.
    }
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      for (let act = this.#queue[0]; act; act = this.#queue[0]) {
        const body = new FormData();
        for (const [name, value] of Object.entries(act.fields)) body.set(name, value);
        // What this phone did itself meanwhile is no reason to refuse the next: only a step that is not the one it saw, and another host.
        body.set('moves', String(this.#view?.huddle?.moves ?? 0));
        const response = await fetch(`${this.#address}?/${act.action}`, {
          method: 'POST',
          body,
          headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
        });
        const result = this.#read(await response.text());
        if (result.type === 'error') throw new Error('not ours');
        const answer = result.type === 'failure' ? (result.data as Said | undefined) : undefined;
        this.#said = answer ? { form: act.action, message: answer.message, fields: answer.fields } : null;
        await this.#ask();
        this.#keep(this.#queue.slice(1));
        this.#done.get(act)?.(this.#said);
        this.#done.delete(act);
        this.#offline = false;
      }
    } catch {
      this.#offline = true;
      this.#timers.push(setTimeout(() => void this.#send(), again));
    } finally {
      this.#sending = false;
    }
  }

  async #ask(): Promise<void> {
    if (document.hidden) return;
    try {
      const response = await fetch(`${this.#address}/now`, { headers: { accept: 'application/json' } });
      if (!response.ok) return;
      this.take((await response.json()) as HuddleView);
      if (this.#queue.length === 0) this.#offline = false;
    } catch {
      this.#offline = true;
    }
  }
}

/** Whether a huddle can be given more time. */
export const canGrow = (stand: HuddleStand, at: string): boolean =>
  stand.ends.getTime() + 1000 * moreSeconds <= Date.parse(at) + 1000 * longestHuddle;
