import { redirect } from '@sveltejs/kit';
import { voices, type Felt } from '$lib/domain/journey';
import type { Respondent } from '$lib/domain/records';
import { formOf, pictureIn } from '../../../admin/picture-form';
import { partaker } from '../huddle/huddle-view';
import { teamOf, ticketOver, tookPart, turnedDown } from '../phone';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const team = await teamOf(locals.house, params.team);
  const steps = (team.journey ?? []).map(({ id, name }) => ({ id, name }));
  // The walk goes on: whoever said something of a step stands at the next one, for the same people.
  const before = steps.findIndex(({ id }) => id === url.searchParams.get('said'));
  const from = voices.find((one) => one === url.searchParams.get('from'));
  return {
    team: { id: team.id, name: team.name, customer: team.customer },
    open: (await partaker(locals, team.id, cookies, url)) !== undefined,
    steps,
    said: steps[before]?.name ?? null,
    next: before >= 0 ? (steps[before + 1]?.id ?? '') : '',
    from: from ?? 'employee',
    language: locals.language,
    once: locals.house.newId(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, params, cookies, url, getClientAddress } = event;
    const { house } = locals;
    const { typed, form } = await formOf(event.request);
    const actor = await partaker(locals, params.team, cookies, url);
    if (!actor) return ticketOver(typed);
    const admitted = await house.limits.admits('finding', getClientAddress());
    if (!admitted.ok) return turnedDown(house, admitted.refusal, typed);
    const { step = '', saw = '', from = '', felt = '' } = typed;
    const on = `?said=${encodeURIComponent(step)}&from=${encodeURIComponent(from)}`;
    // The id is the form's own: what is sent twice is there once.
    const id = typed.once?.slice(0, 64) || house.newId();
    if (await house.store.get('finding', id)) redirect(303, on);
    // What it shows is what was seen there.
    form.set('picture-alt', saw);
    const picture = await pictureIn(event, form, { team: params.team, actor, asksPeople: false });
    if (!picture.ok) return turnedDown(house, picture.refusal, typed);
    const outcome = await house.intake.submit(
      'finding:tell',
      {
        ...{ id, team: params.team, step, saw, picture: picture.value },
        ...{ from: from as Respondent, felt: felt as Felt },
      },
      actor,
    );
    if (!outcome.ok) {
      // Nobody finds the picture of what was not told again.
      if (picture.value)
        await house.intake.submit('picture:drop', { team: params.team, id: picture.value }, { as: 'house' });
      return turnedDown(house, outcome.refusal, typed);
    }
    await tookPart(house, params.team, actor, cookies, url);
    redirect(303, on);
  },
};
