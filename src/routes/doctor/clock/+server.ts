import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The server's time, for a device that compares its own. */
export const GET: RequestHandler = ({ locals }) =>
  json({ now: locals.house.now().toISOString() }, { headers: { 'cache-control': 'no-store' } });
