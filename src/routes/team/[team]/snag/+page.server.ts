import { redirect } from '@sveltejs/kit';
import { partaker } from '../huddle/huddle-view';
import { teamOf, ticketOver, tookPart, turnedDown } from '../phone';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const team = await teamOf(locals.house, params.team);
  return {
    team: { id: team.id, name: team.name },
    open: (await partaker(locals, team.id, cookies, url)) !== undefined,
    said: url.searchParams.has('said'),
    once: locals.house.newId(),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params, url, cookies, getClientAddress }) => {
    const { house } = locals;
    const form = await request.formData();
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const typed = { rule: text('rule'), happened: text('happened'), once: text('once') };
    const actor = await partaker(locals, params.team, cookies, url);
    if (!actor) return ticketOver(typed);
    const admitted = await house.limits.admits('snag', getClientAddress());
    const { once, ...words } = typed;
    // The id is the form's own: what is sent twice is there once.
    const input = { id: once || house.newId(), team: params.team, ...words };
    const outcome = admitted.ok ? await house.intake.submit('snag:raise', input, actor) : admitted;
    if (!outcome.ok) return turnedDown(house, outcome.refusal, typed);
    await tookPart(house, params.team, actor, cookies, url);
    redirect(303, '?said');
  },
};
