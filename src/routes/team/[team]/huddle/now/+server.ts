import { json } from '@sveltejs/kit';
import { partaker, viewOf } from '../huddle-view';
import type { RequestHandler } from './$types';

/** How the huddle stands for this phone, asked every few seconds while one is on. */
export const GET: RequestHandler = async ({ locals, params, cookies, url }) => {
  const { house } = locals;
  const team = await house.store.get('team', params.team);
  const actor = await partaker(locals, params.team, cookies, url);
  const headers = { 'cache-control': 'no-store' };
  if (team?.status !== 'active' || !actor) return json(null, { status: 403, headers });
  return json(await viewOf(house, team, actor), { headers });
};
