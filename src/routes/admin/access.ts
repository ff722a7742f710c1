import { error } from '@sveltejs/kit';
import type { Leader } from '$lib/server/auth/auth';
import { mayLead, mayRun, maySee } from '$lib/domain/rights';
import type { House } from '$lib/server/house';
import type { Display } from '$lib/domain/display';
import type { Group } from '$lib/domain/group';
import type { Kind, Records, Team } from '$lib/domain/records';
import { m } from '$lib/paraglide/messages';

type Where = Parameters<House['store']['list']>[1];

/** Whether this leader may change what belongs to the team. */
export const runs = (leader: Leader, team: string | null): boolean =>
  team === null ? mayRun(leader) : mayLead(leader, team);

/** All records of a kind, page by page; for kinds that stay few. */
export async function all<K extends Kind>(house: House, kind: K, where?: Where): Promise<Records[K][]> {
  const records: Records[K][] = [];
  let after: string | null = null;
  do {
    const page: { records: Records[K][]; next: string | null } = await house.store.list(kind, where, {
      after,
      limit: 200,
    });
    records.push(...page.records);
    after = page.next;
  } while (after);
  return records;
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);

/** The leadership team is team number one; the others follow by name. */
const firstByName = (a: Team, b: Team) =>
  Number(b.leadership ?? false) - Number(a.leadership ?? false) || byName(a, b);

/** The leadership team; undefined where no team is. */
export const leadershipOf = async (house: House): Promise<Team | undefined> =>
  (await all(house, 'team', { status: 'active' })).find(({ leadership }) => leadership);

/** The teams that the leader runs, the leadership team first, then by name; `closed`: those that are no more. */
export async function teamsOf(
  house: House,
  leader: Leader,
  status: Team['status'] = 'active',
): Promise<Team[]> {
  return (await all(house, 'team', { status })).filter(({ id }) => runs(leader, id)).sort(firstByName);
}

/** The groups of teams, by name. */
export async function groupsOf(house: House): Promise<Group[]> {
  return (await all(house, 'group')).sort(byName);
}

/**
 * A list of teams by group: the groups that any of them is in, by name, the one that the page’s address names (`?group=`), and the teams
 * of it; all of them where it names none.
 */
export async function byGroup(house: House, teams: Team[], url: URL) {
  const groups = (await groupsOf(house))
    .filter(({ id }) => teams.some(({ group }) => group === id))
    .map(({ id, name }) => ({ id, name }));
  const group = groups.find(({ id }) => id === url.searchParams.get('group'))?.id ?? null;
  return { groups, group, teams: group ? teams.filter((team) => team.group === group) : teams };
}

/** The teams that the leader may look at, the leadership team first, then by name: a manager’s are those that they help. `any`: closed ones with them. */
export async function seenBy(
  house: House,
  leader: Leader,
  status: Team['status'] | 'any' = 'active',
): Promise<Team[]> {
  const teams = await all(house, 'team', status === 'any' ? {} : { status });
  return teams.filter(({ id }) => maySee(leader, id)).sort(firstByName);
}

/** The displays that hang for the leader's teams, by name. */
export async function displaysOf(house: House, leader: Leader, team?: string): Promise<Display[]> {
  const displays = await all(house, 'display', team ? { team, status: 'active' } : { status: 'active' });
  return displays.filter((display) => runs(leader, display.team)).sort(byName);
}

/** The displays of the teams that the leader may look at, by name. */
export async function displaysSeenBy(house: House, leader: Leader): Promise<Display[]> {
  const displays = await all(house, 'display', { status: 'active' });
  return displays.filter((display) => maySee(leader, display.team)).sort(byName);
}

/** The team of a page. @throws 404 for one that does not exist, 403 for one that is not the leader's, 404 with the code `team-closed` for one that is closed. */
export async function teamFor(house: House, leader: Leader, id: string): Promise<Team> {
  const team = await house.store.get('team', id);
  if (!team) error(404, m.admin_no_such_team());
  if (!runs(leader, team.id)) error(403, m.admin_not_your_team({ team: team.name }));
  // Not 410: a browser would go on saying so after the team was opened again.
  if (team.status === 'closed')
    error(404, { message: m.team_closed_page({ team: team.name }), code: 'team-closed' });
  return team;
}

/** The display of a page. @throws 404 for one that does not exist or was revoked, 403 for one that is not the leader's. */
export async function displayFor(house: House, leader: Leader, id: string): Promise<Display> {
  const display = await house.store.get('display', id);
  if (!display || display.status !== 'active') error(404, m.admin_no_such_display());
  if (!runs(leader, display.team)) error(403, m.admin_not_your_display());
  return display;
}

/** What the organisation aims at, in the order in which it was said. */
export async function aimsOf(house: House): Promise<{ id: string; text: string }[]> {
  return (await all(house, 'aim', { status: 'open' })).reverse().map(({ id, text }) => ({ id, text }));
}
