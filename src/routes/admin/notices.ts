import type { Leader } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';

type ProfileFault = ReturnType<House['profiles']['faults']>[number];

/** What is wrong with a profile file, as a sentence. */
export const faultWords = ({ file, line, field, code, detail }: ProfileFault): string =>
  m.admin_profile_fault({ code, file, line, field: field || file, detail });

/** What is wrong with the profile files, a sentence each. */
export const profileNotices = (house: House): string[] => house.profiles.faults().map(faultWords);

/** What whoever runs the machine should know: steps that opening the store took, broken profile files. Owners only. */
export function noticesFor(house: House, leader: Leader): string[] {
  return leader.role === 'owner' ? [...house.notices(), ...profileNotices(house)] : [];
}
