import { bodyLimit, readBody } from '$lib/server/intake/body';
import { problem } from '$lib/server/intake/problem';
import type { RequestHandler } from './$types';

/** What a tool sends by itself: answered as soon as it is on the disk, read afterwards. */
export const POST: RequestHandler = async ({ request, params, url, locals }) => {
  const body = await readBody(request, bodyLimit(url.pathname));
  if (!body.ok) return problem(body.refusal);
  const received = await locals.house.hooks.receive(params.source, request.headers, body.value);
  return received.ok
    ? Response.json({ received: true }, { headers: { 'cache-control': 'no-store' } })
    : problem(received.refusal);
};
