import { error, fail, redirect, type Cookies } from '@sveltejs/kit';
import type { Actor } from '$lib/domain/command';
import type { Team } from '$lib/domain/records';
import type { Refusal } from '$lib/domain/refusal';
import { m } from '$lib/paraglide/messages';
import { cookieName, cookieOptions, ticketCookie } from '$lib/server/auth/auth';
import type { House } from '$lib/server/house';

/** The team of a staff page. @throws 404 for one that does not exist. */
export async function teamOf(house: House, id: string): Promise<Team> {
  const team = await house.store.get('team', id);
  if (!team) error(404, { message: m.staff_unknown_team(), code: 'unknown-team' });
  if (team.status === 'closed') error(404, { message: m.team_closed_public(), code: 'team-closed' });
  return team;
}

/** Whoever came by a code gets a ticket for it, and the page without the code in its address; `?old` where it is of another day. */
export async function enter(house: House, team: Team, cookies: Cookies, url: URL): Promise<void> {
  const code = url.searchParams.get('join');
  if (code === null) return;
  const entry = await house.auth.ticketFor(team.id, code, house.now());
  if (entry) {
    const secure = url.protocol === 'https:';
    const seconds = Math.floor((Date.parse(entry.expiresAt) - house.now().getTime()) / 1000);
    cookies.set(cookieName(ticketCookie, secure), entry.ticket, cookieOptions(secure, seconds));
  }
  redirect(303, entry ? url.pathname : `${url.pathname}?old`);
}

/** Whoever holds no ticket is told to scan the wall again; what they typed stays. */
export const ticketOver = <Typed>(typed: Typed) =>
  fail(403, { typed, message: m.staff_ticket_over(), fields: {} as Record<string, string> });

/** Why nothing came of a form, beside its fields; what was typed stays. */
export const turnedDown = <Typed>(house: House, refusal: Refusal, typed: Typed) =>
  fail(refusal.kind === 'busy' ? 429 : 422, { typed, ...house.say(refusal) });

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

const areaCookie = 'huddleboard_area';
/** A phone remembers so long what its owner works in, in seconds. */
const remembered = 365 * 86_400;

/** The area that this phone said it is of, as far as the team has it. */
export function areaOf(team: Team, cookies: Cookies, url: URL): string | null {
  const said = cookies.get(cookieName(areaCookie, url.protocol === 'https:'));
  return team.areas?.some(({ id }) => id === said) ? (said ?? null) : null;
}

/** Keeps what was said on the phone alone: the board only counts. */
export function rememberArea(id: string, cookies: Cookies, url: URL): void {
  const secure = url.protocol === 'https:';
  cookies.set(cookieName(areaCookie, secure), id.slice(0, 64), cookieOptions(secure, remembered));
}

const phoneCookie = 'huddleboard_phone';

/** What this phone is known by to itself alone: nothing of it is kept but what only the phone can find again. */
export function ownIdOf(house: House, cookies: Cookies, url: URL): string {
  const secure = url.protocol === 'https:';
  const name = cookieName(phoneCookie, secure);
  const known = cookies.get(name);
  if (known && /^[\w-]{40,64}$/.test(known)) return known;
  const id = house.auth.newSecret();
  cookies.set(name, id, cookieOptions(secure, remembered));
  return id;
}

/** Whoever tapped took part in the team’s turn: this phone counts in it once. Its mark is another one in each turn. */
export async function tookPart(
  house: House,
  team: string,
  actor: Actor,
  cookies: Cookies,
  url: URL,
): Promise<void> {
  const turn = (await house.boards.standing(team))?.turn ?? 1;
  const mark = house.auth.hashOf(`${ownIdOf(house, cookies, url)} ${team} ${turn}`).slice(0, 16);
  await house.intake.submit('turn:part', { team, mark }, actor);
}
