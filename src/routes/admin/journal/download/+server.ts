import { leaderOf } from '../../answer';
import { journalOf } from '../journal';
import type { RequestHandler } from './$types';

/** What a leader wrote down, for the leader alone: a record a line. */
export const GET: RequestHandler = async (event) => {
  const entries = await journalOf(event.locals.house, leaderOf(event));
  const lines = entries.map(({ at, about, turn, tried, happened }) =>
    JSON.stringify({ at, team: about, turn, tried, happened }),
  );
  return new Response(lines.map((line) => `${line}\n`).join(''), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="huddleboard-notebook.ndjson"',
      'cache-control': 'no-store',
    },
  });
};
