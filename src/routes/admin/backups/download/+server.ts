import { Readable } from 'node:stream';
import { error } from '@sveltejs/kit';
import { mayRun } from '$lib/domain/rights';
import { m } from '$lib/paraglide/messages';
import { leaderOf } from '../../answer';
import type { RequestHandler } from './$types';

/** A backup of this moment. */
export const GET: RequestHandler = async (event) => {
  if (!mayRun(leaderOf(event))) error(403, m.backups_owners_only());
  const { name, bytes } = await event.locals.house.backups.download();
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: {
      'content-type': 'application/gzip',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  });
};
