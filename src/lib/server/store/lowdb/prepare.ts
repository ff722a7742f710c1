import { measureOf } from '../../../domain/metric';
import type { AnyRecord, Change, Kind, Response } from '../../../domain/records';
import { StaleChange } from '../store';
import { isKind, type Effect } from './state';

/** A change that is the store's own, checked, and still without the version its record will get. */
export interface Prepared {
  effect: Effect;
  kind: Kind;
  id: string;
  saw: number | null | undefined;
}

/**
 * The change as it will be on disk: what JSON drops is dropped, so that a record reads the same before and after a
 * restart, and nobody can alter it from outside; one that is `given` is used as it is where it can be.
 * @throws {TypeError} for what no record can be.
 */
export function prepare(change: Change, given = false): Prepared {
  const kind = 'put' in change ? change.put : change.erase;
  if (!isKind(kind)) throw new TypeError(`there is no kind of record called ${String(kind)}`);
  if ('erase' in change) {
    const effect: Effect = { erase: kind, id: change.id };
    if (change.forget) effect.forget = true;
    return { effect, kind, id: change.id, saw: change.saw };
  }
  const own = change.record as AnyRecord;
  const taken = given && !Object.isFrozen(own) && isPlain(own);
  const record = taken ? own : copyOf(own);
  if (typeof record.id !== 'string' || record.id === '') throw new TypeError(`a ${kind} needs an id`);
  record.at = moment(record.at);
  // The tallies file it under its measure: one that has none must not get half-way in.
  if (kind === 'response') measureOf((record as Response).metric, (record as Response).scale);
  const { saw, forget } = change;
  if (taken && saw === undefined && forget === undefined)
    return { effect: change as Effect, kind, id: record.id, saw };
  const effect: Effect = { put: kind, record };
  if (forget) effect.forget = true;
  return { effect, kind, id: record.id, saw };
}

/** Whether a record holds only words and numbers, which JSON gives back as they are. */
function isPlain(record: AnyRecord): boolean {
  for (const name in record) {
    const value: unknown = record[name as keyof AnyRecord];
    if (
      typeof value !== 'string' &&
      typeof value !== 'boolean' &&
      value !== null &&
      !Number.isSafeInteger(value)
    )
      return false;
  }
  return true;
}

/** A record as JSON gives it back. A plain one is copied, which is quicker and shares its words. */
const copyOf = (record: AnyRecord): AnyRecord =>
  isPlain(record) ? { ...record } : (JSON.parse(JSON.stringify(record)) as AnyRecord);

/** The form itself, of a day that every month has. */
const usualMoment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** A moment in the one form that sorts as text: `2026-11-22T10:00:00.000Z`. @throws {TypeError} */
export function moment(at: string): string {
  if (usualMoment.test(at)) return at;
  const parsed = new Date(at);
  const iso = Number.isNaN(parsed.getTime()) ? '' : parsed.toISOString();
  // Years beyond 9999 and before 0 are written longer and would sort wrongly.
  if (iso.length !== 24) throw new TypeError(`not a moment: ${at}`);
  return iso;
}

/**
 * Gives each record its version and leaves out what would change nothing. `versionOf` is the version a record has now,
 * or will have by the commits that go before; null where there is none. Returns the versions after it, by record.
 * @throws {StaleChange}
 */
export function settle(
  prepared: readonly Prepared[],
  versionOf: (key: string, kind: Kind, id: string) => number | null,
): { effects: Effect[]; versions: Map<string, number | null> } {
  const versions = new Map<string, number | null>();
  const effects: Effect[] = [];
  for (const { effect, kind, id, saw } of prepared) {
    const key = `${kind} ${id}`;
    const has = versions.has(key) ? (versions.get(key) ?? null) : versionOf(key, kind, id);
    if (saw !== undefined && saw !== has) throw new StaleChange(kind, id);
    if ('put' in effect) {
      effect.record.version = (has ?? 0) + 1;
      versions.set(key, effect.record.version);
    } else {
      if (has === null && !effect.forget) continue;
      versions.set(key, null);
    }
    effects.push(effect);
  }
  return { effects, versions };
}
