import { addDays, localDay } from '$lib/domain/calendar';
import {
  cardSorts,
  current,
  sorts,
  weekOfTraining,
  type CardSort,
  type LibraryCard,
} from '$lib/domain/library';
import { m } from '$lib/paraglide/messages';
import { all, runs } from '../../access';
import { carryOut, leaderOf, typedIn } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

/** So many cards stand on a page. */
const perPage = 20;

const sortIn = (text: string | null | undefined): CardSort | null =>
  cardSorts.find((sort) => sort === text) ?? null;

export const load: PageServerLoad = async (event) => {
  const { team } = await event.parent();
  const { house } = event.locals;
  const leader = leaderOf(event);
  const { searchParams } = event.url;
  const [published, adopted, teams] = await Promise.all([
    all(house, 'library-card', { status: 'published' }),
    all(house, 'library-card', { status: 'adopted' }),
    all(house, 'team'),
  ]);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  const ofTeam = [...published, ...adopted].filter((card) => card.team === team.id);
  const on = current(ofTeam, team, house.now());
  const about = ({ id, sort, title, lines, status, from, seen }: LibraryCard) => ({
    ...{ id, sort, title, lines, status, seen },
    from: from && (names.get(from.team) ?? from.name),
  });

  const sort = sortIn(searchParams.get('sort'));
  const chosen = published.filter((card) => sort === null || card.sort === sort);
  const pages = Math.max(1, Math.ceil(chosen.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get('page')) || 1)));
  return {
    on: on.map(({ card, day }) => ({
      ...about(card),
      // Weeks to come have nothing to say yet.
      seen: card.seen.slice(0, weekOfTraining({ day }) + 1),
      day,
      last: addDays(localDay(new Date(card.at), team.timeZone), sorts[card.sort].days - 1),
    })),
    cards: chosen.slice((page - 1) * perPage, page * perPage).map((card) => {
      const copies = adopted.filter(({ from }) => from?.card === card.id);
      const ours = card.team === team.id ? card : copies.find((copy) => copy.team === team.id);
      const here = ours ? on.some((one) => one.card.id === ours.id) : false;
      return {
        ...about(card),
        team: { id: card.team, name: names.get(card.team) ?? '' },
        /** Whether it is with this team now, or was before, and what was seen of it then. */
        here,
        before: ours !== undefined,
        seen: here ? [] : (ours?.seen ?? []),
        taken: copies.length,
        mine: runs(leader, card.team),
      };
    }),
    ...{ sort, page, pages, day: localDay(house.now(), team.timeZone) },
    /** Which sort of card is to be written. */
    creating: sortIn(searchParams.get('new')),
    once: house.newId(),
  };
};

export const actions: Actions = {
  publish: async (event) => {
    const typed = await typedIn(event.request);
    const sort = sortIn(typed.sort) ?? 'trick';
    const lines = Array.from({ length: sorts[sort].most }, (_, at) => typed[`lines.${at}`] ?? '');
    const input = {
      // The form's own: what is sent twice is there once.
      id: typed.once || event.locals.house.newId(),
      ...{ team: event.params.team, sort, title: typed.title ?? '', lines },
    };
    return carryOut(event, 'publish', 'library:publish', input, typed, m.library_published());
  },
  adopt: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'library:adopt', input, typed, m.library_adopted());
  },
  withdraw: async (event) => {
    const typed = await typedIn(event.request);
    // An owner takes out what another team put in, too.
    const input = { team: typed.team || event.params.team, id: typed.id ?? '' };
    return carryOut(event, 'list', 'library:withdraw', input, typed, m.library_withdrawn());
  },
};
