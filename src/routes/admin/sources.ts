import { cadenceOf } from '$lib/domain/cadence';
import type { Team } from '$lib/domain/records';
import type { House } from '$lib/server/house';
import { m } from '$lib/paraglide/messages';
import { all } from './access';

/** Where a team's answers come from, as people call it, by the id that answers carry: the team's own question first. */
export async function sourcesOf(house: House, team: Team): Promise<Map<string, string>> {
  const [imports, sources, hooks, keys] = await Promise.all([
    all(house, 'import', { team: team.id, status: 'done' }),
    all(house, 'import-source'),
    all(house, 'hook', { team: team.id }),
    all(house, 'api-key', { status: 'active' }),
  ]);
  const names = new Map<string, string>([['ask', m.admin_source_ask()]]);
  for (const { source } of imports)
    names.set(`import:${source}`, sources.find(({ id }) => id === source)?.name ?? source);
  for (const { id, name } of hooks) names.set(`import:${id}`, name);
  for (const { id, name, teams, scopes } of keys)
    if (teams.includes(team.id) && scopes.includes('responses:write')) names.set(`api:${id}`, name);
  // A source that was settled and is gone still has to be let go.
  for (const source of Object.keys(cadenceOf(team).sources))
    if (!names.has(source)) names.set(source, source);
  return names;
}
