import { m } from '$lib/paraglide/messages';
import { byGroup, displayFor, displaysSeenBy, seenBy } from '../access';
import { leaderOf, sayField, sayYes, typedIn } from '../answer';
import { profileNotices } from '../notices';
import { takeoverNotices } from '../takeovers';
import { byNeed, inFleet, isDark, perPage } from './fleet';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Names as people type them: without regard to capitals. */
const has = (name: string, search: string) => name.toLocaleLowerCase().includes(search.toLocaleLowerCase());

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house, language } = event.locals;
  const { searchParams } = event.url;
  const seen = await seenBy(house, leader);
  const { groups, group, teams } = await byGroup(house, seen, event.url);
  const byId = new Map(teams.map((team) => [team.id, team]));
  const team = byId.get(searchParams.get('team') ?? '');
  const search = searchParams.get('q')?.trim().slice(0, 60) ?? '';
  const displays = (await displaysSeenBy(house, leader)).filter((display) =>
    team ? display.team === team.id : byId.has(display.team),
  );
  const all = byNeed(displays.map((display) => inFleet(house, leader, display, byId.get(display.team))));
  const found = all.filter(({ name, team: of }) => has(name, search) || has(of, search));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get('page')) || 1)));
  const takenOver = team ? [team] : teams.filter(({ id }) => displays.some((one) => one.team === id));
  return {
    team: team ? { id: team.id, name: team.name } : null,
    groups: team ? [] : groups,
    group,
    search,
    page,
    pages,
    count: all.length,
    connected: all.filter(({ state }) => state.connected).length,
    dark: all.filter(isDark).length,
    displays: found.slice((page - 1) * perPage, page * perPage),
    takeovers: (
      await Promise.all(takenOver.map((one) => takeoverNotices(house, one, displays, language)))
    ).flat(),
    severalTeams: seen.length > 1,
    leads: leader.role !== 'manager',
    notices: profileNotices(house),
  };
};

type Command = Parameters<RequestEvent['locals']['house']['live']['command']>[1];

/** Has the display that the form names do something at once. */
async function command(event: RequestEvent, done: string, what: (name: string) => Command) {
  const { house } = event.locals;
  const { id } = await typedIn(event.request);
  const display = await displayFor(house, leaderOf(event), id ?? '');
  const heard = await house.live.command(display.id, what(display.name));
  return heard > 0 ? sayYes('wall', done) : sayField('wall', '', m.admin_not_heard(), {});
}

export const actions: Actions = {
  identify: (event) =>
    command(event, m.admin_identified(), (name) => ({ do: 'identify', name, seconds: 10 })),
  reload: (event) => command(event, m.admin_reloaded(), () => ({ do: 'reload' })),
  skip: (event) => command(event, m.admin_skipped(), () => ({ do: 'skip' })),
};
