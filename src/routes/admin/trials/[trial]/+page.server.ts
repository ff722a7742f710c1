import { error } from '@sveltejs/kit';
import { localDay } from '$lib/domain/calendar';
import { mayRun } from '$lib/domain/rights';
import type { Team } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { all } from '../../access';
import { carryOut, leaderOf, typedIn } from '../../answer';
import { baselineOf, resultOf } from '../trial-result';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  if (!mayRun(leaderOf(event))) error(403, m.trials_owner());
  const { house } = event.locals;
  const trial = await house.store.get('trial', event.params.trial);
  if (!trial) error(404, m.trials_unknown());
  const teams = await all(house, 'team');
  const inIt = trial.teams
    .map((id) => teams.find((team) => team.id === id))
    .filter((team): team is Team => team !== undefined)
    // The leadership team goes first in what it asks of others, too.
    .sort((a, b) => Number(b.leadership ?? false) - Number(a.leadership ?? false));
  const today = localDay(house.now(), inIt[0]?.timeZone ?? 'UTC');
  return {
    today,
    trial: {
      id: trial.id,
      goal: trial.goal,
      start: trial.start,
      end: trial.end,
      on: trial.status === 'on' && trial.end >= today,
      ahead: trial.status === 'on' && trial.start > today,
    },
    results: await Promise.all(inIt.map((team) => resultOf(house, trial, team))),
    others: teams.filter(({ id }) => !trial.teams.includes(id)).map(({ id, name }) => ({ id, name })),
  };
};

export const actions: Actions = {
  join: async (event) => {
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    const [team, trial] = await Promise.all([
      house.store.get('team', typed.team ?? ''),
      house.store.get('trial', event.params.trial),
    ]);
    // The thirty days before it came in: what went before is not its trial.
    const today = team ? localDay(house.now(), team.timeZone) : '';
    const input = {
      id: event.params.trial,
      team: typed.team ?? '',
      baseline: team && trial ? await baselineOf(house, team, today) : null,
    };
    return carryOut(event, 'trial', 'trial:join', input, typed, m.trials_joined());
  },
  end: async (event) =>
    carryOut(event, 'trial', 'trial:end', { id: event.params.trial }, {}, m.trials_ended()),
};
