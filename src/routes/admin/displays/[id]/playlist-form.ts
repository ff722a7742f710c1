import type { PlaylistItem } from '$lib/domain/playlist';

/**
 * The playlist in the order of the form's `order` (ids with spaces between); `up` or `down` then moves one item a step.
 * Items that the order does not name keep their place at the end, so that a stale form never drops one.
 */
export function ordered(playlist: readonly PlaylistItem[], typed: Record<string, string>): PlaylistItem[] {
  const ids = (typed.order ?? '').split(' ').filter(Boolean);
  const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  const items = [...playlist].sort((a, b) => place(a.id) - place(b.id));
  const from = items.findIndex(({ id }) => id === (typed.up ?? typed.down));
  return from < 0 ? items : moved(items, from, typed.up === undefined ? from + 1 : from - 1);
}

/** The list with one entry taken out at `from` and put in at `to`; unchanged where `to` is outside. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const list = [...items];
  if (to < 0 || to >= list.length) return list;
  const [item] = list.splice(from, 1);
  if (item !== undefined) list.splice(to, 0, item);
  return list;
}

/**
 * An item as its form says: seconds, options (`option-<name>` with `kind-<name>` beside it) and when it is on. An
 * empty option goes back to the panel's own default.
 */
export function itemIn(
  item: PlaylistItem,
  dwell: number | null,
  typed: Record<string, string>,
): PlaylistItem {
  const options: Record<string, unknown> = { ...item.options };
  for (const [field, kind] of Object.entries(typed)) {
    if (!field.startsWith('kind-')) continue;
    const name = field.slice('kind-'.length);
    const text = typed[`option-${name}`]?.trim();
    if (kind === 'switch') options[name] = text === 'on';
    else if (!text) delete options[name];
    else options[name] = kind === 'number' ? Number(text.replace(',', '.')) : text;
  }
  const { id, panel, team } = item;
  const days = [1, 2, 3, 4, 5, 6, 7].filter((day) => typed[`day-${day}`] === 'on');
  return {
    id,
    panel,
    options,
    dwell,
    ...(days.length > 0 && days.length < 7 ? { days } : {}),
    ...(typed.from ? { from: typed.from } : {}),
    ...(typed.to ? { to: typed.to } : {}),
    ...(team ? { team } : {}),
  };
}
