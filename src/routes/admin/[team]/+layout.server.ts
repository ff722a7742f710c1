import { leaderOf } from '../answer';
import { teamFor } from '../access';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
  return { team };
};
