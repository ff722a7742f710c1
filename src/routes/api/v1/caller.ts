import type { Actor } from '$lib/domain/command';
import type { KeyScope, Team } from '$lib/domain/records';
import { accept, refuse, type Result } from '$lib/domain/refusal';
import { problem } from '$lib/server/intake/problem';
import type { House } from '$lib/server/house';

export type KeyActor = Extract<Actor, { as: 'key' }>;

interface Call {
  request: Pick<Request, 'headers'>;
  locals: { house: Pick<House, 'auth' | 'store'> };
}

/** Whose key this is; refused without one (401) and where the key lacks the permission (403). */
export async function keyOf({ request, locals }: Call, scope: KeyScope): Promise<Result<KeyActor>> {
  const key = await locals.house.auth.key(request.headers.get('authorization'));
  if (!key) return refuse('forbidden', 'no-key');
  return key.scopes.includes(scope) ? accept(key) : refuse('forbidden', 'wrong-scope', { values: { scope } });
}

/** Whose key this is and the team that it asks about: unknown 422, another key's 403. */
export async function callerOf(
  call: Call & { params: { team: string } },
  scope: KeyScope,
): Promise<Result<{ key: KeyActor; team: Team }>> {
  const key = await keyOf(call, scope);
  if (!key.ok) return key;
  const team = await call.locals.house.store.get('team', call.params.team);
  if (!team) return refuse('invalid', 'unknown-team', { faults: [{ code: 'unknown-team', path: 'team' }] });
  if (!key.value.teams.includes(team.id)) return refuse('forbidden', 'wrong-scope', { values: { scope } });
  return accept({ key: key.value, team });
}

/** One wrong query parameter. */
export const wrongQuery = (
  path: string,
  code: string,
  values: Record<string, string | number> = {},
): Response => problem({ kind: 'invalid', code: 'invalid', faults: [{ code, path, values }] });

/** JSON that nobody keeps. */
export const fresh = (body: unknown, status = 200): Response =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
