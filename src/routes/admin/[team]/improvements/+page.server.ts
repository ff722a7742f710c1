import { addDays, localDay } from '$lib/domain/calendar';
import type { Improvement } from '$lib/domain/hung';
import type { Goal } from '$lib/domain/practice';
import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../access';
import { carryOut, leaderOf, numberIn, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** What is offered: the newest 30 days, and the 30 before them. */
const days = 30;

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { team } = await parent();
  const page = await locals.house.store.list(
    'improvement',
    { team: params.team, status: 'shown' },
    { after: url.searchParams.get('after'), limit: 20 },
  );
  const today = localDay(locals.house.now(), team.timeZone);
  return {
    improvements: page.records,
    next: page.next,
    today,
    offered: {
      before: { from: addDays(today, 1 - 2 * days), to: addDays(today, -days) },
      after: { from: addDays(today, 1 - days), to: today },
    },
  };
};

const kinds: readonly Improvement['what'][] = ['complaints', 'referrals', 'repeat-business', 'other'];
const units: readonly Goal['unit'][] = ['count', 'in-100', 'percent', 'minutes', 'points'];

/** One side as its fields were typed; what cannot be read as a number is refused beside its field. */
const observed = (typed: Record<string, string>, side: 'before' | 'after') => ({
  value: numberIn(typed[`${side}.value`]),
  n: textOrNull(typed[`${side}.n`]) === null ? null : numberIn(typed[`${side}.n`]),
  from: typed[`${side}.from`] ?? '',
  to: typed[`${side}.to`] ?? '',
});

export const actions: Actions = {
  show: async (event) => {
    const typed = await typedIn(event.request);
    const team = await teamFor(event.locals.house, leaderOf(event), event.params.team);
    const input = {
      id: event.locals.house.newId(),
      team: team.id,
      what: kinds.find((kind) => kind === typed.what) ?? 'other',
      label: typed.label ?? '',
      unit: units.find((unit) => unit === typed.unit) ?? 'count',
      before: observed(typed, 'before'),
      after: observed(typed, 'after'),
      because: typed.because ?? '',
    };
    return carryOut(event, 'show', 'improvement:show', input, typed, m.improvement_shown());
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'improvement:withdraw', input, typed, m.improvement_withdrawn());
  },
};
