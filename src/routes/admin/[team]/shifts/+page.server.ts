import { cadenceOf, shiftAt } from '$lib/domain/cadence';
import { seenId } from '$lib/domain/turn';
import type { PageServerLoad } from './$types';

/** Which shifts have met the turn’s report, by counts alone. */
export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { store, boards, now } = locals.house;
  const turn = (await boards.standing(team.id))?.turn ?? 1;
  const seen = await store.get('seen', seenId(team.id, turn));
  const { shifts } = cadenceOf(team);
  return {
    turn,
    on: shiftAt(now(), shifts, team.timeZone).start,
    shifts: shifts.map((start) => ({
      start,
      taps: seen?.shifts[start]?.taps ?? 0,
      first: seen?.shifts[start]?.first ?? null,
    })),
  };
};
