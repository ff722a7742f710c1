import { cadenceOf, shiftAt } from '$lib/domain/cadence';
import { seenId } from '$lib/domain/turn';
import { m } from '$lib/paraglide/messages';
import { carryOut, numberIn, typedIn } from '../../answer';
import { areasIn } from './area-form';
import type { Actions, PageServerLoad } from './$types';

/** Which shifts and areas have met the turn’s report, by counts alone. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { store, boards, now } = locals.house;
  const turn = (await boards.standing(team.id))?.turn ?? 1;
  const seen = await store.get('seen', seenId(team.id, turn));
  const { shifts } = cadenceOf(team);
  const tapsIn = (counted: Record<string, { first: string; taps: number }> | undefined, by: string) => ({
    taps: counted?.[by]?.taps ?? 0,
    first: counted?.[by]?.first ?? null,
  });
  return {
    turn,
    on: shiftAt(now(), shifts, team.timeZone).start,
    shifts: shifts.map((start) => ({ start, ...tapsIn(seen?.shifts, start) })),
    areas: (team.areas ?? []).map((area) => ({ ...area, ...tapsIn(seen?.areas, area.id) })),
  };
};

export const actions: Actions = {
  save: async (event) => {
    const typed = await typedIn(event.request);
    const { areas, rename } = areasIn(typed, event.locals.house.newId);
    const input = { team: event.params.team, saw: numberIn(typed.saw), areas };
    return carryOut(event, 'save', 'team:areas', input, typed, m.areas_saved(), rename);
  },
};
