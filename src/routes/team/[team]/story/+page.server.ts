import { redirect } from '@sveltejs/kit';
import { mostStoryWords } from '$lib/domain/decide/stories';
import { m } from '$lib/paraglide/messages';
import { formOf, pictureIn } from '../../../admin/picture-form';
import { partaker } from '../huddle/huddle-view';
import { teamOf, ticketOver, tookPart, turnedDown } from '../phone';
import { mineFrom, mineOf, remember, storiesOf } from './mine';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, cookies, url }) => {
  const team = await teamOf(locals.house, params.team);
  // From the code that a leader shows: this phone may take that story back from now on.
  const given = mineFrom(url.searchParams.get('mine') ?? '');
  if (given) {
    remember(given, cookies, url);
    redirect(303, url.pathname);
  }
  const mine = await storiesOf(locals.house, team.id, mineOf(cookies, url));
  const said = url.searchParams.get('said');
  return {
    team: { id: team.id, name: team.name },
    open: (await partaker(locals, team.id, cookies, url)) !== undefined,
    mine: mine.map(({ id, words, status, picture }) => ({ id, words, picture, waits: status === 'waiting' })),
    said: mine.find(({ id }) => id === said)?.status ?? null,
    gone: url.searchParams.has('gone'),
    mostWords: mostStoryWords,
    once: locals.house.newId(),
  };
};

export const actions: Actions = {
  tell: async (event) => {
    const { locals, params, cookies, url, getClientAddress } = event;
    const { house } = locals;
    const { typed, form } = await formOf(event.request);
    const actor = await partaker(locals, params.team, cookies, url);
    if (!actor) return ticketOver(typed);
    const admitted = await house.limits.admits('story', getClientAddress());
    if (!admitted.ok) return turnedDown(house, admitted.refusal, typed);
    // The id is the form's own: what is sent twice is there once.
    const id = typed.once?.slice(0, 64) || house.newId();
    if (await house.store.get('story', id)) redirect(303, `?said=${encodeURIComponent(id)}`);
    const picture = await pictureIn(event, form, { team: params.team, actor });
    if (!picture.ok) return turnedDown(house, picture.refusal, typed);
    const mine = { id, secret: house.auth.newSecret() };
    const name = typed.about?.trim() ?? '';
    const outcome = await house.intake.submit(
      'story:tell',
      {
        id,
        team: params.team,
        words: typed.words ?? '',
        picture: picture.value,
        about: name,
        consent: typed.agreed === 'on' ? name || m.story_teller() : null,
        takeBackHash: house.auth.hashOf(mine.secret),
        held: await house.limits.held('story', params.team, getClientAddress()),
      },
      actor,
    );
    if (!outcome.ok) {
      // Nobody is shown a picture of a story that was not told.
      if (picture.value)
        await house.intake.submit('picture:drop', { team: params.team, id: picture.value }, { as: 'house' });
      return turnedDown(house, outcome.refusal, typed);
    }
    remember(mine, cookies, url);
    await tookPart(house, params.team, actor, cookies, url);
    redirect(303, `?said=${encodeURIComponent(id)}`);
  },
  back: async ({ request, locals, params, cookies, url }) => {
    const { typed } = await formOf(request);
    const one = mineOf(cookies, url).find(({ id }) => id === typed.id);
    const input = {
      team: params.team,
      id: typed.id ?? '',
      secretHash: locals.house.auth.hashOf(one?.secret ?? ''),
    };
    const outcome = await locals.house.intake.submit('story:take-back', input, { as: 'customer' });
    if (!outcome.ok) return turnedDown(locals.house, outcome.refusal, typed);
    redirect(303, '?gone');
  },
};
