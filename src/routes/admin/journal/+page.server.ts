import { localDay } from '$lib/domain/calendar';
import { helps } from '$lib/domain/group';
import { dueOf, isBehind, mirrorOf } from '$lib/domain/journal';
import type { Team } from '$lib/domain/records';
import { refuse } from '$lib/domain/refusal';
import { turnNumber } from '$lib/domain/turn';
import { m } from '$lib/paraglide/messages';
import { all, runs, teamsOf } from '../access';
import { carryOut, leaderOf, sayNo, sayYes, typedIn } from '../answer';
import { startsOf, writtenFrom, writtenKinds } from './forms';
import { trendsOf } from './trends';
import type { Actions, PageServerLoad } from './$types';

/** How many entries are listed; the download has all. */
const listed = 30;

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const [teams, { entries, closed }, shared, accounts] = await Promise.all([
    teamsOf(house, leader),
    house.notebook.of(leader.id),
    house.notebook.sharedBy(leader.id),
    all(house, 'account', { status: 'active' }),
  ]);
  const managersOf = (team: Team) => accounts.filter((one) => helps(one, team)).map(({ name }) => name);
  const zone = teams[0]?.timeZone ?? 'UTC';
  const today = localDay(house.now(), zone);
  const dated = entries.map((entry) => ({ ...entry, day: localDay(new Date(entry.at), zone) }));
  return {
    teams: teams.map(({ id, name }) => ({ id, name })),
    today,
    due: dueOf(dated, today),
    rings: mirrorOf(dated, today),
    starts: startsOf(dated, writtenKinds, today),
    behind: isBehind(dated, today),
    trends: trendsOf(dated, today),
    entries: dated.slice(0, listed).map(({ id, day, written }) => ({ id, day, written })),
    closed,
    /** Teams with somebody to share answers with, and who that is. */
    readers: teams.flatMap((team) => {
      const managers = managersOf(team);
      return managers.length > 0 ? [{ id: team.id, name: team.name, managers }] : [];
    }),
    shared,
    once: house.newId(),
  };
};

export const actions: Actions = {
  write: async (event) => {
    const typed = await typedIn(event.request);
    const leader = leaderOf(event);
    const { house } = event.locals;
    const form = typed.kind ?? '';
    const read = writtenFrom(typed);
    let turn: number | undefined;
    if (read?.kind === 'tried') {
      const team = typed.team ?? '';
      if (!runs(leader, team)) return sayNo(form, refuse('invalid', 'unknown-team').refusal, typed);
      turn = turnNumber((await all(house, 'turn', { team, status: 'open' }))[0]);
    }
    const saw = typed.saw ? Number(typed.saw) : undefined;
    // A new entry has the form’s own id: what is sent twice is written once.
    const entry = { id: typed.id || house.newId(), saw, written: { ...read, turn } };
    const outcome = await house.notebook.write(entry, leader);
    return outcome.ok ? sayYes(form, m.journal_written()) : sayNo(form, outcome.refusal, typed);
  },
  share: async (event) => {
    const typed = await typedIn(event.request);
    const { house } = event.locals;
    const what = { id: typed.once || house.newId(), of: typed.id ?? '', team: typed.team ?? '' };
    const outcome = await house.notebook.share(what, leaderOf(event));
    return outcome.ok ? sayYes('drop', m.journal_shared()) : sayNo('drop', outcome.refusal, typed);
  },
  back: async (event) => {
    const typed = await typedIn(event.request);
    return carryOut(
      event,
      'drop',
      'journal:drop',
      { id: typed.id ?? '' },
      typed,
      m.journal_share_back_done(),
    );
  },
  drop: async (event) => {
    const typed = await typedIn(event.request);
    return carryOut(event, 'drop', 'journal:drop', { id: typed.id ?? '' }, typed, m.journal_dropped());
  },
};
