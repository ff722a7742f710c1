import type { Role } from '$lib/domain/records';

const roles: readonly Role[] = ['owner', 'manager', 'leader'];

/** The role that a form names; what is none is left to intake to refuse. */
export const roleIn = (typed: Record<string, string>): Role =>
  roles.find((role) => role === typed.role) ?? (typed.role as Role);

/** Ids of the teams whose switch (`team-<id>`) is on. */
export const teamsIn = (typed: Record<string, string>): string[] =>
  Object.keys(typed).flatMap((name) =>
    name.startsWith('team-') && typed[name] === 'on' ? [name.slice('team-'.length)] : [],
  );
