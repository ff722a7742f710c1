import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { addDays, localDay } from '$lib/domain/calendar';
import { mayRun } from '$lib/domain/rights';
import { isBusy } from '$lib/domain/trial';
import { m } from '$lib/paraglide/messages';
import { all, seenBy } from '../access';
import { leaderOf, sayNo, typedIn } from '../answer';
import { baselineOf } from './trial-result';
import type { Actions, PageServerLoad } from './$types';

/** A trial runs for six weeks, unless somebody says otherwise. */
const usual = 42;

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  if (!mayRun(leader)) error(403, m.trials_owner());
  const { house } = event.locals;
  const [teams, trials] = await Promise.all([seenBy(house, leader), all(house, 'trial')]);
  const today = localDay(house.now(), teams[0]?.timeZone ?? 'UTC');
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  return {
    today,
    end: addDays(today, usual),
    free: teams
      .filter(({ id }) => !trials.some((trial) => isBusy(trial, id, today)))
      .map(({ id, name }) => ({ id, name })),
    trials: trials.map(({ id, goal, start, end, status, teams }) => ({
      id,
      goal,
      start,
      end,
      stand: status === 'over' || end < today ? 'over' : start > today ? 'ahead' : 'on',
      teams: teams.map((team) => names.get(team) ?? '').filter(Boolean),
    })),
    once: house.newId(),
  };
};

export const actions: Actions = {
  start: async (event) => {
    const leader = leaderOf(event);
    const { house } = event.locals;
    const typed = await typedIn(event.request);
    const teams = (await seenBy(house, leader)).filter(({ id }) => typed[`team-${id}`] === 'on');
    const start = typed.start ?? '';
    const isDay = /^\d{4}-\d\d-\d\d$/.test(start);
    const id = typed.once || house.newId();
    const outcome = await house.intake.submit(
      'trial:start',
      {
        id,
        teams: teams.map((team) => team.id),
        start,
        end: typed.end ?? '',
        goal: typed.goal ?? '',
        baselines: Object.fromEntries(
          isDay
            ? await Promise.all(teams.map(async (team) => [team.id, await baselineOf(house, team, start)]))
            : [],
        ),
      },
      leader,
    );
    if (!outcome.ok) return sayNo('start', outcome.refusal, typed);
    redirect(303, resolve('/admin/trials/[trial]', { trial: id }));
  },
};
