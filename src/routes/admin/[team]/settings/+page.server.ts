import { customerWords } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, textOrNull, typedIn } from '../../answer';
import { measuresOf } from '../../measures';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  return { measures: await measuresOf(locals.house, team, team.measure) };
};

export const actions: Actions = {
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
