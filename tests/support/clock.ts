/** A clock that stands still until it is turned by hand. */
export class Clock {
  #now: number;

  constructor(at = '2026-11-22T10:00:00.000Z') {
    this.#now = Date.parse(at);
  }

  /** Pass it where `now` is asked for. */
  readonly now = (): Date => new Date(this.#now);

  /** Goes on by so many milliseconds. */
  turn(milliseconds: number): void {
    this.#now += milliseconds;
  }

  set(at: string): void {
    this.#now = Date.parse(at);
  }
}
