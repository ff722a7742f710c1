import { randomInt } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { accept, refuse, type Refusal, type Result } from '../../domain/refusal';

/**
 * How often strangers may do what they do. All counts are in memory and end with the process.
 *
 *     const held = await locals.house.limits.held('ask', team, event.getClientAddress());
 *     await locals.house.intake.submit('response:record', { team, source: 'ask', responses: [answer], held }, { as: 'customer' });
 */
export interface Limits {
  /**
   * The soft limit of the public forms, per address, per link (the team) and for all: true where what comes now is to be
   * held for a leader to look at. Nobody is turned away, because a whole shop shares one address.
   */
  held(form: 'ask' | 'shout-out' | 'story', link: string, address: string): Promise<boolean>;
  /** The hard limit of the public forms, far above the soft one: refused as busy. */
  admits(
    form: 'ask' | 'shout-out' | 'story' | 'snag' | 'finding' | 'challenge' | 'pairing',
    address: string,
  ): Promise<Result<true>>;
  /** Taps “I asked”: as many as one phone (`mark`) and one address can have asked, and no more. */
  admitsAsked(mark: string, address: string): Promise<Result<true>>;
}

const minute = 60;

const limiter = (points: number, duration: number) => new RateLimiterMemory({ points, duration });

/** Counts one; undefined while within the limit, else seconds until the next is welcome. */
async function over(counter: RateLimiterMemory, who: string): Promise<number | undefined> {
  try {
    await counter.consume(who);
    return undefined;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

export function createLimits(): Limits {
  const soft = {
    address: limiter(120, 10 * minute),
    link: limiter(600, 10 * minute),
    all: limiter(5000, 10 * minute),
  };
  const hard = {
    ask: limiter(240, minute),
    'shout-out': limiter(120, minute),
    story: limiter(20, minute),
    snag: limiter(60, minute),
    finding: limiter(60, minute),
    challenge: limiter(20, minute),
    pairing: limiter(30, 10 * minute),
  };
  const asked = { phone: limiter(20, 10 * minute), address: limiter(200, 10 * minute) };
  const admitted = (seconds: number | undefined): Result<true> =>
    seconds === undefined ? accept(true) : refuse('busy', 'busy', { values: { seconds } });
  return {
    async held(form, link, address) {
      const counts = await Promise.all([
        over(soft.address, `${form} ${address}`),
        over(soft.link, `${form} ${link}`),
        over(soft.all, form),
      ]);
      return counts.some((seconds) => seconds !== undefined);
    },
    admits: async (form, address) => admitted(await over(hard[form], address)),
    admitsAsked: async (mark, address) =>
      admitted((await over(asked.phone, mark)) ?? (await over(asked.address, address))),
  };
}

/**
 * Slows down whoever keeps getting it wrong: five tries are free, then the wait doubles from 2 seconds to 15 minutes. Each
 * login is counted with each address, so that a stranger elsewhere cannot lock a leader out; an address and a login are
 * also counted for themselves, with more patience.
 */
export class Slowdown {
  readonly #pair = limiter(1e6, 60 * minute);
  readonly #address = limiter(1e6, 60 * minute);
  readonly #login = limiter(1e6, 60 * minute);
  readonly #until = new Map<string, number>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** Why there may be no try now; undefined when there may. */
  refusal(login: string, address: string): Refusal | undefined {
    const until = Math.max(...keys(login, address).map((key) => this.#until.get(key) ?? 0));
    const seconds = Math.ceil((until - this.#now().getTime()) / 1000);
    return seconds > 0 ? { kind: 'busy', code: 'sign-in-slow', values: { seconds } } : undefined;
  }

  /** One more wrong try. */
  async failed(login: string, address: string): Promise<void> {
    const [pair, from, to] = keys(login, address);
    const now = this.#now().getTime();
    if (this.#until.size > 10_000)
      for (const [key, until] of this.#until) if (until <= now) this.#until.delete(key);
    for (const [counter, key, free] of [
      [this.#pair, pair, 5],
      [this.#address, from, 20],
      [this.#login, to, 50],
    ] as const) {
      const { consumedPoints } = await counter.consume(key);
      const wait = consumedPoints < free ? 0 : Math.min(900, 2 ** Math.min(20, consumedPoints - free + 1));
      if (wait > 0) this.#until.set(key, now + wait * 1000);
    }
  }

  /** A right one: the pair starts anew. */
  async passed(login: string, address: string): Promise<void> {
    const [pair] = keys(login, address);
    this.#until.delete(pair);
    await this.#pair.delete(pair);
  }
}

const keys = (login: string, address: string) =>
  [`pair ${login} ${address}`, `from ${address}`, `to ${login}`] as const;

/**
 * After how long whoever is to wait hears so, in milliseconds – by chance in between, so that those who came together do not come back
 * together – and how many are kept waiting for it at once.
 */
const heldFor = { least: 2_000, most: 4_000 };
const mostHeld = 1_000;

/**
 * Answers whom it turns away late. Each answer costs the server as much as a leader’s own request: asked again without a pause, it would
 * leave the walls none. Nobody’s answer is kept back beside a thousand others.
 */
export class LateAnswer {
  #held = 0;
  readonly #pause: (milliseconds: number) => Promise<unknown>;

  /** `pause` resolves after so many milliseconds; a test gives its own. */
  constructor(pause: (milliseconds: number) => Promise<unknown>) {
    this.#pause = pause;
  }

  /** The result at once where it is a yes or an ordinary no, after a while where it says that somebody should wait. */
  async of<T>(result: Result<T>): Promise<Result<T>> {
    if (result.ok || result.refusal.kind !== 'busy' || this.#held >= mostHeld) return result;
    this.#held += 1;
    try {
      await this.#pause(randomInt(heldFor.least, heldFor.most));
    } finally {
      this.#held -= 1;
    }
    return result;
  }
}

/** Five wrong codes in ten minutes, then no more for as long. */
export class Tries {
  readonly #wrong = limiter(5, 10 * minute);

  async refusal(who: string): Promise<Refusal | undefined> {
    const now = await this.#wrong.get(who);
    if (!now || now.remainingPoints > 0) return undefined;
    return {
      kind: 'busy',
      code: 'pairing-tries',
      values: { minutes: Math.max(1, Math.ceil(now.msBeforeNext / 60_000)) },
    };
  }

  async failed(who: string): Promise<void> {
    await over(this.#wrong, who);
  }
}

/** So many in ten minutes, from one address and from all. */
export class Pace {
  readonly #address: RateLimiterMemory;
  readonly #all: RateLimiterMemory;

  constructor(fromOne: number, fromAll: number) {
    this.#address = limiter(fromOne, 10 * minute);
    this.#all = limiter(fromAll, 10 * minute);
  }

  /** Counts one; undefined while it is fine, else seconds to wait. */
  async over(address: string): Promise<number | undefined> {
    return (await over(this.#address, address)) ?? (await over(this.#all, 'all'));
  }
}
