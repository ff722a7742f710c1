import { m } from '$lib/paraglide/messages';
import { carryOut, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

const shelves = ['waiting', 'approved', 'hidden'] as const;
const pageSize = 20;
const countedUpTo = 200;

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  // The layout has decided whether this leader may read on.
  await parent();
  const { store } = locals.house;
  const asked = url.searchParams.get('show');
  const shelf = shelves.find((name) => name === asked) ?? 'waiting';
  const [page, waiting, held] = await Promise.all([
    store.list(
      'verbatim',
      { team: params.team, status: shelf },
      { after: url.searchParams.get('after'), limit: pageSize },
    ),
    store.list('verbatim', { team: params.team, status: 'waiting' }, { limit: countedUpTo }),
    store.list('response', { team: params.team, status: 'kept-out' }),
  ]);
  return {
    shelf,
    comments: page.records,
    next: page.next,
    older: url.searchParams.has('after'),
    // Up to the newest that the leader sees here.
    held: { count: held.records.length, upTo: held.records[0]?.at ?? '' },
    waiting: { count: waiting.records.length, more: waiting.next !== null },
  };
};

export const actions: Actions = {
  count: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, upTo: typed.upTo ?? '' };
    return carryOut(event, 'held', 'held:count', input, typed, m.admin_held_counted());
  },
  drop: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, upTo: typed.upTo ?? '' };
    return carryOut(event, 'held', 'held:drop', input, typed, m.admin_held_dropped());
  },
  approve: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    const input = { team: event.params.team, id, highlight: textOrNull(typed.highlight) };
    return carryOut(event, id, 'verbatim:approve', input, typed, m.admin_comment_approved());
  },
  sort: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    const [about = '', critical = ''] = (typed.sort ?? '').split(' ');
    const input = { team: event.params.team, id, critical, about: about === 'on' };
    return carryOut(event, id, 'verbatim:sort', input, typed, m.admin_comment_sorted());
  },
  hide: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    return carryOut(
      event,
      id,
      'verbatim:hide',
      { team: event.params.team, id },
      typed,
      m.admin_comment_hidden(),
    );
  },
};
