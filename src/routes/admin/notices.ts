import type { Leader } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

/** What whoever runs the machine should know: steps that opening the store took, broken profile files. Owners only. */
export function noticesFor(house: House, leader: Leader): string[] {
  return leader.role === 'owner' ? [...house.store.notices, ...house.profiles.faults()] : [];
}
