import { localDay } from '$lib/domain/calendar';
import { momentsOf } from '$lib/domain/countdown';
import { m } from '$lib/paraglide/messages';
import { carryOut, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { team } = await parent();
  const now = locals.house.now();
  const page = await locals.house.store.list(
    'countdown',
    { team: params.team, status: 'set' },
    { limit: 50 },
  );
  return {
    today: localDay(now, team.timeZone),
    countdowns: page.records
      .map((countdown) => ({ ...countdown, ...momentsOf(countdown, team.timeZone) }))
      .sort((a, b) => Number(a.leaves <= now) - Number(b.leaves <= now) || Number(a.comes) - Number(b.comes))
      .map(({ comes: _comes, leaves, ...countdown }) => ({ ...countdown, over: leaves <= now })),
  };
};

export const actions: Actions = {
  set: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      id: event.locals.house.newId(),
      team: event.params.team,
      title: typed.title ?? '',
      note: textOrNull(typed.note),
      day: typed.day ?? '',
      time: textOrNull(typed.time),
      customers: typed.customers === 'on',
    };
    return carryOut(event, 'set', 'countdown:set', input, typed, m.countdown_set());
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'countdown:withdraw', input, typed, m.countdown_withdrawn());
  },
};
