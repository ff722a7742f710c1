import { setTimeout as sleep } from 'node:timers/promises';
import { hash, verify } from '@node-rs/argon2';
import { accept, refuse, type Result } from '../../domain/refusal';

/** OWASP's first choice: argon2id (2 in the library's enum) with 19 MiB, two passes, one lane. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** So many may wait; a hash takes a few tens of milliseconds. */
const queueLimit = 20;
/** Longer ones are refused: hashing is dear. */
const longest = 1024;
export const shortest = 10;

/** So many may wait before the hashing takes a rest after each, twice as long as the last one took. */
const restFrom = 3;

/**
 * Passwords are hashed and checked one at a time, and in a flood with rests in between, so that sign-ins cannot starve the walls: a
 * hash keeps a core and the memory busy.
 */
export class Passwords {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  /** How long the last one took, in milliseconds. */
  #took = 0;
  #dummy: Promise<string> | undefined;

  /** Refused as busy when the queue is full. */
  hash(password: string): Promise<Result<string>> {
    if (password.length < shortest)
      return Promise.resolve(refuse('invalid', 'password-short', { values: { min: shortest } }));
    if (password.length > longest)
      return Promise.resolve(refuse('invalid', 'too-long', { values: { max: longest } }));
    return this.#inTurn(() => hash(password, cost));
  }

  /** Whether the password is the hash's; for an unknown account (no hash) it takes as long and says no. */
  verify(password: string, known: string | undefined): Promise<Result<boolean>> {
    return this.#inTurn(async () => {
      const against = known ?? (await (this.#dummy ??= hash('nobody has this password', cost)));
      const right = await verify(against, password.slice(0, longest)).catch(() => false);
      return right && known !== undefined && password.length <= longest;
    });
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<Result<T>> {
    if (this.#waiting > queueLimit) return refuse('busy', 'busy', { values: { seconds: 2 } });
    this.#waiting += 1;
    const turn = this.#last.then(async () => {
      const begun = performance.now();
      return work().finally(() => (this.#took = performance.now() - begun));
    });
    this.#last = turn
      .catch(() => undefined)
      .then(() => (this.#waiting > restFrom ? sleep(2 * this.#took, undefined, { ref: false }) : undefined));
    try {
      return accept(await turn);
    } finally {
      this.#waiting -= 1;
    }
  }
}
