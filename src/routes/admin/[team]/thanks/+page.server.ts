import { m } from '$lib/paraglide/messages';
import { carryOut, numberIn, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  await parent();
  const page = await locals.house.store.list(
    'thanks',
    { team: params.team, status: 'published' },
    { limit: 10 },
  );
  return { thanks: page.records };
};

export const actions: Actions = {
  say: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      id: event.locals.house.newId(),
      team: event.params.team,
      youSaid: textOrNull(typed.youSaid),
      weDid: textOrNull(typed.weDid),
      signedBy: textOrNull(typed.signedBy),
      served: textOrNull(typed.served) === null ? null : numberIn(typed.served),
    };
    return carryOut(event, 'say', 'thanks:say', input, typed, m.admin_thanks_said());
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'withdraw', 'thanks:withdraw', input, typed, m.admin_thanks_withdrawn());
  },
};
