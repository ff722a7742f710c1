import { customerWords, type Value } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, textOrNull, typedIn } from '../../answer';
import { measuresOf } from '../../measures';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  return { measures: await measuresOf(locals.house, team, team.measure) };
};

/** The values as rows of `value-id-N`, `value-name-N`, `value-icon-N`; a row without a name is dropped. */
function valuesIn(
  typed: Record<string, string>,
  newId: () => string,
): { values: Value[]; rename: Record<string, string> } {
  const values: Value[] = [];
  const rename: Record<string, string> = {};
  for (let row = 0; `value-name-${row}` in typed; row += 1) {
    const name = typed[`value-name-${row}`]?.trim();
    if (!name) continue;
    rename[`values.${values.length}.name`] = `value-name-${row}`;
    rename[`values.${values.length}.icon`] = `value-icon-${row}`;
    values.push({
      id: typed[`value-id-${row}`] || newId(),
      name,
      icon: typed[`value-icon-${row}`] || 'heart',
    });
  }
  return { values, rename };
}

export const actions: Actions = {
  save: async (event) => {
    const typed = await typedIn(event.request);
    const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
    const { values, rename } = valuesIn(typed, event.locals.house.newId);
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
      values,
    };
    return carryOut(event, 'save', 'team:edit', input, typed, m.admin_settings_saved(), {
      ...rename,
      'passHours.from': 'passFrom',
      'passHours.to': 'passTo',
    });
  },
};
