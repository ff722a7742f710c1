import type { AnyRecord, Kind } from '../../../domain/records';
import type { Effect } from './state';

/** Puts of one kind whose records have the same fields in the same order: what all of them say alike stands once. */
export interface Alike {
  put: Kind;
  fields: string[];
  same: Record<string, unknown>;
  /** A row for each record: its values of the fields that are not in `same`. */
  rows: unknown[][];
}

type Put = Extract<Effect, { put: Kind }>;

/** Fewer take less room as they are. */
const fewest = 4;

function hasFields(record: AnyRecord, fields: readonly string[]): boolean {
  let i = 0;
  for (const name in record) if (name !== fields[i++]) return false;
  return i === fields.length;
}

function alike(puts: readonly Put[], fields: string[]): Alike {
  const [first, ...others] = puts.map(({ record }) => record as unknown as Record<string, unknown>);
  const same: Record<string, unknown> = {};
  const own: string[] = [];
  for (const name of fields) {
    const value = first?.[name];
    if (others.every((record) => record[name] === value)) same[name] = value;
    else own.push(name);
  }
  const rows = puts.map(({ record }) => own.map((name): unknown => record[name as keyof AnyRecord]));
  return { put: (puts[0] as Put).put, fields, same, rows };
}

/** Effects in their order, those that are alike and follow each other in one piece: a third of the bytes, and quicker to write. */
export function pack(effects: readonly Effect[]): (Effect | Alike)[] {
  const packed: (Effect | Alike)[] = [];
  let run: Put[] = [];
  let fields: string[] = [];
  const end = () => {
    if (run.length < fewest) packed.push(...run);
    else packed.push(alike(run, fields));
    run = [];
  };
  for (const effect of effects) {
    const isRun = 'put' in effect && !effect.forget;
    if (!isRun || run[0]?.put !== effect.put || !hasFields(effect.record, fields)) {
      end();
      if (isRun) fields = Object.keys(effect.record);
    }
    if (isRun) run.push(effect);
    else packed.push(effect);
  }
  end();
  return packed;
}

/** The effects again. */
export function unpack(packed: readonly (Effect | Alike)[]): Effect[] {
  return packed.flatMap((one) => {
    if (!('rows' in one)) return one;
    const { put, fields, same, rows } = one;
    return rows.map((row): Effect => {
      let next = 0;
      const entries = fields.map((name) => [name, Object.hasOwn(same, name) ? same[name] : row[next++]]);
      return { put, record: Object.fromEntries(entries) as AnyRecord };
    });
  });
}
