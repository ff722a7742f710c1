import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { phoneOf, tookPart } from '../phone';
import type { RequestHandler } from './$types';

/** Somebody asked a customer, kept the standard, or saw what was trained: one tap, then back to the staff page. */
export const POST: RequestHandler = async ({ request, locals, params, url, cookies, getClientAddress }) => {
  const { house } = locals;
  const back = resolve('/team/[team]', { team: params.team });
  const phone = await phoneOf(house, params.team, cookies, url);
  // Without a ticket the page itself asks for the wall's code.
  if (!phone) redirect(303, back);
  const admitted = await house.limits.admitsAsked(phone.mark ?? '', getClientAddress());
  if (!admitted.ok) redirect(303, `${back}?often`);
  const form = await request.formData();
  const act = form.get('once');
  const what = form.get('what') === 'standard' ? ('standard' as const) : ('asked' as const);
  const id = typeof act === 'string' && act !== '' ? act : house.newId();
  const card = form.get('card');
  const line = Number(form.get('line'));
  const outcome =
    typeof card === 'string'
      ? await house.intake.submit('library:seen', { team: params.team, id: card, line, act: id }, phone)
      : await house.intake.submit('asked:tap', { team: params.team, act: id, what }, phone);
  if (outcome.ok) await tookPart(house, params.team, phone, cookies, url);
  redirect(303, outcome.ok ? `${back}?${typeof card === 'string' ? `saw=${line}` : what}` : back);
};
