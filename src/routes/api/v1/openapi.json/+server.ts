import { json } from '@sveltejs/kit';
import { openapi } from './openapi';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => json(openapi, { headers: { 'cache-control': 'max-age=300' } });
