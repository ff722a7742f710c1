import { leaderOf } from './answer';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = (event) => {
  const { house, leader, language } = event.locals;
  // The sign-in page lives below the same path; everything else is for leaders.
  if (!event.url.pathname.startsWith('/admin/sign-in')) leaderOf(event);
  return {
    leader: leader ? { name: leader.name, role: leader.role } : null,
    now: house.now().toISOString(),
    language,
  };
};
