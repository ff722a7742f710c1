import type { Role } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';

const shown = 3;

/** What somebody may do, in words; a leader's teams by name, three of them at most. */
export function roleWords(role: Role, teams: readonly string[]): string {
  if (role === 'owner') return m.people_owner();
  if (role === 'manager') return m.people_manager();
  if (teams.length === 0) return m.people_leader_of_none();
  const first = teams.slice(0, shown).join(', ');
  const more = teams.length - shown;
  return m.people_leader_of({ teams: more > 0 ? m.people_teams_more({ teams: first, count: more }) : first });
}

/** The roles as a form offers them. */
export const roleOptions = () => [
  { value: 'leader' as const, label: m.people_leader(), note: m.people_leader_note() },
  { value: 'manager' as const, label: m.people_manager(), note: m.people_manager_note() },
  { value: 'owner' as const, label: m.people_owner(), note: m.people_owner_note() },
];
