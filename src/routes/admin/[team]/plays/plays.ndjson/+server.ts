import { m } from '$lib/paraglide/messages';
import { teamFor } from '../../../access';
import { leaderOf } from '../../../answer';
import { played, spans } from '../proof';
import type { RequestHandler } from './$types';

/** What `plays.csv` holds, an object a line, for programs. */
export const GET: RequestHandler = async (event) => {
  const { house } = event.locals;
  const team = await teamFor(house, leaderOf(event), event.params.team);
  const rows = await played(house, team, Math.max(...spans));
  return new Response(rows.map((row) => `${JSON.stringify(row)}\n`).join(''), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': `attachment; filename="${m.plays_file()}.ndjson"`,
      'cache-control': 'no-store',
    },
  });
};
