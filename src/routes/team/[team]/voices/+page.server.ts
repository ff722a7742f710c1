import { fail } from '@sveltejs/kit';
import { byInterest, tapsOn } from '$lib/domain/interest';
import { localDay } from '$lib/domain/calendar';
import { mayLead } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { partaker } from '../huddle/huddle-view';
import { teamOf } from '../phone';
import type { Actions, PageServerLoad } from './$types';

/** So many comments are there to be tapped. */
const listed = 20;

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const { house } = locals;
  const { store } = house;
  const team = await teamOf(house, params.team);
  const of = { team: team.id };
  const who = { id: team.id, name: team.name, timeZone: team.timeZone };
  const actor = await partaker(locals, team.id, cookies, url);
  if (!actor) return { team: who, today: '', leads: false, comments: null };
  const [comments, interests] = await Promise.all([
    store.list('verbatim', { ...of, status: 'approved' }, { limit: listed }),
    store.list('interest', of, { limit: 4 }),
  ]);
  const taps = tapsOn(interests.records);
  const mark =
    actor.as === 'phone' ? (actor.mark ?? '') : actor.as === 'account' ? `account:${actor.id}` : '';
  const mine = new Set(interests.records.flatMap(({ marks }) => marks));
  return {
    team: who,
    today: localDay(house.now(), team.timeZone),
    /** Who looks leads the team. */
    leads: mayLead(actor, team.id),
    comments: byInterest(comments.records, interests.records).map(
      ({ id, text, at, ourPart, sourceName }) => ({
        id,
        text,
        at,
        ourPart: ourPart ?? null,
        source: sourceName,
        taps: taps.get(id) ?? 0,
        mine: mine.has(`${mark} ${id}`),
      }),
    ),
  };
};

export const actions: Actions = {
  us: async ({ request, locals, params, cookies, url }) => {
    const { house } = locals;
    const actor = await partaker(locals, params.team, cookies, url);
    if (!actor) return fail(403, { message: m.staff_ticket_over(), id: '' });
    const id = (await request.formData()).get('id');
    const input = { team: params.team, verbatim: typeof id === 'string' ? id : '' };
    const outcome = await house.intake.submit('interest:tap', input, actor);
    if (!outcome.ok) return fail(422, { message: house.say(outcome.refusal).message, id: input.verbatim });
    return { message: '', id: input.verbatim };
  },
};
