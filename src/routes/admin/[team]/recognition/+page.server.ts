import { m } from '$lib/paraglide/messages';
import { lastThanked } from '$lib/domain/recognition';
import { teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, typedIn } from '../../answer';
import { recognitionIn } from './typed';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { team } = await parent();
  const lately = await locals.house.store.list(
    'shout-out',
    { team: params.team, status: 'published' },
    { limit: 200 },
  );
  const last = lastThanked(team, lately.records);
  return {
    expected: team.values.map((value) => ({ ...value, last: last.get(value.id)?.at ?? null })),
    awards: team.awards ?? [],
  };
};

export const actions: Actions = {
  save: async (event) => {
    const typed = await typedIn(event.request);
    const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
    const { values, awards, rename } = recognitionIn(typed, event.locals.house.newId);
    const input = { team: team.id, saw: numberIn(typed.saw), values, awards };
    return carryOut(event, 'save', 'team:recognition', input, typed, m.recognition_saved(), rename);
  },
};
