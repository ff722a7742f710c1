import type { Actor } from './command';
import { helps } from './group';
import type { Account, Role, Team } from './records';

/** What a key or a visitor brings answers as; the first part of a response's `source`. */
export type Way = 'ask' | 'api' | 'import';

const ownsAll = (actor: Actor) => actor.as === 'house' || (actor.as === 'account' && actor.role === 'owner');

/** Whether the actor runs the whole organisation: adds teams, brings in leaders. */
export const mayRun = (actor: Actor): boolean => ownsAll(actor);

/**
 * The account as the one that acts. For a manager who has groups its teams are those of the groups, as they are now; `teams` are all
 * that there are, and may be left out for others.
 */
export function actorOf(
  { id, name, role, teams: own, groups }: Omit<Account, 'version'>,
  teams: readonly Team[] = [],
): Extract<Actor, { as: 'account' }> {
  if (role !== 'manager' || !groups) return { as: 'account', id, name, role, teams: own };
  const of = teams.filter((team) => helps({ role, groups }, team)).map((team) => team.id);
  return { as: 'account', id, name, role, teams: of, groups };
}

/** Whether the actor helps the team as its manager. */
const isManagerOf = (actor: Actor, team: string): boolean =>
  actor.as === 'account' && actor.role === 'manager' && (!actor.groups || actor.teams.includes(team));

/** Whether the actor may bring somebody in with this role: an owner anybody, a manager leaders for teams that they help. */
export const mayInvite = (actor: Actor, role: Role, teams: readonly string[] = []): boolean =>
  ownsAll(actor) ||
  (actor.as === 'account' &&
    actor.role === 'manager' &&
    role === 'leader' &&
    teams.every((team) => isManagerOf(actor, team)));

/** Whether the actor leads the team: changes what it shows and decides. A manager looks at teams and changes none. */
export const mayLead = (actor: Actor, team: string): boolean =>
  ownsAll(actor) || (actor.as === 'account' && actor.role === 'leader' && actor.teams.includes(team));

/** Whether the actor may look at the team in admin. */
export const maySee = (actor: Actor, team: string): boolean =>
  mayLead(actor, team) || isManagerOf(actor, team);

/** Teams that somebody may look at in admin; null: all, as owners may and managers who were given no groups. */
export const teamsSeen = ({
  role,
  teams,
  groups,
}: Pick<Account, 'role' | 'teams' | 'groups'>): readonly string[] | null =>
  role === 'leader' || (role === 'manager' && groups) ? teams : null;

/** Whether the actor may sign a team’s thanks beside its leader: a manager who helps the team. */
export const mayCosign = (actor: Actor, team: string): actor is Extract<Actor, { as: 'account' }> =>
  isManagerOf(actor, team);

/** Whether the actor may bring answers of this source to the team; a key writes under its own name only. */
export function mayRecord(actor: Actor, team: string, source: string): boolean {
  const [way, name] = [source.split(':', 1)[0], source.slice(source.indexOf(':') + 1)];
  if (actor.as === 'customer') return way === 'ask';
  if (actor.as === 'source') return actor.team === team && way === 'import';
  if (actor.as === 'key') {
    if (!actor.teams.includes(team)) return false;
    if (way === 'import') return actor.scopes.includes('imports:write');
    return way === 'api' && name === actor.id && actor.scopes.includes('responses:write');
  }
  return mayLead(actor, team);
}

/** Whether the actor may say thank you to a colleague of the team. */
export const mayShoutOut = (actor: Actor, team: string): boolean =>
  mayLead(actor, team) || (actor.as === 'phone' && actor.team === team);

/** Whether the actor is the team’s sponsor: speaks, shows and thanks on its walls, whatever else they may. */
export const isSponsor = (
  actor: Actor,
  { sponsor }: Pick<Team, 'sponsor'>,
): actor is Extract<Actor, { as: 'account' }> => actor.as === 'account' && sponsor?.account === actor.id;

/** Whether the actor may tell that a shift has met the turn’s report: a phone that holds a ticket of the team. */
export const mayTap = (actor: Actor, team: string): boolean =>
  actor.as === 'house' || (actor.as === 'phone' && actor.team === team);

/** Whether the actor may tell what this display has played. */
export const mayLogPlays = (actor: Actor, display: string): boolean =>
  actor.as === 'house' || (actor.as === 'screen' && actor.display === display);

/** What only the house itself does, after it has checked a secret: sessions, pairings, tokens. */
export const isHouse = (actor: Actor): boolean => actor.as === 'house';
