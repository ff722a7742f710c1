import type { RequestEvent } from '@sveltejs/kit';
import { refuse, type Refusal, type Result } from '$lib/domain/refusal';
import { m } from '$lib/paraglide/messages';
import { bodyLimit, drain, readBody } from '$lib/server/intake/body';
import type { KeptFile } from '$lib/server/intake/feedback/tray';
import { ignoredWords, rejectedWords } from '$lib/server/intake/feedback/say-import';
import { fileOf } from '$lib/server/intake/feedback/upload';
import { problem } from '$lib/server/intake/problem';

async function received(request: Request, limit: number): Promise<Result<KeptFile>> {
  const body = await readBody(request, limit);
  return body.ok ? fileOf(body.value, request.headers) : body;
}

function mappingIn(url: URL): Result<unknown> {
  const written = url.searchParams.get('mapping');
  try {
    return { ok: true, value: written ? (JSON.parse(written) as unknown) : undefined };
  } catch {
    return refuse('invalid', 'import-mapping-not-json', {
      faults: [{ code: 'import-mapping-not-json', path: 'mapping' }],
    });
  }
}

/** Takes a file in for `team`, or where that is null for the teams its rows name, as contract.md says. */
export async function takeIn({ request, url, locals }: RequestEvent, team: string | null): Promise<Response> {
  const { house } = locals;
  const turnAway = async (refusal: Refusal) => {
    await drain(request);
    return problem(refusal);
  };
  const actor = await house.auth.key(request.headers.get('authorization'));
  if (!actor) return turnAway(refuse('forbidden', 'no-key').refusal);
  if (!actor.scopes.includes('imports:write') || (team !== null && !actor.teams.includes(team))) {
    const there = team === null || (await house.store.get('team', team)) !== undefined;
    return turnAway(
      there
        ? refuse('forbidden', 'wrong-scope', { values: { scope: 'imports:write' } }).refusal
        : refuse('invalid', 'unknown-team', { faults: [{ code: 'unknown-team', path: 'team' }] }).refusal,
    );
  }
  const mapping = mappingIn(url);
  if (!mapping.ok) return turnAway(mapping.refusal);
  const file = await received(request, bodyLimit(url.pathname));
  if (!file.ok) return problem(file.refusal);

  const dry = url.searchParams.get('dry-run');
  const outcome = await house.feedback.run({
    actor,
    team,
    ...file.value,
    mapping: mapping.value,
    source: url.searchParams.get('source'),
    dryRun: dry !== null && dry !== 'false' && dry !== '0',
  });
  if (outcome.outcome === 'asks')
    return problem(outcome.refusal, { more: { title: m.import_title_asks(), needs: outcome.needs } });
  if (outcome.outcome === 'refused') return problem(outcome.refusal);
  const { format, rows, created, updated, ignored, rejected, metric, from, to } = outcome.report;
  return Response.json({
    format,
    rows,
    created,
    updated,
    ignored: ignored.map(({ reason, count }) => ({ reason: ignoredWords(reason), count })),
    rejected: rejected.map(({ line, reason }) => ({ line, reason: rejectedWords(reason) })),
    metric,
    from,
    to,
  });
}
