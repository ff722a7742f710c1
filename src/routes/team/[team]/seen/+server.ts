import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { cookieName, ticketCookie } from '$lib/server/auth/auth';
import type { RequestHandler } from './$types';

/** A shift has met the report on the wall: one tap, then back to the staff page, which says what came of it. */
export const POST: RequestHandler = async ({ request, locals, params, url, cookies }) => {
  const { auth, intake, now } = locals.house;
  const back = resolve('/team/[team]', { team: params.team });
  const ticket = cookies.get(cookieName(ticketCookie, url.protocol === 'https:'));
  const phone = await auth.phone(ticket, now());
  // Without a ticket the page itself asks for the wall's code.
  if (phone?.team !== params.team) redirect(303, back);
  const turn = Number((await request.formData()).get('turn'));
  const outcome = await intake.submit('seen:tap', { team: params.team, turn }, phone);
  redirect(303, outcome.ok ? `${back}?seen` : `${back}?over`);
};
