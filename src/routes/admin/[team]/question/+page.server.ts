import { m } from '$lib/paraglide/messages';
import { carryOut, typedIn } from '../../answer';
import { questionIn, questionPaths } from '../question-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  await parent();
  const [standing, live, past] = await Promise.all([
    locals.house.boards.standing(params.team),
    locals.house.store.list('question', { team: params.team, status: 'live' }, { limit: 1 }),
    locals.house.store.list('question', { team: params.team, status: 'past' }, { limit: 10 }),
  ]);
  return {
    turn: standing?.turn ?? 1,
    live: live.records[0] ?? null,
    past: past.records,
    address: `${locals.house.config.publicUrl ?? url.origin}/ask/${params.team}`,
  };
};

export const actions: Actions = {
  ask: async (event) => {
    const typed = await typedIn(event.request);
    const input = { id: event.locals.house.newId(), team: event.params.team, ...questionIn(typed) };
    return carryOut(event, 'ask', 'question:ask', input, typed, m.admin_question_asked(), questionPaths());
  },
};
