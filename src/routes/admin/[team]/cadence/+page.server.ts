import { actionPoints, type ActionPoint } from '$lib/domain/action-point';
import { cadenceOf, intervalOf, mostShifts, type Interval } from '$lib/domain/cadence';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, textOrNull, typedIn } from '../../answer';
import { sourcesOf } from '../../sources';
import { intervalIn, shiftsIn } from './due-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { house } = locals;
  const cadence = cadenceOf(team);
  const [names, standing] = await Promise.all([sourcesOf(house, team), house.boards.standing(team.id)]);
  return {
    points: Object.fromEntries(actionPoints.map((point) => [point, intervalOf(cadence, point)])) as Record<
      ActionPoint,
      Interval
    >,
    standing: standing?.points ?? null,
    sources: [...names].map(([id, name]) => ({ id, name, interval: cadence.sources[id] ?? null })),
    shifts: Array.from({ length: mostShifts }, (_, row) => cadence.shifts[row] ?? ''),
  };
};

export const actions: Actions = {
  save: async (event) => {
    const typed = await typedIn(event.request);
    const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
    const { shifts, rename } = shiftsIn(typed);
    for (const point of actionPoints) {
      rename[`points.${point}.due`] = `${point}-due`;
      rename[`points.${point}.owner`] = `${point}-owner`;
    }
    const sources: Record<string, Interval> = {};
    for (let row = 0; `source-${row}` in typed; row += 1) {
      const source = typed[`source-${row}`] ?? '';
      rename[`sources.${source}`] = `source-${row}-due`;
      if (typed[`source-${row}-due`]) sources[source] = intervalIn(typed, `source-${row}`);
    }
    const points = Object.fromEntries(
      actionPoints.map((point) => [
        point,
        { due: intervalIn(typed, point), owner: textOrNull(typed[`${point}-owner`]) },
      ]),
    ) as Record<ActionPoint, { due: Interval; owner: string | null }>;
    const input = { team: team.id, saw: numberIn(typed.saw), points, sources, shifts };
    return carryOut(event, 'save', 'team:cadence', input, typed, m.admin_cadence_saved(), rename);
  },
};
