import type { Commands } from '$lib/domain/command';
import { bodyLimit, readBody, readJson } from '$lib/server/intake/body';
import { problem } from '$lib/server/intake/problem';
import { callerOf, fresh } from '../../../caller';
import type { RequestHandler } from './$types';

type Given = Commands['response:record']['responses'];

/** Takes one answer or a list of up to 1,000, all or nothing; answers once they are durable. */
export const POST: RequestHandler = async (event) => {
  const caller = await callerOf(event, 'responses:write');
  if (!caller.ok) return problem(caller.refusal);
  const body = await readBody(event.request, bodyLimit(event.url.pathname));
  if (!body.ok) return problem(body.refusal);
  const read = readJson(body.value);
  if (!read.ok) return problem(read.refusal);
  const given = read.value;
  if (typeof given !== 'object' || given === null) return problem({ kind: 'invalid', code: 'not-an-answer' });

  const { key, team } = caller.value;
  // Whatever it is, intake checks it.
  const responses = (Array.isArray(given) ? given : [given]) as Given;
  const outcome = await event.locals.house.intake.submit(
    'response:record',
    { team: team.id, source: `api:${key.id}`, responses },
    key,
  );
  if (outcome.ok) return fresh({ created: outcome.created, updated: outcome.updated }, 201);
  const before = Array.isArray(given) ? /^responses\.?/ : /^responses\.0\.?/;
  return problem(outcome.refusal, { pathOf: (path) => path.replace(before, '') });
};
