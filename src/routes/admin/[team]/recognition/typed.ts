import type { Award } from '$lib/domain/recognition';
import type { Value } from '$lib/domain/records';

type Typed = Record<string, string>;
/** Where a fault of the command stands in the form, by the command's own path. */
type Rename = Record<string, string>;

/** Rows that were typed as `<prefix>-name-N`, in their order; those without a name are dropped. */
function rowsIn(typed: Typed, prefix: string): { row: number; name: string }[] {
  const rows: { row: number; name: string }[] = [];
  for (let row = 0; `${prefix}-name-${row}` in typed; row += 1) {
    const name = typed[`${prefix}-name-${row}`]?.trim();
    if (name) rows.push({ row, name });
  }
  return rows;
}

/** What is expected and the awards, as they were typed. */
export function recognitionIn(
  typed: Typed,
  newId: () => string,
): { values: Value[]; awards: Award[]; rename: Rename } {
  const rename: Rename = {};
  const values = rowsIn(typed, 'value').map(({ row, name }, at) => {
    rename[`values.${at}.name`] = `value-name-${row}`;
    rename[`values.${at}.icon`] = `value-icon-${row}`;
    const icon = typed[`value-icon-${row}`] || 'heart';
    return { id: typed[`value-id-${row}`] || newId(), name, icon };
  });
  const awards = rowsIn(typed, 'award').map(({ row, name }, at) => {
    rename[`awards.${at}.name`] = `award-name-${row}`;
    rename[`awards.${at}.value`] = `award-value-${row}`;
    return { id: typed[`award-id-${row}`] || newId(), name, value: typed[`award-value-${row}`] ?? '' };
  });
  return { values, awards, rename };
}
