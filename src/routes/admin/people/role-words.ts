import type { Role } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';

const shown = 3;

function named(names: readonly string[]): string {
  const first = names.slice(0, shown).join(', ');
  const more = names.length - shown;
  return more > 0 ? m.people_teams_more({ teams: first, count: more }) : first;
}

/** What somebody may do, in words; a leader's teams and a manager’s groups by name, three of them at most. `groups` null: every team. */
export function roleWords(role: Role, teams: readonly string[], groups: readonly string[] | null): string {
  if (role === 'owner') return m.people_owner();
  if (role === 'manager') {
    if (groups === null) return m.people_manager();
    return groups.length > 0 ? m.people_manager_of({ teams: named(groups) }) : m.people_manager_of_none();
  }
  return teams.length > 0 ? m.people_leader_of({ teams: named(teams) }) : m.people_leader_of_none();
}

/** How far a manager’s help goes, as a form offers it. */
export const reachOptions = () => [
  { value: 'all' as const, label: m.people_reach_all() },
  { value: 'groups' as const, label: m.people_reach_groups() },
];

/** The roles as a form offers them. */
export const roleOptions = () => [
  { value: 'leader' as const, label: m.people_leader(), note: m.people_leader_note() },
  { value: 'manager' as const, label: m.people_manager(), note: m.people_manager_note() },
  { value: 'owner' as const, label: m.people_owner(), note: m.people_owner_note() },
];
