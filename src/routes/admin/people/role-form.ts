import type { Role } from '$lib/domain/records';

const onIn = (typed: Record<string, string>, before: string) =>
  Object.keys(typed).flatMap((name) =>
    name.startsWith(before) && typed[name] === 'on' ? [name.slice(before.length)] : [],
  );

const roles: readonly Role[] = ['owner', 'manager', 'leader'];

/** The role that a form names; what is none is left to intake to refuse. */
export const roleIn = (typed: Record<string, string>): Role =>
  roles.find((role) => role === typed.role) ?? (typed.role as Role);

/** Whether a manager’s form says nothing of which teams they help though there are groups: one sent without a script. */
export const isReachOpen = (typed: Record<string, string>, groups: readonly unknown[]): boolean =>
  typed.role === 'manager' && groups.length > 0 && !typed.reach;

/** The groups that a form gives a manager: those whose switch (`group-<id>`) is on, or null for every team. */
export const groupsIn = (typed: Record<string, string>): string[] | null =>
  typed.reach === 'groups' ? onIn(typed, 'group-') : null;

/** Ids of the teams whose switch (`team-<id>`) is on. */
export const teamsIn = (typed: Record<string, string>): string[] => onIn(typed, 'team-');
