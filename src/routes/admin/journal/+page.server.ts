import { localDay } from '$lib/domain/calendar';
import { m } from '$lib/paraglide/messages';
import { teamsOf } from '../access';
import { carryOut, leaderOf, textOrNull, typedIn } from '../answer';
import { journalOf } from './journal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const [teams, entries] = await Promise.all([teamsOf(house, leader), journalOf(house, leader)]);
  const zone = teams[0]?.timeZone ?? 'UTC';
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    today: localDay(house.now(), zone),
    entries: entries.map(({ id, at, about, turn, tried, happened }) => ({
      id,
      day: localDay(new Date(at), zone),
      team: teams.find((team) => team.id === about)?.name ?? null,
      turn,
      tried,
      happened,
    })),
    once: house.newId(),
  };
};

export const actions: Actions = {
  write: async (event) => {
    const typed = await typedIn(event.request);
    const input = {
      // The form's own: what is sent twice is written once.
      id: typed.once || event.locals.house.newId(),
      team: typed.team ?? '',
      tried: typed.tried ?? '',
      happened: textOrNull(typed.happened),
    };
    return carryOut(event, 'write', 'journal:write', input, typed, m.journal_written());
  },
  drop: async (event) => {
    const typed = await typedIn(event.request);
    return carryOut(event, 'drop', 'journal:drop', { id: typed.id ?? '' }, typed, m.journal_dropped());
  },
};
