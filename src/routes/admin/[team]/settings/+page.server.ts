import { redirect } from '@sveltejs/kit';
import { customerWords } from '$lib/domain/records';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { displaysOf, teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, sayNo, textOrNull, typedIn } from '../../answer';
import { measuresOf } from '../../measures';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const { house } = event.locals;
  const leader = leaderOf(event);
  return {
    measures: await measuresOf(house, team, team.measure),
    /** Whoever may close the team is told which walls are to be taken down before. */
    closing: mayRun(leader)
      ? { walls: (await displaysOf(house, leader, team.id)).map(({ id, name }) => ({ id, name })) }
      : null,
  };
};

export const actions: Actions = {
  leadership: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, on: typed.on === 'yes' };
    const done = input.on ? m.leadership_is() : m.leadership_is_not();
    return carryOut(event, 'leadership', 'team:leadership', input, typed, done);
  },
  close: async (event) => {
    const input = { team: event.params.team };
    const outcome = await event.locals.house.intake.submit('team:close', input, leaderOf(event));
    if (!outcome.ok) return sayNo('close', outcome.refusal, {});
    redirect(303, '/admin?all');
  },
  save: async (event) => {
    const typed = await typedIn(event.request);
    const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
    const input = {
      team: team.id,
      saw: numberIn(typed.saw),
      name: typed.name ?? '',
      timeZone: typed.timeZone ?? '',
      customer: customerWords.find((word) => word === typed.customer) ?? team.customer,
      minimumN: numberIn(typed.minimumN),
      cadenceDays: team.cadenceDays,
      people: textOrNull(typed.people) === null ? null : numberIn(typed.people),
      moderation: typed.moderation === 'clean' ? ('clean' as const) : ('all' as const),
      hold: (typed.hold ?? '')
        .split(/[\n,]/)
        .map((word) => word.trim())
        .filter(Boolean),
      passHours: typed.hours === 'on' ? { from: typed.passFrom ?? '', to: typed.passTo ?? '' } : null,
      measure: textOrNull(typed.measure),
    };
    return carryOut(event, 'save', 'team:edit', input, typed, m.admin_settings_saved(), {
      'passHours.from': 'passFrom',
      'passHours.to': 'passTo',
    });
  },
};
