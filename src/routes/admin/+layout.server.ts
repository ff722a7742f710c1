import { maySignNow } from '$lib/domain/declaration';
import { all } from './access';
import { leaderOf } from './answer';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { house, leader, language } = event.locals;
  // The sign-in page lives below the same path; everything else is for leaders.
  if (!event.url.pathname.startsWith('/admin/sign-in')) leaderOf(event);
  const declaration = leader && (await house.store.get('organisation', 'organisation'))?.declaration;
  const teams = leader ? await all(house, 'team', { status: 'active' }) : [];
  const leading = teams.find(({ leadership }) => leadership);
  return {
    /** The leadership team has not heard yet this month what makes it tough for this leader. */
    obstacle: Boolean(leader && leading && !(await house.echoes.hasSaid(leading.id, leader.id))),
    /** The teams that the leader stands behind. */
    sponsored: teams
      .filter(({ sponsor }) => sponsor?.account === leader?.id)
      .map(({ id, name }) => ({ id, name })),
    /** The declaration waits for the leader’s own name. */
    signs: Boolean(declaration && maySignNow(declaration, leader.id, house.now())),
    leader: leader ? { name: leader.name, role: leader.role } : null,
    now: house.now().toISOString(),
    language,
  };
};
