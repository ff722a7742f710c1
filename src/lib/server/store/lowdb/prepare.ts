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
 * restart, and nobody can alter it from outside. @throws {TypeError} for what no record can be.
 */
export function prepare(change: Change): Prepared {
  if ('erase' in change) {
    if (!isKind(change.erase))
      throw new TypeError(`there is no kind of record called ${String(change.erase)}`);
    const effect: Effect = { erase: change.erase, id: change.id };
    if (change.forget) effect.forget = true;
    return { effect, kind: change.erase, id: change.id, saw: change.saw };
  }
  if (!isKind(change.put)) throw new TypeError(`there is no kind of record called ${String(change.put)}`);
  const record: AnyRecord = JSON.parse(JSON.stringify(change.record));
  if (typeof record.id !== 'string' || record.id === '') throw new TypeError(`a ${change.put} needs an id`);
  record.at = moment(record.at);
  // The tallies file it under its measure: one that has none must not get half-way in.
  if (change.put === 'response') measureOf((record as Response).metric, (record as Response).scale);
  return { effect: { put: change.put, record }, kind: change.put, id: record.id, saw: change.saw };
}

/** A moment in the one form that sorts as text: `2026-11-22T10:00:00.000Z`. @throws {TypeError} */
export function moment(at: string): string {
  const parsed = new Date(at);
  const iso = Number.isNaN(parsed.getTime()) ? '' : parsed.toISOString();
  // Years beyond 9999 and before 0 are written longer and would sort wrongly.
  if (iso.length !== 24) throw new TypeError(`not a moment: ${at}`);
  return iso;
}

/**
 * Gives each record its version and leaves out what would change nothing. `versionOf` is the version a record has now,
 * or will have by the commits that go before; null where there is none. `keepAll`: leave nothing out. Returns the
 * versions after it, by record.
 * @throws {StaleChange}
 */
export function settle(
  prepared: readonly Prepared[],
  versionOf: (key: string, kind: Kind, id: string) => number | null,
  keepAll: boolean,
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
      if (has === null && !effect.forget && !keepAll) continue;
      versions.set(key, null);
    }
    effects.push(effect);
  }
  return { effects, versions };
}

/** Versions as pairs of version and how often in a row; erases count as 0. */
export function packVersions(effects: readonly Effect[]): number[] {
  const pairs: number[] = [];
  for (const effect of effects) {
    const version = 'put' in effect ? effect.record.version : 0;
    if (pairs.length > 0 && pairs.at(-2) === version) pairs[pairs.length - 1] = (pairs.at(-1) ?? 0) + 1;
    else pairs.push(version, 1);
  }
  return pairs;
}
