import { fail, redirect } from '@sveltejs/kit';
import { phoneTopics } from '$lib/domain/echo';
import { m } from '$lib/paraglide/messages';
import { ownIdOf, phoneOf, teamOf } from '../phone';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const team = await teamOf(locals.house, params.team);
  return {
    team: { id: team.id, name: team.name },
    open: (await phoneOf(locals.house, team.id, cookies, url)) !== undefined,
    said: phoneTopics.find((topic) => topic === url.searchParams.get('said')) ?? null,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url, cookies, getClientAddress }) => {
    const { house } = locals;
    const form = await request.formData();
    const topic = phoneTopics.find((one) => one === form.get('topic'));
    const face = form.get('face');
    const actor = await phoneOf(house, params.team, cookies, url);
    if (!actor) return fail(403, { message: m.staff_ticket_over() });
    if (!topic) return fail(422, { message: m.refusal_invalid() });
    const admitted = await house.limits.admits('snag', getClientAddress());
    const echo = {
      ...{ team: params.team, topic, face: face === null ? NaN : Number(face) },
      phone: ownIdOf(house, cookies, url),
    };
    const outcome = admitted.ok ? await house.echoes.tap(echo, actor) : admitted;
    if (!outcome.ok)
      return fail(outcome.refusal.kind === 'busy' ? 429 : 422, {
        message: house.say(outcome.refusal).message,
      });
    redirect(303, `?said=${topic}`);
  },
};
