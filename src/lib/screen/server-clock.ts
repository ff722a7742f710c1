/** Milliseconds by which words of the server may disagree for the time that they took. */
const tolerance = 2_000;

/** The server's time on a machine whose own clock may be wrong. */
export class ServerClock {
  #offset = 0;
  #known = false;

  /** Milliseconds that this screen's clock is ahead of the server's. */
  get offset(): number {
    return this.#offset;
  }

  /** Until the server speaks, the screen's clock is as wrong as it was when it last did. */
  assume(offset: number): void {
    if (!this.#known) this.#offset = offset;
  }

  /**
   * The server said `now` (ISO) and it was heard `latency` milliseconds later. A first word sets, later ones correct. Whether
   * this screen's clock proved to be wrong: what was decided by it before has to be decided anew.
   */
  heard(now: string, latency = 0, at = Date.now()): boolean {
    const offset = at - latency - Date.parse(now);
    if (Number.isNaN(offset)) return false;
    const moved = offset - this.#offset;
    // A push that came late says that we are ahead: the smallest offset is the most honest, unless the clock was set.
    if (!this.#known || moved < 0 || moved > tolerance) this.#offset = offset;
    this.#known = true;
    return Math.abs(moved) > tolerance;
  }

  now(): Date {
    return new Date(Date.now() - this.#offset);
  }
}
