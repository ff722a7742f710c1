import { remembers } from '$lib/domain/turn-log';
import { seenBy } from '../access';
import { leaderOf } from '../answer';
import { turnLog } from '../turn-log';
import type { PageServerLoad } from './$types';

/** So many turns stand on the page; a narrower search finds the rest. */
const most = 100;

export const load: PageServerLoad = async (event) => {
  const leader = leaderOf(event);
  const { house } = event.locals;
  const search = event.url.searchParams.get('q')?.trim().slice(0, 80) ?? '';
  const teams = await seenBy(house, leader);
  const logs = await Promise.all(
    teams.map(async (team) =>
      (await turnLog(house, team))
        .filter((turn) => turn.to !== null && remembers(turn, search))
        .map((turn) => ({ ...turn, team: team.name, timeZone: team.timeZone })),
    ),
  );
  const found = logs.flat().sort((a, b) => ((a.to ?? '') < (b.to ?? '') ? 1 : -1));
  return { search, found: found.slice(0, most), count: found.length };
};
