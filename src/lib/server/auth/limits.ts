import type { Result } from '../../domain/refusal';

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
  held(form: 'ask' | 'shout-out', link: string, address: string): Promise<boolean>;
  /** The hard limit of the public forms, far above the soft one: refused as busy. */
  admits(form: 'ask' | 'shout-out' | 'pairing', address: string): Promise<Result<true>>;
}
