import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import type { CommandName, Commands } from '$lib/domain/command';
import type { Refusal } from '$lib/domain/refusal';
import { say } from '$lib/server/intake/say';

/** What a form's action says back: which form it was, a sentence for it, one for each wrong field, and all that was typed. */
export interface Answer {
  form: string;
  ok: boolean;
  message: string;
  fields: Record<string, string>;
  typed: Record<string, string>;
  /** The version on the server is newer than the one that was edited. */
  conflict: boolean;
  /** A secret that is shown this once. */
  once?: string;
}

type Event = Pick<RequestEvent, 'locals' | 'url'>;

const statuses: Record<Refusal['kind'], number> = {
  invalid: 422,
  unknown: 404,
  forbidden: 403,
  conflict: 409,
  busy: 429,
  unavailable: 503,
};

/** The leader who is signed in; anybody else is sent to sign in and comes back afterwards. */
export function leaderOf({ locals, url }: Event) {
  if (locals.leader) return locals.leader;
  redirect(303, `/admin/sign-in?next=${encodeURIComponent(url.pathname)}`);
}

/** A form's fields as text; a file counts as empty. */
export async function typedIn(request: Request): Promise<Record<string, string>> {
  const typed: Record<string, string> = {};
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') typed[name] = value;
  }
  return typed;
}

/** Text without spaces around it, or null where nothing was typed. */
export function textOrNull(text: string | undefined): string | null {
  return text?.trim() || null;
}

/** The number that was typed with a point or a comma; NaN, which intake refuses beside the field, for anything else. */
export function numberIn(text: string | undefined): number {
  const trimmed = (text ?? '').trim().replace(',', '.').replace('−', '-');
  return trimmed === '' ? Number.NaN : Number(trimmed);
}

/** A refusal as the form's answer. `rename` maps the command's field names to the form's. */
export function sayNo(
  form: string,
  refusal: Refusal,
  typed: Record<string, string>,
  rename: Record<string, string> = {},
): ActionFailure<Answer> {
  const { message, fields } = say(refusal);
  const named = Object.fromEntries(
    Object.entries(fields).map(([path, text]) => [rename[path] ?? path, text]),
  );
  // Other conflicts (a goal that is closed, a code that is gone) have nothing to compare.
  const conflict = refusal.code === 'changed-meanwhile';
  return fail(statuses[refusal.kind], { form, ok: false, message, fields: named, typed, conflict });
}

/** One field that the page itself could not read. */
export function sayField(form: string, field: string, sentence: string, typed: Record<string, string>) {
  const answer: Answer = {
    form,
    ok: false,
    message: sentence,
    fields: { [field]: sentence },
    typed,
    conflict: false,
  };
  return fail(422, answer);
}

/** Success, with a sentence for the screen reader and the eye. */
export function sayYes(form: string, message: string, more: Pick<Answer, 'once'> = {}): Answer {
  return { form, ok: true, message, fields: {}, typed: {}, conflict: false, ...more };
}

/** Carries out a command as the signed-in leader and turns the outcome into the form's answer. */
export async function carryOut<C extends CommandName>(
  event: Event,
  form: string,
  name: C,
  input: Commands[C],
  typed: Record<string, string>,
  done: string,
  rename?: Record<string, string>,
): Promise<Answer | ActionFailure<Answer>> {
  const outcome = await event.locals.house.intake.submit(name, input, leaderOf(event));
  return outcome.ok ? sayYes(form, done) : sayNo(form, outcome.refusal, typed, rename);
}
