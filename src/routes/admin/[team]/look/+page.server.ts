import type { Field } from '$lib/domain/brand';
import { actionPoints } from '$lib/domain/action-point';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { leaderOf, numberIn, sayNo, sayYes } from '../../answer';
import { formOf, pictureIn } from '../../picture-form';
import type { Actions, PageServerLoad } from './$types';

const fields: readonly Field[] = ['neutral', ...actionPoints];

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const picture = team.logo ? await locals.house.store.get('picture', team.logo) : undefined;
  return { logo: picture ?? null };
};

export const actions: Actions = {
  save: async (event) => {
    const { house } = event.locals;
    const { typed, form } = await formOf(event.request);
    const leader = leaderOf(event);
    const team = await teamFor(house, leader, event.params.team);
    const picture = await pictureIn(event, form, { team: team.id, name: 'logo', asksPeople: false });
    if (!picture.ok) return sayNo('save', picture.refusal, typed);
    const before = team.logo ?? null;
    const kept = typed['logo-gone'] === 'on' ? null : before;
    const input = {
      team: team.id,
      saw: numberIn(typed.saw),
      accent:
        typed.own === 'on'
          ? {
              colour: typed.colour ?? '',
              replaces: fields.find((field) => field === typed.replaces) ?? 'neutral',
            }
          : null,
      logo: picture.value ?? kept,
    };
    const outcome = await house.intake.submit('team:look', input, leader);
    // What no wall shows, or shows no more, is not kept.
    const left = outcome.ok ? before !== input.logo && before : picture.value;
    if (left) await house.intake.submit('picture:drop', { team: team.id, id: left }, leader);
    return outcome.ok
      ? sayYes('save', m.look_saved())
      : sayNo('save', outcome.refusal, typed, { 'accent.colour': 'colour' });
  },
};
