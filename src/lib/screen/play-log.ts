import type { PlayEntry } from '$lib/protocol/events';

const batch = 50;
const most = 500;

/** Gathers what was shown until the server takes it. */
export class PlayLog {
  #waiting: PlayEntry[] = [];
  #sending = false;

  /** `send` resolves with whether the server took the batch. */
  constructor(readonly send: (entries: PlayEntry[]) => Promise<boolean>) {}

  get waiting(): number {
    return this.#waiting.length;
  }

  add(entry: PlayEntry): void {
    this.#waiting.push(entry);
    // A long time without a server: the newest plays count.
    if (this.#waiting.length > most) this.#waiting.splice(0, this.#waiting.length - most);
  }

  /** Sends what waits, batch by batch, until all is taken or one is not. */
  async flush(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    try {
      while (this.#waiting.length > 0) {
        const entries = this.#waiting.slice(0, batch);
        if (!(await this.send(entries))) return;
        this.#waiting = this.#waiting.filter((entry) => !entries.includes(entry));
      }
    } catch {
      // No answer: they wait for the next time.
    } finally {
      this.#sending = false;
    }
  }
}
