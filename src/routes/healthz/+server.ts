import { json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** Liveness: the process answers. Screens look for the name before they reload. */
export const GET: RequestHandler = ({ locals }) =>
  json({ app: 'huddleboard', build: locals.house.build }, { headers: { 'cache-control': 'no-store' } });
