import { all } from '../../access';
import { leaderOf } from '../../answer';
import type { PageServerLoad } from './$types';

/** What the team’s people say of how they are led, in pools alone. */
export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const leader = leaderOf(event);
  const { house } = event.locals;
  const accounts = await all(house, 'account', { status: 'active' });
  // How somebody coaches is theirs to hear: an owner’s only where nobody else leads the team.
  const led = accounts.some(({ role, teams }) => role === 'leader' && teams.includes(team.id));
  const coaches = leader.role === 'leader' || !led;
  const newestFirst = async (topic: 'leading' | 'coaching') =>
    (await house.echoes.pools(team.id, topic)).reverse();
  return {
    /** What leaders everywhere say makes it tough; null: this is not the leadership team. */
    obstacles: team.leadership ? (await house.echoes.obstacles(team.id)).reverse() : null,
    leading: await newestFirst('leading'),
    coaching: coaches ? await newestFirst('coaching') : null,
  };
};
