import { error, redirect } from '@sveltejs/kit';
import { fewestEchoes, longestObstacle } from '$lib/domain/echo';
import { mayLead } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { leadershipOf } from '../access';
import { leaderOf, sayNo, typedIn } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const team = await leadershipOf(house);
  return {
    /** Whose page tells what was said; null: it is not this leader’s to read. */
    told: team && mayLead(leader, team.id) ? { id: team.id, name: team.name } : null,
    asked: team !== undefined,
    said: team !== undefined && (await house.echoes.hasSaid(team.id, leader.id)),
    sent: event.url.searchParams.has('said'),
    fewest: fewestEchoes,
    longest: longestObstacle,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const leader = leaderOf(event);
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    const team = await leadershipOf(house);
    if (!team) error(404, m.obstacle_nobody_asks());
    const outcome = await house.echoes.say({
      ...{ team: team.id, text: typed.text ?? '', account: leader.id },
    });
    if (!outcome.ok) return sayNo('say', outcome.refusal, typed);
    redirect(303, '?said');
  },
};
