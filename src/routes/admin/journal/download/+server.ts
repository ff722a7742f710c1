import { leaderOf } from '../../answer';
import type { RequestHandler } from './$types';

/** What a leader wrote down, of every kind, for the leader alone: an entry a line. */
export const GET: RequestHandler = async (event) => {
  const { entries } = await event.locals.house.notebook.of(leaderOf(event).id);
  const lines = entries.map(({ at, written }) => JSON.stringify({ at, ...written }));
  return new Response(lines.map((line) => `${line}\n`).join(''), {
    headers: {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="huddleboard-notebook.ndjson"',
      'cache-control': 'no-store',
    },
  });
};
