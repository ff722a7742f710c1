import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Readiness: the store takes commits. */
export const GET: RequestHandler = async ({ locals }) => {
  const writable = await locals.house.store.writable();
  return json(
    { ready: writable, store: writable ? 'writable' : 'not writable' },
    {
      status: writable ? 200 : 503,
      headers: { 'cache-control': 'no-store' },
    },
  );
};
