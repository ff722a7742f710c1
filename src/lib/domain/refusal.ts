/** One thing that is wrong: `path` names the field, dots between levels; `values` fill the sentence. */
export interface Fault {
  code: string;
  path: string;
  values?: Record<string, string | number>;
}

/**
 * Why a command was not carried out. `code` picks the sentence (`refusal_<code>` in messages/), `kind` the HTTP status:
 * invalid 422, unknown 404, forbidden 403, conflict 409, busy 429, unavailable 503.
 */
export interface Refusal {
  kind: 'invalid' | 'unknown' | 'forbidden' | 'conflict' | 'busy' | 'unavailable';
  code: string;
  values?: Record<string, string | number>;
  faults?: Fault[];
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

export const accept = <T>(value: T): Result<T> => ({ ok: true, value });

export const refuse = (
  kind: Refusal['kind'],
  code: string,
  more: Pick<Refusal, 'values' | 'faults'> = {},
): { ok: false; refusal: Refusal } => ({ ok: false, refusal: { kind, code, ...more } });
