import { mostOn } from '$lib/domain/experiment';
import { m } from '$lib/paraglide/messages';
import { carryOut, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { team } = await parent();
  const { store, newId } = locals.house;
  const of = { team: team.id };
  const [on, page, named] = await Promise.all([
    store.list('experiment', { ...of, status: 'on' }, { limit: mostOn }),
    store.list(
      'experiment',
      { ...of, status: 'answered' },
      { after: url.searchParams.get('after'), limit: 20 },
    ),
    store.get('finding', url.searchParams.get('from') ?? ''),
  ]);
  return {
    most: mostOn,
    // What began first is asked for first.
    on: on.records.reverse(),
    answered: page.records,
    next: page.next,
    /** The finding that the next one comes from, where the address names one. */
    finding: named?.team === team.id ? { id: named.id, saw: named.saw } : null,
    once: newId(),
  };
};

export const actions: Actions = {
  begin: async (event) => {
    const typed = await typedIn(event.request);
    const { think = '', tries = '', see = '' } = typed;
    const input = {
      // The form's own: what is sent twice is begun once.
      id: typed.once || event.locals.house.newId(),
      ...{ team: event.params.team, think, tries, see, finding: textOrNull(typed.finding) },
    };
    return carryOut(event, 'begin', 'experiment:begin', input, typed, m.experiment_begun());
  },
  see: async (event) => {
    const typed = await typedIn(event.request);
    const { id = '', saw = '' } = typed;
    const input = { team: event.params.team, id, saw };
    return carryOut(event, id, 'experiment:see', input, typed, m.experiment_said());
  },
  drop: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'on', 'experiment:drop', input, typed, m.experiment_dropped());
  },
};
