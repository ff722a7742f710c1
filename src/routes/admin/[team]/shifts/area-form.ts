import type { Area } from '$lib/domain/area';

/** The areas in the fields `id-0`, `name-0`, `serves-0` and up, and which field each came from. A row without a name goes. */
export function areasIn(
  typed: Record<string, string>,
  newId: () => string,
): { areas: Area[]; rename: Record<string, string> } {
  const areas: Area[] = [];
  const rename: Record<string, string> = { areas: 'name-0' };
  for (let row = 0; `name-${row}` in typed; row += 1) {
    const name = typed[`name-${row}`]?.trim() ?? '';
    if (!name) continue;
    rename[`areas.${areas.length}.name`] = `name-${row}`;
    areas.push({ id: typed[`id-${row}`] || newId(), name, serves: typed[`serves-${row}`] === 'on' });
  }
  return { areas, rename };
}
