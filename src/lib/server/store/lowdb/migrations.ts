import type { AnyRecord, Kind } from '../../../domain/records';

/** Brings one record from the schema before to the next; null drops it. */
export type Migration = (kind: Kind, record: AnyRecord) => AnyRecord | null;

/**
 * How records of older versions become today's. The first entry leads from schema 1 to 2, and so on: append, never
 * change. Data of schema `migrations.length + 1` is current; newer data is refused.
 */
export const migrations: readonly Migration[] = [];

/** A record of schema `from` as today's, or null where it is dropped. */
export function migrate(
  steps: readonly Migration[],
  from: number,
  kind: Kind,
  record: AnyRecord,
): AnyRecord | null {
  let migrated: AnyRecord | null = record;
  for (const step of steps.slice(from - 1)) {
    if (!migrated) break;
    migrated = step(kind, migrated);
  }
  return migrated;
}
