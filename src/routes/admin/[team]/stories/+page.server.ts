import { mostStoryWords } from '$lib/domain/decide/stories';
import type { Story } from '$lib/domain/hung';
import { m } from '$lib/paraglide/messages';
import { all, teamFor } from '../../access';
import { carryOut, leaderOf, sayNo, sayYes, typedIn } from '../../answer';
import { textOf } from '../../../team/[team]/story/mine';
import { formOf, pictureIn } from '../../picture-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { team } = await parent();
  const [waiting, page, published, posters, pictures, findings] = await Promise.all([
    all(locals.house, 'story', { team: params.team, status: 'waiting' }),
    locals.house.store.list(
      'story',
      { team: params.team, status: 'published' },
      { after: url.searchParams.get('after'), limit: 20 },
    ),
    all(locals.house, 'story', { team: params.team, status: 'published' }),
    all(locals.house, 'poster', { team: params.team, status: 'hung' }),
    all(locals.house, 'picture', { team: params.team }),
    all(locals.house, 'finding', { team: params.team }),
  ]);
  const told = new Set([...waiting, ...published, ...posters, ...findings].map(({ picture }) => picture));
  const withPicture = ({ takeBackHash: _, ...story }: Story) => ({
    ...story,
    shown: pictures.find(({ id }) => id === story.picture) ?? null,
  });
  return {
    /** What phones told and nobody has seen yet, the oldest first. */
    waiting: waiting.map(withPicture).reverse(),
    stories: page.records.map(withPicture),
    next: page.next,
    /** Pictures that no story, poster or finding shows: the logo, and what was left over. */
    pictures: pictures
      .filter(({ id }) => !told.has(id))
      .map((one) => ({ ...one, logo: one.id === team.logo })),
    mostWords: mostStoryWords,
  };
};

export const actions: Actions = {
  tell: async (event) => {
    const { house } = event.locals;
    const { typed, form } = await formOf(event.request);
    const leader = leaderOf(event);
    const team = await teamFor(house, leader, event.params.team);
    const picture = await pictureIn(event, form, { team: team.id });
    if (!picture.ok) return sayNo('tell', picture.refusal, typed);
    const id = house.newId();
    const secret = house.auth.newSecret();
    const input = {
      id,
      team: team.id,
      words: typed.words ?? '',
      picture: picture.value,
      about: typed.about ?? '',
      consent: typed.consent ?? '',
      own: typed.own === 'on',
      takeBackHash: house.auth.hashOf(secret),
    };
    const outcome = await house.intake.submit('story:tell', input, leader);
    if (outcome.ok) {
      const base = house.config.publicUrl ?? event.url.origin;
      const mine = `${base}/team/${team.id}/story?mine=${textOf({ id, secret })}`;
      return sayYes('tell', m.story_told(), input.consent.trim() ? { once: mine } : {});
    }
    // Nobody is shown a picture of a story that was not told.
    if (picture.value)
      await house.intake.submit('picture:drop', { team: team.id, id: picture.value }, leader);
    return sayNo('tell', outcome.refusal, typed);
  },
  show: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'waiting', 'story:show', input, typed, m.story_told());
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'story:withdraw', input, typed, m.story_withdrawn());
  },
  drop: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'pictures', 'picture:drop', input, typed, m.picture_dropped());
  },
};
