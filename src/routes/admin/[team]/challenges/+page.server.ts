import { localDay } from '$lib/domain/calendar';
import { isOpen, mostOpen, type Challenge } from '$lib/domain/challenge';
import { m } from '$lib/paraglide/messages';
import { carryOut, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** Nothing of single taps leaves the server. */
const bare = ({ acts: _, ...challenge }: Challenge) => challenge;

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { team } = await parent();
  const { store, now } = locals.house;
  const today = localDay(now(), team.timeZone);
  const of = { team: team.id };
  const [open, page] = await Promise.all([
    store.list('challenge', { ...of, status: ['waiting', 'on'] }, { limit: 2 * mostOpen }),
    store.list(
      'challenge',
      { ...of, status: ['reached', 'declined', 'withdrawn', 'ended'] },
      { after: url.searchParams.get('after'), limit: 20 },
    ),
  ]);
  const [on, over] = [open.records.filter((one) => isOpen(one, today)), open.records].map((all) =>
    all.map(bare),
  );
  const waits = ({ sides }: Pick<Challenge, 'sides'>) =>
    sides.some((side) => side.team === team.id && side.answer === 'waiting');
  return {
    today,
    waiting: (on ?? []).filter(waits),
    on: (on ?? []).filter((one) => !waits(one)),
    /** What nobody closed stands before what is closed, on the first page. */
    earlier: [
      ...(url.searchParams.has('after') ? [] : (over ?? []).filter((one) => !isOpen(one, today))),
      ...page.records.map(bare),
    ],
    next: page.next,
  };
};

export const actions: Actions = {
  accept: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    const input = { team: event.params.team, id, words: textOrNull(typed.words) };
    return carryOut(event, id, 'challenge:accept', input, typed, m.challenge_accepted());
  },
  decline: async (event) => {
    const typed = await typedIn(event.request);
    const id = typed.id ?? '';
    const input = { team: event.params.team, id, words: typed.words ?? '' };
    return carryOut(event, id, 'challenge:decline', input, typed, m.challenge_declined());
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'challenge:withdraw', input, typed, m.challenge_taken_off());
  },
};
