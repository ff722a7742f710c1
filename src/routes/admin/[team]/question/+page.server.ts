import { metrics } from '$lib/domain/metric';
import { m } from '$lib/paraglide/messages';
import { carryOut, numberIn, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  await parent();
  const [live, past] = await Promise.all([
    locals.house.store.list('question', { team: params.team, status: 'live' }, { limit: 1 }),
    locals.house.store.list('question', { team: params.team, status: 'past' }, { limit: 10 }),
  ]);
  return {
    live: live.records[0] ?? null,
    past: past.records,
    address: `${locals.house.config.publicUrl ?? url.origin}/ask/${params.team}`,
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const typed = await typedIn(event.request);
    const metric = metrics.find((name) => name === typed.metric) ?? 'nps';
    const scale =
      metric === 'rating'
        ? { min: numberIn(typed.min), max: numberIn(typed.max), top: numberIn(typed.top) }
        : null;
    const input = {
      id: event.locals.house.newId(),
      team: event.params.team,
      text: typed.text ?? '',
      metric,
      scale,
    };
    const rename = { 'scale.min': 'min', 'scale.max': 'max', 'scale.top': 'top', scale: 'top' };
    return carryOut(event, 'ask', 'question:ask', input, typed, m.admin_question_asked(), rename);
  },
};
