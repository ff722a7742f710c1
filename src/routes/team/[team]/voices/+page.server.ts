import { fail, type RequestEvent } from '@sveltejs/kit';
import { byInterest, tapsOn, thankedAlong } from '$lib/domain/interest';
import { localDay } from '$lib/domain/calendar';
import { mayLead } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { partaker } from '../huddle/huddle-view';
import { areaOf, rememberArea, teamOf, tookPart } from '../phone';
import type { Actions, PageServerLoad } from './$types';

/** So many comments and shout-outs are there to be tapped. */
const listed = 20;
const thanked = 6;

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const { house } = locals;
  const { store } = house;
  const team = await teamOf(house, params.team);
  const of = { team: team.id };
  const who = { id: team.id, name: team.name, timeZone: team.timeZone };
  const actor = await partaker(locals, team.id, cookies, url);
  if (!actor)
    return { team: who, today: '', leads: false, comments: null, shoutOuts: [], kinds: [], kind: null };
  const [comments, interests, shoutOuts] = await Promise.all([
    store.list('verbatim', { ...of, status: 'approved' }, { limit: listed }),
    store.list('interest', of, { limit: 4 }),
    store.list('shout-out', { ...of, status: 'published' }, { limit: thanked }),
  ]);
  const taps = tapsOn(interests.records);
  const along = thankedAlong(interests.records);
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
    shoutOuts: shoutOuts.records.map(({ id, to, from, behaviour }) => ({
      id,
      to,
      from,
      behaviour,
      too: along.get(id) ?? 0,
      mine: mine.has(`${mark} thanks ${id}`),
    })),
    /** The kinds of work in the team, and the one that this phone said it is of. */
    kinds: (team.areas ?? []).map(({ id, name }) => ({ id, name })),
    kind: areaOf(team, cookies, url),
  };
};

type Event = RequestEvent<{ team: string }>;

/** Carries a tap on one thing out as the phone or leader who tapped. */
async function tapped(event: Event, name: 'interest:tap' | 'shout-out:along') {
  const { request, locals, params, cookies, url } = event;
  const { house } = locals;
  const actor = await partaker(locals, params.team, cookies, url);
  if (!actor) return fail(403, { message: m.staff_ticket_over(), id: '' });
  const typed = (await request.formData()).get('id');
  const id = typeof typed === 'string' ? typed : '';
  const team = await teamOf(house, params.team);
  const outcome =
    name === 'interest:tap'
      ? await house.intake.submit(
          name,
          { team: team.id, verbatim: id, area: areaOf(team, cookies, url) },
          actor,
        )
      : await house.intake.submit(name, { team: team.id, id }, actor);
  if (!outcome.ok) return fail(422, { message: house.say(outcome.refusal).message, id });
  await tookPart(house, team.id, actor, cookies, url);
  return { message: '', id };
}

export const actions: Actions = {
  us: (event) => tapped(event, 'interest:tap'),
  too: (event) => tapped(event, 'shout-out:along'),
  area: async ({ request, cookies, url }) => {
    const said = (await request.formData()).get('area');
    if (typeof said === 'string') rememberArea(said, cookies, url);
    return { message: '', id: '' };
  },
};
