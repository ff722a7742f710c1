import { byInterest, tapsOn } from '$lib/domain/interest';
import { m } from '$lib/paraglide/messages';
import { carryOut, textOrNull, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** So many comments are listed, and taps of so many turns counted. */
const listed = 20;
const turns = 4;

export const load: PageServerLoad = async ({ locals, parent }) => {
  const { team } = await parent();
  const { store } = locals.house;
  const of = { team: team.id };
  const [comments, interests] = await Promise.all([
    store.list('verbatim', { ...of, status: 'approved' }, { limit: listed }),
    store.list('interest', of, { limit: turns }),
  ]);
  const taps = tapsOn(interests.records);
  return {
    comments: byInterest(comments.records, interests.records).map(({ id, text, at, ourPart }) => ({
      id,
      text,
      at,
      ourPart: ourPart ?? '',
      taps: taps.get(id) ?? 0,
    })),
  };
};

export const actions: Actions = {
  part: async (event) => {
    const typed = await typedIn(event.request);
    const form = `part ${typed.id ?? ''}`;
    const input = { team: event.params.team, id: typed.id ?? '', part: textOrNull(typed.part) };
    return carryOut(event, form, 'verbatim:our-part', input, typed, m.voices_part_saved());
  },
};
