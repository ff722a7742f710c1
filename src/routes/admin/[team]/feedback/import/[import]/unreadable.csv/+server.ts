import { error } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import { rejectedCsv } from '$lib/server/intake/feedback/say-import';
import { leaderOf } from '../../../../../answer';
import { teamFor } from '../../../../../access';
import type { RequestHandler } from './$types';

/** The rows that could not be read, with line and reason, for a spreadsheet. */
export const GET: RequestHandler = async (event) => {
  const { locals, params } = event;
  await teamFor(locals.house, leaderOf(event), params.team);
  const done = await locals.house.store.get('import', params.import);
  if (!done || done.team !== params.team) error(404, m.import_gone());
  const csv = rejectedCsv(done, { line: m.import_csv_line(), reason: m.import_csv_reason() });
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${m.import_csv_name()}.csv"`,
      'cache-control': 'no-store',
    },
  });
};
