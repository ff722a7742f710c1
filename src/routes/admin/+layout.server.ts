import { maySignNow } from '$lib/domain/declaration';
import { leaderOf } from './answer';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => {
  const { house, leader, language } = event.locals;
  // The sign-in page lives below the same path; everything else is for leaders.
  if (!event.url.pathname.startsWith('/admin/sign-in')) leaderOf(event);
  const declaration = leader && (await house.store.get('organisation', 'organisation'))?.declaration;
  return {
    /** The declaration waits for the leader’s own name. */
    signs: Boolean(declaration && maySignNow(declaration, leader.id, house.now())),
    leader: leader ? { name: leader.name, role: leader.role } : null,
    now: house.now().toISOString(),
    language,
  };
};
