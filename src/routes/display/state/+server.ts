import { json } from '@sveltejs/kit';
import { pairingState } from '../pairing';
import type { RequestHandler } from './$types';

/** What the waiting TV asks every few seconds: whether its code still stands, or which display it has become. */
export const GET: RequestHandler = async ({ locals, cookies, url }) => {
  const pairing = await pairingState(locals.house, cookies, url);
  return json(pairing, { headers: { 'cache-control': 'no-store' } });
};
