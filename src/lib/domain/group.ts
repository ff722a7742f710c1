import type { Account, Change, Envelope, Team } from './records';

/** Teams that belong together, as a region or a department does. A team is in one group or in none; groups hold no groups. */
export interface Group extends Envelope {
  team: null;
  status: 'active';
  name: string;
}

/** At most so many at a time: more are no help to whoever looks for a team. */
export const mostGroups = 50;
export const longestGroupName = 60;

/** Whether a manager helps the team: one who was given no groups helps every team, others the teams of theirs. */
export const helps = (
  { role, groups }: Pick<Account, 'role' | 'groups'>,
  { group }: Pick<Team, 'group'>,
): boolean => role === 'manager' && (!groups || (typeof group === 'string' && groups.includes(group)));

/** Ids of the teams that changes put into a group and out of one; undefined where no team moves. */
export function movedBy(changes: readonly Change[]): { in: string[]; out: string[] } | undefined {
  const teams = changes.flatMap((change) =>
    'put' in change && change.put === 'team' ? [change.record] : [],
  );
  const ids = (within: boolean) => teams.filter(({ group }) => Boolean(group) === within).map(({ id }) => id);
  return teams.length > 0 ? { in: ids(true), out: ids(false) } : undefined;
}
