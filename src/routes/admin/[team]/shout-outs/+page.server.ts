import { m } from '$lib/paraglide/messages';
import { handedOff } from '$lib/domain/colleagues';
import { all } from '../../access';
import { carryOut, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { team } = await parent();
  const teams = await all(locals.house, 'team');
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const page = await locals.house.store.list(
    'shout-out',
    { team: params.team },
    { after: url.searchParams.get('after'), limit: 20 },
  );
  const goals = await locals.house.store.list('goal', { team: params.team, status: 'open' }, { limit: 1 });
  return {
    awards: team.awards ?? [],
    /** The one that is open, which a shout-out may have served. */
    goal: goals.records.map(({ id, question }) => ({ id, question }))[0] ?? null,
    shoutOuts: page.records.map((one) => ({
      ...one,
      /** The other team of a thanks between two, and whether this one said it. */
      other: one.across && {
        name: names.get(one.team === one.across.by ? one.across.to : one.across.by) ?? null,
        ours: one.team === one.across.by,
      },
    })),
    others: handedOff(team, teams),
    next: page.next,
    older: url.searchParams.has('after'),
  };
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
      award: textOrNull(typed.award),
      goal: typed.served === 'on' ? textOrNull(typed.goal) : null,
      across: textOrNull(typed.across),
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
