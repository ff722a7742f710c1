import { m } from '$lib/paraglide/messages';
import { carryOut, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  await parent();
  const page = await locals.house.store.list(
    'shout-out',
    { team: params.team },
    { after: url.searchParams.get('after'), limit: 20 },
  );
  return { shoutOuts: page.records, next: page.next, older: url.searchParams.has('after') };
};

export const actions: Actions = {
  add: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      id: event.locals.house.newId(),
      team: event.params.team,
      to: typed.to ?? '',
      toArea: textOrNull(typed.toArea),
      from: typed.from ?? '',
      fromArea: textOrNull(typed.fromArea),
      behaviour: typed.behaviour ?? '',
      value: textOrNull(typed.value),
    };
    return carryOut(event, 'add', 'shout-out:add', input, typed, m.admin_shout_out_added());
  },
  hide: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    return carryOut(
      event,
      id,
      'shout-out:hide',
      { team: event.params.team, id },
      typed,
      m.admin_shout_out_hidden(),
    );
  },
  show: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    return carryOut(
      event,
      id,
      'shout-out:show',
      { team: event.params.team, id },
      typed,
      m.admin_shout_out_shown(),
    );
  },
};
