import { m } from '$lib/paraglide/messages';
import { all, teamFor } from '../../../access';
import { leaderOf } from '../../../answer';
import { csv } from '../../../spreadsheet';
import { played, spans } from '../proof';
import { titlesOf } from '../titles';
import type { RequestHandler } from './$types';

/** What hung how often and how long in the last 30 days, by display, panel and part of the day. */
export const GET: RequestHandler = async (event) => {
  const { house } = event.locals;
  const team = await teamFor(house, leaderOf(event), event.params.team);
  const rows = await played(house, team, Math.max(...spans));
  const names = new Map((await all(house, 'display', { team: team.id })).map(({ id, name }) => [id, name]));
  const titles = await titlesOf(rows.map(({ panel }) => panel));
  return csv(m.plays_file(), [
    [
      m.plays_column_display(),
      m.plays_column_panel(),
      m.plays_column_part(),
      m.plays_column_plays(),
      m.plays_column_seconds(),
    ],
    ...rows.map(({ display, panel, part, plays, seconds }) => [
      names.get(display) ?? display,
      titles.get(panel) ?? panel,
      m.plays_part_name({ part }),
      plays,
      seconds,
    ]),
  ]);
};
