import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { phoneOf } from '../phone';
import type { RequestHandler } from './$types';

/** Somebody asked a customer: one tap, then back to the staff page. */
export const POST: RequestHandler = async ({ request, locals, params, url, cookies, getClientAddress }) => {
  const { house } = locals;
  const back = resolve('/team/[team]', { team: params.team });
  const phone = await phoneOf(house, params.team, cookies, url);
  // Without a ticket the page itself asks for the wall's code.
  if (!phone) redirect(303, back);
  const admitted = await house.limits.admitsAsked(phone.mark ?? '', getClientAddress());
  if (!admitted.ok) redirect(303, `${back}?often`);
  const act = (await request.formData()).get('once');
  const input = { team: params.team, act: typeof act === 'string' && act !== '' ? act : house.newId() };
  const outcome = await house.intake.submit('asked:tap', input, phone);
  redirect(303, outcome.ok ? `${back}?asked` : back);
};
