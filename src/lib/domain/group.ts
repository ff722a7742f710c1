import type { Account, Envelope, Team } from './records';

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
