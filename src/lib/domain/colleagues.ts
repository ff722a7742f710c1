import type { Team } from './records';

/** At most so many teams are served by one. */
export const mostServed = 8;

const way = 'colleagues:';

/** The source of answers that this team’s people give to those who serve them. */
export const colleaguesOf = (team: string): string => `${way}${team}`;

/** The team whose people answered; undefined where the source is another one. */
export const answeringTeam = (source: string): string | undefined =>
  source.startsWith(way) ? source.slice(way.length) : undefined;

type Served = Pick<Team, 'id' | 'serves'>;

/** Whether the first team says that it serves the second. */
export const serves = (team: Served, other: string): boolean => team.serves?.includes(other) ?? false;

/** Whether one of the two serves the other, so that there is a hand-off between them. */
export const handsOff = (one: Served, other: Served): boolean =>
  serves(one, other.id) || serves(other, one.id);

/** The open teams that one has a hand-off with, by name, whichever of the two serves the other. */
export const handedOff = (team: Served, teams: readonly Team[]): { id: string; name: string }[] =>
  teams
    .filter((other) => other.id !== team.id && other.status === 'active' && handsOff(team, other))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));

/**
 * The way on which `team` would come back to itself if it served `served`: ids in order, the team at both ends; undefined where every way
 * ends.
 */
export function loopOf(
  team: string,
  served: readonly string[],
  teams: ReadonlyMap<string, Served>,
): string[] | undefined {
  const seen = new Set<string>();
  const ways = served.map((id) => [team, id]);
  for (let way = ways.pop(); way; way = ways.pop()) {
    const last = way.at(-1) ?? team;
    if (last === team) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    for (const next of teams.get(last)?.serves ?? []) ways.push([...way, next]);
  }
  return undefined;
}
