import { error, type Cookies } from '@sveltejs/kit';
import type { Actor } from '$lib/domain/command';
import type { Team } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { cookieName, ticketCookie } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

/** The team of a staff page. @throws 404 for one that does not exist. */
export async function teamOf(house: House, id: string): Promise<Team> {
  const team = await house.store.get('team', id);
  if (!team || team.status !== 'active')
    error(404, { message: m.staff_unknown_team(), code: 'unknown-team' });
  return team;
}

/** The phone that asks, where it holds a ticket of the team. */
export async function phoneOf(
  house: House,
  team: string,
  cookies: Cookies,
  url: URL,
): Promise<Extract<Actor, { as: 'phone' }> | undefined> {
  const ticket = cookies.get(cookieName(ticketCookie, url.protocol === 'https:'));
  const phone = await house.auth.phone(ticket, house.now());
  return phone?.team === team ? phone : undefined;
}
