import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { addDays, localDay } from '$lib/domain/calendar';
import { countOf, isOpen, mostOpen, type Challenge } from '$lib/domain/challenge';
import { numberIn, typedIn } from '../../../admin/answer';
import { partaker } from '../huddle/huddle-view';
import { teamOf, ticketOver, tookPart, turnedDown } from '../phone';
import type { Actions, PageServerLoad } from './$types';

/** A challenge lasts a week, unless somebody says otherwise. */
const usualDays = 7;

/** What a team’s phones may read: nothing that their own leader has not said yes to. */
const isForPhones = ({ team, sides }: Challenge): boolean =>
  sides.some((side) => side.team === team && (side.answer === 'asks' || side.answer === 'accepted'));

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const { store, now, newId } = locals.house;
  const team = await teamOf(locals.house, params.team);
  const open = (await partaker(locals, team.id, cookies, url)) !== undefined;
  const today = localDay(now(), team.timeZone);
  const of = { team: team.id };
  const [on, over, teams] = open
    ? await Promise.all([
        store.list('challenge', { ...of, status: ['waiting', 'on'] }, { limit: 2 * mostOpen }),
        store.list('challenge', { ...of, status: ['reached', 'declined', 'ended'] }, { limit: mostOpen }),
        store.list('team', { status: 'active' }, { limit: 500 }),
      ])
    : [];
  const found = [...(on?.records ?? []), ...(over?.records ?? [])];
  const isOn = (one: Challenge) => isOpen(one, today);
  return {
    team: { id: team.id, name: team.name },
    open,
    others: (teams?.records ?? [])
      .filter(({ id }) => id !== team.id)
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, locals.language)),
    full: found.filter(isOn).length >= mostOpen,
    most: mostOpen,
    /** Those that are open, then what became of the newest of those before. */
    challenges: [...found.filter(isOn), ...found.filter((one) => !isOn(one)).slice(0, mostOpen)]
      .filter(isForPhones)
      .map(({ acts: _, ...one }) => ({
        ...one,
        /** More of it may be counted from this phone. */
        counts: one.status === 'on' && isOpen(one, today) && countOf(one) < one.target,
      })),
    sent: url.searchParams.has('sent'),
    today,
    usual: addDays(today, usualDays),
    language: locals.language,
    once: newId(),
  };
};

export const actions: Actions = {
  /** The team challenges another one. */
  make: async ({ request, locals, params, url, cookies, getClientAddress }) => {
    const { house } = locals;
    const { once = '', ...typed } = await typedIn(request);
    const actor = await partaker(locals, params.team, cookies, url);
    if (!actor) return ticketOver(typed);
    const admitted = await house.limits.admits('challenge', getClientAddress());
    const input = {
      // The id is the form's own: what is sent twice is there once.
      id: once || house.newId(),
      team: params.team,
      to: [typed.to, typed.also1, typed.also2].flatMap((id) => id || []),
      behaviour: typed.behaviour ?? '',
      target: numberIn(typed.target),
      together: typed.how !== 'each',
      until: typed.until ?? '',
    };
    const outcome = admitted.ok ? await house.intake.submit('challenge:make', input, actor) : admitted;
    if (!outcome.ok) return turnedDown(house, outcome.refusal, typed);
    await tookPart(house, params.team, actor, cookies, url);
    redirect(303, '?sent');
  },
  /** Somebody did it: one tap, then back to the staff page. */
  did: async ({ request, locals, params, url, cookies, getClientAddress }) => {
    const { house } = locals;
    const back = resolve('/team/[team]', { team: params.team });
    const { id = '', once = '' } = await typedIn(request);
    const actor = await partaker(locals, params.team, cookies, url);
    // Without a ticket the page itself asks for the wall's code.
    if (!actor) redirect(303, back);
    const mark = actor.as === 'phone' ? (actor.mark ?? '') : actor.as;
    const admitted = await house.limits.admitsAsked(mark, getClientAddress());
    if (!admitted.ok) redirect(303, `${back}?often`);
    const input = { team: params.team, id, act: once || house.newId() };
    const outcome = await house.intake.submit('challenge:tap', input, actor);
    if (!outcome.ok) return turnedDown(house, outcome.refusal, {});
    await tookPart(house, params.team, actor, cookies, url);
    redirect(303, `${back}?did=${encodeURIComponent(id)}#counted`);
  },
};
