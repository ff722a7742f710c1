import { m } from '../../paraglide/messages';
import type { Refusal } from '../../domain/refusal';
import { sentenceOf } from './say';

/** HTTP status of a refusal: by its code where the request itself could not be read, else by its kind. */
export function statusOf({ kind, code }: Refusal): number {
  const own: Record<string, number> = {
    'no-key': 401,
    'hook-unproven': 401,
    'hook-late': 401,
    'foreign-origin': 403,
    'too-big': 413,
    'cut-off': 400,
    'not-utf8': 400,
    'not-json': 400,
  };
  const byKind = { invalid: 422, unknown: 404, forbidden: 403, conflict: 409, busy: 429, unavailable: 503 };
  return own[code] ?? byKind[kind];
}

function titleOf(status: number): string {
  if (status === 400) return m.refusal_title_malformed();
  if (status === 401) return m.refusal_title_unauthorized();
  if (status === 403) return m.refusal_title_forbidden();
  if (status === 404) return m.refusal_title_unknown();
  if (status === 409) return m.refusal_title_conflict();
  if (status === 413) return m.refusal_title_too_big();
  if (status === 429) return m.refusal_title_busy();
  if (status === 503) return m.refusal_title_unavailable();
  return m.refusal_title_invalid();
}

/**
 * A refusal as `application/problem+json` (RFC 9457). `pathOf` turns a fault's path into the caller's own words; `more`
 * adds members of a route's own.
 */
export function problem(
  refusal: Refusal,
  {
    pathOf = (path) => path,
    more = {},
  }: { pathOf?: (path: string) => string; more?: Record<string, unknown> } = {},
): Response {
  const status = statusOf(refusal);
  const headers = new Headers({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
  if (status === 401 && refusal.code === 'no-key')
    headers.set('www-authenticate', 'Bearer realm="huddleboard"');
  if (status === 429) headers.set('retry-after', String(refusal.values?.seconds ?? 60));
  if (status === 503) headers.set('retry-after', '5');
  const body = {
    type: `urn:huddleboard:problem:${refusal.code}`,
    title: titleOf(status),
    status,
    detail: sentenceOf(refusal),
    errors: (refusal.faults ?? []).map((fault) => ({ path: pathOf(fault.path), message: sentenceOf(fault) })),
    ...more,
  };
  return new Response(JSON.stringify(body), { status, headers });
}
