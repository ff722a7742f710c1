import type { Refusal } from '$lib/domain/refusal';
import { m } from '$lib/paraglide/messages';

function sentence(code: string, values: Record<string, string | number> | undefined): string {
  const messages: Record<string, unknown> = m;
  const message = messages[`refusal_${code.replaceAll('-', '_')}`];
  return typeof message === 'function' ? String(message(values ?? {})) : m.refusal_invalid();
}

/** A refusal as sentences: one for the whole, one for each field. */
export function refusalWords(refusal: Refusal): { message: string; fields: Record<string, string> } {
  const fields: Record<string, string> = {};
  for (const fault of refusal.faults ?? []) fields[fault.path] ??= sentence(fault.code, fault.values);
  return { message: sentence(refusal.code, refusal.values), fields };
}
