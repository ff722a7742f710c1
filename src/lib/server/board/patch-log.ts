import type { Patch, Revision } from '../../protocol/events';
import { join } from '../../protocol/patch';

/** The newest patches of one board, so that a screen which missed some catches up without a snapshot. */
export class PatchLog {
  #patches: Patch[] = [];

  constructor(readonly keeps = 50) {}

  add(patch: Patch): void {
    this.#patches.push(patch);
    if (this.#patches.length > this.keeps) this.#patches.shift();
  }

  /** One patch from `have` to the newest revision; undefined when it reaches back too far or to another epoch. */
  since(have: Revision): Patch | undefined {
    const start = this.#patches.findIndex(({ from }) => from.epoch === have.epoch && from.n === have.n);
    const missed = start === -1 ? [] : this.#patches.slice(start);
    const newest = missed.at(-1);
    if (!newest) return undefined;
    return missed.length === 1 ? newest : { ...join(missed), from: have, to: newest.to, now: newest.now };
  }
}
