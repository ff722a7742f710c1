import { mostCaptionWords } from '$lib/domain/decide/posters';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { carryOut, leaderOf, sayNo, sayYes, typedIn } from '../../answer';
import { formOf, pictureIn } from '../../picture-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { store } = locals.house;
  const page = await store.list('poster', { team: params.team, status: 'hung' }, { limit: 40 });
  const posters = await Promise.all(
    page.records.map(async (poster) => ({
      ...poster,
      shown: poster.picture ? ((await store.get('picture', poster.picture)) ?? null) : null,
    })),
  );
  return { posters, mostWords: mostCaptionWords };
};

export const actions: Actions = {
  hang: async (event) => {
    const { house } = event.locals;
    const { typed, form } = await formOf(event.request);
    const leader = leaderOf(event);
    const team = await teamFor(house, leader, event.params.team);
    const picture = await pictureIn(event, form, { team: team.id });
    if (!picture.ok) return sayNo('hang', picture.refusal, typed);
    const input = {
      id: house.newId(),
      team: team.id,
      picture: picture.value,
      caption: typed.caption ?? '',
      fit: typed.whole === 'on' ? ('whole' as const) : ('fill' as const),
      customers: typed.customers === 'on',
      consent: typed.consent ?? '',
    };
    const outcome = await house.intake.submit('poster:hang', input, leader);
    if (outcome.ok) return sayYes('hang', m.poster_hung());
    // Nobody is shown a picture that was not hung.
    if (picture.value)
      await house.intake.submit('picture:drop', { team: team.id, id: picture.value }, leader);
    return sayNo('hang', outcome.refusal, typed);
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'poster:take-down', input, typed, m.poster_taken_down());
  },
};
