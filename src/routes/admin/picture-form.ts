import type { RequestEvent } from '@sveltejs/kit';
import type { Actor } from '$lib/domain/command';
import { accept, refuse, type Refusal, type Result } from '$lib/domain/refusal';
import { leaderOf } from './answer';

/** A form that may bring a file: its texts, and the form itself for the file. */
export async function formOf(request: Request): Promise<{ typed: Record<string, string>; form: FormData }> {
  const form = await request.formData();
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  return { typed, form };
}

/** What is wrong with the file stands beside its field; what is wrong with the server, over the form. */
function beside(refusal: Refusal, path: string): { ok: false; refusal: Refusal } {
  const { kind, code, values, faults } = refusal;
  if (kind !== 'invalid' || faults) return { ok: false, refusal };
  return refuse('invalid', 'invalid', { faults: [{ code, path, values }] });
}

/**
 * Takes in the picture that a form brings (`PictureField` of that name) and gives its id; null where none was chosen. `actor` brings it, else
 * the leader who is signed in.
 * Whoever refuses what it was for drops it again with `picture:drop`.
 */
export async function pictureIn(
  event: Pick<RequestEvent, 'locals' | 'url'>,
  form: FormData,
  {
    team,
    name = 'picture',
    asksPeople = true,
    actor,
  }: { team: string; name?: string; asksPeople?: boolean; actor?: Actor },
): Promise<Result<string | null>> {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) return accept(null);
  const people = form.get(`${name}-people`);
  if (asksPeople && people !== 'yes' && people !== 'no')
    return refuse('invalid', 'invalid', {
      faults: [{ code: 'picture-people-unsaid', path: `${name}-people` }],
    });
  const alt = form.get(`${name}-alt`);
  const kept = await event.locals.house.media.keep(
    new Uint8Array(await file.arrayBuffer()),
    { team, people: asksPeople && people === 'yes', alt: typeof alt === 'string' ? alt : '' },
    actor ?? leaderOf(event),
  );
  return kept.ok ? kept : beside(kept.refusal, name);
}
