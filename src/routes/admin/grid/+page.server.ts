import { error } from '@sveltejs/kit';
import { actionPoints } from '$lib/domain/action-point';
import { phaseOf } from '$lib/domain/formation';
import type { House } from '$lib/server/house';
import { mayCosign } from '$lib/domain/rights';
import { awaitsSign } from '$lib/domain/thanks';
import { m } from '$lib/paraglide/messages';
import { byGroup, seenBy } from '../access';
import { carryOut, leaderOf, typedIn } from '../answer';
import type { Actions, PageServerLoad } from './$types';

/** The point that a form names; the first where it names none that there is, which intake then judges. */
const pointIn = (typed: Record<string, string>) =>
  actionPoints.find((point) => point === typed.point) ?? error(422, m.refusal_not_a_choice());

/** So many teams stand on a page: what a phone scrolls through, and what a server draws quickly. */
const perPage = 8;

/** What comes first, after the leadership team: a thanks that asks for a signature, a board that nobody moves or that waits for reports, the others. */
async function needOf({ store, boards }: House, team: string, cosigns: boolean): Promise<number> {
  const [standing, thanks] = await Promise.all([
    boards.standing(team),
    cosigns ? store.list('thanks', { team, status: 'published' }, { limit: 1 }) : undefined,
  ]);
  if (thanks?.records.some(awaitsSign)) return 0;
  return standing && (standing.quiet || standing.late.length > 0) ? 1 : 2;
}

/** What leaders share with the managers of a team, with their names; a name that is gone is empty. */
const sharedWith = async ({ notebook, store }: House, team: string) =>
  Promise.all(
    (await notebook.sharedWith(team)).map(async ({ id, by, at, whys }) => {
      const name = (await store.get('account', by))?.name ?? '';
      return { id, name, at, whys };
    }),
  );

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const { groups, group, teams: seen } = await byGroup(house, await seenBy(house, leader), event.url);
  const needs = new Map(
    await Promise.all(
      seen.map(async ({ id, leadership }) => {
        const need = leadership ? -1 : await needOf(house, id, mayCosign(leader, id));
        return [id, need] as const;
      }),
    ),
  );
  const byNeed = [...seen].sort((a, b) => (needs.get(a.id) ?? 0) - (needs.get(b.id) ?? 0));
  const pages = Math.max(1, Math.ceil(byNeed.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(event.url.searchParams.get('page')) || 1)));
  const teams = byNeed.slice((page - 1) * perPage, page * perPage);
  return {
    groups,
    group,
    /** A manager whose groups hold no team, or who has no group any more. */
    without: seen.length === 0 && Boolean(leader.groups),
    page,
    pages,
    teams: (
      await Promise.all(
        teams.map(async (team) => {
          const { id, name, timeZone } = team;
          const [standing, help, thanks] = await Promise.all([
            house.boards.standing(id),
            house.store.list('help', { team: id, status: 'offered' }),
            house.store.list('thanks', { team: id, status: 'published' }, { limit: 1 }),
          ]);
          if (!standing) return [];
          const { turn, points, late, quiet } = standing;
          const offers = help.records.map(({ point, name, by }) => ({ point, name, own: by === leader.id }));
          const said = mayCosign(leader, id) ? thanks.records.find(awaitsSign) : undefined;
          const shares = mayCosign(leader, id) ? await sharedWith(house, id) : [];
          const sign = said ? { id: said.id, youSaid: said.youSaid, weDid: said.weDid } : null;
          return [
            {
              id,
              name,
              timeZone,
              turn,
              points,
              late: late.length > 0,
              quiet,
              offers,
              sign,
              shares,
              leadership: Boolean(team.leadership),
              forming: phaseOf(team, turn) === 'formation',
            },
          ];
        }),
      )
    ).flat(),
  };
};

export const actions: Actions = {
  offer: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: typed.team ?? '', point: pointIn(typed) };
    return carryOut(event, 'help', 'help:offer', input, typed, m.admin_help_offered());
  },
  sign: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: typed.team ?? '', id: typed.id ?? '' };
    return carryOut(event, 'help', 'thanks:cosign', input, typed, m.admin_cosign_done());
  },
  end: async (event) => {
    const typed = await typedIn(event.request);
    const input = { team: typed.team ?? '', point: pointIn(typed) };
    return carryOut(event, 'help', 'help:end', input, typed, m.admin_help_ended());
  },
};
