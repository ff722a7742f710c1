import type { Commitment } from '../domain/huddle';
import { m } from '../paraglide/messages';

/** Whoever promised something. */
export const promiser = ({ who, name }: Pick<Commitment, 'who' | 'name'>): string =>
  name ?? (who === 'leader' ? m.huddle_our_leader() : m.huddle_all_of_us());
