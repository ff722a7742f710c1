import type { JournalEntry } from '$lib/domain/journal';
import type { Leader } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';
import { all } from '../access';

/** What this leader wrote down, newest first; nobody else’s. */
export async function journalOf(house: House, leader: Leader): Promise<JournalEntry[]> {
  return (await all(house, 'journal')).filter(({ by }) => by === leader.id);
}
