import type { Group } from '../group';
import type { Role } from '../records';
import type { Fault } from '../refusal';

/** The groups that go with a role: a manager’s, each once; null for every team, and for everybody else. */
export const groupsOf = (role: Role, groups: readonly string[] | null | undefined): string[] | null =>
  role === 'manager' && groups ? [...new Set(groups)] : null;

/** What is wrong with the groups that a manager is given: none at all, or one that is not there. */
export function groupFault(
  input: { role: Role; groups?: readonly string[] | null },
  found: readonly (Group | undefined)[],
): Fault | undefined {
  if (input.role !== 'manager' || !input.groups) return undefined;
  if (input.groups.length === 0) return { code: 'choose-one', path: 'groups' };
  return found.some((group) => !group) ? { code: 'not-a-choice', path: 'groups' } : undefined;
}
