import { mostServed, serves } from '$lib/domain/colleagues';
import { m } from '$lib/paraglide/messages';
import { all } from '../../access';
import { carryOut, numberIn, typedIn } from '../../answer';
import { linkScore } from '../standing';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { house } = locals;
  const teams = (await all(house, 'team', { status: 'active' })).sort((a, b) => a.name.localeCompare(b.name));
  const shoutOuts = await house.store.list(
    'shout-out',
    { team: team.id, status: 'published' },
    { limit: 200 },
  );
  /** When one of the two last thanked the other (ISO); null: not among the newest. */
  const thanked = (other: string) =>
    shoutOuts.records.find(({ across }) => across && [across.by, across.to].includes(other))?.at ?? null;
  const scored = async (by: string, of: typeof team) => ({
    minimumN: of.minimumN,
    score: await linkScore(house.store, of, by, house.now()),
  });
  return {
    most: mostServed,
    others: teams
      .filter(({ id }) => id !== team.id)
      .map(({ id, name }) => ({ id, name, served: serves(team, id) })),
    /** Teams that it served and that were removed since. */
    gone: (team.serves ?? []).filter((id) => !teams.some((one) => one.id === id)).length,
    /** How those say it is doing whom it serves. */
    served: await Promise.all(
      teams
        .filter(({ id }) => serves(team, id))
        .map(async ({ id, name }) => ({ id, name, thanked: thanked(id), ...(await scored(id, team)) })),
    ),
    /** Who serves it, and what its own people said of them. */
    serving: await Promise.all(
      teams
        .filter((one) => serves(one, team.id))
        .map(async (one) => ({
          ...{ id: one.id, name: one.name, thanked: thanked(one.id) },
          ...(await scored(team.id, one)),
        })),
    ),
    asks:
      (await house.store.list('question', { team: team.id, status: 'live' }, { limit: 1 })).records[0]
        ?.text ?? null,
  };
};

export const actions: Actions = {
  save: async (event) => {
    const typed = await typedIn(event.request);
    const served = Object.keys(typed).flatMap((name) => /^serves-(.+)$/.exec(name)?.[1] ?? []);
    const input = { team: event.params.team, saw: numberIn(typed.saw), serves: served };
    return carryOut(event, 'save', 'team:serves', input, typed, m.within_saved());
  },
};
