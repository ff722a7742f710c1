import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { areaOf, phoneOf, rememberArea, tookPart } from '../phone';
import type { RequestHandler } from './$types';

/** A shift has met the report on the wall: one tap, then back to the staff page, which says what came of it. */
export const POST: RequestHandler = async ({ request, locals, params, url, cookies }) => {
  const { house } = locals;
  const back = resolve('/team/[team]', { team: params.team });
  const phone = await phoneOf(house, params.team, cookies, url);
  // Without a ticket the page itself asks for the wall's code.
  if (!phone) redirect(303, back);
  const form = await request.formData();
  const turn = Number(form.get('turn'));
  const said = form.get('area');
  const team = await house.store.get('team', params.team);
  if (typeof said === 'string') rememberArea(said, cookies, url);
  const area = typeof said === 'string' ? said : team ? areaOf(team, cookies, url) : null;
  const outcome = await house.intake.submit('seen:tap', { team: params.team, turn, area }, phone);
  if (outcome.ok) await tookPart(house, params.team, phone, cookies, url);
  redirect(303, outcome.ok ? `${back}?seen` : `${back}?over`);
};
