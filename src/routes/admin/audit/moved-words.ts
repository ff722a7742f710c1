import type { Audit } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';

/** Which teams a change of a group took in and let go, a line each, by the names that they have now. */
export function movedWords(
  moved: Audit['moved'],
  names: ReadonlyMap<string, string>,
  language: string,
): string[] {
  const list = (ids: readonly string[]) =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(
      ids
        .map((id) => names.get(id) ?? m.audit_team_gone())
        .sort((one, other) => one.localeCompare(other, language)),
    );
  return [
    ...(moved?.in.length ? [m.audit_moved_in({ teams: list(moved.in) })] : []),
    ...(moved?.out.length ? [m.audit_moved_out({ teams: list(moved.out) })] : []),
  ];
}
