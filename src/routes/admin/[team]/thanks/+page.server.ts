import { m } from '$lib/paraglide/messages';
import { carryOut, numberIn, textOrNull, typedIn } from '../../answer';
import { isLive, questionIn, questionPaths } from '../question-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { team } = await parent();
  const { store, boards, newId } = locals.house;
  const [thanks, live, standing] = await Promise.all([
    store.list('thanks', { team: params.team, status: 'published' }, { limit: 10 }),
    store.list('question', { team: params.team, status: 'live' }, { limit: 1 }),
    boards.standing(params.team),
  ]);
  const holes = (team.criticals ?? []).filter(({ id }) => standing?.holes.includes(id));
  const asked = (team.criticals ?? []).find(({ id }) => id === url.searchParams.get('ask'));
  const now = live.records[0] ?? null;
  return {
    thanks: thanks.records,
    live: now,
    /** What the form begins with: the question of the critical that was chosen, else the one that is live. */
    ask: asked ? { metric: 'nps' as const, scale: null, ...now, text: asked.question ?? '' } : now,
    holes: holes.map(({ id, name }) => ({ id, name })),
    turn: standing?.turn ?? 1,
    // What is not done yet may be left: thanks and the next question close a turn all the same.
    open: (['feedback', 'involve', 'focus'] as const).filter(
      (point) => (standing?.points[point].lacks.length ?? 0) > 0,
    ),
    once: newId(),
  };
};

export const actions: Actions = {
  close: async (event) => {
    const { newId, store } = event.locals.house;
    const { team } = event.params;
    const typed = await typedIn(event.request);
    const live = (await store.list('question', { team, status: 'live' }, { limit: 1 })).records[0];
    const next = questionIn(typed);
    const turn = numberIn(typed.turn);
    const input = {
      // The form's own: what is sent twice is thanked once.
      id: typed.once || newId(),
      team,
      turn,
      question: next.text === '' || isLive(next, live) ? null : { id: newId(), ...next },
      learned: textOrNull(typed.learned),
      youSaid: textOrNull(typed.youSaid),
      weDid: textOrNull(typed.weDid),
      signedBy: textOrNull(typed.signedBy),
      served: textOrNull(typed.served) === null ? null : numberIn(typed.served),
    };
    const done = m.admin_turn_closed({ turn, next: turn + 1 });
    return carryOut(event, 'close', 'turn:close', input, typed, done, questionPaths('question.'));
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'withdraw', 'thanks:withdraw', input, typed, m.admin_thanks_withdrawn());
  },
};
