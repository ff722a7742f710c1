import { localDay } from '$lib/domain/calendar';
import { refuse } from '$lib/domain/refusal';
import { turnNumber } from '$lib/domain/turn';
import { m } from '$lib/paraglide/messages';
import { all, runs, teamsOf } from '../access';
import { carryOut, leaderOf, sayNo, sayYes, typedIn } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const [teams, { entries, closed }] = await Promise.all([
    teamsOf(house, leader),
    house.notebook.of(leader.id),
  ]);
  const zone = teams[0]?.timeZone ?? 'UTC';
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    today: localDay(house.now(), zone),
    entries: entries.map(({ id, at, written }) => ({
      id,
      day: localDay(new Date(at), zone),
      team: teams.find(({ id }) => id === written.team)?.name ?? null,
      written,
    })),
    closed,
    once: house.newId(),
  };
};

export const actions: Actions = {
  write: async (event) => {
    const typed = await typedIn(event.request);
    const leader = leaderOf(event);
    const { house } = event.locals;
    const team = typed.team ?? '';
    if (!runs(leader, team)) return sayNo('write', refuse('invalid', 'unknown-team').refusal, typed);
    const open = await all(house, 'turn', { team, status: 'open' });
    const entry = {
      // The form's own: what is sent twice is written once.
      id: typed.once || house.newId(),
      written: { ...typed, kind: 'tried', team, turn: turnNumber(open[0]) },
    };
    const outcome = await house.notebook.write(entry, leader);
    return outcome.ok ? sayYes('write', m.journal_written()) : sayNo('write', outcome.refusal, typed);
  },
  drop: async (event) => {
    const typed = await typedIn(event.request);
    return carryOut(event, 'drop', 'journal:drop', { id: typed.id ?? '' }, typed, m.journal_dropped());
  },
};
