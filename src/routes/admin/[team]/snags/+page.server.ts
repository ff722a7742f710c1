import type { SnagAnswer } from '$lib/domain/snag';
import { mostWaiting } from '$lib/domain/snag';
import { missionOf } from '$lib/domain/mission';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { carryOut, leaderOf, numberIn, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const { store } = event.locals.house;
  const after = event.url.searchParams.get('after');
  const of = { team: team.id };
  const [organisation, waiting, earlier] = await Promise.all([
    store.get('organisation', 'organisation'),
    store.list('snag', { ...of, status: 'waiting' }, { limit: mostWaiting }),
    store.list('snag', { ...of, status: ['answered', 'hidden'] }, { after, limit: 20 }),
  ]);
  return {
    mission: missionOf(team, organisation),
    runs: mayRun(leaderOf(event)),
    // Whoever said it first is answered first.
    waiting: waiting.records.reverse(),
    earlier: earlier.records,
    next: earlier.next,
  };
};

export const actions: Actions = {
  answer: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    const input = {
      ...{ team: event.params.team, id, saw: numberIn(typed.saw), text: typed.text ?? '' },
      verdict: typed.verdict as SnagAnswer['verdict'],
    };
    return carryOut(event, id, 'snag:answer', input, typed, m.snags_answered());
  },
  hide: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'snag:hide', input, typed, m.snags_hidden());
  },
  show: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'snag:show', input, typed, m.snags_shown());
  },
};
